import { changePerson, personByEmail } from "#db/queries/account/people.server.ts";
import { endTokens } from "#db/queries/account/proof.server.ts";
import { endSessionsOf } from "#db/queries/account/sessions.server.ts";
import { disabledBecause } from "#db/queries/administration/overview.server.ts";
import { mayComeIn } from "#app/domain/account/coming-in.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { atDesk } from "./links.server.ts";

/** Describes who belongs to an address: somebody who proved it, or at least was put on a list by a school. */
export type Person = NonNullable<Awaited<ReturnType<typeof personByEmail>>>;

/**
 * The first proof of an address discards every password, session and open link from before it (docs/trust.md H23): they
 * may be of somebody else who only typed the address. Later proofs change nothing. Answers whether this was the first.
 */
export async function proveAddress(inside: Inside, person: Person): Promise<boolean> {
  if (person.emailVerifiedAt) return false;
  await changePerson(inside.db, person.id, { passwordHash: null, emailVerifiedAt: inside.now() });
  await endAccess(inside, person);
  return true;
}
/** Ends a person's sessions but, when given, this one, and every open link or code that could let somebody in. */
export async function endAccess(inside: Inside, person: Pick<Person, "id" | "email">, keepSession = ""): Promise<void> {
  await endSessionsOf(inside.db, person.id, keepSession);
  await endTokens(inside.db, person, "proof", inside.now());
}
/** Finds the person of an address who may log in; a disabled person is never found. */
export const loginOf = async (ctx: Context, email: string) => {
  const person = await triesToLogIn(ctx, email);
  return person && mayComeIn(person) ? person : null;
};
/**
 * Finds who belongs to an address, for looking at a password: a disabled person too, so that who has the right one
 * hears why it opens nothing. Nobody whose account is closed.
 */
export const triesToLogIn = (ctx: Context, email: string) =>
  atDesk(ctx, async ({ db }) => {
    const person = await personByEmail(db, email);
    return person && !person.closedAt ? person : null;
  });
/** Says why an administrator disabled somebody; null when none did. */
export const whyDisabled = (ctx: Context, personId: string) => atDesk(ctx, ({ db }) => disabledBecause(db, personId));
/** Returns the account of an address; null where nobody proved it yet. Refuses nothing. */
export const accountOf = async (inside: Inside, email: string): Promise<Person | null> => {
  const person = await personByEmail(inside.db, email);
  return person?.emailVerifiedAt ? person : null;
};
