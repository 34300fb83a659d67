import { mayComeIn } from "#app/domain/account/coming-in.ts";
import type { Opening } from "#app/domain/administration/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import type { HeldRole } from "#app/domain/words.ts";
import { signersOf } from "#db/queries/account/lookup.server.ts";
import {
  insertMembership,
  insertOrganization,
  insertPartner,
  personByEmail,
} from "#db/queries/account/people.server.ts";
import { holderOfKvk, inLine, insertCentre, isSlugTaken } from "#db/queries/administration/opening.server.ts";
import { centreCount } from "#db/queries/centre/centres.server.ts";
import { tellPublic } from "#db/queries/market/catalogue.server.ts";
import { atDesk, mailLink } from "#app/services/account/links.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { notePlatform, requireAdministrator, requireAdministratorNow } from "./acting.server.ts";

/** Who opens a centre: their own address needs no letter, for it is proved. Null at the machine. */
export type Opener = { id: string; email: string } | null;
/** What was made, for who asks. `invited` are the addresses to which a letter goes. */
export type Opened = { slug: string; centre: string; institution: "made" | "joined"; invited: readonly string[] };

/** So many colours of centres there are (docs/design.md). */
const hues = 6;

/** Opens a centre as an administrator of the platform. Refuses `not_found` to others, and beside fields. */
export async function openCentre(ctx: Context, opening: Opening, self: { email: string }): Promise<Opened> {
  requireAdministrator(ctx);
  return openingDesk(ctx, ctx.actor.id, async (inside, ids) => {
    await requireAdministratorNow(inside);
    return makeCentre(inside, opening, ids, { id: ctx.actor.id, email: self.email });
  });
}

type Ids = { centreId: string; organizationId: string };
/** One transaction, in line, within reach of the centre and the institution that are about to be made. */
export function openingDesk<T>(ctx: Context, person: string, work: (inside: Inside, ids: Ids) => Promise<T>) {
  const ids = { centreId: ctx.newId(), organizationId: ctx.newId() };
  const reach = { person, centres: [ids.centreId], organizations: [ids.organizationId] };
  return atDesk(
    { ...ctx, reach },
    async (inside) => {
      await inLine(inside.db);
      return work(inside, ids);
    },
    reach,
  );
}

/**
 * Makes the centre, its institution where its number is not known yet, and appoints coordinator and signatory: by letter,
 * or at once where it is the opener's own address. All of it or nothing. Refuses beside a field: an address that is taken,
 * a number that a company has, a signatory that is missing.
 */
export async function makeCentre(inside: Inside, o: Opening, ids: Ids, opener: Opener): Promise<Opened> {
  const { db } = inside;
  if (await isSlugTaken(db, o.slug)) refuseFields({ slug: { code: "already_used" } });
  const known = await holderOfKvk(db, o.institution_kvk);
  if (known && known.kind !== "institution") refuseFields({ institution_kvk: { code: "already_used" } });
  const organizationId = known?.id ?? ids.organizationId;
  const signed = known ? (await signersOf(db, [known.id])).length > 0 : false;
  if (!o.signatory_email && !signed) refuseFields({ signatory_email: { code: "required" } });

  await insertCentreOf(inside, o, ids.centreId);
  if (!known) await insertInstitution(inside, o, organizationId);
  await insertPartner(db, { centreId: ids.centreId, organizationId, since: inside.now() });
  const about = { centreId: ids.centreId, organizationId };
  await notePlatform(inside, "centre_opened", about);
  await notePlatform(inside, known ? "organization_joined" : "organization_added", about);

  const appointed = [
    await appoint(inside, "coordinator_email", o.coordinator_email, { role: "coordinator", ...about }, opener),
  ];
  if (o.signatory_email)
    appointed.push(
      await appoint(
        inside,
        "signatory_email",
        o.signatory_email,
        { role: "authorised_signatory", organizationId, mandate: o.signatory_mandate ?? "" },
        opener,
      ),
    );
  await tellPublic(db, ofAll());
  return {
    slug: o.slug,
    centre: o.centre_name,
    institution: known ? "joined" : "made",
    invited: [...new Set(appointed.filter((address) => address !== null))],
  };
}

const insertCentreOf = async ({ db, now }: Inside, o: Opening, id: string) =>
  insertCentre(db, {
    id,
    slug: o.slug,
    name: o.centre_name,
    kind: o.kind,
    pppType: o.ppp_type,
    region: o.region,
    hue: (await centreCount(db)) % hues,
    controller: o.controller ?? o.institution_name,
    privacyContact: o.privacy_contact,
    switches: {
      ...(o.blocks.length ? { block_calendar: o.blocks } : {}),
      ...(o.holidays.length ? { holiday_calendar: o.holidays } : {}),
    },
    createdAt: now(),
  });
const insertInstitution = ({ db, now }: Inside, o: Opening, id: string) =>
  insertOrganization(db, {
    id,
    kind: "institution",
    name: o.institution_name,
    kvk: o.institution_kvk,
    place: o.institution_place,
    createdAt: now(),
  });

type Post = { role: HeldRole; centreId?: string; organizationId: string; mandate?: string };
/** Gives a role at once to who opens, and by letter to anybody else; answers the address of that letter. */
async function appoint(
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
    const { mandate = null, centreId = null, ...rest } = post;
    await insertMembership(db, {
      id: newId(),
      personId: opener.id,
      ...rest,
      centreId,
      mandate,
      grantedBy: opener.id,
      grantedAt: now(),
    });
    return null;
  }
  const invitedBy = opener?.id ?? reach.person;
  await mailLink(inside, {
    kind: "invitation",
    personId: person?.id ?? null,
    email,
    locale: person?.locale ?? inside.locale,
    path: urls.account.invitation,
    letter: "invitation",
    payload: { ...(post as Record<string, string>), email, ...(invitedBy ? { invitedBy } : {}) },
  });
  await notePlatform(inside, "person_invited", {
    personId: person?.id ?? null,
    organizationId: post.organizationId,
    centreId: post.centreId ?? null,
  });
  return email;
}
