import type { Opening } from "#app/domain/administration/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { isInvited } from "#db/queries/account/proof.server.ts";
import { signersOf, insertOrganization, insertPartner, waitForKvk } from "#db/queries/company/organizations.server.ts";
import { holderOfKvk, inLine } from "#db/queries/administration/opening.server.ts";
import { centreCount, insertCentre, isSlugTaken } from "#db/queries/centre/centres.server.ts";
import { notifyPublicTopics } from "#db/queries/market/catalogue.server.ts";
import { atDesk } from "#app/services/account/links.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { notePlatform, requireAdministrator, requireAdministratorNow } from "./acting.server.ts";
import { appoint, type Opener } from "./appointing.server.ts";

/** Tells what was made, for whoever asks: the school by the name it has here. `invited` are the addresses to which a letter goes. */
export type Opened = {
  slug: string;
  centre: string;
  institution: "made" | "joined";
  school: string;
  invited: readonly string[];
};

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
/** Runs one transaction, in line, within reach of the centre and the institution that are about to be made. */
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
  await waitForKvk(db, o.institution_kvk);
  const known = await holderOfKvk(db, o.institution_kvk);
  if (known && known.kind !== "institution") refuseFields({ institution_kvk: { code: "already_used" } });
  const organizationId = known?.id ?? ids.organizationId;
  const signed = known ? (await signersOf(db, [known.id])).length > 0 : false;
  if (!o.signatory_email && !signed) refuseFields({ signatory_email: { code: "required" } });

  // A school that is here already keeps its name, whatever was typed; it answers for the data under that name.
  const school = known?.name ?? o.institution_name;
  await insertCentreOf(inside, o, ids.centreId, school);
  if (!known) await insertInstitution(inside, o, organizationId);
  await insertPartner(db, { centreId: ids.centreId, organizationId, since: inside.now(), appoints: !known });
  const about = { centreId: ids.centreId, organizationId };
  await notePlatform(inside, "centre_opened", about);
  await notePlatform(inside, known ? "organization_joined" : "organization_added", about);

  const appointed = [
    await appoint(inside, "coordinator_email", o.coordinator_email, { role: "coordinator", ...about }, opener),
  ];
  if (o.signatory_email) appointed.push(await appointSignatory(inside, o.signatory_email, organizationId, o, opener));
  await notifyPublicTopics(db, ofAll());
  return {
    slug: o.slug,
    centre: o.centre_name,
    institution: known ? "joined" : "made",
    school,
    invited: [...new Set(appointed.filter((address) => address !== null))],
  };
}

/** Whoever was asked a moment ago to sign for this school, at the opening of another centre, has that letter already. */
async function appointSignatory(inside: Inside, email: string, organizationId: string, o: Opening, opener: Opener) {
  const post = { role: "authorised_signatory", organizationId, mandate: o.signatory_mandate ?? "" } as const;
  const asked = await isInvited(inside.db, { ...post, email }, inside.now());
  return asked ? email : appoint(inside, "signatory_email", email, post, opener);
}
const insertCentreOf = async ({ db, now }: Inside, o: Opening, id: string, school: string) =>
  insertCentre(db, {
    id,
    slug: o.slug,
    name: o.centre_name,
    kind: o.kind,
    pppType: o.ppp_type,
    region: o.region,
    hue: (await centreCount(db)) % hues,
    controller: o.controller ?? school,
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
