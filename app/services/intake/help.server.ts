import { savedText } from "#app/domain/intake/saved.ts";
import { draftStepIds, intakeIn, plainAnswers } from "#app/domain/intake/draft.ts";
import { fitOf } from "#app/domain/intake/fit.ts";
import { hintsFor } from "#app/domain/intake/hints.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { changeDraft, draftById } from "#db/queries/intake/drafts.server.ts";
import { insertOrganization, insertPartner, organizationByKvk } from "#db/queries/company/organizations.server.ts";
import { personByEmail } from "#db/queries/account/people.server.ts";
import { mayEdit } from "#app/domain/workflow/editing-rights.ts";
import { rolesInCentre } from "#app/domain/workflow/policy.ts";
import { mailInvitation } from "#app/services/account/links.server.ts";
import { saveIntake, startDraft } from "#app/services/assignment/assignments.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { places } from "./submit.server.ts";
import { steeredCentre, steeringRoles } from "#app/services/centre/pipeline.server.ts";

/** Returns a draft of this centre whose company asked for help; without that consent it does not exist for anybody else. */
async function askedHelp(inside: Inside, slug: string, draftId: string) {
  const centre = await steeredCentre(inside, slug, steeringRoles);
  const draft = (await draftById(inside.db, draftId, inside.now())) ?? refuse("not_found");
  if (draft.centreId !== centre.id) refuse("not_found");
  return { centre, draft };
}
/** Of the centre's desk the business developer alone finishes the draft of a question (docs/domain.md 6.8). */
const finishes = ({ actor }: Inside, centreId: string) => mayEdit("draft", rolesInCentre(actor, centreId));
async function helped(inside: Inside, slug: string, draftId: string) {
  const { centre, draft } = await askedHelp(inside, slug, draftId);
  if (draft.assignmentId !== null || draft.answers.help !== true) refuse("not_found");
  return { centre, draft };
}
/** Reads what the company wrote so far, for the business developer who helps. */
export const openHelp = (ctx: Context, slug: string, draftId: string) =>
  inTransaction(ctx, async (inside) => {
    const { centre, draft } = await helped(inside, slug, draftId);
    const answers = plainAnswers(draft.answers);
    const reading = { switches: switchesOf(centre.switches), now: inside.now() };
    return {
      centre: { name: centre.name, slug: centre.slug, hue: centre.hue },
      answers: { ...answers, email: draft.email } as Answers,
      steps: draftStepIds,
      hints: hintsFor(answers, reading, { whole: true }),
      fit: fitOf(answers, reading),
      mayTake: finishes(inside, centre.id),
      companies: (await places(inside)).companies,
      changedAt: draft.changedAt,
      key: inside.newId(),
    };
  });
/**
 * Takes the draft over: it becomes a question of the centre that the developer finishes and sends in, for a company
 * that is here or a new one. The company is invited to come along as client owner, for only the company approves the
 * text before it is published.
 */
export async function takeOver(ctx: Context, slug: string, draftId: string, companyId: string): Promise<string> {
  const chosen =
    companyId === "" ? null : ((await places(ctx)).companies.find((c) => c.id === companyId) ?? refuse("not_found"));
  const organizationId = chosen?.id ?? ctx.newId();
  const reach = { ...ctx.reach, organizations: [...ctx.reach.organizations, organizationId] };
  return ctx.transact(reach, async (db) => {
    const inside: Inside = { ...ctx, reach, db };
    const { centre, draft } = await askedHelp(inside, slug, draftId);
    if (!finishes(inside, centre.id)) refuse("not_yours");
    // Sending it again leads to what it became.
    if (draft.assignmentId !== null) return draft.assignmentId;
    if (draft.answers.help !== true) refuse("not_found");
    const answers = plainAnswers(draft.answers);
    if (!chosen && savedText(answers, "company") === "") refuseFields({ company: { code: "required" } });
    if (!chosen) await addCompany(inside, centre.id, organizationId, answers);
    const id = await startDraft(inside, { centreId: centre.id, organizationId });
    await saveIntake(inside, id, intakeIn(answers));
    if (draft.email && !chosen) await inviteCompany(inside, draft.email, { organizationId, through: centre.id });
    await changeDraft(db, draft.id, { assignmentId: id, answers: {}, email: null, changedAt: inside.now() });
    return id;
  });
}
async function addCompany({ db, now }: Inside, centreId: string, id: string, answers: Answers) {
  const kvk = savedText(answers, "kvk");
  const taken = kvk !== "" && (await organizationByKvk(db, kvk)) !== undefined;
  await insertOrganization(db, {
    id,
    kind: "company",
    name: savedText(answers, "company"),
    kvk: kvk === "" || taken ? null : kvk,
    place: savedText(answers, "place"),
    sector: savedText(answers, "sector") || null,
    createdAt: now(),
  });
  await insertPartner(db, { centreId, organizationId: id, since: now() });
}
async function inviteCompany(inside: Inside, email: string, to: { organizationId: string; through: string }) {
  const known = await personByEmail(inside.db, email);
  await mailInvitation(inside, known, { email, role: "client_owner", ...to, invitedBy: inside.actor.id });
}
