import { refuse, refuseFields } from "#app/domain/refusal.ts";
import {
  type HeldRole,
  centreRoles,
  organizationRoles,
  type CentreRole,
  type Locale,
  type Track,
} from "#app/domain/words.ts";
import {
  changePerson,
  insertMembership,
  insertOrganization,
  insertPartner,
  insertPerson,
  insertToken,
  liveToken,
  organizationByKvk,
  oweLetter,
  personByEmail,
  takeDrop,
  useToken,
} from "#db/queries/account/people.server.ts";
import { personById } from "#db/queries/account/lookup.server.ts";
import { endSessionsOf } from "#db/queries/account/sessions.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { newToken, tokenHash } from "./tokens.server.ts";

const hour = 3_600_000;
type Linked = {
  kind: string;
  personId?: string | null;
  email: string;
  locale: Locale;
  path: (token: string) => string;
  lasts: number;
  payload?: Record<string, string>;
  letter: string;
  data?: Record<string, string>;
};

/** Makes a one-time link and owes the letter that carries it; only the link's hash is kept. */
export async function mailLink(ctx: Inside, link: Linked) {
  const token = newToken();
  await insertToken(ctx.db, {
    id: tokenHash(token),
    kind: link.kind,
    personId: link.personId ?? null,
    email: link.email,
    payload: link.payload ?? {},
    createdAt: ctx.now(),
    expiresAt: new Date(+ctx.now() + link.lasts),
  });
  await oweLetter(ctx.db, {
    id: ctx.newId(),
    kind: link.letter,
    personId: link.personId ?? null,
    email: link.email,
    locale: link.locale,
    data: { path: link.path(token), ...link.data },
    dueAt: ctx.now(),
  });
}
/** Work on what has no centre: people, sessions, tokens; with `reach` also on rows that are about to be made. */
export const atDesk = <T>(ctx: Context, work: (inside: Inside) => Promise<T>, reach = noReach) =>
  ctx.transact(reach, (db) => work({ ...ctx, db }));

/** Refuses `too_many` when an account or an address was tried too often; never a lasting lock (docs/trust.md 3.2). */
export const throttle = async (ctx: Context, keys: readonly string[], size = 10) => {
  for (const key of keys)
    if (!(await atDesk(ctx, ({ db, now }) => takeDrop(db, key, now(), { size, seconds: 600 })))) refuse("too_many");
};
/** Who belongs to an address, for logging in: never of a disabled person. */
export const loginOf = (ctx: Context, email: string) =>
  atDesk(ctx, async ({ db }) => {
    const person = await personByEmail(db, email);
    return person && !person.disabledAt ? person : null;
  });

export type Registration = {
  name: string;
  email: string;
  passwordHash: string;
  company: string;
  kvk: string;
  place: string;
  sector: string;
  centreId: string;
};
/**
 * Registers a company and its first person (docs/domain.md 9). The same answer for a known address: its owner gets a
 * letter instead. Refuses `already_used` for a KvK number that is here.
 */
export async function registerCompany(ctx: Context, r: Registration): Promise<void> {
  const organizationId = ctx.newId();
  await atDesk(
    ctx,
    async (inside) => {
      if (await organizationByKvk(inside.db, r.kvk)) refuseFields({ kvk: { code: "already_used" } });
      const known = await personByEmail(inside.db, r.email);
      if (known)
        return oweLetter(inside.db, {
          id: inside.newId(),
          kind: "already_registered",
          personId: known.id,
          email: known.email,
          locale: known.locale,
          data: { path: urls.account.login },
          dueAt: inside.now(),
        });
      const personId = inside.newId();
      await insertPerson(inside.db, {
        id: personId,
        name: r.name,
        email: r.email,
        passwordHash: r.passwordHash,
        locale: inside.locale,
        createdAt: inside.now(),
      });
      await insertOrganization(inside.db, {
        id: organizationId,
        kind: "company",
        name: r.company,
        kvk: r.kvk,
        place: r.place,
        sector: r.sector,
        mailDomain: r.email.split("@")[1] ?? null,
        createdAt: inside.now(),
      });
      await insertPartner(inside.db, { centreId: r.centreId, organizationId, since: inside.now() });
      await insertMembership(inside.db, {
        id: inside.newId(),
        personId,
        organizationId,
        role: "client_owner",
        grantedAt: inside.now(),
      });
      await mailLink(inside, {
        kind: "confirm",
        personId,
        email: r.email,
        locale: inside.locale,
        lasts: 72 * hour,
        path: urls.account.confirm,
        letter: "confirm_address",
        data: { name: r.name },
      });
    },
    { person: "", centres: [], organizations: [organizationId] },
  );
}
/** Proves the address. Refuses `link_invalid` for an old, used or guessed link. */
export const confirmAddress = (ctx: Context, token: string) =>
  atDesk(ctx, async (inside) => {
    const found = (await liveToken(inside.db, tokenHash(token), "confirm", inside.now())) ?? refuse("link_invalid");
    await useToken(inside.db, found.id, inside.now());
    await changePerson(inside.db, found.personId ?? "", { emailVerifiedAt: inside.now() });
    return found.personId ?? "";
  });
/** Mails a reset link to a known address; says nothing either way. */
export const requestReset = (ctx: Context, email: string) =>
  atDesk(ctx, async (inside) => {
    const person = await personByEmail(inside.db, email);
    if (person && !person.disabledAt)
      await mailLink(inside, {
        kind: "reset",
        personId: person.id,
        email: person.email,
        locale: person.locale,
        lasts: hour,
        path: urls.account.resetPassword,
        letter: "reset_password",
        data: { name: person.name },
      });
  });
/** Sets a new password by link and ends every session. */
export const resetPassword = (ctx: Context, token: string, passwordHash: string) =>
  atDesk(ctx, async (inside) => {
    const found = (await liveToken(inside.db, tokenHash(token), "reset", inside.now())) ?? refuse("link_invalid");
    await useToken(inside.db, found.id, inside.now());
    await setPassword(inside, found.personId ?? "", passwordHash, "");
  });
export async function setPassword(inside: Inside, personId: string, passwordHash: string, keepSession: string) {
  await changePerson(inside.db, personId, { passwordHash, emailVerifiedAt: inside.now() });
  await endSessionsOf(inside.db, personId, keepSession);
  const person = await personById(inside.db, personId);
  if (person)
    await oweLetter(inside.db, {
      id: inside.newId(),
      kind: "password_changed",
      personId,
      email: person.email,
      locale: person.locale,
      data: { path: urls.account.login, name: person.name },
      dueAt: inside.now(),
    });
}
export const changePassword = (ctx: Context, passwordHash: string, keepSession: string) =>
  inTransaction(ctx, (inside) => setPassword(inside, inside.actor.id, passwordHash, keepSession));

export type Invitation = {
  email: string;
  role: HeldRole;
  centreId?: string;
  organizationId?: string;
  track?: Track | "";
  programme?: string;
  ageBand?: string;
  turns18On?: string;
  mandate?: string;
};
/** Who may invite to what: a client owner to the own company, a coordinator to the own centre. */
export function mayInvite(ctx: Context, to: Pick<Invitation, "role" | "centreId" | "organizationId">): boolean {
  const { memberships } = ctx.actor;
  if ((centreRoles as readonly string[]).includes(to.role))
    return memberships.some((m) => m.role === "coordinator" && m.centreId === to.centreId);
  return (
    (organizationRoles as readonly string[]).includes(to.role) &&
    memberships.some((m) => m.centreId === null && m.role === "client_owner" && m.organizationId === to.organizationId)
  );
}
/** Mails an invitation; the role is granted when it is accepted. Refuses `not_yours`. */
export const invite = (ctx: Context | Inside, to: Invitation) =>
  inTransaction(ctx, async (inside) => {
    if (!mayInvite(inside, to)) refuse("not_yours");
    const known = await personByEmail(inside.db, to.email);
    const payload = Object.fromEntries(
      Object.entries({ ...to, invitedBy: inside.actor.id }).filter(([, v]) => v !== undefined && v !== ""),
    ) as Record<string, string>;
    await mailLink(inside, {
      kind: "invitation",
      personId: known?.id ?? null,
      email: to.email,
      locale: known?.locale ?? inside.locale,
      lasts: 14 * 24 * hour,
      path: urls.account.invitation,
      letter: "invitation",
      payload,
    });
  });
/** A student whom a school put on a list is known by name and address, and has no account until they accept. */
const hasAccount = (person: { passwordHash: string | null; emailVerifiedAt: Date | null } | undefined) =>
  person !== undefined && (person.passwordHash !== null || person.emailVerifiedAt !== null);
/** What an invitation says, without using it up; null when it no longer works. */
export const invitationOf = (ctx: Context, token: string) =>
  atDesk(ctx, async (inside) => {
    const found = await liveToken(inside.db, tokenHash(token), "invitation", inside.now());
    return found
      ? {
          email: found.email ?? "",
          role: found.payload.role ?? "",
          known: hasAccount(await personByEmail(inside.db, found.email ?? "")),
        }
      : null;
  });
/**
 * Accepts an invitation with a new account, or adds the role to the account that is there. The link proves the address.
 */
export const acceptInvitation = (ctx: Context, token: string, account: { name: string; passwordHash: string } | null) =>
  atDesk(ctx, async (inside) => {
    const found = (await liveToken(inside.db, tokenHash(token), "invitation", inside.now())) ?? refuse("link_invalid");
    const { payload, email } = found;
    const known = await personByEmail(inside.db, email ?? "");
    const id = known?.id ?? inside.newId();
    if (!hasAccount(known) && !account) refuse("invalid");
    if (known && account && !hasAccount(known))
      await changePerson(inside.db, id, {
        name: account.name,
        passwordHash: account.passwordHash,
        emailVerifiedAt: inside.now(),
      });
    if (!known && account)
      await insertPerson(inside.db, {
        id,
        name: account.name,
        email: email ?? "",
        emailVerifiedAt: inside.now(),
        passwordHash: account.passwordHash,
        locale: inside.locale,
        ageBand: (payload.ageBand as "18_plus" | undefined) ?? null,
        turns18On: payload.turns18On ?? null,
        createdAt: inside.now(),
      });
    await insertMembership(inside.db, {
      id: inside.newId(),
      personId: id,
      centreId: payload.centreId ?? null,
      organizationId: payload.organizationId ?? null,
      role: payload.role as CentreRole,
      track: payload.track ?? null,
      programme: payload.programme ?? null,
      mandate: payload.mandate ?? null,
      grantedBy: payload.invitedBy ?? null,
      grantedAt: inside.now(),
    });
    await useToken(inside.db, found.id, inside.now());
    await endSessionsOf(inside.db, id);
    return id;
  });
