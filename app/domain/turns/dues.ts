import { awaitedBy } from "#app/domain/assignment/awaited.ts";
import { isPrepared } from "#app/domain/assignment/guards.ts";
import { relations, type Relation } from "#app/domain/words.ts";
import { hasBegunAsking } from "#app/domain/workflow/asking.ts";
import { clocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import { allowedRoles, undoneOf, type Rule } from "#app/domain/workflow/machine.ts";
import { awaitedReadersPart } from "#app/domain/log/readers.ts";
import { machineOf } from "#app/domain/workflow/processes.ts";
import {
  fallbackFor,
  orders,
  type Due,
  type TurnAct,
  type TurnClock,
  type TurnAssignment,
  type TurnPart,
} from "./assignment.ts";
import { actsOf, confirmedFrom, type Act } from "./acts.ts";
import { turnsOnPages } from "./on-pages.ts";
import type { TurnAsk } from "./asks.ts";
import { able, alone, canDo, confirmedSides, holdsFor, isWaitedFor, verdictOn, waitedFor } from "./who-can.ts";

/** Says why a running assignment stands still: its nearest clock has run out, it is on hold, or it is in dispute. */
export const stallReasons = ["late", "held", "disputed"] as const;
export type StallReason = (typeof stallReasons)[number];

const day = 86_400_000;
/** Returns the clock of these that asks now, if one does. */
function asking(assignment: TurnAssignment, ids: readonly ClockId[], partId: string): TurnClock | null {
  const now = assignment.facts.now;
  const rows = assignment.clocks.filter(
    (row) => ids.includes(row.clock) && row.objectId === (clocks[row.clock].ofChild ? partId : assignment.id),
  );
  const asks = (row: TurnClock) => {
    const { lasts, within } = clocks[row.clock];
    // What was not done while its status lasted is no longer asked.
    if (within && !within.includes(assignment.facts.status)) return false;
    if (row.status === "out") return lasts === true;
    if (row.startedAt > now) return false;
    return row.status === "running" && hasBegunAsking(assignment.facts, row.clock, { dueAt: row.dueAt, now });
  };
  return rows.find(asks) ?? null;
}
/** Finds what the ways forward lack now: each guard that holds one back, whose preparing is asked for. */
function lacking(assignment: TurnAssignment, acts: ReturnType<typeof actsOf>): Set<string> {
  const lacks = new Set<string>();
  for (const act of acts) {
    const { part, name, turn } = act;
    if (act.resolves || turn.weekly || !isAsked(assignment, act)) continue;
    const verdicts = waitedFor(act).map((role) => verdictOn(part, name, null, alone(role)));
    if (verdicts.some((v) => v.ok)) continue;
    const held = verdicts.find((v) => !v.ok && v.why === "guards");
    if (held && !held.ok) for (const guard of held.missing) lacks.add(guard);
  }
  return lacks;
}
/** Tells whether preparing this way forward is asked for now. */
function isAsked(assignment: TurnAssignment, act: Act): boolean {
  const { part, turn } = act;
  if (!isWaitedFor(act, null)) return false;
  if (turn.clock) return asking(assignment, turn.clock, part.id) !== null;
  if (turn.chance) return false;
  if (!turn.readies || asking(assignment, [turn.readies], part.id)) return true;
  // Who began on a delivery goes on with it, and without a clock nothing else would ever ask for it.
  return isPrepared(assignment.facts) || !assignment.clocks.some((row) => row.clock === turn.readies);
}
type Why = { order: number; clock: TurnClock | null; among: readonly Relation[] };
/** Says why it is somebody's turn to do this now, or null when nobody waits for it. */
function why(
  assignment: TurnAssignment,
  act: ReturnType<typeof actsOf>[number],
  lacks: ReadonlySet<string>,
): Why | null {
  const { part, rule, turn, resolves } = act;
  const among = waitedFor(act);
  const clock = turn.clock ? asking(assignment, turn.clock, part.id) : null;
  const late = clock !== null && clock.dueAt < assignment.facts.now;
  if (turn.unless && assignment.facts.clocks[turn.unless]?.status === "running") return null;
  if (!isWaitedFor(act, null)) return null;
  const half = rule.both !== undefined && confirmedSides(assignment, act).length > 0;
  const needed = resolves?.filter((guard) => lacks.has(guard)) ?? [];
  const asked = half || (resolves ? needed.length > 0 : !turn.clock || clock !== null);
  if (rule.under) return asked ? { order: orders.overlay, clock, among } : null;
  if (half) return { order: orders.awaited, clock, among };
  if (turn.weekly) return { order: orders.weekly, clock, among };
  if (turn.quiet) return clock && { order: orders.own, clock, among };
  if (needed.length > 0) {
    const theirs = needed.flatMap((guard) => awaitedBy(guard, assignment.facts) ?? among);
    const still = among.filter((relation) => theirs.includes(relation));
    if (still.length > 0) return { order: orders.remedy, clock, among: still };
  }
  if (turn.clock) return clock && { order: late ? orders.late : orders.clock, clock, among };
  if (resolves || turn.chance) return null;
  if (turn.behind && holdsFor(part, turn.behind, null)) return { order: orders.behind, clock: null, among };
  return { order: part.object === "assignment" ? orders.way : orders.part, clock: null, among };
}
const heldBy = (found: readonly { held: readonly Relation[] }[], among: readonly Relation[]) =>
  among.filter((relation) => found.some(({ held }) => held.includes(relation)));

/**
 * Tells of whom an act is waited for, in words: whom the part is about comes first, and is called what they are to
 * the assignment, so that nobody reads that it waits for whom it concerns.
 */
function calledOn(
  { people }: TurnAssignment,
  { part }: Act,
  found: Parameters<typeof heldBy>[0],
  among: readonly Relation[],
) {
  const held = heldBy(found, among);
  if (!held.includes("anyone")) return held;
  const own = people.get(part.person ?? "") ?? new Set<Relation>();
  const called = relations.find((relation) => relation !== "anyone" && own.has(relation)) ?? "anyone";
  return [called, ...held.filter((relation) => relation !== "anyone" && relation !== called)];
}

/** Returns one thing for all who may do it; where each of them must, one for each. */
const duesOf = (assignment: TurnAssignment, act: Act, reason: Why): Due[] =>
  (act.rule.both || act.turn.each ? reason.among.map((one) => [one]) : [reason.among]).flatMap(
    (among) => dueOf(assignment, act, { ...reason, among }) ?? [],
  );
/** Tells who may know that an act is waited for, as its row says it. */
const audienceOf = (part: TurnPart, rule: Rule<string, string>): Pick<Due, "to" | "about"> => {
  const to = awaitedReadersPart(rule);
  return to === undefined ? {} : { to, ...(part.person ? { about: part.person } : {}) };
};
/** Tells who waits for it and hears of nothing else, as its row says it. */
function awaitedIn({ people }: TurnAssignment, { part, turn: { awaited } }: Act): Pick<Due, "awaitedBy"> {
  if (!awaited) return {};
  const isIt = ([person, roles]: [string, ReadonlySet<string>]) =>
    roles.has(awaited.by) && holdsFor(part, awaited.while, person);
  return { awaitedBy: [...people].filter(isIt).map(([person]) => person) };
}
/** Returns one act as something that is asked now, if anybody is there for it or it falls to somebody. */
function dueOf(assignment: TurnAssignment, act: Act, reason: Why): Due | null {
  const { part, name, rule, turn } = act;
  const week = (person: string) => {
    const seat = assignment.seats.find((s) => s.person === person && !s.invited);
    const since = Math.max(+(seat?.lastHours ?? 0), +assignment.facts.enteredAt);
    return seat !== undefined && +assignment.facts.now - since > 7 * day;
  };
  if (turn.weekly && !turn.weekly.includes(assignment.facts.status)) return null;
  const found = able(assignment, act, reason.among).filter(({ person }) => !turn.weekly || week(person));
  const base = {
    ask: turn.ask,
    act: { object: part.object, id: part.id, move: name },
    clock: reason.clock?.clock ?? turn.readies ?? null,
    dueAt: reason.clock?.dueAt ?? null,
    order: reason.order,
    ...audienceOf(part, rule),
    ...awaitedIn(assignment, act),
    ...(turn.aside && { aside: turn.aside }),
  };
  if (found.length > 0)
    return { ...base, who: calledOn(assignment, act, found, reason.among), people: found.map(({ person }) => person) };
  if (turn.weekly) return null;
  const yes = confirmedSides(assignment, act);
  const missing = reason.among.filter((role) => !yes.includes(role) && verdictOn(part, name, null, alone(role)).ok);
  const [first] = missing.filter((role) => role !== "anyone");
  if (undoneOf(rule, assignment) !== null) return null;
  if (first === undefined) return inPlace(assignment, act, base);
  // A parent or guardian has no account, and is waited for all the same.
  if (first === "guardian") return { ...base, who: [first], people: [] };
  return fallen(assignment, act, first, base);
}
/** Whose part it was has gone: whoever else the row lets do it is waited for, in its order; where nobody else may, nobody. */
function inPlace(assignment: TurnAssignment, act: Act, base: Omit<Due, "who" | "people">): Due | null {
  const { part, rule } = act;
  if (!part.person || assignment.people.has(part.person)) return null;
  for (const role of allowedRoles(rule, part.facts(null).status)) {
    if (role === "system" || role === "anyone") continue;
    const may = able(assignment, act, [role]);
    if (may.length > 0) return { ...base, who: [role], people: may.map(({ person }) => person) };
  }
  return null;
}
/** Goes down the line of `fallbackFor`, to the first that somebody is: to do it where they may, else to appoint somebody. */
function fallen(
  assignment: TurnAssignment,
  act: Act,
  missing: Relation,
  base: Omit<Due, "who" | "people">,
): Due | null {
  for (let to = act.turn.falls ?? fallbackFor[missing]; to; to = fallbackFor[to]) {
    const relation = to;
    const there = [...assignment.people].flatMap(([person, roles]) => (roles.has(relation) ? [person] : []));
    if (there.length === 0) continue;
    const may = able(assignment, act, [relation]);
    if (may.length > 0) return { ...base, who: [relation], people: may.map(({ person }) => person), missing };
    return { ...base, ask: "appoint", act: { page: "people" }, who: [relation], people: there, missing };
  }
  return null;
}
/** Finds what may be done on silence, by those whom the clock names, once its last notice has passed. */
function onSilence(assignment: TurnAssignment): Due[] {
  return assignment.clocks.flatMap((row) => {
    const { out } = clocks[row.clock];
    if (out.kind !== "notice" || !out.move || row.noticeUntil === null || row.noticeUntil > assignment.facts.now)
      return [];
    const [part] = assignment.parts.filter((p) => p.object === "assignment");
    const rule = machineOf("assignment").moves[out.move];
    if (!part || !rule || row.status === "met") return [];
    const found = able(assignment, { part, name: out.move, rule, turn: { ask: "silence" } }, out.then);
    if (found.length === 0) return [];
    return [
      {
        ask: "silence" as const,
        who: heldBy(found, out.then),
        people: found.map(({ person }) => person),
        act: { object: "assignment" as const, id: part.id, move: out.move },
        clock: row.clock,
        dueAt: row.dueAt,
        order: orders.awaited,
        ...audienceOf(part, rule),
      },
    ];
  });
}
/** Tells whether it should have been done: that comes first, but for what somebody does for themself. */
const isLate = ({ dueAt, order }: Due, now: Date): boolean => dueAt !== null && dueAt < now && order < orders.own;
/**
 * Says whose turn it is on an assignment, and for what, the most urgent first: what the tables ask for now, of people
 * who can do it now. What nobody can do falls to somebody who can see to it (`fallbackFor`).
 */
export function duesOn(assignment: TurnAssignment): Due[] {
  const acts = actsOf(assignment);
  const lacks = lacking(assignment, acts);
  const dues = acts.flatMap((act) => {
    const reason = why(assignment, act, lacks);
    return reason ? duesOf(assignment, act, reason) : [];
  });
  const all = [...dues, ...halfConfirmed(assignment), ...onSilence(assignment), ...turnsOnPages(assignment, lacks)];
  // What was confided, as about safety, comes before all else that is asked of the same person.
  const confided = ({ order }: Due) => Number(order === orders.own);
  const late = (due: Due) => Number(isLate(due, assignment.facts.now));
  // In a dispute the work goes on: what is due before the day of what lies over it comes before that.
  const overlay = all.flatMap(({ order, dueAt }) => (order === orders.overlay && dueAt ? [+dueAt] : []));
  const isSooner = ({ order, dueAt }: Due) =>
    order < orders.own && order > orders.overlay && dueAt !== null && overlay.some((end) => +dueAt < end);
  const orderOf = (due: Due) => (isSooner(due) ? orders.overlay - 1 : due.order);
  return all.sort(
    (a, b) =>
      confided(b) - confided(a) ||
      late(b) - late(a) ||
      orderOf(a) - orderOf(b) ||
      +(a.dueAt ?? Infinity) - +(b.dueAt ?? Infinity),
  );
}
/** Returns moves without a turn of their own that one side made, so that the other is waited for. */
function halfConfirmed(assignment: TurnAssignment): Due[] {
  return assignment.parts.flatMap((part) =>
    confirmedFrom(part.object, part.facts(null).status).flatMap(({ name, rule }) => {
      const act = { part, name, rule, turn: { ask: "confirm" as const } };
      if (confirmedSides(assignment, act).length === 0) return [];
      return duesOf(assignment, act, { order: orders.awaited, clock: null, among: rule.both ?? [] });
    }),
  );
}
/** Finds what this person may do and may leave: claim it, choose before the time to choose. */
export function chancesFor(assignment: TurnAssignment, person: string): { ask: TurnAsk; act: TurnAct }[] {
  const all = assignment.people.get(person);
  if (!all) return [];
  return actsOf(assignment).flatMap((act) => {
    const { part, name, turn } = act;
    if (!turn.chance || (turn.clock && asking(assignment, turn.clock, part.id))) return [];
    return canDo(assignment, act, waitedFor(act), { person, all })
      ? [{ ask: turn.ask, act: { object: part.object, id: part.id, move: name } }]
      : [];
  });
}
