import type { Relation, Role } from "#app/domain/words.ts";
import { allowedRoles, confirmationOf, evaluate, mayUndo, undoneOf } from "#app/domain/workflow/machine.ts";
import { machineOf } from "#app/domain/workflow/processes.ts";
import { rolesOnPart } from "#app/domain/workflow/roles-on-part.ts";
import type { Act } from "./acts.ts";
import type { TurnAssignment, TurnPart } from "./assignment.ts";

/** Tells what the table says of this act, for somebody (null: for nobody in particular) who is this to its part. */
export const verdictOn = (part: TurnPart, name: string, person: string | null, roles: ReadonlySet<Role>) =>
  evaluate(machineOf(part.object), name, part.facts(person), roles);
const alones = new Map<Role, ReadonlySet<Role>>();
/** Returns somebody who has this relation and no other. */
export function alone(role: Role): ReadonlySet<Role> {
  const roles = alones.get(role) ?? new Set([role]);
  alones.set(role, roles);
  return roles;
}
/** Returns those who are waited for in this status, of those who may. */
export const waitedFor = ({ part, rule, turn }: Act): readonly Relation[] =>
  allowedRoles(rule, part.facts(null).status).filter(
    (role): role is Relation => role !== "system" && (turn.of?.includes(role) ?? true),
  );
/** Names who confirmed it already. */
export const confirmedSides = (assignment: TurnAssignment, { part, name }: Act) =>
  assignment.confirmed.flatMap((c) => (c.move === confirmationOf(part.object, name, part.id) ? [c.relation] : []));

/** Who did what this undoes is waited for; where they are gone, who else may undo it. */
function undoes(assignment: TurnAssignment, { rule }: Act, person: string, roles: ReadonlySet<string>): boolean {
  const by = undoneOf(rule, assignment);
  return mayUndo(rule, assignment, person, roles) && (by === null || by === person || !assignment.people.has(by));
}

/** Tells whether a guard of this part holds for this person (null: for anybody). */
export const holdsFor = (part: TurnPart, guard: string, person: string | null): boolean =>
  machineOf(part.object).guards[guard]?.(part.facts(person), new Set(), null) ?? false;
/** Tells whether there is anything of it for this person (null: for anybody), where the row says when that is. */
export const isWaitedFor = ({ part, turn }: Act, person: string | null): boolean =>
  turn.while === undefined || holdsFor(part, turn.while, person);
type Able = { person: string; held: readonly Relation[] };
/** Returns the people who can make this move now, with what they are. */
export function able(assignment: TurnAssignment, act: Act, among: readonly Relation[]): Able[] {
  const open = unconfirmed(assignment, act, among);
  const found: Able[] = [];
  for (const [person, all] of assignment.people) {
    const one = ableOne(assignment, act, open, { person, all });
    if (one) found.push(one);
  }
  return found;
}
/** Returns the sides of these that did not confirm it yet. */
function unconfirmed(assignment: TurnAssignment, act: Act, among: readonly Relation[]): readonly Relation[] {
  const { both } = act.rule;
  if (!both) return among;
  const yes = confirmedSides(assignment, act);
  return among.filter((relation) => !(both.includes(relation) && yes.includes(relation)));
}
/** Tells whether this person can make this move now, as one of these. */
export const canDo = (
  assignment: TurnAssignment,
  act: Act,
  among: readonly Relation[],
  one: { person: string; all: ReadonlySet<Relation> },
): boolean => ableOne(assignment, act, unconfirmed(assignment, act, among), one) !== null;
/** Tells whether one of them can, and as what. Most people are nothing that is asked here: that is looked at first. */
function ableOne(
  assignment: TurnAssignment,
  act: Act,
  open: readonly Relation[],
  { person, all }: { person: string; all: ReadonlySet<Relation> },
): Able | null {
  const roles = rolesOnPart(act.part.object, act.part.person, person, all);
  const held = open.filter((relation) => roles.has(relation));
  if (held.length === 0 || !isWaitedFor(act, person)) return null;
  return verdictOn(act.part, act.name, person, roles).ok && undoes(assignment, act, person, roles)
    ? { person, held }
    : null;
}
