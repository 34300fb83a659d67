import type { Answers } from "#app/domain/fields/fields.ts";
import type { AssignmentStatus, Role } from "#app/domain/words.ts";
import { clocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import type { LoggedAct } from "./acts.ts";
import { everyMove, rowOf, type AnyMove } from "#app/domain/workflow/processes.ts";
import type { TurnRule } from "#app/domain/turns/rule.ts";
import type { Shows } from "#app/domain/workflow/shown.ts";
import { may, mayNow, namesStudents, type Part } from "#app/domain/workflow/visibility.ts";

type Asking = { shows?: Shows; turn?: TurnRule };
/**
 * Returns the part whose readers alone may know that this was done (fees, quality notes, claims' content); undefined:
 * all who read the log.
 */
export const readersPart = (rule: { shows?: Shows } | undefined): Part | undefined =>
  rule?.shows?.quiet ? rule.shows.to : undefined;
/** Returns the part whose readers may know that this is waited for: else who may know that it was done. */
export const awaitedReadersPart = (rule: Asking): Part | undefined => rule.turn?.to ?? readersPart(rule);
type Answering = readonly (typeof everyMove)[number][];
const answers = new Map<string, Answering>();
/** Lists what answers each clock: the moves it asks for, and those that meet it. */
export function answering(clock: string): Answering {
  const known = answers.get(clock) ?? readAnswering(clock);
  if (clock in clocks) answers.set(clock, known);
  return known;
}
const readAnswering = (clock: string): Answering =>
  everyMove.filter(({ rule: { meets = [], turn } }) =>
    [...meets, ...(turn?.clock ?? []), ...(turn?.readies ? [turn.readies] : [])].some((id) => id === clock),
  );
/** Tells whether a move answers this clock, or any move does. */
export const answersClock = (clock: string, act?: { object: string; move: string }): boolean =>
  answering(clock).some(({ object, move }) => !act || (object === act.object && move === act.move));
/**
 * Tells whether nothing but leaving its status ends a clock: then all that is asked in that status is asked by its end.
 */
export const endsWithState = (clock: ClockId): boolean => clocks[clock].within !== undefined && !answersClock(clock);
/**
 * Tells whether this reader may know that a clock runs: who may know of something it asks for. Only of a clock that asks for
 * nothing do the moves that happen to end it decide; one that no move ends is nobody's secret.
 */
export function mayKnowClock(clock: string, roles: ReadonlySet<string>): boolean {
  const all = answering(clock);
  const asked = all.filter(({ rule: { turn } }) => turn?.readies === clock || turn?.clock?.some((id) => id === clock));
  const parts = (asked.length > 0 ? asked : all).map(({ rule }) => awaitedReadersPart(rule));
  return parts.length === 0 || parts.some((part) => part === undefined || mayNow(part, roles));
}
/** Holds moves whose actor is named to this part's readers only: a company never reads which student asked. */
const logHidesActor: Partial<Record<string, Part>> = { ask_question: "question_askers" } satisfies Partial<
  Record<AnyMove | LoggedAct, Part>
>;

/** Describes something that was done, as far as it decides who may know of it: a line of the log. */
type Done = { id?: string; object: string; move: string; actorId: string | null; answers: Answers };
/**
 * Tells who reads, and what they are to the assignment in the status it is in. `heard`: the lines of disputes that
 * lay with the steering group while they sat in it, for who reads of no other.
 */
type LogReader = { id: string; roles: ReadonlySet<string>; status: AssignmentStatus; heard?: ReadonlySet<string> };

const readsOfDispute = ({ id }: Done, { roles, heard }: LogReader) =>
  mayNow("dispute", roles) || (may("dispute", roles) && id !== undefined && heard?.has(id) === true);
const isOwn = ({ actorId }: Done, { id }: LogReader) => actorId !== null && actorId === id;
/**
 * Tells whether this reader may know that this was done: the one answer for the log, for whoever hears that somebody was
 * first, and for whatever else tells of it. Whoever did it knows.
 */
export function mayKnow(done: Done, reader: LogReader): boolean {
  if (isOwn(done, reader)) return true;
  const rule = rowOf(done.object, done.move);
  const part = readersPart(rule);
  const { clock } = done.answers;
  if (typeof clock === "string" && !mayKnowClock(clock, reader.roles)) return false;
  const named = done.object !== "member" || namesStudents(reader.status, reader.roles);
  // Who reads a dispute knows of its acts, also who reads no more of the assignment than that.
  const logs = may("log", reader.roles) || (rule?.shows?.in === "dispute" && readsOfDispute(done, reader));
  return named && logs && (part === undefined || may(part, reader.roles));
}
/**
 * Tells whether this reader, who may know that it was done, may also know who did it. `students`: who ever sat in the team as a
 * student; whoever does not know their names yet reads of none of them that they did something.
 */
export function mayKnowWho(done: Done, reader: LogReader, students: ReadonlySet<string>): boolean {
  if (isOwn(done, reader)) return true;
  if (done.actorId !== null && students.has(done.actorId) && !namesStudents(reader.status, reader.roles)) return false;
  const part = logHidesActor[done.move];
  return part === undefined || may(part, reader.roles);
}

/**
 * Says whose words these are to one reader: their name, or what they acted as where no name is known or may be said; the system
 * where `actor` is null.
 */
export type Author = { actor: string | null; as?: Role };
/** Tells whether nobody did this: a person who answered by a personal link has no account, and is not the system. */
export const isBySystem = ({ actorId, actingAs }: { actorId: string | null; actingAs: Role }): boolean =>
  actorId === null && (actingAs === "system" || actingAs === "anyone");
/**
 * Tells who did something, to this reader. Without a name the side speaks, as the log has it; only of an act whose
 * kind of actor is a secret too does nothing but that somebody did it remain.
 */
export function authorOf(
  done: Done & { actingAs: Role },
  name: string | null,
  reader: LogReader,
  students: ReadonlySet<string>,
): Author {
  if (isBySystem(done)) return { actor: null };
  if (name && mayKnowWho(done, reader, students)) return { actor: name };
  const hidden = logHidesActor[done.move];
  return hidden === undefined || may(hidden, reader.roles) ? { actor: "", as: done.actingAs } : { actor: "" };
}
