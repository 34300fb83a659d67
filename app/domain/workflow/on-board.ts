import type { Relation, Role } from "#app/domain/words.ts";

type Holder = { memberships: readonly { centreId: string | null; role: string; since?: string }[] };
/** Since when somebody sits in the steering group of a centre; null for who does not. */
export const onBoardSince = ({ memberships }: Holder, centreId: string): Date | null => {
  const moments = memberships.flatMap((m) =>
    m.centreId === centreId && m.role === "steering_group_member" && m.since ? [+new Date(m.since)] : [],
  );
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
};
/** What somebody was, until what it was for was done. */
const formerly: Partial<Record<Role, Relation>> = { past_board: "dispute_board" };
/** These relations, and what they come after. */
export const onceHeld = (roles: ReadonlySet<Role>): ReadonlySet<Role> =>
  new Set([...roles, ...[...roles].flatMap((role) => formerly[role] ?? [])]);
