import { wantedIn, queryOf } from "#app/domain/market/wanted.ts";
import { publicCentres } from "#db/queries/centre/centres.server.ts";
import { knownCompanies, leadingSchools } from "#db/queries/company/companies.server.ts";
import { shownIds } from "#db/queries/showcase/gallery.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { openIndex } from "./market-index.server.ts";
import { rowsOf } from "./market.server.ts";
import { asStranger } from "#app/services/public-view.ts";
import { urls } from "#app/urls.ts";
import { search } from "./search.server.ts";

/** So many questions stand in a feed. */
const inFeed = 50;
/**
 * Returns the newest public questions that fit a search (a theme, a centre, anything the marketplace can narrow by),
 * whoever asks.
 */
export const feedOf = (ctx: Context, params: URLSearchParams) =>
  inTransaction(asStranger(ctx), async (inside) => {
    const wanted = { ...wantedIn(params), sort: "newest" as const, page: 1 };
    const { ids } = await search(inside, wanted, { size: inFeed });
    return { query: queryOf(wanted), rows: await rowsOf(inside, ids) };
  });
/** More addresses than this of one kind do not fit a site map. */
const mostCompanies = 10_000;
/**
 * Every address a search engine may know: the public questions with the day they were published, shown results,
 * centres, schools, and companies that stand somewhere by name.
 */
export const siteMap = (ctx: Context) =>
  inTransaction(asStranger(ctx), async (inside) => {
    const [index, open, leading, known, shown] = await Promise.all([
      openIndex(inside),
      publicCentres(inside.db),
      leadingSchools(inside.db),
      knownCompanies(inside.db, null, mostCompanies),
      shownIds(inside.db),
    ]);
    const questions = index.inOrder.newest.flatMap((slot) => {
      const entry = index.entries[slot];
      return entry ? [{ path: urls.assignment.assignment(entry.id), at: new Date(entry.publishedAt) }] : [];
    });
    const centres = open.map(({ slug }) => ({ path: urls.centre.centre(slug), at: null }));
    const schools = leading.map(({ id }) => ({ path: urls.centre.school(id), at: null }));
    const companies = known.map(({ id }) => ({ path: urls.company.company(id), at: null }));
    const results = shown.map(({ id, at }) => ({ path: urls.showcase.showcase(id), at }));
    return [
      ...[urls.public.home, urls.market.market, urls.showcase.gallery, urls.public.how, urls.centre.centres].map(
        (path) => ({
          path,
          at: null,
        }),
      ),
      ...centres,
      ...schools,
      ...companies,
      ...results,
      ...questions,
    ];
  });
