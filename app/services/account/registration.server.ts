import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { registrationWaits } from "#app/domain/account/links.ts";
import { refuse } from "#app/domain/refusal.ts";
import type { sectors } from "#app/domain/words.ts";
import { insertOrganization, insertPartner, organizationByKvk } from "#db/queries/company/organizations.server.ts";
import { liveToken, useToken } from "#db/queries/account/tokens.server.ts";
import { oweAccountLetter } from "#db/queries/letters/letters.server.ts";
import { changePerson, insertMembership, insertPerson, personByEmail } from "#db/queries/account/people.server.ts";
import { coordinatorsOf, ownersOf, waitingRegistration } from "#db/queries/account/proof.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { atDesk, mailLink } from "./links.server.ts";
import { endAccess, proveAddress } from "./proof.server.ts";
import { tokenHash } from "./tokens.server.ts";

type Registration = {
  name: string;
  email: string;
  company: string;
  kvk: string;
  place: string;
  sector: (typeof sectors)[number];
  centreId: string;
};
/**
 * Keeps what somebody typed about themselves and their company until the address is proved, and mails the link that
 * does. Nothing of it exists before that: no person, no company, no number of the Chamber of Commerce that is taken. The
 * same answer for every address and number; the owner of a known address gets a letter instead.
 */
export const requestRegistration = (ctx: Context, { email, ...typed }: Registration): Promise<void> =>
  atDesk(ctx, async (inside) => {
    const known = await personByEmail(inside.db, email);
    if (known && !mayComeIn(known)) return;
    if (known?.emailVerifiedAt)
      return void (await oweAccountLetter(inside.db, {
        id: inside.newId(),
        kind: "already_registered",
        personId: known.id,
        email: known.email,
        locale: known.locale,
        data: { path: urls.account.login },
        dueAt: inside.now(),
      }));
    await mailConfirmation(inside, email, typed);
  });
const mailConfirmation = (inside: Inside, email: string, payload: Record<string, string>) =>
  // Without the name that was typed: a stranger writes nothing in a letter to an address that is not proved.
  mailLink(inside, {
    kind: "confirm",
    email,
    locale: inside.locale,
    payload,
    path: urls.account.confirm,
    letter: "confirm_address",
  });
/**
 * Mails a new link for the newest registration of this address that waits for its proof, or for an account whose address
 * was never proved; the link before it ends. Says nothing either way.
 */
export const requestConfirmation = (ctx: Context, email: string): Promise<void> =>
  atDesk(ctx, async (inside) => {
    const waiting = await waitingRegistration(inside.db, email, new Date(+inside.now() - registrationWaits));
    if (waiting) await useToken(inside.db, waiting.id, inside.now());
    const known = await personByEmail(inside.db, email);
    if (known && (!mayComeIn(known) || known.emailVerifiedAt)) return;
    if (waiting || known?.passwordHash) await mailConfirmation(inside, email, waiting?.payload ?? {});
  });
/** Tells what a confirming link is about, without using it up; null when it no longer works. */
export const confirmationOf = (ctx: Context, token: string) =>
  atDesk(ctx, async (inside) => {
    const found = await liveToken(inside.db, tokenHash(token), "confirm", inside.now());
    return found
      ? { email: found.email ?? "", name: found.payload.name ?? "", company: found.payload.company ?? "" }
      : null;
  });

type Confirmed = { personId: string; company: "made" | "asked" | "none" };
/**
 * Proves the address: makes the account with the password chosen now, and the company. Where the company's number is here
 * already its owners are asked to let this person in, and only they decide. Refuses `link_invalid` for an old, used or
 * guessed link.
 */
export async function confirmRegistration(ctx: Context, token: string, passwordHash: string): Promise<Confirmed> {
  const organizationId = ctx.newId();
  return atDesk(
    ctx,
    async (inside) => {
      const found = (await liveToken(inside.db, tokenHash(token), "confirm", inside.now())) ?? refuse("link_invalid");
      const { payload, email } = found;
      const personId = await confirmedPerson(inside, email ?? "", payload.name ?? "", passwordHash);
      await useToken(inside.db, found.id, inside.now());
      if (!payload.kvk) return { personId, company: "none" as const };
      const registration = { ...payload, email: email ?? "" } as Registration;
      const taken = await organizationByKvk(inside.db, payload.kvk);
      if (taken) await askOwners(inside, taken.id, registration);
      else await addCompany(inside, { organizationId, personId }, registration);
      return { personId, company: taken ? ("asked" as const) : ("made" as const) };
    },
    { person: "", centres: [], organizations: [organizationId] },
  );
}
async function confirmedPerson(inside: Inside, email: string, name: string, passwordHash: string): Promise<string> {
  const known = await personByEmail(inside.db, email);
  if (known && (known.emailVerifiedAt || !mayComeIn(known))) refuse("link_invalid");
  if (known) {
    await proveAddress(inside, known);
    await changePerson(inside.db, known.id, { passwordHash, ...(name ? { name } : {}) });
    return known.id;
  }
  const id = inside.newId();
  await insertPerson(inside.db, {
    id,
    name,
    email,
    passwordHash,
    emailVerifiedAt: inside.now(),
    locale: inside.locale,
    createdAt: inside.now(),
  });
  await endAccess(inside, { id, email });
  return id;
}
async function addCompany(
  { db, now, newId }: Inside,
  { organizationId, personId }: { organizationId: string; personId: string },
  r: Registration,
) {
  await insertOrganization(db, {
    id: organizationId,
    kind: "company",
    name: r.company,
    kvk: r.kvk,
    place: r.place,
    sector: r.sector,
    mailDomain: r.email.split("@")[1] ?? null,
    createdAt: now(),
  });
  await insertPartner(db, { centreId: r.centreId, organizationId, since: now() });
  await insertMembership(db, { id: newId(), personId, organizationId, role: "client_owner", grantedAt: now() });
}
/** Tells who may let this person in: the company's owners, or the centre's coordinators where it has none. */
async function askOwners(inside: Inside, organizationId: string, { name, email, centreId }: Registration) {
  const owners = await ownersOf(inside.db, organizationId);
  const asked = owners.length > 0 ? owners : await coordinatorsOf(inside.db, centreId);
  const path = owners.length > 0 ? urls.company.organization(organizationId) : urls.work.myWork;
  for (const owner of asked)
    await oweAccountLetter(inside.db, {
      id: inside.newId(),
      kind: "wants_to_join",
      personId: owner.id,
      email: owner.email,
      locale: owner.locale,
      data: { path, name: owner.name, who: name, address: email },
      dueAt: inside.now(),
    });
}
