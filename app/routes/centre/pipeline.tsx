import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import type { StallReason } from "#app/domain/turns/dues.ts";
import { pipeline } from "#app/services/centre/pipeline.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Deadline } from "#app/ui/deadline.tsx";
import { Empty, List, Pagination, Row } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { asks, useOnWhom } from "#app/ui/turns/words.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

const said: Record<string, StallReason> = { laat: "late", pauze: "held", geschil: "disputed" };
const asked = (what: StallReason) => Object.keys(said).find((k) => said[k] === what) ?? "";
export const loader = page(async ({ ctx, params, url: { searchParams } }) => {
  const stop = searchParams.get("stop");
  const data = await pipeline(ctx, params.slug ?? "", {
    stop: stop === "lopend" ? "all" : stop,
    what: said[searchParams.get("wat") ?? ""] ?? null,
    page: pageIn(searchParams),
  });
  return {
    title: words(ctx.locale).centre.pipeline.title(data.centre.name),
    hue: data.centre.hue,
    now: ctx.now(),
    ...data,
  };
});

type Data = DataOf<typeof loader>;
const address = (data: Data, stop: string | null, what: StallReason | null = null, at = 1) => {
  const query = new URLSearchParams({
    ...(stop ? { stop: stop === "all" ? "lopend" : stop } : {}),
    ...(what ? { wat: asked(what) } : {}),
    ...(at > 1 ? { pagina: String(at) } : {}),
  }).toString();
  return withQuery(urls.centre.pipeline(data.centre.slug), query);
};
function Screen({ data }: { data: Data }) {
  const {
    centre: { pipeline: t },
    intake,
    enums: labels,
    letters,
  } = useWords();
  const base = urls.centre.centre(data.centre.slug);
  const stop = data.stop === null ? t.still : data.stop === "all" ? t.running : labels.status[data.stop];
  return (
    <Page
      title={data.title}
      eyebrow={<a href={base}>{data.centre.name}</a>}
      actions={
        <ButtonLink look="beside" href={urls.intake.desk(data.centre.slug)}>
          {intake.desk.title}
        </ButtonLink>
      }
    >
      {data.dead > 0 && (
        <Notice kind="care">
          <a href={urls.intake.postForCompany(data.centre.slug)}>
            {letters.dead.title}: {data.dead}
          </a>
        </Notice>
      )}
      <EmptySeats seats={data.open} />
      <div className="with-filters">
        <Stops data={data} />
        <Section title={data.what ? `${stop}: ${t[data.what]}` : stop} id="lijst">
          {data.rows.length === 0 ? <Empty title={data.stop === null ? t.moving : t.empty} /> : <Rows data={data} />}
          <Pagination
            page={data.page}
            pages={data.pages}
            total={data.total}
            href={(at) => address(data, data.stop, data.what, at)}
          />
        </Section>
      </div>
    </Page>
  );
}
/** Names each assignment with the seat that its work may wait for and nobody has, until somebody takes it. */
function EmptySeats({ seats }: { seats: Data["open"] }) {
  const {
    centre: { pipeline: t },
    enums,
    assignment,
  } = useWords();
  if (seats.length === 0) return null;
  return (
    <Notice kind="care" title={t.open}>
      <p>{t.openWhy}</p>
      <ul>
        {seats.map(({ id, title, role }) => (
          <li key={`${id} ${role}`}>
            <a href={urls.team.team(id)}>{title || assignment.untitled}</a>: {enums.seatRole[role]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
/** Shows every stop with how many stand there, and how many of those stand still; each number opens the rows it counts. */
function Stops({ data }: { data: Data }) {
  const {
    centre: { pipeline: t },
    enums: labels,
  } = useWords();
  const current = (stop: string | null, what: StallReason | null = null) =>
    data.stop === stop && data.what === what ? ("page" as const) : undefined;
  const whole = (stop: string | null, label: string, n: number) => (
    <li className="stop-row">
      <a href={address(data, stop)} aria-current={current(stop)}>
        {label} <span className="count">{n}</span>
      </a>
    </li>
  );
  return (
    <nav aria-label={t.stop}>
      <ul className="stop-list">
        {whole(null, t.still, data.still)}
        {whole("all", t.running, data.running)}
        {data.counts.map(({ status, n, still }) => (
          <li key={status} className="stop-row">
            <a href={address(data, status)} aria-current={current(status)}>
              <StatusTag status={status} /> <span className="count">{n}</span>
            </a>
            {still.map((s) => (
              <a
                key={s.what}
                className="stop-still"
                href={address(data, status, s.what)}
                aria-current={current(status, s.what)}
              >
                {s.n} {t[s.what]}
                <span className="unseen">: {labels.status[status]}</span>
              </a>
            ))}
          </li>
        ))}
      </ul>
    </nav>
  );
}
function Rows({ data }: { data: Data }) {
  const all = useWords();
  const onWhom = useOnWhom();
  const { assignment } = all;
  return (
    <List>
      {data.rows.map(({ card, turn, mine, deadline, disputed }) => (
        <Row
          key={card.id}
          href={urls.assignment.assignment(card.id)}
          title={card.title || assignment.untitled}
          under={card.company}
          mine={mine}
          mark={<StatusTag status={card.status} onHold={card.onHold} disputed={disputed} />}
          facts={[
            turn ? (mine ? asks(all, turn) : all.work.mine.onWhom(onWhom(turn))) : all.turns.nobody,
            deadline ? <Deadline key="d" at={deadline.dueAt} now={data.now} /> : "",
          ]}
        />
      ))}
    </List>
  );
}
export default view(Screen);
