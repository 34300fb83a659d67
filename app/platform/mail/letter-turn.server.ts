import { turnHref } from "#app/act-places.ts";
import { waitsForAgreement } from "#app/domain/agreement/terms/annexes.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { ClockNotice } from "#app/domain/log/acts.ts";
import type { Actor } from "#app/domain/workflow/policy.ts";
import type { TurnAsk } from "#app/domain/turns/asks.ts";
import type { Locale } from "#app/domain/words.ts";
import { formats } from "#app/i18n/format.ts";
import { whomAwaited } from "#app/i18n/whom.ts";
import type { Words } from "#app/i18n/words.ts";
import { consentsOn } from "#db/queries/showcase/showcases.server.ts";
import { invitationsTo } from "#db/queries/work/my-work.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { turnLines, turnOfClock, type Turn } from "#app/services/turns/turns.server.ts";
import { urls } from "#app/urls.ts";

/** Tells who reads the letter, and how: students are addressed as "je", everybody else as "u". */
type LetterReader = { actor: Actor; locale: Locale; register: "u" | "je"; seen: boolean };
/** The clock that a letter is about, the part it runs for, and what is said of it. */
type AboutClock = { clock: ClockId; objectId: string | null; kind: ClockNotice };
/** Says what a letter asks of its reader itself. */
export type Asked = TurnAsk | AboutClock;
/** Says how a letter ends: what is asked now, and where that is done (null: on the page of the assignment). */
export type LetterTurn = { lines: readonly string[]; path: string | null };

/**
 * Says how a letter ends. What the letter itself asks of its reader (`asks` of the row) comes before whatever else is
 * asked on the assignment; the button leads to where it is done, as the turn line does.
 */
export async function letterTurn(
  ctx: Inside,
  assignment: AssignmentContext,
  all: Words,
  reader: LetterReader,
  asked: Asked | null,
): Promise<LetterTurn> {
  const { letters } = all;
  const { register } = reader;
  const { id } = assignment.row;
  if (asked === "seat") {
    const seat = (await invitationsTo(ctx.db, reader.actor.id)).find((one) => one.assignmentId === id);
    if (!seat) return { lines: [letters.now.nothing(register)], path: null };
    const waits = waitsForAgreement(seat.role, seat.annexes);
    const now = waits ? letters.invited.waits(register) : letters.now.yours(register, letters.ask.seat);
    return { lines: [letters.invited.as(all.enums.seatRole[seat.role]), now], path: urls.team.seat(id) };
  }
  if (asked === "consent") {
    const open = (await consentsOn(ctx.db, id)).some((c) => c.personId === reader.actor.id && c.status === "asked");
    const now = open ? letters.now.yours(register, letters.ask.consent) : letters.now.nothing(register);
    return { lines: [now], path: null };
  }
  if (!reader.seen) return { lines: [], path: null };
  if (asked !== null && typeof asked === "object") return turnForClock(ctx, assignment, all, { ...reader, asked });
  return turnOnAssignment(ctx, assignment, all, reader);
}
/**
 * A letter of a clock asks what that clock asks, and nothing else that waits on the assignment. Only who can decide now is
 * told so; where it asks nothing of anybody, the letter says no more than it did.
 */
async function turnForClock(
  ctx: Inside,
  { row }: AssignmentContext,
  all: Words,
  { locale, register, asked: { clock, objectId, kind } }: LetterReader & { asked: AboutClock },
): Promise<LetterTurn> {
  const { letters } = all;
  const asks = await turnOfClock(ctx, row.id, { clock, objectId });
  const look = kind === "escalation" ? [letters.look] : [];
  if (!asks) return { lines: look, path: null };
  const { turn, mine } = asks;
  const what = letters.ask[turn.ask];
  if (!mine) return { lines: [...look, letters.now.others(awaited(turn, all, locale), what)], path: null };
  const decides = turn.ask === "silence" ? [letters.decide(register)] : [];
  return { lines: [...decides, letters.now.yours(register, what)], path: turnHref(row.id, turn.act) };
}
const awaited = (turn: Turn, all: Words, locale: Locale): string => whomAwaited(all, formats(locale), turn);
async function turnOnAssignment(
  ctx: Inside,
  { row }: AssignmentContext,
  all: Words,
  { locale, register }: LetterReader,
): Promise<LetterTurn> {
  const { letters } = all;
  const line = (await turnLines(ctx, [row])).get(row.id);
  if (!line?.turn) return { lines: [letters.now.nothing(register)], path: null };
  const what = letters.ask[line.turn.ask];
  const date = line.deadline ? formats(locale).date(line.deadline.dueAt) : "";
  if (line.mine)
    return {
      lines: [
        letters.now.yours(register, what),
        ...(line.deadline ? [line.deadline.late ? letters.now.late(date) : letters.now.before(date)] : []),
      ],
      path: turnHref(row.id, line.turn.act),
    };
  return {
    lines: [
      letters.now.others(awaited(line.turn, all, locale), what),
      ...(line.deadline && !line.deadline.late ? [letters.now.theirs(date)] : []),
    ],
    path: null,
  };
}
