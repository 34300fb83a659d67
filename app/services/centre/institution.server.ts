import { publicCount } from "#app/domain/company/response-time.ts";
import { refuse } from "#app/domain/refusal.ts";
import { isWebAddress } from "#app/domain/fields/scalars.ts";
import {
  communitiesAt,
  communitiesOf,
  knownCompanies,
  programmesOf,
  publicWork,
} from "#db/queries/company/companies.server.ts";
import { shownResults } from "#db/queries/showcase/gallery.server.ts";
import { organizationById } from "#db/queries/company/organizations.server.ts";
import { centreAt } from "./centres.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { openIndex } from "#app/services/market/market-index.server.ts";
import { market } from "#app/services/market/market.server.ts";
import { asStranger } from "#app/services/public-view.ts";

/** So many results, communities' questions and companies stand on a page; the rest is one link away. */
const few = { results: 6, companies: 60 } as const;
/**
 * Returns figures as everybody may read them: counts only, small ones hidden; over what everybody could find. Whoever
 * steers the centre reads every row of them, and so the number.
 */
async function figures(ctx: Context, at: { institutionId: string } | { centreId: string }, steers = false) {
  const { working, inUse } = await inTransaction(await systemContextEverywhere(ctx), ({ db }) => publicWork(db, at));
  if (steers) return { working, inUse };
  return { working: publicCount(working), inUse: publicCount(inUse) };
}
/**
 * Returns a school as everybody sees it: its communities, what they show, and where questions for them are open.
 * Refuses `not_found` for what is no school.
 */
export async function schoolPage(ctx: Context, id: string) {
  const page = await inTransaction(asStranger(ctx), async (inside) => {
    const school = await organizationById(inside.db, id);
    if (school?.kind !== "institution") return refuse("not_found");
    const communities = await communitiesOf(inside.db, id);
    const index = await openIndex(inside);
    const open = (slug: string) => index.entries.filter((entry) => entry?.centre === slug).length;
    const centres = [...new Map(communities.map((c) => [c.slug, c.centre]))].map(([slug, name]) => ({
      slug,
      name,
      open: open(slug),
    }));
    const { name, place, about, website } = school;
    return {
      id,
      name,
      place,
      about,
      website: isWebAddress(website) ? website : "",
      communities,
      centres,
      programmes: await programmesOf(inside.db, id),
      results: await shownResults(inside.db, { institutionId: id }, { offset: 0, limit: few.results }),
    };
  });
  return { ...page, figures: await figures(ctx, { institutionId: id }) };
}
/**
 * Returns a centre: for everybody its open questions, results, partners and figures; its questions as this reader may
 * see them. Refuses `not_found`.
 */
export async function centrePage(ctx: Context, slug: string) {
  const centre = await centreAt(ctx, slug);
  const steers = ctx.actor.memberships.some(
    (m) => m.centreId === centre.id && (m.role === "coordinator" || m.role === "business_developer"),
  );
  const found = await market(ctx, new URLSearchParams({ centrum: slug }));
  const { results, communities, companies } = await inTransaction(asStranger(ctx), async ({ db }) => ({
    results: await shownResults(db, { centreId: centre.id }, { offset: 0, limit: few.results }),
    communities: await communitiesAt(db, centre.id),
    companies: await knownCompanies(db, centre.id, few.companies),
  }));
  return {
    centre,
    rows: found.rows,
    total: found.total,
    themes: found.counts.theme,
    results,
    communities,
    companies,
    steers,
    figures: await figures(ctx, { centreId: centre.id }, steers),
  };
}
