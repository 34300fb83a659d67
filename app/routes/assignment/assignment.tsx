import { ofQuestion } from "#app/domain/market/topics-of-pages.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { Interested } from "#app/ui/market/interested.tsx";
import { BookmarkButton } from "#app/ui/market/bookmark-button.tsx";
import { Questions } from "#app/ui/market/questions.tsx";
import { Entries } from "#app/ui/assignment/entries.tsx";
import { AssignmentFrame, Tasks } from "#app/ui/assignment/frame.tsx";
import { FileList } from "#app/ui/files/file-list.tsx";
import { LogLines } from "#app/ui/assignment/log-lines.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { List } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { FoundRow } from "#app/ui/market/found-row.tsx";
import { ShortAnswers, WholeIntake } from "#app/ui/intake/answered.tsx";
import { Linked } from "#app/ui/intake/similar.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { idIn } from "#app/services/ids.ts";
import { loginTo, urls } from "#app/urls.ts";

export const loader = publicPage(({ ctx, params }) => overview(ctx, idIn(params.assignmentId)), {
  topics: ofQuestion,
  aSecondOld: true,
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    assignment,
    work: { desks },
    team: { seat },
    market: { search },
  } = useWords();
  const { frame } = data;
  const dispute = <Entries entries={data.dispute} title={assignment.dispute} id="geschil" />;
  return (
    <AssignmentFrame frame={frame} tab="overzicht" now={data.now} problem={problem} actions={<Doors data={data} />}>
      {frame.roles.includes("invited_member") && (
        <Notice>
          {seat.invited} <a href={urls.team.seat(frame.id)}>{desks.answer}</a>
        </Notice>
      )}
      {data.frame.past && <Notice>{assignment.past}</Notice>}
      <div className="split">
        <div className="stack-wide">
          {frame.disputed && dispute}
          <Story data={data} />
          {!frame.disputed && dispute}
          <Tasks frame={frame} />
          <Questions
            fileId={frame.id}
            questions={data.questions}
            visitor={!data.signedIn}
            open={frame.status === "published"}
          />
          {data.frame.status === "published" && <Interested people={data.interested.people} />}
          <Entries entries={data.ownElsewhere} title={assignment.ownEntries} id="zelf" />
          <Entries entries={data.entries} open={0} />
          {data.log.length > 0 && (
            <Section title={assignment.recent} id="log">
              <LogLines lines={data.log} />
              <p>
                <a href={urls.assignment.log(frame.id)}>{assignment.allLog}</a>
              </p>
            </Section>
          )}
        </div>
        <aside className="stack-wide">
          <InShort data={data} />
        </aside>
      </div>
      {data.similar.length > 0 && (
        <Section title={search.similar} id="vergelijkbaar">
          <List>
            {data.similar.map((row) => (
              <FoundRow key={row.id} row={row} />
            ))}
          </List>
        </Section>
      )}
    </AssignmentFrame>
  );
}
/** Shows the links and buttons beside the title: to claim, to show interest or take it back, to keep, to log in. */
function Doors({ data }: { data: Data }) {
  const { assignment, moves } = useWords();
  const { frame } = data;
  return (
    <>
      {data.claim && (
        <ButtonLink look="forward" href={urls.workflow.newChildMove(frame.id, "claim", "submit_claim")}>
          {moves.submit_claim.button}
        </ButtonLink>
      )}
      {data.ownInterest && (
        <ButtonLink look="plain" href={urls.workflow.childMove("interest", data.ownInterest, "drop_interest")}>
          {moves.drop_interest.button}
        </ButtonLink>
      )}
      {data.interest && !data.ownInterest && (
        <ButtonLink look="beside" href={urls.market.interest(frame.id)}>
          {moves.show_interest.button}
        </ButtonLink>
      )}
      {data.bookmarked !== null && (
        <BookmarkButton id={frame.id} bookmarked={data.bookmarked} formKey={frame.form.key} />
      )}
      {!data.signedIn && frame.status === "published" && (
        <ButtonLink look="beside" href={loginTo(urls.assignment.assignment(frame.id))}>
          {assignment.login}
        </ButtonLink>
      )}
    </>
  );
}
function Story({ data }: { data: Data }) {
  const { assignment } = useWords();
  const part = (title: string, text: string) =>
    text !== "" && (
      <Section title={title}>
        <p className="kept prose">{text}</p>
      </Section>
    );
  return (
    <>
      {part(assignment.text, data.problem)}
      {data.text === "summary" && <p className="soft">{assignment.summaryOnly}</p>}
      {data.text === "none" && <p className="soft">{assignment.secretText}</p>}
      {part(assignment.goal, data.goal)}
      {part(assignment.deliverables, data.deliverables)}
      {part(assignment.criteria, data.criteria)}
      {part(assignment.endUsers, data.endUsers)}
      {part(assignment.brings, data.brings)}
      {part(assignment.business, data.business)}
      <ShortAnswers answers={data.shortAnswers} />
      {data.intake && <WholeIntake answers={data.intake} />}
      <Linked assignments={data.linked} />
      <Attachments data={data} />
      <IntakeLinks data={data} />
      {data.mayEdit && (
        <p>
          <a href={urls.intake.submitStep(data.frame.id, "controle")}>{assignment.edit}</a>
        </p>
      )}
    </>
  );
}
/** Shows ways to the report and the history of the text, for whoever may read them. */
function IntakeLinks({ data }: { data: Data }) {
  const {
    intake: { report },
  } = useWords();
  if (!data.steers && !data.versions) return null;
  return (
    <ul className="acts acts-more">
      {data.steers && (
        <li>
          <a href={urls.intake.report(data.frame.id)}>{report.title}</a>
        </li>
      )}
      {data.versions && (
        <li>
          <a href={urls.assignment.versions(data.frame.id)}>{report.versions}</a>
        </li>
      )}
    </ul>
  );
}
function Attachments({ data }: { data: Data }) {
  const { assignment, delivery, files } = useWords();
  if (data.attachments.length === 0 && !data.mayAttach) return null;
  return (
    <Section title={assignment.attachments} id="bijlagen">
      {data.attachments.length === 0 ? (
        <p className="soft">{delivery.noFiles}</p>
      ) : (
        <FileList files={data.attachments} label={assignment.attachments} />
      )}
      {data.mayAttach && (
        <p>
          <a href={urls.files.upload(data.frame.id, "attachment")}>{files.title}</a>
        </p>
      )}
    </Section>
  );
}
function InShort({ data }: { data: Data }) {
  const { assignment, enums } = useWords();
  const { date, duration } = useFormats();
  const c = data.card;
  const undecided = c.allowedObligations.length > 1 && data.frame.status === "published";
  const obligations = undecided ? c.allowedObligations : [data.frame.obligation];
  const facts: { term: string; value: string }[] = [
    {
      term: assignment.obligation,
      value: `${obligations.map((o) => enums.obligation[o]).join(", ")}. ${enums.obligationMeans[data.frame.obligation]}`,
    },
    { term: assignment.levels, value: c.levels.map((l) => enums.level[l]).join(", ") },
    { term: assignment.seats, value: assignment.seatsText(c.seatsMin, c.seatsMax) },
    { term: assignment.weeks, value: assignment.weeksText(c.weeks) },
    ...(c.hoursStudent ? [{ term: assignment.hours, value: duration(c.hoursStudent * 60) }] : []),
    ...(c.feeKind ? [{ term: assignment.fee, value: enums.feeKind[c.feeKind] }] : []),
    ...(c.sector ? [{ term: assignment.sector, value: enums.sector[c.sector] }] : []),
    ...(c.blocks.length ? [{ term: assignment.start, value: c.blocks.map((b) => date(b)).join(", ") }] : []),
    ...(c.windowEnd && data.frame.status === "published"
      ? [{ term: assignment.window, value: date(c.windowEnd) }]
      : []),
    ...(data.interested.n === null ? [] : [{ term: assignment.interested, value: String(data.interested.n) }]),
  ];
  return (
    <Section title={assignment.facts} id="kort">
      <Facts facts={facts} />
    </Section>
  );
}
export default view(Screen);
