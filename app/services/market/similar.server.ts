import { savedText } from "#app/domain/intake/saved.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { alikeInCentre, alikeInSight } from "#db/queries/market/similar.server.ts";
import { actorNow, inPublic, visibleTo } from "#db/queries/workflow/visible.server.ts";
import type { Inside } from "#app/services/context.ts";

type Question = { centreId: string; answers: Answers; not: string | null };
/** Fewer words than this are like everything. */
const fewest = 20;
const wanted = ({ centreId, answers, not }: Question) => ({
  centreId,
  not,
  title: savedText(answers, "title"),
  text: savedText(answers, "problem"),
});
const enough = (q: Question) => savedText(q.answers, "title").length + savedText(q.answers, "problem").length >= fewest;

/** Finds what looks like this question among those the reader may see, compared only by what a list shows of them. */
export async function similarInSight(inside: Inside, q: Question) {
  if (!enough(q)) return [];
  const { actor } = inside;
  const own = new Set(actor.memberships.filter((m) => m.centreId === null).map((m) => m.organizationId));
  const rows = await alikeInSight(inside.db, wanted(q), actor.id ? visibleTo(actorNow(actor)) : inPublic);
  return rows.map(({ id, title, status, company, hideCompany, organizationId }) => ({
    id,
    title,
    status,
    company: hideCompany && !own.has(organizationId) ? null : company,
  }));
}
/** Returns the same for anyone who steers the centre: every open and past question of it. The caller has checked that. */
export async function similarInCentre(inside: Inside, q: Question) {
  if (!enough(q)) return [];
  return (await alikeInCentre(inside.db, wanted(q))).map(({ id, title, status, company }) => ({
    id,
    title,
    status,
    company,
  }));
}
