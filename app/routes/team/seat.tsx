import { heldBy } from "#app/domain/agreement/terms/annexes.ts";
import { guardianMoves } from "#app/domain/team/process.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { moveFieldWords } from "#app/i18n/field-words.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { askGuardian, ownSeat } from "#app/services/team/seat.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Notice, Steps } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

const fields = guardianMoves.ask_guardian.fields;
export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).team.seat.title,
  words: moveFieldWords(ctx.locale, fields, "ask_guardian"),
  ...(await ownSeat(ctx, idIn(params.assignmentId))),
}));
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.assignmentId);
  const act = String(form.fields.act ?? "");
  if (act === "guardian") {
    await askGuardian(ctx, id, form.fields);
    return urls.team.seat(id);
  }
  const { seatId } = await ownSeat(ctx, id);
  await move(
    ctx,
    "member",
    seatId,
    act === "refuse" ? "refuse_seat" : "join",
    {},
    form.version === null ? {} : { version: form.version },
  );
  return act === "refuse" ? urls.work.myWork : urls.assignment.assignment(id);
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    team: { seat, forGuardian },
    agreement,
    enums: labels,
    guards,
  } = useWords();
  const tasks = data.annexes
    .filter((a) => a.kind !== "guardian")
    .map((a) => ({
      key: a.id,
      label: agreement.annexes[a.kind].title,
      href: urls.agreement.annex(a.id),
      state: a.signed ? ("done" as const) : ("todo" as const),
    }));
  return (
    <Page
      title={data.heading || seat.title}
      eyebrow={seat.title}
      lead={
        data.status === "invited" ? <p>{seat.asked(data.invitedBy ?? null, labels.seatRole[data.role])}</p> : undefined
      }
      problem={problem}
      fields={data.words}
      guardSays={(g) => wordOf(guards, g)}
    >
      {data.status === "active" && <Joined data={data} />}
      {(data.teaser || data.company) && (
        <Section title={seat.about} id="over">
          <p className="kept prose">{data.teaser}</p>
          {data.company && <p className="soft">{data.company}</p>}
        </Section>
      )}
      {data.status === "invited" &&
        (data.readable ? (
          <p>
            <a href={urls.assignment.assignment(data.assignmentId)}>{seat.whole}</a>
          </p>
        ) : (
          <p className="soft">{seat.afterPromise}</p>
        ))}
      <Waiting data={data} />
      {tasks.length > 0 && (
        <Section title={seat.annexes} id="bijlagen">
          <Steps tasks={tasks} label={seat.annexes} />
        </Section>
      )}
      {data.school && (
        <Section title={forGuardian.title} id="toestemming">
          {data.school.approved ? <Notice kind="done">{forGuardian.recorded}</Notice> : <p>{guards.school_approved}</p>}
        </Section>
      )}
      {data.minor && !data.school && <Guardian data={data} problem={problem} />}
      {data.status === "invited" && !data.over && <Answer data={data} />}
    </Page>
  );
}
/** Shows who takes part, and as what. */
function Joined({ data }: { data: Data }) {
  const {
    team: { seat },
    enums: { seatRole },
  } = useWords();
  return (
    <Notice kind="done">
      {seat.joined(seatRole[data.role])} <a href={urls.assignment.assignment(data.assignmentId)}>{seat.toAssignment}</a>
    </Notice>
  );
}
/** Shows what a seat waits for, beside its annexes; of what is over nothing is asked. */
function Waiting({ data }: { data: Data }) {
  const {
    team: { seat },
    guards,
  } = useWords();
  if (data.over) return <Notice>{guards.still_going}</Notice>;
  return (
    <>
      {data.noTrack && data.readable && (
        <Notice kind="care">
          {seat.noTrack} <a href={urls.workflow.childMove("member", data.seatId, "note_track")}>{seat.noteTrack}</a>
        </Notice>
      )}
      {data.waits && <Notice>{seat.waits}</Notice>}
    </>
  );
}
/** Joining waits for the annexes and, for whoever is under age, for the guardian; refusing never waits. */
function Answer({ data }: { data: Data }) {
  const {
    team: { seat },
  } = useWords();
  const ready =
    !data.waits && data.annexes.every((a) => a.signed || !heldBy(a.kind)) && data.school?.approved !== false;
  return (
    <div className="acts">
      {ready ? (
        <Form form={data.form}>
          <Button name="act" value="join">
            {seat.join}
          </Button>
        </Form>
      ) : (
        // What waits for the agreement has no annexes yet, and says so above.
        !data.waits && <p className="soft">{seat.notYet}</p>
      )}
      <Form form={data.form}>
        <Button look="plain" name="act" value="refuse">
          {seat.refuse}
        </Button>
      </Form>
    </div>
  );
}
function Guardian({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    team: { forGuardian: guardian },
  } = useWords();
  const { status = null, name = "" } = data.guardian ?? {};
  if (data.waits) return null;
  return (
    <Section title={guardian.title} id="toestemming">
      {status === "requested" && <p>{guardian.sent(name)}</p>}
      {(status === "approved" || status === "not_needed") && <Notice kind="done">{guardian.approved}</Notice>}
      {status === "refused" && <Notice kind="care">{guardian.refused}</Notice>}
      {(status === null || status === "expired" || status === "refused") && (
        <>
          <p>{guardian.askText}</p>
          <SimpleForm
            form={{ key: data.form.key }}
            fields={fields}
            words={data.words}
            button={status ? guardian.again : guardian.ask}
            problem={problem}
          >
            <input type="hidden" name="act" value="guardian" />
          </SimpleForm>
        </>
      )}
    </Section>
  );
}
export default view(Screen);
