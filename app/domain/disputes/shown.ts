import { rolesOn, type AccessScope, type Actor } from "#app/domain/workflow/policy.ts";
import { may } from "#app/domain/workflow/visibility.ts";

type Listed = Omit<AccessScope, "assignmentId" | "disputed"> & { id: string; inDispute: boolean };
/** Tells whether a list may tell this reader that an assignment stands still in a dispute (docs/domain.md 3.2). */
export const showsDispute = (actor: Actor, { inDispute, ...card }: Listed): boolean =>
  inDispute && may("disputed", rolesOn(actor, { ...card, assignmentId: card.id, disputed: inDispute }));
