import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import type { HeldRole } from "#app/domain/words.ts";
import { signersOf } from "#db/queries/company/organizations.server.ts";
import { centreBySlug, schoolsOfCentre } from "#db/queries/centre/centres.server.ts";
import { insertMembership, membershipsOf, personByEmail } from "#db/queries/account/people.server.ts";
import { coordinatorsOf, openInvitations } from "#db/queries/account/proof.server.ts";
import { inLine } from "#db/queries/administration/opening.server.ts";
import { mailInvitation } from "#app/services/account/links.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import { noReach, type Context, type Inside } from "#app/services/context.ts";
import { notePlatform, requireAdministrator, requireAdministratorNow } from "./acting.server.ts";

/** Tells who opens a centre: their own address needs no letter, for it is proved. Null at the machine. */
export type Opener = { id: string; email: string } | null;
/** Describes the role that somebody is to have, and where. */
type Post = { role: HeldRole; centreId?: string; organizationId?: string; mandate?: string };

/** Gives a role at once to whoever opens, and by letter to anybody else; answers the address of that letter. */
export async function appoint(
  inside: Inside,
  field: string,
  email: string,
  post: Post,
  opener: Opener,
): Promise<string | null> {
  const { db, newId, now, reach } = inside;
  const person = await personByEmail(db, email);
  if (person && !mayComeIn(person)) refuseFields({ [field]: { code: "disabled_account" } });
  if (opener && opener.email.toLowerCase() === email.toLowerCase()) {
    const { mandate = null, centreId = null, organizationId = null, role } = post;
    await insertMembership(db, {
      id: newId(),
      personId: opener.id,
      role,
      organizationId,
      centreId,
      mandate,
      grantedBy: opener.id,
      grantedAt: now(),
    });
    return null;
  }
  const invitedBy = opener?.id ?? reach.person;
  await mailInvitation(inside, person, { ...post, email, ...(invitedBy ? { invitedBy } : {}) });
  await notePlatform(inside, "person_invited", {
    personId: person?.id ?? null,
    organizationId: post.organizationId ?? null,
    centreId: post.centreId ?? null,
  });
  return email;
}

/**
 * Names whom to invite to a centre that stands: who coordinates it, or who signs for a school of it; null is the leading
 * one.
 */
export type Successor =
  | { role: "coordinator"; email: string }
  | { role: "authorised_signatory"; email: string; schoolId: string | null; mandate: string };

/**
 * Returns a centre as an administrator sees it: who coordinates it, which schools take part with who signs for them, and
 * which addresses were invited to either and did not answer yet.
 */
export async function centreToStaff(ctx: Context, slug: string) {
  requireAdministrator(ctx);
  const { id, name, kind, pppType, switches } = await existingCentre(ctx, slug);
  const { block_calendar: blocks, holiday_calendar: holidays } = switchesOf(switches);
  return ctx.transact(withinCentre(ctx.actor.id, id), async (db) => {
    const schools = await schoolsOfCentre(db, id);
    const signers = schools.length
      ? await signersOf(
          db,
          schools.map((school) => school.id),
        )
      : [];
    const waiting = async (circle: Parameters<typeof openInvitations>[1], role: HeldRole) =>
      (await openInvitations(db, circle, ctx.now())).flatMap((one) => (one.role === role ? [one.email] : []));
    const invited = await waiting({ centreId: id }, "coordinator");
    const asked = new Map<string, string[]>();
    for (const school of schools)
      asked.set(school.id, await waiting({ organizationId: school.id }, "authorised_signatory"));
    return {
      slug,
      name,
      invited,
      opened: { kind, pppType, blocks, holidays },
      coordinators: (await coordinatorsOf(db, id)).map((person) => person.name),
      schools: schools.map((school) => ({
        ...school,
        invited: asked.get(school.id) ?? [],
        signers: signers.filter(({ organizationId }) => organizationId === school.id).map((signer) => signer.name),
      })),
    };
  });
}
/**
 * Invites a coordinator or a signatory of a centre that stands, as an administrator of the platform: by letter, also to
 * the own address, so that the log always says it. Refuses `not_found` to others, and beside fields.
 */
export async function inviteSuccessor(ctx: Context, slug: string, to: Successor): Promise<void> {
  requireAdministrator(ctx);
  await throttle(ctx, "invite", { person: ctx.actor.id, account: to.email });
  await succeed(ctx, ctx.actor.id, slug, to);
}
/** Does the same by the operator at the machine; answers the name of the centre. */
export const inviteAtMachine = (ctx: Context, slug: string, to: Successor): Promise<string> =>
  succeed(ctx, "", slug, to);

async function succeed(ctx: Context, person: string, slug: string, to: Successor): Promise<string> {
  const centre = await existingCentre(ctx, slug);
  const reach = withinCentre(person, centre.id);
  return ctx.transact(reach, async (db) => {
    const inside: Inside = { ...ctx, reach, db };
    await inLine(db);
    if (person) await requireAdministratorNow(inside);
    const post = await postOf(inside, centre.id, to);
    const field = to.role === "coordinator" ? "coordinator_email" : "signatory_email";
    const known = await personByEmail(db, to.email);
    if (known && (await hasRole(inside, known.id, post))) refuseFields({ [field]: { code: "has_role" } });
    await appoint(inside, field, to.email, post, null);
    return centre.name;
  });
}
async function postOf({ db }: Inside, centreId: string, to: Successor): Promise<Post> {
  const schools = await schoolsOfCentre(db, centreId);
  const [leading] = schools;
  if (to.role === "authorised_signatory") {
    const school = to.schoolId === null ? leading : schools.find(({ id }) => id === to.schoolId);
    if (!school) return refuseFields({ school: { code: "not_an_option" } });
    return { role: to.role, organizationId: school.id, mandate: to.mandate };
  }
  // As at the opening: a coordinator is of the school that leads, the one that took part first.
  return { role: to.role, centreId, ...(leading ? { organizationId: leading.id } : {}) };
}
const hasRole = async ({ db }: Inside, personId: string, { role, centreId, organizationId }: Post) =>
  (await membershipsOf(db, personId)).some(
    (held) =>
      held.role === role &&
      (centreId === undefined
        ? held.centreId === null && held.organizationId === organizationId
        : held.centreId === centreId),
  );

const existingCentre = async (ctx: Context, slug: string) =>
  (await ctx.transact(noReach, (db) => centreBySlug(db, slug))) ?? refuse("not_found");
const withinCentre = (person: string, centreId: string) => ({ person, centres: [centreId], organizations: [] });
