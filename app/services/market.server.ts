import { levels, obligations, sectors } from "#app/domain/words.ts";
import { countMarket, countsFor, listCentres, listMarket, type MarketFilter } from "#db/queries/lists.server.ts";
import { inPublic, visibleTo } from "#db/queries/visible.server.ts";
import { allCentreIds } from "#db/queries/centres.server.ts";
import { publicFigures } from "#db/queries/figures.server.ts";
import { clerk } from "./deadlines.server.ts";
import { inTransaction, type Context } from "./context.ts";

export const pageSize = 25;
const among = <T extends string>(values: readonly string[], known: readonly T[]) => values.filter((v): v is T => (known as readonly string[]).includes(v));
/** Filters from an address: unknown words are left out, a search word is cut at 100 characters, odd pages become the first. */
export function filterIn(params: URLSearchParams): { filter: MarketFilter; page: number } {
  const search = (params.get("zoek") ?? "").replaceAll(/[\0-\x1f\x7f]|\p{Surrogate}/gu, " ").trim().slice(0, 100);
  const page = Number(params.get("pagina") ?? "1");
  return {
    filter: { search, sectors: among(params.getAll("sector"), sectors), levels: among(params.getAll("niveau"), levels), obligations: among(params.getAll("verplichting"), obligations), centres: params.getAll("centrum").filter((c) => /^[a-z0-9-]{1,60}$/.test(c)).slice(0, 50) },
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}
/** The marketplace for this reader: what `visibleTo` lets them find, newest first. A page past the end is the last one. */
export const market = (ctx: Context, params: URLSearchParams) => inTransaction(ctx, async ({ db, actor }) => {
  const { filter, page: asked } = filterIn(params);
  const visible = actor.id ? visibleTo(actor) : inPublic;
  const total = await countMarket(db, filter, visible);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(asked, pages);
  const rows = await listMarket(db, filter, visible, { limit: pageSize, offset: (page - 1) * pageSize });
  const staff = actor.memberships.some((m) => m.centreId !== null && m.role !== "student");
  const counts = new Map(staff ? (await countsFor(db, rows.map((r) => r.id))).map((c) => [c.id, c.interests]) : []);
  const own = new Set(actor.memberships.filter((m) => m.centreId === null).map((m) => m.organizationId));
  return {
    filter, page, pages, total, centres: (await listCentres(db)).map(({ slug, name }) => ({ slug, name })),
    rows: rows.map((r) => ({ id: r.id, title: r.title, company: r.hideCompany && !own.has(r.organizationId) ? null : r.company, place: r.place, centre: r.centre, levels: r.levels, obligations: r.allowedObligations, weeks: r.weeks, start: r.blocks[0] ?? null, hours: r.hoursStudent, interests: counts.get(r.id) ?? null })),
  };
});
/** The front page: live figures over all centres, as numbers only, and the six freshest public questions. */
export async function frontPage(ctx: Context) {
  const centres = await ctx.transact(ctx.reach, allCentreIds);
  const figures = await inTransaction(clerk(ctx, centres), ({ db }) => publicFigures(db));
  const fresh = await inTransaction(ctx, ({ db }) => listMarket(db, filterIn(new URLSearchParams()).filter, inPublic, { limit: 6, offset: 0 }));
  return { figures, fresh: fresh.map((r) => ({ id: r.id, title: r.title, company: r.hideCompany ? null : r.company, place: r.place, teaser: r.teaser })) };
}
