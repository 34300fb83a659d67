import { wordOf } from "#app/i18n/word-of.ts";
import { doneWords, wordsOfMove } from "#app/i18n/move-words.ts";
import type { ReactNode } from "react";
import type { EffortStanding } from "#app/domain/agreement/effort.ts";
import type { Answers, Fields as FieldSet, Options } from "#app/domain/fields/fields.ts";
import type { ContentScanKind } from "#app/domain/delivery/content-scan.ts";
import { isExit, isLasting } from "#app/domain/workflow/second-thought.ts";
import type { Relation } from "#app/domain/words.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Day } from "#app/ui/deadline.tsx";
import { ChildMoves } from "#app/ui/workflow/child-moves.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs, type FormMarks } from "#app/ui/fields/form.tsx";
import { UnsavedAnswers } from "#app/ui/fields/unsaved-answers.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { StoryBox, type StoryText } from "#app/ui/showcase/story.tsx";
import { Entries, WrittenAnswers, type WrittenData } from "#app/ui/assignment/entries.tsx";
import { ToSettle, type Settles } from "#app/ui/assignment/to-settle.tsx";
import { OpenInvoices, type OpenInvoice } from "#app/ui/assignment/open-invoices.tsx";
import type { FrameData } from "#app/ui/assignment/frame.tsx";
import { PromisedHours } from "#app/ui/assignment/promised-hours.tsx";
import { urls } from "#app/urls.ts";

type Scanned = { name: string; findings: readonly ContentScanKind[] | null };
type MoveData = {
  title: string;
  frame: Pick<FrameData, "id" | "title">;
  object: string;
  name: string;
  fields: FieldSet;
  options: Options;
  values: Answers;
  missing: readonly string[];
  opens: string | null;
  unanswered: readonly {
    id: string;
    title: string;
    dueOn: string;
    offers: readonly { name: string; rank: string }[];
  }[];
  form: FormMarks;
  waitsFor: readonly string[];
  waitsForOthers: readonly string[];
  saidYes: boolean;
  unticked: readonly string[];
  story: StoryText | null;
  matter: {
    held: WrittenData | null;
    words: Parameters<typeof Entries>[0]["entries"];
    files: readonly { id: string; name: string }[];
    folded: boolean;
  };
  words: FieldsWords;
  codePath: string | null;
  codeSent: boolean;
  scanned: readonly Scanned[];
  effort: EffortStanding | null;
  invoices: readonly OpenInvoice[];
  settles: Settles | null;
  now: Date;
};
type MoveScreenProps = { data: MoveData; problem: Problem | null; judged?: ReactNode };
/** Shows the form of one move: what it asks, or what still stands in the way; `judged`: the text that it judges. */
export function MoveScreen({ data, problem, judged }: MoveScreenProps) {
  const all = useWords();
  const { assignment, guards, intake } = all;
  const { date } = useFormats();
  const home = urls.assignment.assignment(data.frame.id);
  const { before } = wordsOfMove(all, data.name);
  const guardSays = (g: string) => wordOf(guards, g);
  return (
    <Page
      title={data.title}
      eyebrow={<a href={home}>{data.frame.title}</a>}
      problem={problem}
      fields={data.words}
      guardSays={guardSays}
      moveSays={(m, half) => doneWords(all, m, half)}
    >
      {isLasting(data.object, data.name) && <Notice kind="care">{assignment.form.destructive}</Notice>}
      {before && <Notice>{before}</Notice>}
      <WaitsFor data={data} />
      {data.missing.length > 0 && problem && <UnsavedAnswers typed={problem.typed} />}
      {data.unticked.length > 0 && data.missing.length === 0 && (
        <Notice title={intake.report.unticked}>
          <ul>
            {data.unticked.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      {data.story && <StoryBox story={data.story} alone />}
      {data.effort && <PromisedHours effort={data.effort} />}
      {judged}
      <Matter matter={data.matter} />
      {data.settles && <ToSettle of={data.settles} />}
      <OpenInvoices id={data.frame.id} of={data.invoices} now={data.now} />
      {data.missing.length > 0 ? (
        <Notice kind="care" title={assignment.missing}>
          <ul>
            {data.missing.map((g) => (
              <li key={g}>{guardSays(g)}</li>
            ))}
          </ul>
          {data.opens && <p>{`${assignment.opensOn(date(data.opens))}.`}</p>}
          <Unanswered milestones={data.unanswered} />
        </Notice>
      ) : (
        <Asked data={data} problem={problem} />
      )}
      <p>
        <ButtonLink look="plain" href={home}>
          {assignment.form.cancel}
        </ButtonLink>
      </p>
    </Page>
  );
}
/** Shows each milestone that holds a delivery back, with what may be done about it. */
function Unanswered({ milestones }: { milestones: MoveData["unanswered"] }) {
  return milestones.map(({ id, title, dueOn, offers }) => (
    <div key={id} className="stack">
      <p className="strong">
        {title} (<Day at={dueOn} />)
      </p>
      <ChildMoves object="milestone" id={id} offers={offers} about={title} />
    </div>
  ));
}
/** Shows what several sides confirm: who has yet to, and whether the other side or the reader did already. */
function WaitsFor({ data: { waitsFor, waitsForOthers, saidYes } }: { data: MoveData }) {
  const { assignment, turns } = useWords();
  const { list } = useFormats();
  if (waitsFor.length === 0) return null;
  const named = (relations: readonly string[]) => list(relations.map((r) => turns.who[r as Relation]));
  if (saidYes)
    return <Notice>{assignment.saidYes(named(waitsForOthers.length > 0 ? waitsForOthers : waitsFor))}</Notice>;
  return (
    <Notice>
      {waitsForOthers.length === 0
        ? assignment.already
        : assignment.confirmWait(named(waitsForOthers), waitsForOthers.length > 1)}
    </Notice>
  );
}
/** Shows what the form is about: what was written before, and the files that came with it. */
function Matter({ matter: { held, words, files, folded } }: { matter: MoveData["matter"] }) {
  const { assignment } = useWords();
  return (
    <>
      {held && (
        <Section title={assignment.matter} id="hierover">
          <WrittenAnswers written={held} />
        </Section>
      )}
      <Entries
        entries={words}
        title={held ? assignment.entries : assignment.matter}
        id={held ? "vastgelegd" : "hierover"}
        open={folded ? 0 : words.length}
      />
      {files.length > 0 && (
        <p>
          {assignment.matterFiles}{" "}
          {files.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 && " · "}
              <a href={urls.files.file(id)}>{name}</a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
function Asked({ data, problem }: { data: MoveData; problem: Problem | null }) {
  const { date } = useFormats();
  const { relation: relations, centreRole, organizationRole } = useWords().enums;
  const called: Readonly<Record<string, string>> = relations;
  const held: Readonly<Record<string, string>> = { ...organizationRole, ...centreRole };
  const { blocks, flag_owners: owners, invitable } = data.options;
  const options = {
    ...data.options,
    ...(blocks && { blocks: blocks.map((b) => ({ id: b.id, label: date(b.id) })) }),
    ...(invitable && {
      invitable: invitable.map(({ id, label, roles = [] }) => ({
        id,
        label: [label, ...roles.map((role) => held[role]?.toLowerCase())].filter(Boolean).join(", "),
      })),
    }),
    // Whoever does not know these people by name knows them by what they are.
    ...(owners && {
      flag_owners: owners.map(({ id, label, relation }) => ({
        id,
        label: [label, called[relation ?? ""]].filter(Boolean).join(", "),
      })),
    }),
  };
  const takesFiles = Object.values(data.fields).some(({ kind }) => kind === "files");
  return (
    <>
      {data.scanned.length > 0 && <ScanReport scanned={data.scanned} />}
      {data.codePath && <SendCode path={data.codePath} sent={data.codeSent} formKey={data.form.key} />}
      <Form form={data.form} files={takesFiles}>
        <Fields
          fields={data.fields}
          words={data.words}
          typed={problem?.typed}
          values={data.values}
          errors={problem?.errors}
          options={options}
        />
        <FormActs>
          <Button look={isExit(data.object, data.name) ? "danger" : "forward"}>{data.title}</Button>
        </FormActs>
      </Form>
    </>
  );
}
/** Shows what the scan found, file by file; who checks by hand answers for it. */
function ScanReport({ scanned }: { scanned: readonly Scanned[] }) {
  const {
    delivery: { scan },
  } = useWords();
  const { list } = useFormats();
  const found = scanned.some((file) => file.findings?.length);
  return (
    <Notice kind={found ? "care" : "done"} title={found ? scan.found : scan.nothing}>
      <ul>
        {scanned.map((file) => (
          <li key={file.name}>
            {file.name}:{" "}
            {file.findings === null
              ? scan.unread
              : file.findings.length
                ? list(file.findings.map((kind) => scan.kind[kind]))
                : scan.clean}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
/** Who signs first lets a code come by mail: asking is a form of its own. */
export function SendCode({
  path,
  sent,
  formKey,
  act,
  children,
}: {
  path?: string;
  sent: boolean;
  formKey: string;
  /** The page's own form gets this where the page itself asks the code. */
  act?: string;
  children?: ReactNode;
}) {
  const {
    assignment: { form },
  } = useWords();
  return (
    <div className="stack">
      {sent && <Notice kind="done">{form.codeSent}</Notice>}
      <Form form={{ key: formKey }} action={path}>
        {children}
        <Button look="beside" {...(act ? { name: "act", value: act } : {})}>
          {sent ? form.sendCodeAgain : form.sendCode}
        </Button>
      </Form>
    </div>
  );
}
