import { ageBandOn } from "#app/domain/agreement/terms/annexes.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import { asksHome, mayAppoint, needsProof, type Circle } from "#app/domain/account/appointing.ts";
import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { holderOf, refusedFor, type AddressOwner } from "#app/domain/account/links.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import type { CentreRole, HeldRole, Track } from "#app/domain/words.ts";
import { liveToken, useToken } from "#db/queries/account/tokens.server.ts";
import {
  changePerson,
  insertMembership,
  insertPerson,
  personByEmail,
  personById,
} from "#db/queries/account/people.server.ts";
import { inviterStays } from "#db/queries/account/proof.server.ts";
import { schoolsOfCentre } from "#db/queries/centre/centres.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { centreCircle, organizationCircle } from "./circles.server.ts";
import { atDesk, invitingPlace, mailInvitation } from "./links.server.ts";
import { accountOf, endAccess, proveAddress } from "./proof.server.ts";
import { tokenHash } from "./tokens.server.ts";

type Invitation = {
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
/** Tells where an invitation gives its role: a centre, or an organisation. */
const circleOf = async (inside: Inside, to: Pick<Invitation, "centreId" | "organizationId">): Promise<Circle> =>
  to.centreId ? centreCircle(to.centreId) : (await organizationCircle(inside, to.organizationId ?? "")).circle;
/**
 * Mails an invitation; the role is granted when it is accepted. Refuses `not_yours` whoever does not appoint to it
 * (`domain/account/appointing`), and beside the fields a signatory without proof, a home that is no school of the centre, and
 * an age that contradicts the birthday.
 */
export const invite = (ctx: Context | Inside, to: Invitation) =>
  inTransaction(ctx, async (inside) => {
    const circle = await circleOf(inside, to);
    if (!mayAppoint(inside.actor, circle, to.role)) refuse("not_yours");
    if (needsProof(circle.kind, to.role) && !to.mandate) refuseFields({ mandate: { code: "required" } });
    requireOneAge(to, inside.now());
    const home = circle.kind === "centre" ? await homeIn(inside, circle, to) : {};
    const known = await personByEmail(inside.db, to.email);
    const payload = Object.fromEntries(
      Object.entries({ ...to, ...home, ...throughOf(inside, circle), invitedBy: inside.actor.id }).filter(
        ([, v]) => v !== undefined && v !== "",
      ),
    ) as Parameters<typeof mailInvitation>[2];
    await mailInvitation(inside, known, payload);
  });
/** Refuses an age that contradicts the birthday: such a pair would pass by the school or a guardian. */
function requireOneAge({ ageBand, turns18On }: Invitation, now: Date) {
  if (!ageBand || !turns18On || ageBandOn(amsterdamDay(now), turns18On) === ageBand) return;
  refuseFields({ turns_18_on: { code: "age_contradicts" } });
}
/** Finds which school somebody in a centre is of: the one that was chosen, or the only one there is. */
async function homeIn({ db }: Inside, { id }: Circle, { role, organizationId }: Invitation) {
  const schools = (await schoolsOfCentre(db, id)).map((school) => school.id);
  if (!asksHome("centre", role)) return { organizationId: role === "student" ? organizationId : undefined };
  if (organizationId && !schools.includes(organizationId)) refuseFields({ school: { code: "not_an_option" } });
  if (!organizationId && schools.length > 1) refuseFields({ school: { code: "required" } });
  return { organizationId: organizationId ?? schools[0] };
}
/** An invitation that a coordinator sends for a school rests on their role in the centre, not on one in the school. */
const throughOf = ({ actor }: Inside, { kind, id, centres }: Circle) =>
  kind === "centre" || actor.memberships.some((m) => m.centreId === null && m.organizationId === id)
    ? {}
    : { through: centres.find((centre) => actor.memberships.some((m) => m.centreId === centre)) };

/** Returns the invitation behind a link; undefined for an old, used or guessed one, or when who sent it has no role there now. */
async function liveInvitation(inside: Inside, token: string) {
  const found = await liveToken(inside.db, tokenHash(token), "invitation", inside.now());
  if (!found) return undefined;
  // An invitation that a centre sent for a company rests on a role in that centre (`through`).
  const { invitedBy, through, centreId = through ?? null, organizationId = null } = found.payload;
  const stands = !invitedBy || (await inviterStays(inside.db, invitedBy, { centreId, organizationId }));
  return stands ? found : undefined;
}
/** Tells what an invitation says and what its reader must do first, without using it up; null when it no longer works. */
export const invitationOf = (
  ctx: Context,
  token: string,
): Promise<{ email: string; role: string; place: string; by: string; holder: AddressOwner } | null> =>
  atDesk(ctx, async (inside) => {
    const found = await liveInvitation(inside, token);
    if (!found) return null;
    const account = await accountOf(inside, found.email ?? "");
    return {
      email: found.email ?? "",
      role: found.payload.role ?? "",
      place: (await invitingPlace(inside, found.payload))?.name ?? "",
      by: found.payload.invitedBy ? ((await personById(inside.db, found.payload.invitedBy))?.name ?? "") : "",
      holder: holderOf(account, inside.actor.id),
    };
  });
/**
 * Accepts an invitation. For a new account the link proves the address and the password is chosen now; a role is added to
 * an account that is there only for whoever is logged in as its owner (docs/trust.md H23). Refuses `link_invalid`,
 * `log_in_first`, `somebody_else`, and `invalid` without a password for a new account.
 */
export const acceptInvitation = (ctx: Context, token: string, account: { name: string; passwordHash: string } | null) =>
  atDesk(ctx, async (inside) => {
    const found = (await liveInvitation(inside, token)) ?? refuse("link_invalid");
    const { payload, email } = found;
    const known = await accountOf(inside, email ?? "");
    if (known && !mayComeIn(known)) refuse("link_invalid");
    const holder = holderOf(known, inside.actor.id);
    const why = refusedFor[holder];
    if (why) refuse(why);
    const id = known?.id ?? (await newAccount(inside, email ?? "", account ?? refuse("invalid"), payload));
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
    await endAccess(inside, { id, email: email ?? "" });
    return id;
  });
/** Makes the account of an address that this link proves; a student whom a school put on a list is there by name already. */
async function newAccount(
  inside: Inside,
  email: string,
  account: { name: string; passwordHash: string },
  payload: Record<string, string>,
): Promise<string> {
  const listed = await personByEmail(inside.db, email);
  if (listed && !mayComeIn(listed)) refuse("link_invalid");
  if (listed) {
    await proveAddress(inside, listed);
    await changePerson(inside.db, listed.id, { name: account.name, passwordHash: account.passwordHash });
    return listed.id;
  }
  const id = inside.newId();
  await insertPerson(inside.db, {
    id,
    name: account.name,
    email,
    emailVerifiedAt: inside.now(),
    passwordHash: account.passwordHash,
    locale: inside.locale,
    ageBand: (payload.ageBand as "18_plus" | undefined) ?? null,
    turns18On: payload.turns18On ?? null,
    createdAt: inside.now(),
  });
  return id;
}
