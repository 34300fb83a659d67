import type { Answer, Answers, Field, Fields, Option, OptionList, Options } from "#app/domain/fields/fields.ts";
import { earlierId, versionOf } from "#app/domain/agreement/terms/instalments.ts";
import type { Author } from "#app/domain/log/readers.ts";
import { moveText } from "#app/domain/workflow/move-answers.ts";
import { isHalfConfirmed } from "#app/domain/workflow/machine.ts";
import { everyMove, rowOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { answersShown, askedIn, readerOf, type ShownSection, type Subject } from "#app/domain/workflow/shown.ts";
import { namesStudents } from "#app/domain/workflow/visibility.ts";
import { isStudentSeat, type Relation } from "#app/domain/words.ts";
import { eventsOfMoves, namesOf, subjectsOn } from "#db/queries/assignment/entries.server.ts";
import type { Event } from "#db/queries/log/events.server.ts";
import type { Inside } from "#app/services/context.ts";
import { readsNow, readsVersion } from "#app/domain/agreement/own-version.ts";
import { billingIn, instalmentNow } from "#app/services/payments/billing.ts";
import { criteriaOptions, payableInstalments } from "#app/services/workflow/options.server.ts";
import { heardLines } from "#app/services/disputes/heard.server.ts";
import type { AssignmentTab } from "#app/urls.ts";
import { hasTab, type OpenAssignment } from "./frame.server.ts";
import { namingOf } from "./signatures.server.ts";

/** Holds what somebody wrote with one move, as far as this reader may read it. */
export type Written = {
  object: ObjectName;
  move: string;
  answers: Answers;
  options: Options;
};
export type Entry = Written & Author & { id: string; at: Date; waiting: boolean };
type Row = { event: Event; actor: string | null };

/**
 * Lists what was written in one section of an assignment, newest first: the answers of every move that the table
 * shows there, without those the section draws in its own way, and without what this reader may not read
 * (docs/domain.md 3.2).
 */
export async function entriesIn(inside: Inside, open: OpenAssignment, section: ShownSection): Promise<Entry[]> {
  if (inside.actor.id === "") return []; // visitors read no act of anybody
  const listed = everyMove.filter(({ rule: { shows } }) => shows?.in === section && !shows.drawn);
  const rows = await eventsOfMoves(inside.db, open.assignment.row.id, [...new Set(listed.map(({ move }) => move))]);
  const isListed = ({ event }: Row) =>
    listed.some(({ object, move }) => object === event.object && move === event.move);
  return (await entriesOf(inside, open, rows.filter(isListed))).reverse();
}
/** Names who reads what is open to many, and is nothing else to the assignment: they wrote nothing of it. */
const crowd: readonly Relation[] = ["anyone", "centre_teacher", "centre_student", "round_member"];
/** Holds the tab on which each section stands that is not always open to whoever sees the assignment. */
const tabOfSection: Partial<Record<ShownSection, AssignmentTab>> = {
  claims: "claims",
  agreement: "afspraken",
  team: "team",
  progress: "voortgang",
  delivery: "oplevering",
  implementation: "implementatie",
  anchoring: "borging",
};
/**
 * Lists what this reader wrote on tabs that are not theirs (any more), and what was written there about them, newest
 * first: who wrote something goes on reading it, also after leaving, and a student who asked a guardian reads what
 * was answered; nothing else of what others write there.
 */
export async function ownElsewhere(inside: Inside, open: OpenAssignment): Promise<Entry[]> {
  if ([...open.roles].every((relation) => crowd.includes(relation))) return [];
  const isShut = (section: ShownSection) => {
    const tab = tabOfSection[section];
    return tab !== undefined && !hasTab(tab, open.roles);
  };
  const listed = everyMove.filter(({ rule: { shows } }) => shows && isShut(shows.in));
  if (listed.length === 0) return [];
  const rows = await eventsOfMoves(inside.db, open.assignment.row.id, [...new Set(listed.map(({ move }) => move))]);
  const readerOn = await readersOn(inside, open, rows);
  const isOwn = ({ event }: Row) =>
    listed.some(
      ({ object, move, rule }) =>
        object === event.object &&
        move === event.move &&
        (event.actorId === inside.actor.id || (tellsSubject(rule) && readerOn(event.objectId).subject)),
    );
  return (await entriesOf(inside, open, rows.filter(isOwn))).reverse();
}
/** Tells whether somebody writes something with a move that is about a person, who reads it. */
const tellsSubject = (rule: (typeof everyMove)[number]["rule"]) =>
  rule.shows?.subject === true && Object.values(askedIn(rule)).some(({ kind }) => kind === "text" || kind === "line");
/** Returns these events as they are read, in their order, without those of which this reader may read nothing. */
export async function entriesOf(inside: Inside, open: OpenAssignment, rows: readonly Row[]): Promise<Entry[]> {
  if (rows.length === 0) return [];
  const written = await writtenIn(inside, open, rows);
  const authored = await namingOf(inside, open);
  return rows.flatMap((row) => {
    const { event } = row;
    const said = written.get(event.id);
    return said ? [{ ...said, id: event.id, at: event.at, ...authored(row), waiting: isHalfConfirmed(event) }] : [];
  });
}

/** Lists what a part holds without anybody's act, as far as this reader may read it: with the words of the move that asks it. */
export async function heldIn(inside: Inside, open: OpenAssignment, held: Omit<Written, "options">) {
  const rule = rowOf(held.object, held.move);
  const reader = { roles: open.roles, own: false, subject: false };
  const answers = rule ? answersShown(rule, held.answers, "system", reader) : {};
  if (Object.keys(answers).length === 0) return null;
  return { ...held, answers, options: await optionsRead(inside, open, [{ ...held, answers }]) } satisfies Written;
}

/** The answers of these events that this reader may read, by event; an event of which nothing may be read is left out. */
export async function writtenIn(
  inside: Inside,
  open: OpenAssignment,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Written>> {
  const readerOn = await readersOn(inside, open, rows);
  const heard = await heardLines(inside, open.assignment, open.roles);
  const written = new Map<string, Omit<Written, "options">>();
  for (const { event } of rows) {
    const rule = rowOf(event.object, event.move);
    const own = event.actorId !== null && event.actorId === inside.actor.id;
    if (!rule || (rule.shows?.in === "agreement" && !own && !readsOf(inside, open, event))) continue;
    if (rule.shows?.in === "dispute" && heard && !heard.has(event.id)) continue;
    const answers = answersShown(rule, event.answers, event.actingAs, {
      roles: open.roles,
      own,
      ...readerOn(event.objectId),
    });
    const said = { object: event.object, move: event.move, answers: ofItsVersion(open, event, answers) };
    if (Object.keys(answers).length > 0) written.set(event.id, said);
  }
  const options = await optionsRead(inside, open, [...written.values()]);
  return new Map([...written].map(([id, said]) => [id, { ...said, options }]));
}

/** What was written about the agreement of an earlier team of another school is not for the school of now, nor the other way. */
function readsOf({ actor }: Inside, { gathered, assignment }: OpenAssignment, { agreementNumber, answers }: Event) {
  const picked = versionOf(moveText(answers, "instalment"));
  const about = picked ?? agreementNumber;
  const left = about === null ? undefined : billingIn(gathered).earlier?.find(({ version }) => about <= version);
  return left
    ? readsVersion(actor, assignment.row, { institutionId: left.institutionId ?? null })
    : readsNow(actor, assignment.row);
}
/**
 * An instalment keeps its own name: the next version has others under the same numbers, and so has the next team's. What was
 * noted under a version that another replaced is called as it stands now.
 */
export function ofItsVersion(
  { gathered }: Pick<OpenAssignment, "gathered">,
  { agreementNumber }: Event,
  answers: Answers,
): Answers {
  const { instalment } = answers;
  if (typeof instalment !== "string" || agreementNumber === null || versionOf(instalment) !== null) return answers;
  const left = billingIn(gathered).earlier?.find(({ version }) => agreementNumber <= version);
  const now = instalmentNow(gathered, instalment, agreementNumber);
  return { ...answers, instalment: left ? earlierId(left.version, now) : now };
}
/** Tells what this reader is to an object; asks nothing when no row says that it matters. */
async function readersOn(inside: Inside, open: OpenAssignment, rows: readonly Row[]) {
  const matters = rows.some(({ event }) => {
    const { subject, chosen } = rowOf(event.object, event.move)?.shows ?? {};
    return subject || chosen !== undefined;
  });
  const subjects = matters ? await subjectsOn(inside.db, open.assignment.row.id) : new Map<string, Subject>();
  return (objectId: string) => readerOf(subjects.get(objectId), inside.actor.id);
}

/** Names for what was picked from lists: criteria in their own words, people only where this reader may know them. */
async function optionsRead(inside: Inside, open: OpenAssignment, written: readonly Omit<Written, "options">[]) {
  const picked = written.flatMap(({ object, move, answers }) => {
    const rule = rowOf(object, move);
    return rule ? picksIn(askedIn(rule), answers) : [];
  });
  const ids = [...new Set(picked.flatMap(({ ids }) => ids))].filter((id) => uuid.test(id));
  const names = ids.length > 0 ? await namesOf(inside.db, ids) : [];
  const named = namesStudents(open.assignment.row.status, open.roles);
  const students = new Set(open.gathered.team.flatMap(({ personId, role }) => (isStudentSeat(role) ? [personId] : [])));
  const known = names.filter(({ id }) => named || id === inside.actor.id || !students.has(id));
  const options: Partial<Record<OptionList, readonly Option[]>> = {};
  for (const { from } of picked) {
    if (from === "criteria" || from === "failed_criteria") options[from] = criteriaOptions(open.gathered);
    else if (from === "instalments") options[from] = payableInstalments(inside, open.assignment, open.gathered);
    else options[from] = from === "invitable" && !named ? [] : known;
  }
  return options;
}
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

type Picked = { from: OptionList; ids: readonly string[] };
/** Finds which ids were picked from which list, rows and groups included. */
function picksIn(fields: Fields, answers: Answers): Picked[] {
  return Object.entries(fields).flatMap(([id, field]) => pickedIn(field, answers[id] ?? null));
}
function pickedIn(field: Field, answer: Answer): Picked[] {
  const inner = (of: Fields) =>
    answer !== null && typeof answer === "object"
      ? Object.values(answer as Record<string, Answers>).flatMap((row) => picksIn(of, row))
      : [];
  if (field.kind === "rows") return inner(field.of);
  if (field.kind === "each") return [{ from: field.from, ids: Object.keys(answer ?? {}) }, ...inner(field.of)];
  if (field.kind !== "pick" && field.kind !== "picks") return [];
  return [{ from: field.from, ids: Array.isArray(answer) ? answer.map(String) : [String(answer ?? "")] }];
}
