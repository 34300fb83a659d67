import type { ReactNode } from "react";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { When } from "#app/i18n/format.ts";
import { Day, Deadline } from "#app/ui/deadline.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { List, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { wordOf } from "#app/i18n/word-of.ts";
import { Parts, type Statement } from "#app/ui/assignment/payments.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { urls } from "#app/urls.ts";

/** Says what every entry of a desk says of its assignment. */
type Entry = {
  id: string;
  title: string;
  company: string;
  /** Holds the school of the agreement, on a desk where both parties are named. */
  school?: string;
  centre: string;
  status: AssignmentStatus;
  onHold: boolean;
  disputed: boolean;
  deadline: When | null;
};
type Handed = { id: string; label: string; at: Date | null; files: readonly { id: string; name: string }[] };
type Graded = Entry & {
  asked: boolean;
  startOn: string | null;
  endOn: string | null;
  /** These days are in no signed version yet. */
  proposed: boolean;
  handIns: readonly Handed[];
  students: readonly { id: string; name: string; assessedAt: Date | null }[];
  toJudge: boolean;
};
type Checked = Entry & {
  deliveries: readonly string[];
  requirements: readonly number[];
  cases: readonly string[];
};
type Disputed = Entry & {
  reason: string | null;
  by: string | null;
  asked: string;
  evidence: string;
  answers: readonly { by: string | null; answer: string; evidence: string | null; at: Date }[];
  steps: readonly { step: string; report: string; at: Date }[];
};
type DecidedDispute = {
  id: string;
  assignmentId: string;
  title: string;
  company: string;
  centre: string;
  reason: string | null;
  endedBy: string;
  at: Date;
};
type Paid = Entry & Statement & { mayNote: boolean; school: string };

/** Shows one assignment on a desk: which, where it stands, its first deadline, and what the desk says of it. */
function Item({ entry, now, children }: { entry: Entry; now: Date; children: ReactNode }) {
  const {
    assignment,
    work: { desks: t },
  } = useWords();
  return (
    <Section title={entry.title || assignment.untitled} id={`opdracht-${entry.id}`}>
      <p className="soft">
        {[entry.company, entry.school, entry.centre].filter(Boolean).join(" · ")} ·{" "}
        <a href={urls.assignment.assignment(entry.id)}>
          {t.toAssignment}
          <span className="unseen"> {entry.title}</span>
        </a>
      </p>
      <p>
        <StatusTag status={entry.status} onHold={entry.onHold} disputed={entry.disputed} />
      </p>
      {entry.deadline && (
        <p>
          {t.nearest}: <Deadline at={entry.deadline} now={now} bare />
        </p>
      )}
      {children}
    </Section>
  );
}
/** Lists assignments to grade. */
export function Grading({ rows, now }: { rows: readonly Graded[]; now: Date }) {
  const {
    work: { desks: t },
  } = useWords();
  const day = (value: string | null, proposed: boolean) =>
    value ? (
      <>
        <Day at={value} /> {proposed && <span className="soft">{t.proposed}</span>}
      </>
    ) : (
      "–"
    );
  return rows.map((row) => (
    <Item key={row.id} entry={row} now={now}>
      {row.asked && (
        <p>
          {t.asked} <a href={urls.team.seat(row.id)}>{t.answer}</a>
        </p>
      )}
      <Facts
        facts={[
          { term: t.from, value: day(row.startOn, row.proposed) },
          { term: t.until, value: day(row.endOn, row.proposed) },
        ]}
      />
      {!row.asked && <HandIns handIns={row.handIns} />}
      {row.students.length > 0 && row.toJudge && <Students students={row.students} />}
    </Item>
  ));
}
/** Shows what was handed in, with its files; it opens once the seat was taken. */
function HandIns({ handIns }: Pick<Graded, "handIns">) {
  const {
    work: { desks: t },
  } = useWords();
  const { date } = useFormats();
  return (
    <>
      <h3>{t.handIns}</h3>
      {handIns.length === 0 ? (
        <p className="soft">{t.noHandIn}</p>
      ) : (
        <ul>
          {handIns.map((hand) => (
            <li key={hand.id}>
              {hand.label}
              {hand.at && `, ${t.handedOn(date(hand.at))}`}
              {hand.files.map((file) => (
                <span key={file.id}>
                  {" · "}
                  <a href={urls.files.file(file.id)}>{file.name}</a>
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
/** Which students were judged and when, and where that is done. */
function Students({ students }: Pick<Graded, "students">) {
  const {
    work: { desks: t },
  } = useWords();
  const { date } = useFormats();
  return (
    <>
      <h3>{t.students}</h3>
      <ul>
        {students.map(({ id, name, assessedAt }) => (
          <li key={id}>
            {name}: {assessedAt ? t.assessedOn(date(assessedAt)) : t.toAssess}{" "}
            <a href={urls.workflow.childMove("member", id, assessedAt ? "correct_assessment" : "assess")}>
              {assessedAt ? t.correct : t.assess}
              <span className="unseen"> {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
/** Says what waits for a check of the quality. */
export function Checking({ rows, now }: { rows: readonly Checked[]; now: Date }) {
  const {
    work: { desks },
  } = useWords();
  const t = desks.check;
  return rows.map((row) => (
    <Item key={row.id} entry={row} now={now}>
      {row.deliveries.map((label) => (
        <p key={label}>
          {t.delivery(label)} <a href={urls.delivery.delivery(row.id)}>{t.toDelivery}</a>
        </p>
      ))}
      {row.requirements.map((number) => (
        <p key={number}>
          {t.requirements(number)} <a href={urls.agreement.agreement(row.id)}>{desks.toAgreement}</a>
        </p>
      ))}
      {row.cases.map((defect) => (
        <p key={defect} className="kept">
          {t.case} {defect} <a href={urls.delivery.delivery(row.id)}>{t.toDelivery}</a>
        </p>
      ))}
    </Item>
  ));
}
/** Lists the disputes that wait for a decision. */
export function Disputes({ rows, now }: { rows: readonly Disputed[]; now: Date }) {
  const {
    work: { desks },
    reasons,
    fields,
  } = useWords();
  const t = desks.dispute;
  const said = (text: string) => <span className="kept">{text || "–"}</span>;
  const steps = fields.step.options as Record<string, string>;
  return rows.map((row) => (
    <Item key={row.id} entry={row} now={now}>
      <Facts
        facts={[
          { term: t.why, value: row.reason === null ? "–" : wordOf(reasons, row.reason) },
          ...(row.by ? [{ term: t.by, value: row.by }] : []),
          { term: t.asked, value: said(row.asked) },
          { term: t.evidence, value: said(row.evidence) },
          ...row.answers.flatMap(({ by, answer, evidence, at }) => [
            {
              term: by === null ? t.answer : `${t.answer}: ${by}`,
              value: (
                <>
                  {said(answer)} (<Day at={at} />)
                </>
              ),
            },
            ...(evidence ? [{ term: t.evidence, value: said(evidence) }] : []),
          ]),
          ...row.steps.map(({ step, report, at }) => ({
            term: `${t.steps}: ${wordOf(steps, step)}`,
            value: (
              <>
                {said(report)} (<Day at={at} />)
              </>
            ),
          })),
        ]}
      />
      <p>
        <ButtonLink look="beside" href={urls.assignment.assignment(row.id)}>
          {t.decide}
          <span className="unseen"> {row.title}</span>
        </ButtonLink>
      </p>
    </Item>
  ));
}
/** Shows disputes that the steering group was asked to decide and that are over; each leads to what was said in it. */
export function Decided({ rows }: { rows: readonly DecidedDispute[] }) {
  const {
    assignment,
    reasons,
    work: { desks },
  } = useWords();
  const { title, none, ended } = desks.decided;
  return (
    <Section title={title} id="besloten">
      {rows.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <List label={title}>
          {rows.map((row) => (
            <Row
              key={row.id}
              href={`${urls.assignment.assignment(row.assignmentId)}#geschil`}
              title={row.title || assignment.untitled}
              under={[row.company, row.centre, row.reason && wordOf(reasons, row.reason)].filter(Boolean).join(" · ")}
              facts={[ended[row.endedBy] ?? ended.other, <Day key="on" at={row.at} />]}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
/** Shows what was agreed, invoiced and paid. */
export function Payments({ rows, now }: { rows: readonly Paid[]; now: Date }) {
  const {
    work: { desks },
  } = useWords();
  return rows.map((row) => (
    <Item key={row.id} entry={row} now={now}>
      <Parts id={row.mayNote ? row.id : null} of={row} now={now} />
      <p>
        <a href={urls.agreement.agreement(row.id)}>
          {desks.toAgreement}
          <span className="unseen">: {row.title}</span>
        </a>
      </p>
    </Item>
  ));
}
