import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { agreedFields, confirmationOf, confirmationsEnded, type Rule } from "#app/domain/workflow/machine.ts";
import { machineOf } from "#app/domain/workflow/processes.ts";
import { companySide, type Relation } from "#app/domain/words.ts";
import { refuse } from "#app/domain/refusal.ts";
import { endConfirmations, putConfirmation, setAsideConfirmation } from "#db/queries/workflow/confirmations.server.ts";
import { place, type AnyActing } from "./acting.ts";
import type { Inside } from "#app/services/context.ts";
import { canonical, record } from "#app/services/log/record.server.ts";

/**
 * A move that several sides must confirm: notes this side's yes and answers whether it still waits for others.
 * Who differs on an answer that must agree starts anew: the earlier yes no longer counts. Fills `acting.answers` with
 * all sides' answers when complete. Refuses `already_said` where this side said just this and still waits.
 */
export async function confirmSides(ctx: Inside, acting: AnyActing, rule: Rule<string, string>): Promise<boolean> {
  const { assignment, gathered, facts } = acting;
  const key = confirmationOf(acting.object, acting.name, acting.id);
  const sides = (rule.both ?? []) as readonly Relation[];
  const mine = sidesHeld(acting, rule);
  // Who is none of the sides, and may act, stands above them: nobody is waited for.
  if (mine.length === 0) return false;
  const earlier = gathered.confirmed.filter((c) => c.move === key && !(mine as string[]).includes(c.relation));
  const differs = (c: (typeof earlier)[number]) =>
    agreedFields(rule).some((field) => canonical(c.data[field] ?? null) !== canonical(acting.answers[field] ?? null));
  for (const c of earlier.filter(differs)) await setAsideConfirmation(ctx.db, c.id, ctx.now());
  const standing = earlier.filter((c) => !differs(c));
  const yes = new Set<string>([...standing.map((c) => c.relation), ...mine]);
  const waived = rule.waives && noticePassed(facts.clocks[rule.waives.clock], ctx.now()) ? rule.waives.relation : null;
  const waitingFor = sides.filter((side) => !yes.has(side) && side !== waived);
  if (waitingFor.length > 0 && wasSaid(acting, key, mine)) refuse("already_said");
  for (const relation of mine)
    await putConfirmation(ctx.db, {
      id: ctx.newId(),
      ...place(acting),
      move: key,
      relation,
      epoch: assignment.row.enteredAt,
      byId: ctx.actor.id,
      data: acting.answers,
      at: ctx.now(),
    });
  if (waitingFor.length === 0) {
    acting.answers = Object.assign({}, ...standing.map((c) => c.data), acting.answers, { confirmed_by: [...yes] });
    return false;
  }
  await record(ctx, assignment, {
    object: acting.object,
    objectId: acting.id,
    move: acting.name,
    from: assignment.row.status,
    to: assignment.row.status,
    actingAs: acting.as,
    answers: { ...acting.answers, confirmed_by: [...yes], waiting_for: [...waitingFor] },
    guards: [],
    notifies: waitingFor,
    agreementNumber: acting.agreement?.number ?? null,
    system: false,
  });
  return true;
}
/** Returns the sides for which this person confirms: nobody does so for the company and for the school at once (docs/domain.md 1.7). */
export function sidesHeld({ roles }: AnyActing, { both = [] }: Rule<string, string>): readonly Relation[] {
  const held = both.filter((side) => roles.has(side));
  const forCompany = held.filter((side) => companySide.some((role) => role === side));
  return forCompany.length > 0 ? forCompany : held;
}
/** The same yes once more is no news: nothing is recorded, and nobody gets the same letter again. */
const wasSaid = ({ gathered, answers }: AnyActing, key: string, mine: readonly Relation[]) =>
  mine.every((side) =>
    gathered.confirmed.some(
      ({ move, relation, data }) => move === key && relation === side && canonical(data) === canonical(answers),
    ),
  );
/** A clock that was answered calls nobody any more: its old notice stands in for no yes. */
const noticePassed = (clock: AnyActing["facts"]["clocks"][ClockId], now: Date) =>
  clock?.noticeUntil != null && clock.noticeUntil <= now && clock.status !== "met";

/**
 * What was confirmed ends with the move it was about, so that no side makes it again alone. What both sides would say under
 * an overlay ends when that begins and when it is over, whoever ends it.
 */
export async function endConfirmed(ctx: Inside, acting: AnyActing) {
  const ended = confirmationsEnded(machineOf(acting.object), acting.name, acting.id);
  if (ended.length > 0) await endConfirmations(ctx.db, acting.assignment.row.id, ended, ctx.now());
}
