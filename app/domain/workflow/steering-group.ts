import type { Relation, Role } from "#app/domain/words.ts";

type Holder = { memberships: readonly { centreId: string | null; role: string; since?: string }[] };
/** Tells whether somebody sits in the steering group of a centre, and did at this moment. */
export const wasInSteeringGroup = ({ memberships }: Holder, centreId: string, at: Date): boolean =>
  memberships.some(
    (m) =>
      m.centreId === centreId && m.role === "steering_group_member" && m.since !== undefined && new Date(m.since) <= at,
  );
/** Tells what somebody was, until what it was for was done. */
const formerly: Partial<Record<Role, Relation>> = { former_dispute_board: "dispute_board" };
/** Returns these relations, and what they come after. */
export const withFormerRoles = (roles: ReadonlySet<Role>): ReadonlySet<Role> =>
  new Set([...roles, ...[...roles].flatMap((role) => formerly[role] ?? [])]);
