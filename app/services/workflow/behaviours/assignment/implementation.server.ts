import { checkState, isMeasured, opensOn } from "#app/domain/aftercare/checks.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { attachFiles, attachLooseEvidence, hasLooseEvidence } from "#db/queries/files/files.server.ts";
import { insertObservation, putImplementation, setDegree } from "#db/queries/aftercare/implementations.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { ImplementationDegree } from "#app/domain/words.ts";
import { place, type Acting } from "../../acting.ts";

type Plan = { owner?: string; owner_email?: string | null; steps?: string; target_on?: string };
/**
 * Says how the company means to use the solution; what is not said anew stays as it was, but for the address of an owner who
 * is another now: a personal link would go to whoever owned it before.
 */
export function implement(
  ctx: Inside,
  acting: Acting,
  { owner, owner_email, steps, target_on }: Plan,
  degree: ImplementationDegree,
  since: string | null,
) {
  const was = acting.gathered.implementation;
  return putImplementation(ctx.db, {
    id: ctx.newId(),
    ...place(acting),
    owner: owner || (was?.owner ?? ""),
    ownerEmail: owner_email || (was && (owner === undefined || owner === was.owner) ? was.ownerEmail : ""),
    steps: steps || (was?.steps ?? ""),
    targetOn: target_on ?? was?.targetOn ?? null,
    degree,
    since,
    at: ctx.now(),
  });
}

type Found = {
  effect_kind?: string | null;
  effect_grade?: string | null;
  effect?: string | null;
  evidence?: string | null;
  measured?: string | null;
};
/** This is what a check found of the use, a number of months after the declaration. */
export const observe = async (
  ctx: Inside,
  acting: Acting,
  found: Found,
  month: number,
  degree: ImplementationDegree,
  late = false,
): Promise<string> => {
  const id = ctx.newId();
  await insertObservation(ctx.db, {
    id,
    ...place(acting),
    month,
    degree,
    effectKind: found.effect_kind ?? null,
    effectGrade: found.effect_grade ?? null,
    effect: found.effect ?? "",
    evidence: found.evidence ?? "",
    measured: found.measured ?? "",
    late,
    byId: ctx.actor.id || null,
    at: ctx.now(),
  });
  return id;
};

type Check = { month: string; degree: ImplementationDegree; measured: string | null; evidence: string | null };
type Shown = { files?: readonly string[] };
/**
 * Refuses a check before its time, with the day from which it can be answered, and one that was answered; and use without
 * anything to show for it (docs/domain.md 6.4).
 */
export async function requireCheck(ctx: Inside, { facts, assignment, answers, files }: Acting & { answers: Check }) {
  const month = Number(answers.month);
  const state = checkState(facts, month);
  if (state === "early") refuseFields({ month: { code: "check_not_yet", day: opensOn(facts, month) ?? "" } });
  if (state === "answered" || state === "none") refuseFields({ month: { code: "check_answered" } });
  if (answers.measured && !isMeasured(answers.measured)) refuseFields({ measured: { code: "not_measured" } });
  if (!isInUse(answers) || answers.measured || answers.evidence || files.length > 0) return;
  if (!(await hasLooseEvidence(ctx.db, assignment.row.id))) refuseFields({ evidence: { code: "evidence_needed" } });
}
const isInUse = ({ degree }: { degree: ImplementationDegree }) => degree === "partial" || degree === "full";
/**
 * Keeps the answer, marked when it came late. Evidence that was added since the check before belongs to it when it says that there
 * is use: what showed the use in one month shows nothing of a later one. What is in use now is what the newest check says.
 */
export async function keepCheck(ctx: Inside, acting: Acting & { answers: Check & Found & Shown }) {
  const { facts, answers, assignment } = acting;
  const month = Number(answers.month);
  const observation = await observe(ctx, acting, answers, month, answers.degree, checkState(facts, month) === "late");
  await attachFiles(ctx.db, answers.files ?? [], observation);
  if (isInUse(answers)) await attachLooseEvidence(ctx.db, assignment.row.id, observation);
  if (!facts.answeredChecks.some((other) => other > month)) await setDegree(ctx.db, assignment.row.id, answers.degree);
}
