import { accountLinks, type AccountLink } from "#app/domain/account/links.ts";
import type { FixedLetter, SecretLetter } from "#app/domain/letters/kinds.ts";
import type { Locale } from "#app/domain/words.ts";
import { refuse } from "#app/domain/refusal.ts";
import { isInvited } from "#db/queries/account/proof.server.ts";
import { insertToken } from "#db/queries/account/tokens.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { centreById } from "#db/queries/centre/centres.server.ts";
import { organizationById } from "#db/queries/company/organizations.server.ts";
import { oweAccountLetter } from "#db/queries/letters/letters.server.ts";
import { inReach, noReach, type Context, type Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { newToken, tokenHash } from "./tokens.server.ts";

type Linked = {
  kind: AccountLink;
  personId?: string | null;
  email: string;
  locale: Locale;
  path: (token: string) => string;
  payload?: Record<string, string>;
  letter: FixedLetter & SecretLetter;
  data?: Record<string, string>;
};

/** Makes a one-time link that lives as long as its kind says, and owes its letter; only the link's hash is kept. */
export async function mailLink(ctx: Inside, link: Linked): Promise<void> {
  const token = newToken();
  await insertToken(ctx.db, {
    id: tokenHash(token),
    kind: link.kind,
    personId: link.personId ?? null,
    email: link.email,
    payload: link.payload ?? {},
    createdAt: ctx.now(),
    expiresAt: new Date(+ctx.now() + accountLinks[link.kind].lasts),
  });
  await oweAccountLetter(ctx.db, {
    id: ctx.newId(),
    kind: link.letter,
    personId: link.personId ?? null,
    email: link.email,
    locale: link.locale,
    data: { path: link.path(token), ...link.data },
    dueAt: ctx.now(),
  });
}
/** Works on what has no centre: people, sessions, tokens; with `reach` also on rows that are about to be made. */
export const atDesk = <T>(ctx: Context, work: (inside: Inside) => Promise<T>, reach = noReach) =>
  inReach(ctx, reach, work);

/**
 * Mails an invitation, the one way there is: what it gives stands in the payload, and is given when it is accepted. `known` is
 * who has that address already. Refuses `already_done` for the same one within five minutes.
 */
export async function mailInvitation(
  inside: Inside,
  known: { id: string; locale: Locale; emailVerifiedAt: Date | null } | undefined,
  payload: Record<string, string> & { email: string; role: string },
): Promise<void> {
  if (await isInvited(inside.db, payload, inside.now())) refuse("already_done");
  const place = await invitingPlace(inside, payload);
  const by =
    known?.emailVerifiedAt && payload.invitedBy ? (await personById(inside.db, payload.invitedBy))?.name : null;
  await mailLink(inside, {
    kind: "invitation",
    personId: known?.id ?? null,
    email: payload.email,
    locale: known?.locale ?? inside.locale,
    path: urls.account.invitation,
    letter: "invitation",
    payload,
    // A name that somebody typed and nobody verified goes to no address that is not proved.
    data: {
      role: payload.role,
      until: new Date(+inside.now() + accountLinks.invitation.lasts).toISOString(),
      ...(place?.verified ? { place: place.name } : {}),
      ...(by ? { by } : {}),
    },
  });
}
/** Returns the centre or organisation that an invitation gives its role in. */
export async function invitingPlace(
  { db }: Inside,
  { centreId, organizationId }: Readonly<Record<string, string>>,
): Promise<{ name: string; verified: boolean } | null> {
  if (centreId) {
    const centre = await centreById(db, centreId);
    return centre ? { name: centre.name, verified: true } : null;
  }
  const organization = organizationId ? await organizationById(db, organizationId) : undefined;
  return organization ? { name: organization.name, verified: organization.verifiedAt !== null } : null;
}
