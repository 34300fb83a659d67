import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { refuse } from "#app/domain/refusal.ts";
import { liveToken } from "#db/queries/account/tokens.server.ts";
import { oweAccountLetter } from "#db/queries/letters/letters.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { changePerson, personByEmail } from "#db/queries/account/people.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { atDesk, mailLink } from "./links.server.ts";
import { endAccess } from "./proof.server.ts";
import { tokenHash } from "./tokens.server.ts";

/** Mails a reset link to a known address; says nothing either way. */
export const requestReset = (ctx: Context, email: string) =>
  atDesk(ctx, async (inside) => {
    const person = await personByEmail(inside.db, email);
    if (person && mayComeIn(person))
      await mailLink(inside, {
        kind: "reset",
        personId: person.id,
        email: person.email,
        locale: person.locale,
        path: urls.account.resetPassword,
        letter: "reset_password",
        // Whoever put somebody on a list typed their name, and perhaps their address (docs/trust.md 3.3).
        ...(person.emailVerifiedAt ? { data: { name: person.name } } : {}),
      });
  });
/**
 * Sets a new password by link, which proves the address; ends every session and every other open link. Refuses
 * `link_invalid` for an old, used or guessed link.
 */
export const resetPassword = (ctx: Context, token: string, passwordHash: string) =>
  atDesk(ctx, async (inside) => {
    const person = (await personBehindReset(inside, token)) ?? refuse("link_invalid");
    await setPassword(inside, person, passwordHash);
  });
/**
 * Says whose password a link resets, for keeping their own words out of it; refuses `link_invalid` and uses nothing up.
 */
export const ownerOfReset = (ctx: Context, token: string) =>
  atDesk(ctx, async (inside) => {
    const { name, email } = (await personBehindReset(inside, token)) ?? refuse("link_invalid");
    return { name, email };
  });
async function personBehindReset(inside: Inside, token: string) {
  const found = await liveToken(inside.db, tokenHash(token), "reset", inside.now());
  const person = found && (await personById(inside.db, found.personId ?? ""));
  // The address may have been corrected after the letter went out: then this link proves another one.
  const same = person && person.email.toLowerCase() === found.email?.toLowerCase();
  return same && mayComeIn(person) ? person : null;
}
async function setPassword(
  inside: Inside,
  person: { id: string; email: string; name: string; locale: "nl" | "en"; emailVerifiedAt: Date | null },
  passwordHash: string,
  keepSession = "",
) {
  await changePerson(inside.db, person.id, {
    passwordHash,
    emailVerifiedAt: person.emailVerifiedAt ?? inside.now(),
  });
  await endAccess(inside, person, keepSession);
  await oweAccountLetter(inside.db, {
    id: inside.newId(),
    kind: "password_changed",
    personId: person.id,
    email: person.email,
    locale: person.locale,
    data: { path: urls.account.login, name: person.name },
    dueAt: inside.now(),
  });
}
/** Sets one's own new password; ends every other session and every open link that could let somebody in. */
export const changePassword = (ctx: Context, passwordHash: string, keepSession: string) =>
  inTransaction(ctx, async (inside) => {
    const person = (await personById(inside.db, inside.actor.id)) ?? refuse("not_found");
    await setPassword(inside, person, passwordHash, keepSession);
  });
