import { readAnswers } from "#app/domain/fields/answers.ts";
import { foundingFields } from "#app/domain/community/forms.ts";
import { guidingRoles, type MemberRole } from "#app/domain/community/roles.ts";
import { foundsCommunity } from "#app/domain/community/standing.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { obligations } from "#app/domain/words.ts";
import { insertMember } from "#db/queries/community/members.server.ts";
import { notifyPublicTopics } from "#db/queries/market/catalogue.server.ts";
import { guidesOfCentre, insertCommunity, institutionsOf, nameTaken } from "#db/queries/community/founding.server.ts";
import { centreBySlug } from "#db/queries/centre/centres.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

async function listsFor(inside: Inside, slug: string) {
  const centre = (await centreBySlug(inside.db, slug)) ?? refuse("not_found");
  if (!foundsCommunity(inside.actor, centre.id)) refuse("not_found");
  const guides = new Map<string, { id: string; label: string; role: MemberRole }>();
  // Whoever has several of these roles guides by the first of them.
  for (const role of guidingRoles)
    for (const person of await guidesOfCentre(inside.db, centre.id, role))
      if (!guides.has(person.id)) guides.set(person.id, { ...person, role });
  return {
    centre,
    institutions: await institutionsOf(inside.db, centre.id),
    guides: [...guides.values()],
    offers: obligations.filter((one) => one === "effort" || switchesOf(centre.switches).allow_result),
  };
}
const fieldsOf = ({ institutions, guides, offers }: Awaited<ReturnType<typeof listsFor>>) =>
  foundingFields({ institutions: institutions.map(({ id }) => id), guides: guides.map(({ id }) => id), offers });
/**
 * Returns the form for a new community: schools that lead it, staff who guide it. Refuses `not_found` for anyone who
 * is no coordinator of the centre.
 */
export const openFounding = (ctx: Context, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const lists = await listsFor(inside, slug);
    const {
      centre: { name, hue },
      institutions,
      guides,
    } = lists;
    return {
      centre: { name, slug, hue },
      institutions,
      guides: guides.map(({ id, label, role }) => ({ id, label, role })),
      fields: fieldsOf(lists),
      key: inside.newId(),
    };
  });
/**
 * Starts a community with its first guide. Refuses beside the field; a name that another one of the centre has, too.
 * Answers its id.
 */
export const foundCommunity = (ctx: Context | Inside, slug: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const lists = await listsFor(inside, slug);
    const read = readAnswers(fieldsOf(lists), posted);
    if (!read.ok) refuseFields(read.errors);
    const { name, about, form, organization, levels, offers, guide, claim_right } = read.answers;
    if (await nameTaken(inside.db, lists.centre.id, name)) refuseFields({ name: { code: "already_used" } });
    const id = inside.newId();
    await insertCommunity(inside.db, {
      id,
      centreId: lists.centre.id,
      organizationId: organization,
      name,
      about: about ?? "",
      form,
      levels,
      offers,
      createdAt: inside.now(),
    });
    const role = lists.guides.find((one) => one.id === guide)?.role ?? refuse("not_found");
    await insertMember(inside.db, {
      id: inside.newId(),
      communityId: id,
      personId: guide,
      role,
      claimRight: claim_right === true,
      since: inside.now(),
    });
    await notifyPublicTopics(inside.db, ["centres"]);
    return id;
  });
