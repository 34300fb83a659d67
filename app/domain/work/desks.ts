import { relationsHeld, type Actor } from "#app/domain/workflow/policy.ts";
import type { HeldRole, Relation } from "#app/domain/words.ts";

/**
 * Holds pages of a role, beside *Mijn werk*: everything of one kind that somebody is asked to judge, decide or pay,
 * in one list (docs/domain.md 3.2). `slug`: its part of the address; `for`: what one is to an assignment on it;
 * `role`: who has it also while no assignment is theirs.
 */
export const desks = {
  grading: { slug: "examens", for: "examiner", role: "examiner" },
  checking: { slug: "kwaliteit", for: "quality_owner", role: "quality_owner" },
  board: { slug: "stuurgroep", for: "steering_group_member", role: "steering_group_member" },
  payments: { slug: "betalingen", for: "finance", role: "finance" },
} as const satisfies Record<string, { slug: string; for: Relation; role: HeldRole }>;
export type DeskName = keyof typeof desks;

const deskNames = Object.keys(desks) as DeskName[];
/** Returns the desks of this person, by what their roles and seats make of them. */
export function desksOf(actor: Actor): DeskName[] {
  const held = relationsHeld(actor);
  return deskNames.filter(
    (name) => held.has(desks[name].for) || actor.memberships.some(({ role }) => role === desks[name].role),
  );
}
/** Returns the desk at this address, when it is this person's; undefined for any other. */
export const deskAt = (actor: Actor, slug: string): DeskName | undefined =>
  desksOf(actor).find((name) => desks[name].slug === slug);
