import type { PageLink } from "#app/domain/account/links.ts";
import { oweEventLetters } from "#db/queries/letters/letters.server.ts";
import { insertToken } from "#db/queries/account/tokens.server.ts";
import type { Inside } from "#app/services/context.ts";
import { newToken, tokenHash } from "#app/services/account/tokens.server.ts";

type Place = { assignmentId: string; centreId: string; organizationId: string };
/**
 * Describes a letter to one address with one way in: what it is about, to whom it goes, the path it opens ("" for
 * news that opens nothing).
 */
type Pointer = {
  about: PageLink | "guardian_start" | "guardian_stop" | "community";
  email: string;
  name: string;
  path: string;
  relation: "guardian" | "problem_owner" | "claimant" | "client_owner";
};
/** Describes the same with an address for its token; `payload` is what the token stands for. */
export type PersonalLink = Omit<Pointer, "path"> & {
  path: (token: string) => string;
  about: PageLink;
  payload: Record<string, string>;
  days: number;
};

/** Owes a letter to readers who may have no account, or may not see the assignment yet. */
export const sendPointers = (ctx: Inside, place: Place, pointers: readonly Pointer[]) =>
  oweEventLetters(
    ctx.db,
    pointers.map(({ email, relation, path, name, about }) => ({
      id: ctx.newId(),
      ...place,
      eventId: ctx.newId(),
      kind: "link",
      email,
      relation,
      data: { path, name, about },
      dueAt: ctx.now(),
    })),
  );
/**
 * Sends a single-use link to somebody who may have no account. Only its hash is kept; the letter forgets it once sent.
 */
export async function sendLink(
  ctx: Inside,
  place: Place,
  { payload, days, path, ...pointer }: PersonalLink,
): Promise<void> {
  const token = newToken();
  await insertToken(ctx.db, {
    id: tokenHash(token),
    kind: pointer.about,
    email: pointer.email,
    payload,
    createdAt: ctx.now(),
    expiresAt: new Date(+ctx.now() + days * 86_400_000),
  });
  await sendPointers(ctx, place, [{ ...pointer, path: path(token) }]);
}
