import {
  foundsCommunity,
  seesCommunity,
  seesMoneyTab,
  standingOf,
  changesCommunity,
  type Standing,
} from "#app/domain/community/standing.ts";
import { communityTabs, type CommunityTab } from "#app/domain/community/words.ts";
import { pageOf } from "#app/domain/paging.ts";
import { refuse } from "#app/domain/refusal.ts";
import {
  communitiesPage,
  communitiesWith,
  communityById,
  countCommunities,
  namesOfCommunities,
  partnersOf,
  type PartnerRow,
} from "#db/queries/community/communities.server.ts";
import { centreAt } from "#app/services/centre/centres.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { systemContext } from "#app/services/system-context.server.ts";

/** So many rows stand on one page of any list of a community. */
export const rowsAPage = 25;
export type OpenCommunity = NonNullable<Awaited<ReturnType<typeof communityById>>> & {
  partners: PartnerRow[];
  standing: Standing;
};

/**
 * Returns a community for somebody who may know of it, with what they are to it (docs/domain.md 7). Refuses
 * `not_found` for everybody else.
 */
export async function communityFor({ db, actor }: Inside, id: string): Promise<OpenCommunity> {
  const found = (await communityById(db, id)) ?? refuse("not_found");
  const partners = await partnersOf(db, id);
  const standing = standingOf(actor, {
    id,
    centreId: found.row.centreId,
    organizationId: found.row.organizationId,
    partners: partners.map((p) => p.id),
  });
  return seesCommunity(standing) ? { ...found, partners, standing } : refuse("not_found");
}
/** Returns the same for anyone who changes what is the community's own. */
export async function communityToChange(inside: Inside, id: string): Promise<OpenCommunity> {
  const open = await communityFor(inside, id);
  return changesCommunity(open.standing) ? open : refuse("not_found");
}
/** Returns the same for anyone who is a member now. */
export async function communityOfMember(inside: Inside, id: string): Promise<OpenCommunity> {
  const open = await communityFor(inside, id);
  return open.standing.member ? open : refuse("not_found");
}
/** A row that belongs to a community names its centre and itself like this. */
export const homeOf = ({ row }: Pick<OpenCommunity, "row">) => ({ centreId: row.centreId, communityId: row.id });
/**
 * Figures over all assignments of a community are read with the reach of its centre, in a transaction of their own:
 * numbers, never a row of somebody else's assignment.
 */
export const asCentre = (ctx: Context, centreId: string): Context => systemContext(ctx, [centreId]);

const tabsFor = (s: Standing): CommunityTab[] => communityTabs.filter((tab) => tab !== "betalen" || seesMoneyTab(s));
/** Says what every page of a community opens with. */
export const frameOf = ({ row, centre, slug, hue, school, standing }: OpenCommunity) => ({
  id: row.id,
  name: row.name,
  about: row.about,
  form: row.form,
  centre,
  slug,
  hue,
  school,
  tabs: tabsFor(standing),
  changes: changesCommunity(standing),
  coordinates: standing.coordinator,
  member: standing.member,
  lead: standing.lead,
});
/** Returns a page of one community: its frame and whatever `read` adds, for anyone who sees it. */
export const communityPage = <T>(ctx: Context, id: string, read: (inside: Inside, open: OpenCommunity) => Promise<T>) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityFor(inside, id);
    return { frame: frameOf(open), ...(await read(inside, open)) };
  });

const hasStaffRole = ({ actor }: Pick<Inside, "actor">, centreId: string) =>
  actor.memberships.some((m) => m.centreId === centreId && m.role !== "student");
/** Communities this person is a member of or takes part in through an organisation. */
async function ownCommunities({ db, actor }: Inside) {
  const through = await communitiesWith(
    db,
    actor.memberships.flatMap((m) => (m.centreId === null && m.organizationId ? [m.organizationId] : [])),
  );
  return [
    ...new Map(
      [...actor.communities.map((c) => ({ id: c.id, centreId: c.centreId })), ...through].map((c) => [c.id, c]),
    ).values(),
  ];
}
/**
 * Returns the communities of a centre that this person may see: all for its staff, else those they take part in.
 * Refuses `not_found` where that is none.
 */
export async function centreCommunities(ctx: Context, slug: string, wanted: number) {
  const centre = await centreAt(ctx, slug);
  return inTransaction(ctx, async (inside) => {
    const ids = await visibleIn(inside, centre.id);
    if (ids?.length === 0) return refuse("not_found");
    const total = await countCommunities(inside.db, centre.id, ids);
    const { page, pages, offset } = pageOf(total, rowsAPage, wanted);
    return {
      centre: { name: centre.name, slug, hue: centre.hue },
      founds: foundsCommunity(inside.actor, centre.id),
      rows: await communitiesPage(inside.db, centre.id, ids, { limit: rowsAPage, offset }),
      total,
      page,
      pages,
      size: rowsAPage,
    };
  });
}
/** Ids of the communities of a centre this person sees; null is all of them. */
async function visibleIn(inside: Inside, centreId: string): Promise<string[] | null> {
  if (hasStaffRole(inside, centreId)) return null;
  return (await ownCommunities(inside)).flatMap((c) => (c.centreId === centreId ? [c.id] : []));
}
/** Tells which of a centre's communities this reader may open; nobody's for a visitor, null is all. */
export const openableIn = (ctx: Context, centreId: string): Promise<string[] | null> =>
  ctx.actor.id === "" ? Promise.resolve([]) : inTransaction(ctx, (inside) => visibleIn(inside, centreId));
/** Lists links to one's own communities, for *Mijn werk*. */
export const ownCommunityLinks = async (inside: Inside) =>
  namesOfCommunities(
    inside.db,
    (await ownCommunities(inside)).map((c) => c.id),
  );
