import type { Posted } from "#app/domain/fields/fields.ts";
import { refuse } from "#app/domain/refusal.ts";
import { needsGuardian } from "#app/domain/showcase/showcase.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import {
  consentOf,
  consentsAskedOf,
  consentsOn,
  makersIn,
  showcaseOf,
  type Showcase,
} from "#db/queries/showcase/showcases.server.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import type { OpenAssignment } from "#app/services/assignment/frame.server.ts";
import { signaturesOn } from "#app/services/assignment/signatures.server.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";

/** Returns the words of a result, as they stand or will stand before everybody. */
export const storyOf = ({ title, askedFor, made, changed, quote, quoteBy }: Showcase) => ({
  title,
  askedFor,
  made,
  changed,
  quote,
  quoteBy,
});
/** Makers and their guardians may answer: the words are before them, shown or not yet. */
export const isOpen = ({ status }: Showcase) => status === "asked" || status === "shown";
/** Returns the result about one assignment as its own people see it: words, what may be done, how many said yes, never who. */
export async function showcaseOn(inside: Inside, open: OpenAssignment) {
  const id = open.assignment.row.id;
  const [showcase, makers, consents] = await Promise.all([
    showcaseOf(inside.db, id),
    makersIn(inside.db, id),
    consentsOn(inside.db, id),
  ]);
  const given = new Set(consents.filter((c) => c.status === "given").map((c) => c.personId));
  const offers = may("implementation", open.roles) ? await childOffers(inside, open, "showcase", showcase ?? null) : [];
  const own = showcase !== undefined && isOpen(showcase) && consents.some((c) => c.personId === inside.actor.id);
  return {
    id: showcase?.id ?? null,
    status: showcase?.status ?? null,
    story: showcase ? storyOf(showcase) : null,
    by: showcase ? (await signaturesOn(inside, open, ["story"])).of("story", showcase.id) : null,
    company: showcase?.companyConsentAt != null,
    agreed: makers.filter((m) => given.has(m.id)).length,
    makers: makers.length,
    offers,
    own,
  };
}

/** A maker may have left the team, or the school: their own row leads to the assignment's centre, and no further. */
async function asMaker<T>(ctx: Context, assignmentId: string, work: (ctx: Context) => Promise<T>): Promise<T> {
  const own = await inTransaction(ctx, ({ db, actor }) =>
    actor.id ? consentOf(db, assignmentId, actor.id) : Promise.resolve(undefined),
  );
  if (!own) refuse("not_found");
  return work({ ...ctx, reach: { ...ctx.reach, centres: [...new Set([...ctx.reach.centres, own.centreId])] } });
}
/**
 * Returns what a maker is asked: the words, their own answer so far, and what they may answer. Refuses `not_found`
 * for anyone who made nothing of it.
 */
export const openConsent = (ctx: Context, assignmentId: string) =>
  asMaker(ctx, assignmentId, (wider) =>
    inTransaction(wider, async (inside) => {
      const [own, showcase, makers] = await Promise.all([
        consentOf(inside.db, assignmentId, inside.actor.id),
        showcaseOf(inside.db, assignmentId),
        makersIn(inside.db, assignmentId),
      ]);
      if (!own || !showcase) return refuse("not_found");
      const maker = makers.find((m) => m.id === inside.actor.id);
      return {
        assignmentId,
        story: storyOf(showcase),
        about: (await findAssignment(inside.db, assignmentId))?.row.title ?? "",
        status: own.status,
        naming: own.naming,
        open: isOpen(showcase) && maker !== undefined,
        minor: maker !== undefined && needsGuardian(maker),
        form: { key: inside.newId(), version: own.version },
      };
    }),
  );
const acts = { yes: "give_consent", minor: "give_as_minor", no: "refuse_consent", back: "withdraw_consent" } as const;
/**
 * Records one maker's own answer: yes, yes with a guardian, no, or a yes taken back. Refuses `not_found` for anything
 * else, and what the table refuses.
 */
export const answerConsent = (
  ctx: Context,
  assignmentId: string,
  act: string,
  posted: Posted,
  version: number | null,
) =>
  asMaker(ctx, assignmentId, (wider) =>
    inTransaction(wider, async (inside) => {
      const own = (await consentOf(inside.db, assignmentId, inside.actor.id)) ?? refuse("not_found");
      const name = Object.hasOwn(acts, act) ? acts[act as keyof typeof acts] : refuse("not_found");
      await move(inside, "showcase_consent", own.id, name, posted, version === null ? {} : { version });
    }),
  );
/** Lists results that wait for this person's yes or no. */
export const consentsWaiting = ({ db, actor }: Inside) => consentsAskedOf(db, actor.id);
