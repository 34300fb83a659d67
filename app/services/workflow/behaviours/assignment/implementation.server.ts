import { insertObservation, putImplementation } from "#db/queries/work/work.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { ImplementationDegree } from "#app/domain/words.ts";
import { place, type Acting } from "../../acting.ts";

type Plan = { owner?: string; owner_email?: string | null; steps?: string; target_on?: string };
/** How the company means to use the solution; what is not said anew stays as it was. */
export const implement = (
  ctx: Inside,
  acting: Acting,
  { owner, owner_email, steps, target_on }: Plan,
  degree: ImplementationDegree,
  since: string | null,
) =>
  putImplementation(ctx.db, {
    id: ctx.newId(),
    ...place(acting),
    owner: owner || (acting.gathered.implementation?.owner ?? ""),
    ownerEmail: owner_email || (acting.gathered.implementation?.ownerEmail ?? ""),
    steps: steps || (acting.gathered.implementation?.steps ?? ""),
    targetOn: target_on ?? acting.gathered.implementation?.targetOn ?? null,
    degree,
    since,
    at: ctx.now(),
  });

type Found = {
  effect_kind?: string | null;
  effect_grade?: string | null;
  effect?: string | null;
  evidence?: string | null;
};
/** What was found of its use, so many months after the declaration. */
export const observe = (ctx: Inside, acting: Acting, found: Found, month: number, degree: ImplementationDegree) =>
  insertObservation(ctx.db, {
    id: ctx.newId(),
    ...place(acting),
    month,
    degree,
    effectKind: found.effect_kind ?? null,
    effectGrade: found.effect_grade ?? null,
    effect: found.effect ?? "",
    evidence: found.evidence ?? "",
    byId: ctx.actor.id || null,
    at: ctx.now(),
  });
