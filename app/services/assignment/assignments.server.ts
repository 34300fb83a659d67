import { savedText } from "#app/domain/intake/saved.ts";
import { today } from "#app/services/days.ts";
import { mayEdit } from "#app/domain/workflow/editing-rights.ts";
import { rolesInCentre } from "#app/domain/workflow/policy.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import { refuseAmountWithoutFee } from "#app/domain/intake/fee.ts";
import { cardOf } from "#app/domain/intake/card.ts";
import { intakeSteps, looseFields, type IntakeStep } from "#app/domain/intake/fields.ts";
import { changesBetween, type Change } from "#app/domain/intake/versions.ts";
import { topicsOf } from "#app/domain/market/topics.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import type { Relation } from "#app/domain/words.ts";
import { everSubmitted, insertTextVersion } from "#db/queries/intake/intake.server.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
import {
  changeAssignment,
  emptyDraft,
  insertAssignment,
  putText,
  textOf,
} from "#db/queries/assignment/assignments.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import { someoneWasFirst } from "#app/services/workflow/who-was-first.server.ts";
import { record } from "#app/services/log/record.server.ts";
import { startClock } from "#app/services/workflow/clocks/clocks.server.ts";
import { lockAssignment } from "#db/queries/workflow/objects.server.ts";

/**
 * Starts a draft for a company in a centre. Company people for their own company, a business developer on its behalf.
 * Refuses `not_yours`.
 */
export const startDraft = (
  ctx: Context | Inside,
  where: { centreId: string; organizationId: string; contactId?: string },
) =>
  inTransaction(ctx, async (inside) => {
    const { actor } = inside;
    const own = actor.memberships.some(
      (m) =>
        m.centreId === null &&
        m.organizationId === where.organizationId &&
        (m.role === "client_owner" || m.role === "problem_owner"),
    );
    const developer = mayEdit("draft", rolesInCentre(actor, where.centreId));
    if (!own && !developer) refuse("not_yours");
    const id = inside.newId();
    const place = { centreId: where.centreId, organizationId: where.organizationId };
    await insertAssignment(inside.db, {
      id,
      ...place,
      status: "draft",
      obligation: "effort",
      title: "",
      enteredAt: inside.now(),
      createdAt: inside.now(),
      submittedBy: actor.id,
      contactId: where.contactId ?? (own ? actor.id : null),
    });
    await putText(inside.db, { assignmentId: id, ...place, problem: "", intake: {} });
    const assignment = await requireVisibleAssignment(inside, id);
    await startClock(
      inside,
      assignment,
      "draft_idle",
      { object: "assignment", objectId: id },
      { answers: {}, terms: {} },
    );
    return id;
  });

/**
 * Starts a draft from the form that begins a question: who has a draft there in which nothing was filled in yet goes on with that one.
 * Refuses `not_yours`.
 */
export const startOrResumeDraft = (ctx: Context | Inside, where: { centreId: string; organizationId: string }) =>
  inTransaction(ctx, async (inside) => {
    await waitTurn(inside.db, `drafts ${inside.actor.id}`);
    const empty = await emptyDraft(inside.db, { ...where, submittedBy: inside.actor.id });
    return empty?.id ?? startDraft(inside, where);
  });

/**
 * Saves one page of the intake as draft; what is required is asked at `submit`, so a half-filled page is kept. Refuses
 * `stale` when somebody saved later than this form saw.
 */
export const saveStep = (ctx: Context | Inside, id: string, step: IntakeStep, posted: Posted, version: number) =>
  inTransaction(ctx, async (inside) => {
    const read = readAnswers(looseFields(intakeSteps[step]), posted, { days: today(inside) });
    if (!read.ok) refuseFields(read.errors);
    return saveIntake(inside, id, read.answers, version);
  });
const editors: readonly Relation[] = ["client_owner", "problem_owner", "business_developer", "coordinator"];
/**
 * Writes answers of the intake. Once it was sent in, each edit is a version with its author and what differs, and asks
 * for a new approval and a new look at the fit.
 */
export const saveIntake = (ctx: Context | Inside, id: string, answers: Answers, version?: number) =>
  inTransaction(ctx, async (inside) => {
    await lockAssignment(inside.db, id);
    const assignment = await requireVisibleAssignment(inside, id);
    const { row, roles } = assignment;
    if (!mayEdit(row.status, roles)) return someoneWasFirst(inside, assignment, "wrong_status");
    refuseAmountWithoutFee(answers);
    const before = (await textOf(inside.db, id))?.intake ?? {};
    const changes = changesBetween(before, answers);
    const fields = Object.keys(changes);
    // Sending the same answers again changes nothing, whatever version was seen.
    if (version !== undefined && version !== row.version && fields.length > 0) throw new Refusal("stale");
    const intake = { ...before, ...answers };
    await putText(inside.db, {
      assignmentId: id,
      centreId: row.centreId,
      organizationId: row.organizationId,
      problem: savedText(intake, "problem"),
      intake,
    });
    const versioned = fields.length > 0 && (row.status !== "draft" || (await everSubmitted(inside.db, id)));
    await changeAssignment(inside.db, id, {
      ...cardOf(intake),
      ...topicsOf(intake),
      textVersion: row.textVersion + (versioned ? 1 : 0),
      version: row.version + 1,
    } as never);
    if (versioned) await recordVersion(inside, assignment, changes);
    return row.version + 1;
  });
async function recordVersion(
  inside: Inside,
  assignment: Awaited<ReturnType<typeof requireVisibleAssignment>>,
  changes: Record<string, Change>,
) {
  const { row, roles } = assignment;
  const byRole = editors.find((role) => roles.has(role)) ?? "business_developer";
  await insertTextVersion(inside.db, {
    id: inside.newId(),
    assignmentId: row.id,
    centreId: row.centreId,
    organizationId: row.organizationId,
    number: row.textVersion + 1,
    byId: inside.actor.id || null,
    byRole,
    at: inside.now(),
    changes,
  });
  await record(inside, assignment, {
    object: "assignment",
    objectId: row.id,
    move: "edit_text",
    from: row.status,
    to: row.status,
    actingAs: byRole,
    answers: { fields: Object.keys(changes) },
    guards: [],
    notifies: [],
    agreementNumber: null,
    system: false,
  });
}
