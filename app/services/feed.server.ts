import { wantedIn, queryOf } from "#app/domain/market/wanted.ts";
import { publicCentres } from "#db/queries/centres.server.ts";
import { inTransaction, type Context } from "./context.ts";
import { openIndex } from "./market-index.server.ts";
import { rowsOf } from "./market.server.ts";
import { asStranger } from "./public-view.ts";
import { search } from "./search.server.ts";

/** So many questions stand in a feed. */
const inFeed = 50;
/** The newest public questions that fit a search (a theme, a centre, anything the marketplace can narrow by), whoever asks. */
export const feedOf = (ctx: Context, params: URLSearchParams) => inTransaction(asStranger(ctx), async (inside) => {
  const wanted = { ...wantedIn(params), sort: "newest" as const, page: 1 };
  const { ids } = await search(inside, wanted, { offset: 0, limit: inFeed });
  return { query: queryOf(wanted), rows: await rowsOf(inside, ids) };
});
/** Every address a search engine may know: the public questions with the day they were published, and the centres. */
export const siteMap = (ctx: Context) => inTransaction(asStranger(ctx), async (inside) => {
  const index = await openIndex(inside);
  const questions = index.inOrder.newest.flatMap((slot) => { const entry = index.entries[slot]; return entry ? [{ path: `/vraagstukken/${entry.id}`, at: new Date(entry.publishedAt) }] : []; });
  const centres = (await publicCentres(inside.db)).map(({ slug }) => ({ path: `/centra/${slug}`, at: null }));
  return [...["/", "/vraagstukken", "/hoe-het-werkt", "/centra"].map((path) => ({ path, at: null })), ...centres, ...questions];
});
