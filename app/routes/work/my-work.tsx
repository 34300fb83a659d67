import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { ownDesks } from "#app/services/work/desks.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { ratingsWaiting } from "#app/services/rounds/candidate-ratings.server.ts";
import { mayStart } from "#app/services/intake/submit.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { OverInterests, OwnInterests } from "#app/ui/market/interests.tsx";
import { Moment } from "#app/ui/deadline.tsx";
import { Empty, List, Pagination, Row, Tabs } from "#app/ui/list.tsx";
import { FoundRow } from "#app/ui/market/found-row.tsx";
import { OwnRounds, RoundsAtWork } from "#app/ui/rounds/own-rounds.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { Desks } from "#app/ui/work/desks.tsx";
import { Invitations } from "#app/ui/work/invitations.tsx";
import { ToDos, TurnRows } from "#app/ui/turns/rows.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useRole, useWords } from "#app/ui/shell/words.tsx";
import { assignmentTab, urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, url }) => ({
  title: words(ctx.locale).work.mine.title,
  now: ctx.now(),
  submits: mayStart(ctx.actor),
  stars: await ratingsWaiting(ctx),
  desks: ownDesks(ctx),
  ...(await myWork(ctx, url.searchParams.get("plek"), pageIn(url.searchParams))),
}));
const address = (place: string | null, at: number) => {
  const query = new URLSearchParams({
    ...(place ? { plek: place } : {}),
    ...(at > 1 ? { pagina: String(at) } : {}),
  }).toString();
  return withQuery(urls.work.myWork, query);
};

type Data = DataOf<typeof loader>;
/** Tells whether a section above the assignments asks something: then nothing is said to wait for nobody. */
const waitsElsewhere = ({ invitations, rounds }: Data) =>
  invitations.length + rounds.toChoose.length + rounds.toJudge.length > 0;
function Screen({ data }: { data: Data }) {
  const {
    work: { mine },
  } = useWords();
  return (
    <Page
      title={mine.title}
      actions={
        data.submits && (
          <ButtonLink look="beside" href={urls.intake.submit}>
            {mine.submit}
          </ButtonLink>
        )
      }
    >
      {data.places.length > 0 && <Places data={data} />}
      <Invitations rows={data.invitations} />
      <OwnRounds data={data} />
      <Consents rows={data.consents} />
      <Approvals rows={data.approvals} />
      {(data.toDo.length > 0 || !waitsElsewhere(data)) && <Yours data={data} />}
      <Chances data={data} />
      <Others data={data} />
      {data.runs.length > 0 && (
        <Section title={mine.runs} id="loopt">
          <TurnRows rows={data.runs} now={data.now} />
        </Section>
      )}
      <RoundsAtWork data={data} />
      <Desks names={data.desks} />
      {data.pages > 1 && (
        <Pagination
          page={data.page}
          pages={data.pages}
          total={data.total}
          size={data.size}
          href={(at) => address(data.place, at)}
        />
      )}
      <LostClaims rows={data.claims} />
      <Around data={data} />
      <Rest rows={data.rest} />
    </Page>
  );
}
/** Shows what waits for others: one's assignments, and the questions that one asked. */
function Others({ data: { others, asked, now } }: { data: Data }) {
  const {
    market: { questions },
    work: { mine },
  } = useWords();
  if (others.length + asked.length === 0) return null;
  return (
    <Section title={mine.others} id="wacht">
      {others.length > 0 && <TurnRows rows={others} now={now} />}
      {asked.length > 0 && (
        <List>
          {asked.map((q) => (
            <Row
              key={q.id}
              href={`${urls.assignment.assignment(q.assignmentId)}#vragen`}
              title={q.title}
              under={`${questions.own}: ${questions.waiting.toLowerCase()}`}
              facts={[<Moment key="at" at={q.at} />]}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
/** Shows what the reader may do and may leave: claim, choose early, look at a question that is kept secret. */
function Chances({ data: { chances, secret, now } }: { data: Data }) {
  const {
    claims: { secrecy },
    work: { mine },
  } = useWords();
  if (chances.length + secret.length === 0) return null;
  return (
    <Section title={mine.chances} id="kansen">
      {secret.length > 0 && (
        <List>
          {secret.map((s) => (
            <Row
              key={s.assignmentId}
              href={urls.assignment.secrecy(s.assignmentId)}
              title={secrecy.row}
              under={`${s.community} · ${s.centre}`}
            />
          ))}
        </List>
      )}
      {chances.length > 0 && <TurnRows rows={chances} now={now} />}
    </Section>
  );
}
function Consents({ rows }: { rows: Data["consents"] }) {
  const { showcase } = useWords();
  if (rows.length === 0) return null;
  return (
    <Section title={showcase.consent.waiting} id="toestemming">
      <List>
        {rows.map((c) => (
          <Row
            key={c.assignmentId}
            href={urls.showcase.consent(c.assignmentId)}
            title={c.title ?? showcase.consent.row}
            under={showcase.consent.row}
            mine
          />
        ))}
      </List>
    </Section>
  );
}
/** Shows students under sixteen who wait until this coordinator records the approval of a guardian. */
function Approvals({ rows }: { rows: Data["approvals"] }) {
  const { approvals: t } = useWords().account;
  if (rows.length === 0) return null;
  return (
    <Section title={t.title} id="onder-16">
      <List>
        {rows.map(({ slug, centre, n }) => (
          <Row key={slug} href={urls.centre.approvals(slug)} title={centre} under={t.waiting(n)} mine />
        ))}
      </List>
    </Section>
  );
}
function Yours({ data }: { data: Data }) {
  const {
    work: { mine },
  } = useWords();
  return (
    <Section title={mine.yours} id="aan-zet">
      {data.toDo.length > 0 ? (
        <ToDos rows={data.toDo} now={data.now} />
      ) : (
        <Empty
          title={mine.empty}
          action={
            <ButtonLink look="beside" href={urls.market.market}>
              {mine.first}
            </ButtonLink>
          }
        >
          {mine.emptyText}
        </Empty>
      )}
    </Section>
  );
}
/** Shows what became of the reader's claims that were not chosen, with the reason that was given. */
function LostClaims({ rows }: { rows: Data["claims"] }) {
  const { assignment, claims, enums, reasons } = useWords();
  if (rows.length === 0) return null;
  const why = ({ status, reason, line, reserve }: Data["claims"][number]) => {
    if (reserve) return claims.reserve;
    if (status === "expired" && !reason) return claims.runOut;
    const named: Record<string, string> = reasons;
    return [claims.notChosen, named[reason ?? ""], line].filter(Boolean).join(". ");
  };
  return (
    <Section title={claims.lost} id="claims">
      <List>
        {rows.map((claim) => (
          <Row
            key={claim.id}
            href={assignmentTab(claim.assignmentId, "claims")}
            title={claim.title || assignment.untitled}
            under={`${claim.community} · ${claim.centre}`}
            facts={[<span key="why">{why(claim)}</span>]}
            mark={claim.reserve ? null : <span className="small soft">{enums.claim[claim.status]}</span>}
          />
        ))}
      </List>
    </Section>
  );
}
function Rest({ rows }: { rows: Data["rest"] }) {
  const {
    assignment,
    work: { mine },
  } = useWords();
  if (rows.length === 0) return null;
  return (
    <Section title={mine.rest} id="klaar">
      <List>
        {rows.map((card) => (
          <Row
            key={card.id}
            href={urls.assignment.assignment(card.id)}
            title={card.title || assignment.untitled}
            under={`${card.company} · ${card.centre}`}
            mark={card.left ? <span className="small soft">{mine.left}</span> : <StatusTag status={card.status} />}
          />
        ))}
      </List>
    </Section>
  );
}
/** Shows one's interests, and what one kept. */
function Around({ data }: { data: Data }) {
  const {
    market: { interest, keep },
    community,
  } = useWords();
  return (
    <>
      {data.interests.length + data.interestsOver.length > 0 && (
        <Section title={interest.mine} id="interesses">
          <OwnInterests blocks={data.interests} formKey={data.key} />
          {data.interestsOver.length > 0 && <OverInterests rows={data.interestsOver} />}
        </Section>
      )}
      {data.communities.length > 0 && (
        <Section title={community.own} id="gemeenschappen">
          <List>
            {data.communities.map((c) => (
              <Row key={c.id} href={urls.community.community(c.id)} title={c.name} under={c.centre} />
            ))}
          </List>
        </Section>
      )}
      {data.bookmarks.length > 0 && (
        <Section title={keep.title} id="bewaard">
          <List>
            {data.bookmarks.map((row) => (
              <FoundRow key={row.id} row={row} />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
/** Says which centre or company somebody with several works for now. */
function Places({ data }: { data: Data }) {
  const {
    work: { mine },
  } = useWords();
  const role = useRole();
  const { list } = useFormats();
  const tabs = data.places.map((p) => ({
    href: withQuery(urls.work.myWork, { plek: p.id }),
    label: `${p.name} (${list(p.roles.map((r) => role(r).toLowerCase()))})`,
    current: p.id === data.place,
  }));
  return (
    <Tabs
      label={mine.places}
      tabs={[{ href: urls.work.myWork, label: mine.everywhere, current: data.place === null }, ...tabs]}
    />
  );
}
export default view(Screen);
