import { pageIn, pageOf } from "#app/domain/paging.ts";
import { asTheme } from "#app/domain/skills/skills.ts";
import { refuse } from "#app/domain/refusal.ts";
import {
  countShown,
  publicRelatives,
  shownResult,
  shownResults,
  shownThemes,
} from "#db/queries/showcase/gallery.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { asStranger } from "#app/services/public-view.ts";

const galleryPage = 12;
/** Returns the gallery as everybody sees it, a page at a time; an unknown theme shows all, a page past the end is the last. */
export const showcaseGallery = (ctx: Context, params: URLSearchParams) =>
  inTransaction(asStranger(ctx), async ({ db }) => {
    const theme = asTheme(params.get("thema") ?? "") ?? null;
    const where = theme ? { theme } : {};
    const [total, themes] = await Promise.all([countShown(db, where), shownThemes(db)]);
    const { page, pages, offset } = pageOf(total, galleryPage, pageIn(params));
    return {
      theme,
      themes: themes.filter((t) => asTheme(t.theme)),
      total,
      pages,
      page,
      size: galleryPage,
      rows: await shownResults(db, where, { offset, limit: galleryPage }),
    };
  });
/** Returns one result as everybody sees it. Refuses `not_found` unless it is shown at this moment. */
export const resultPage = (ctx: Context, id: string) =>
  inTransaction(asStranger(ctx), async ({ db }) => {
    const result = (await shownResult(db, id)) ?? refuse("not_found");
    const more = (await shownResults(db, { theme: result.themes[0] ?? "none" }, { offset: 0, limit: 4 }))
      .filter((row) => row.id !== id)
      .slice(0, 3);
    return { result, more, relatives: await publicRelatives(db, id, result.buildsOn) };
  });
