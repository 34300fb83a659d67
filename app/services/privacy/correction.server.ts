import type { FixedLetter } from "#app/domain/letters/kinds.ts";
import { endTokens, endTokensOf } from "#db/queries/account/proof.server.ts";
import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { refuse } from "#app/domain/refusal.ts";
import { liveToken, useToken } from "#db/queries/account/tokens.server.ts";
import { oweAccountLetter } from "#db/queries/letters/letters.server.ts";
import { lockPersonForUpdate, personById } from "#db/queries/account/people.server.ts";
import { changePerson, personByEmail } from "#db/queries/account/people.server.ts";
import { endSessionsOf } from "#db/queries/account/sessions.server.ts";
import { writeAct } from "#db/queries/privacy/account.server.ts";
import { atDesk, mailLink } from "#app/services/account/links.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import type { AccountAct } from "#app/domain/account/own-acts.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";

const kind = "new_address";
/** Writes down that somebody did something with their own account; not what it was before. */
export const noteAct = ({ db, newId, now }: Inside, personId: string, act: AccountAct) =>
  writeAct(db, { id: newId(), personId, act, at: now() });

/** Corrects one's own name, at once. */
export const correctName = (ctx: Context, name: string) =>
  atDesk(ctx, async (inside) => {
    await changePerson(inside.db, inside.actor.id, { name });
    await noteAct(inside, inside.actor.id, "name_corrected");
  });

/**
 * Mails a link to the new address, and tells the old one; nothing changes until the link is used. The same answer for an
 * address that somebody else has: they get a letter that they have an account already.
 */
export const askNewAddress = (ctx: Context, email: string) =>
  atDesk(ctx, async (inside) => {
    await lockPersonForUpdate(inside.db, inside.actor.id);
    const person = (await personById(inside.db, inside.actor.id)) ?? refuse("not_found");
    const { locale } = person;
    // An address that was asked before, perhaps mistyped, moves the account no more; also when this one is taken.
    await endTokensOf(inside.db, person.id, kind, inside.now());
    const known = await personByEmail(inside.db, email);
    if (known && known.id !== person.id)
      await oweAccountLetter(inside.db, {
        id: inside.newId(),
        kind: "already_registered",
        personId: known.id,
        email: known.email,
        locale: known.locale,
        data: { path: urls.account.login },
        dueAt: inside.now(),
      });
    // Without the name of the account: the new address is not proved (docs/trust.md 3.3).
    else
      await mailLink(inside, {
        kind,
        personId: person.id,
        email,
        locale,
        path: urls.privacy.newAddress,
        letter: "new_address",
      });
    await notify(inside, person, "address_asked", person.email);
    await noteAct(inside, person.id, "address_asked");
  });
const notify = (
  { db, newId, now }: Inside,
  person: { id: string; name: string; locale: "nl" | "en" },
  letter: FixedLetter,
  email: string,
) =>
  oweAccountLetter(db, {
    id: newId(),
    kind: letter,
    personId: person.id,
    email,
    locale: person.locale,
    data: { path: urls.account.login, name: person.name },
    dueAt: now(),
  });

/**
 * The link was used: the address is proved and becomes the person's own. Every session ends, and every other link to the
 * old or the new address; the old address is told. Refuses `link_invalid` for an old, used or guessed link, and for an
 * address that somebody took meanwhile.
 */
export const proveNewAddress = (ctx: Context, token: string) =>
  atDesk(ctx, async (inside) => {
    const found = (await liveToken(inside.db, tokenHash(token), kind, inside.now())) ?? refuse("link_invalid");
    const person = (await personById(inside.db, found.personId ?? "")) ?? refuse("link_invalid");
    const email = found.email ?? "";
    const taken = await personByEmail(inside.db, email);
    if (!mayComeIn(person) || (taken && taken.id !== person.id)) refuse("link_invalid");
    await useToken(inside.db, found.id, inside.now());
    await endTokens(inside.db, person, "all", inside.now());
    await endTokens(inside.db, { id: person.id, email }, "all", inside.now());
    await endSessionsOf(inside.db, person.id);
    await changePerson(inside.db, person.id, { email, emailVerifiedAt: inside.now() });
    await notify(inside, person, "address_changed", person.email);
    await noteAct(inside, person.id, "address_corrected");
  });
