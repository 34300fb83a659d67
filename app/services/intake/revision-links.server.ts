import { insertToken } from "#db/queries/account/tokens.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { newToken, tokenHash } from "#app/services/account/tokens.server.ts";
import type { Inside } from "#app/services/context.ts";
import { recipients } from "#app/services/letters/recipients.server.ts";
import { place, type Acting } from "#app/services/workflow/acting.ts";
import { urls } from "#app/urls.ts";

/** Such a link works this long. */
export const revisionDays = 30;
export type Reviser = { id: string; name: string; email: string };

/** Returns a link for one person to one question that was sent back: without an account, single use, renewed by every save. */
export async function newRevision(
  inside: Inside,
  assignment: string,
  person: Pick<Reviser, "id" | "email">,
): Promise<string> {
  const token = newToken();
  await insertToken(inside.db, {
    id: tokenHash(token),
    kind: "revision",
    personId: person.id,
    email: person.email,
    payload: { assignment, person: person.id },
    createdAt: inside.now(),
    expiresAt: new Date(+inside.now() + revisionDays * 86_400_000),
  });
  return token;
}
/**
 * The letter of a request for changes carries such a link for each person it goes to (docs/domain.md 6.3
 * `return_to_draft`).
 */
export async function revisionLinks(ctx: Inside, acting: Acting) {
  const links = new Map<string, string>();
  for (const { personId } of await recipients(
    ctx,
    acting.assignment,
    ["client_owner", "problem_owner"],
    ctx.actor.id,
  )) {
    const person = await personById(ctx.db, personId);
    if (person) links.set(personId, urls.intake.revise(await newRevision(ctx, place(acting).assignmentId, person)));
  }
  acting.links = links;
}
