import type { Answers } from "#app/domain/fields/fields.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { ClockId } from "./clocks.ts";
import type { LoggedAct } from "./logged-acts.ts";
import { rowOf, type AnyMove } from "./processes.ts";
import type { Shows } from "./shown.ts";
import { may, namesStudents, type Part } from "./visibility.ts";

/** The part whose readers alone may know that this was done (fees, quality notes, claims' content); undefined: all who read the log. */
export const knownTo = (rule: { shows?: Shows } | undefined): Part | undefined =>
  rule?.shows?.quiet ? rule.shows.to : undefined;
/** Clocks whose reminders are lines of the log for readers of this part only. */
export const clockHides: Partial<Record<ClockId, Part>> = { concern: "concerns", safety: "concerns" };
/** Moves whose actor is named to this part's readers only: a company never reads which student asked. */
export const logHidesActor: Partial<Record<string, Part>> = { ask_question: "question_askers" } satisfies Partial<
  Record<AnyMove | LoggedAct, Part>
>;

/** Something that was done, as far as it decides who may know of it: a line of the log. */
export type Done = { object: string; move: string; actorId: string | null; answers: Answers };
/** Who reads, and what they are to the assignment in the state it is in. */
export type LogReader = { id: string; roles: ReadonlySet<string>; status: AssignmentStatus };

const isOwn = ({ actorId }: Done, { id }: LogReader) => actorId !== null && actorId === id;
/**
 * Whether this reader may know that this was done: the one answer for the log, for who hears that somebody was first, and
 * for whatever else tells of it. Who did it knows.
 */
export function mayKnow(done: Done, reader: LogReader): boolean {
  if (isOwn(done, reader)) return true;
  const part = knownTo(rowOf(done.object, done.move)) ?? clockHides[done.answers.clock as ClockId];
  const named = done.object !== "member" || namesStudents(reader.status, reader.roles);
  return named && may("log", reader.roles) && (part === undefined || may(part, reader.roles));
}
/** Whether this reader, who may know that it was done, may also know who did it. */
export function mayKnowWho(done: Done, reader: LogReader): boolean {
  const part = logHidesActor[done.move];
  return part === undefined || may(part, reader.roles) || isOwn(done, reader);
}
