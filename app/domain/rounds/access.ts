import type { Actor } from "#app/domain/workflow/policy.ts";

/** Who opens rounds and makes their plans: coordinators and docenten of the centre (docs/domain.md 3.1). */
export const matchers = ["coordinator", "teacher", "practor", "lector"] as const;
export const mayMatch = (actor: Actor, centreId: string): boolean =>
  actor.memberships.some((m) => m.centreId === centreId && (matchers as readonly string[]).includes(m.role));
