import { mayEdit } from "#app/domain/adding.ts";
import { readAnswers } from "#app/domain/answers.ts";
import type { Answers, Posted } from "#app/domain/fields.ts";
import { cardOf, intakeSteps, type IntakeStep } from "#app/domain/intake.ts";
import { topicsOf } from "#app/domain/market/topics.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import { changeAssignment, insertAssignment, putText, textOf } from "#db/queries/assignments.server.ts";
import { inTransaction, type Context, type Inside } from "./context.ts";
import { seenAssignment } from "./objects.server.ts";
import { record } from "./record.server.ts";
import { startClock } from "./clocks.server.ts";
import { lineUp } from "#db/queries/objects.server.ts";

/** Starts a draft for a company in a centre. Company people for their own company, a business developer on its behalf. Refuses `not_yours`. */
export const startDraft = (ctx: Context | Inside, where: { centreId: string; organizationId: string; contactId?: string }) => inTransaction(ctx, async (inside) => {
  const { actor } = inside;
  const own = actor.memberships.some((m) => m.centreId === null && m.organizationId === where.organizationId && (m.role === "client_owner" || m.role === "problem_owner"));
  const developer = actor.memberships.some((m) => m.centreId === where.centreId && (m.role === "business_developer" || m.role === "coordinator"));
  if (!own && !developer) refuse("not_yours");
  const id = inside.newId();
  const place = { centreId: where.centreId, organizationId: where.organizationId };
  await insertAssignment(inside.db, { id, ...place, status: "draft", obligation: "effort", title: "", enteredAt: inside.now(), createdAt: inside.now(), submittedBy: actor.id, contactId: where.contactId ?? (own ? actor.id : null) });
  await putText(inside.db, { assignmentId: id, ...place, problem: "", intake: {} });
  const opened = await seenAssignment(inside, id);
  await startClock(inside, opened, "draft_idle", { object: "assignment", objectId: id }, { asked: {}, terms: {} });
  return id;
});

/** Saves one step of the intake as draft; what is required is asked at `submit`, so a half-filled step is kept. Refuses `stale` when somebody saved later than this form saw. */
export const saveStep = (ctx: Context | Inside, id: string, step: IntakeStep, posted: Posted, version: number) => inTransaction(ctx, async (inside) => {
  const loose = Object.fromEntries(Object.entries(intakeSteps[step]).map(([name, field]) => [name, { ...field, required: false }]));
  const read = readAnswers(loose, posted, {});
  if (!read.ok) refuseFields(read.errors);
  return saveIntake(inside, id, read.answers, version);
});
export const saveIntake = (ctx: Context | Inside, id: string, answers: Answers, version?: number) => inTransaction(ctx, async (inside) => {
  await lineUp(inside.db, id);
  const opened = await seenAssignment(inside, id);
  const { row, holds } = opened;
  if (!mayEdit(row.status, holds)) refuse("wrong_status");
  if (version !== undefined && version !== row.version) throw new Refusal("stale");
  const before = (await textOf(inside.db, id))?.intake ?? {};
  const intake = { ...before, ...answers };
  const changed = Object.keys(answers).filter((k) => JSON.stringify(before[k] ?? null) !== JSON.stringify(answers[k] ?? null));
  await putText(inside.db, { assignmentId: id, centreId: row.centreId, organizationId: row.organizationId, problem: String(intake.problem ?? ""), intake });
  // A changed text needs a new approval and a new look at the fit.
  const textVersion = row.status === "draft" || changed.length === 0 ? row.textVersion : row.textVersion + 1;
  await changeAssignment(inside.db, id, { ...cardOf(intake), ...topicsOf(intake), textVersion, version: row.version + 1 } as never);
  if (row.status !== "draft" && changed.length > 0) await record(inside, opened, { object: "assignment", objectId: id, move: "edit_text", from: row.status, to: row.status, actingAs: "business_developer", asked: { fields: changed }, guards: [], tells: [], agreementNumber: null, system: false });
  return row.version + 1;
});
