import type { Sql } from "postgres";
import type { Cast, CastOptions } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import type { World } from "#db/seed/world.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { siteMap } from "#app/services/market/feed.server.ts";
import { showcaseGallery, resultPage } from "#app/services/showcase/gallery.server.ts";
import { centrePage, schoolPage } from "#app/services/centre/institution.server.ts";
import { companyPage } from "#app/services/company/company.server.ts";
import { frontPage } from "#app/services/market/market.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

/** Holds what a team writes of its result: every answer is a word that stands nowhere else. */
export const told = {
  title: "Kanarieboek in gebruik",
  asked_for: "Kanarievraag",
  made: "Kanariewerk",
  changed: "Kanariewinst",
  quote: "Kanarielof",
  quote_by: "Kanariemonteur",
};
/** Returns "done", or what the work was refused for. */
export const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
export const visitor = (w: World): Context => ({
  transact: w.database.transact,
  now: w.now,
  newId: w.newId,
  actor: nobody,
  reach: noReach,
  locale: "nl",
  requestId: "test",
});
type Town = { w: World; c: Cast; line: Line; raw: Sql };
/** Makes an assignment as far as `to`; `raw` is the administrator's way into the same database. */
export async function settle({
  to = "implemented",
  intake = {},
  ...options
}: CastOptions & { to?: "implemented" | "implementing" | "published"; intake?: Answers } = {}): Promise<Town> {
  return livedOnce({ to, intake, with: options });
}
/** Everything a visitor can read that might speak of it. */
export async function everywhere({ w, c, line }: Town): Promise<string> {
  const me = visitor(w);
  const pages = [
    showcaseGallery(me, new URLSearchParams()),
    showcaseGallery(me, new URLSearchParams({ thema: "data" })),
    resultPage(me, line.id).catch(() => null),
    companyPage(me, c.companyId).catch(() => null),
    schoolPage(me, c.institutionId),
    centrePage(me, "waterkracht"),
    frontPage(me),
    siteMap(me),
  ];
  return JSON.stringify(await Promise.all(pages));
}
/** Tells whether a visitor can read anything of it anywhere. */
export const spoken = async (town: Town) => /Kanarie|resultaten\/[0-9a-f]/.test(await everywhere(town));
/** It works as the product itself, in every centre. */
export const all = (w: World): Context =>
  systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres);
