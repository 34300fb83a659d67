import { annexesFor, makersTerms } from "#app/domain/agreement/terms/annexes.ts";
import { asksNewAnnexes, differences } from "#app/domain/agreement/terms/changes.ts";
import { termsIn, type Terms } from "#app/domain/agreement/terms/fields.ts";
import { isSecretYetOpen } from "#app/domain/agreement/terms/fit.ts";
import { proofOf } from "#app/domain/agreement/terms/proofs.ts";
import { firstTerms } from "#app/domain/agreement/terms/prefill.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { mayChange, sidesOf } from "#app/domain/agreement/process.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import { isStudentSeat, type AgeBand } from "#app/domain/words.ts";
import { inCentre } from "#db/queries/letters/recipients.server.ts";
import { insertSeat } from "#db/queries/team/seats.server.ts";
import { organizationById, signersOf } from "#db/queries/company/organizations.server.ts";
import { allAgreements, insertAgreement, lastVersionNumber } from "#db/queries/agreement/agreements.server.ts";
import {
  findObject,
  lockAssignment,
  updateIfUnchanged,
  nameOf,
  type RowOf,
} from "#db/queries/workflow/objects.server.ts";
import { insertAnnexes } from "#db/queries/team/annexes.server.ts";
import { place, type Acting } from "#app/services/workflow/acting.ts";
import { someoneWasFirst } from "#app/services/workflow/who-was-first.server.ts";
import { factsOf } from "#app/services/workflow/facts.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { requireObject, requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";

/**
 * `select_claim`: version 1 as education's draft, prefilled from intake and claim; the lead joins as teacher and acts
 * as project manager until one is named.
 */
export async function firstAgreement(ctx: Inside, acting: Acting) {
  const { row } = acting.assignment;
  const claim = (row.claimId ? await findObject(ctx.db, "claim", row.claimId) : undefined) ?? refuse("not_found");
  const company = await organizationById(ctx.db, row.organizationId);
  const institution = row.institutionId ? await organizationById(ctx.db, row.institutionId) : undefined;
  const people = await namesFor(ctx, acting, claim.leadId);
  const terms = firstTerms({
    assignment: { ...acting.facts.intake, title: row.title },
    claim,
    company,
    institution,
    centre: acting.assignment.centre,
    people,
    switches: switchesOf(acting.assignment.centre.switches),
  });
  await insertAgreement(ctx.db, {
    id: ctx.newId(),
    ...place(acting),
    number: (await lastVersionNumber(ctx.db, row.id)) + 1,
    status: "draft",
    obligation: claim.obligation,
    institutionId: row.institutionId,
    terms,
    side: "education",
    createdAt: ctx.now(),
  });
  await insertSeat(ctx.db, {
    id: ctx.newId(),
    ...place(acting),
    personId: claim.leadId,
    role: "teacher",
    side: "education",
    status: "active",
    invitedBy: ctx.actor.id || null,
    createdAt: ctx.now(),
    joinedAt: ctx.now(),
  });
}

/** Names the product knows, so that the first draft asks nobody what is known. */
async function namesFor(ctx: Inside, { assignment: { row } }: Acting, leadId: string) {
  const named = async (id: string | null | undefined) => (id ? await nameOf(ctx.db, id) : undefined);
  const signers = await signersOf(
    ctx.db,
    row.institutionId ? [row.organizationId, row.institutionId] : [row.organizationId],
  );
  const [contact, lead, complaints, qualityOwner] = [
    await named(row.contactId ?? row.submittedBy),
    await named(leadId),
    await named((await inCentre(ctx.db, row.centreId, ["coordinator"]))[0]),
    await named((await inCentre(ctx.db, row.centreId, ["quality_owner"]))[0]),
  ];
  return {
    ...(contact ? { contact } : {}),
    ...(lead ? { lead } : {}),
    ...(complaints ? { complaints } : {}),
    ...(qualityOwner ? { qualityOwner } : {}),
    signers: signers.map(({ organizationId, name, mandate }) => {
      const side = organizationId === row.organizationId ? ("company" as const) : ("education" as const);
      return { side, name, proof: proofOf(side, mandate) };
    }),
  };
}

/** Makes a counter-proposal: the answering side's own draft with the same terms, unsigned (docs/domain.md 6.4). */
export async function counterDraft(ctx: Inside, acting: Acting, old: RowOf<"agreement">) {
  await insertAgreement(ctx.db, {
    id: ctx.newId(),
    ...place(acting),
    number: (await lastVersionNumber(ctx.db, acting.assignment.row.id)) + 1,
    status: "draft",
    obligation: old.obligation,
    institutionId: acting.assignment.row.institutionId,
    terms: old.terms,
    side: old.side === "company" ? "education" : "company",
    createdAt: ctx.now(),
  });
}

/**
 * Starts a change during the work: a new draft from the signed version, for either side (docs/domain.md 5.2). Refuses
 * `wrong_status` when no change is possible any more (`mayChange`).
 */
export const startChange = (ctx: Context, assignmentId: string) =>
  inTransaction(ctx, async (inside) => {
    await lockAssignment(inside.db, assignmentId);
    const assignment = await requireVisibleAssignment(inside, assignmentId);
    const { roles, row } = assignment;
    const [side] = sidesOf(roles);
    if (!side) refuse("not_yours");
    const { signed, open } = await factsOf(inside, assignment);
    if (!signed || open || !mayChange(row)) return someoneWasFirst(inside, assignment, "wrong_status");
    const id = inside.newId();
    await insertAgreement(inside.db, {
      id,
      assignmentId,
      centreId: row.centreId,
      organizationId: row.organizationId,
      number: (await lastVersionNumber(inside.db, assignmentId)) + 1,
      status: "draft",
      obligation: signed.obligation,
      institutionId: row.institutionId,
      terms: signed.terms,
      side,
      createdAt: inside.now(),
    });
    return id;
  });

/**
 * Saves one section of a draft; only the side whose draft it is. `version` is the one the editor saw; refuses `stale`
 * otherwise, and `wrong_status` with who was first once it is no draft any more.
 */
export const editTerms = (ctx: Context | Inside, agreementId: string, answers: Answers, version: number) =>
  inTransaction(ctx, async (inside) => {
    const agreement = await requireObject(inside, "agreement", agreementId);
    const assignment = await requireVisibleAssignment(inside, agreement.assignmentId);
    if (!sidesOf(assignment.roles).includes(agreement.side)) refuse("not_yours");
    if (agreement.status !== "draft") return someoneWasFirst(inside, assignment, "wrong_status");
    if (version !== agreement.version) throw new Refusal("stale");
    // The obligation is a property of the version (docs/domain.md 1.2); it may change until `delivered`.
    const said = termsIn(answers);
    refuseSecretYetOpen(said, { ...agreement.terms, ...said });
    const changes = said.obligation ? { obligation: said.obligation } : {};
    const after = await updateIfUnchanged(inside.db, "agreement", agreement, {
      terms: { ...agreement.terms, ...said },
      version: agreement.version + 1,
      ...changes,
    });
    return (after ?? refuse("stale")) as RowOf<"agreement">;
  });

/** Says beside the field that was filled in that what is secret has no open licence: the sentence of the signature. */
function refuseSecretYetOpen(said: Terms, { confidentiality, ip_foreground }: Terms) {
  const field = (["ip_foreground", "confidentiality"] as const).find((id) => said[id]);
  if (
    field &&
    isSecretYetOpen({ confidentiality: confidentiality ?? undefined, ipProposal: ip_foreground ?? undefined })
  )
    refuseFields({ [field]: { code: "secret_not_open" } });
}
/** Makes annexes for students who were invited before the signature. */
export async function annexesOnSigning(ctx: Inside, acting: Acting) {
  for (const m of acting.gathered.team.filter((t) => isStudentSeat(t.role)))
    await addAnnexes(ctx, acting, m.id, m.ageBand);
}
/**
 * A version signed during the work that touches rights or secrecy asks the students again: their annexes name the
 * version (docs/domain.md 5.5).
 */
export async function annexesOnChange(ctx: Inside, acting: Acting, agreement: RowOf<"agreement">) {
  const before = await versionReplaced(ctx, agreement);
  if (!before || !asksNewAnnexes(differences(before.terms, agreement.terms))) return;
  const changed: Acting = { ...acting, signed: agreement, agreement };
  for (const m of acting.gathered.team.filter((t) => isStudentSeat(t.role)))
    await addAnnexes(ctx, changed, m.id, m.ageBand);
}
/** Returns the version that this one took the place of; undefined where it is the first. */
export const versionReplaced = async (ctx: Inside, { assignmentId, number }: RowOf<"agreement">) =>
  (await allAgreements(ctx.db, assignmentId))
    .filter((a) => a.status === "superseded" && a.number < number)
    .sort((a, b) => b.number - a.number)[0];
/** Makes the participation, IP and secrecy annexes of one student under the signed version (docs/domain.md 5.5). */
export async function addAnnexes(ctx: Inside, acting: Acting, memberId: string, ageBand: AgeBand | null) {
  const { confidentiality } = makersTerms((acting.signed ?? acting.agreement)?.terms ?? {});
  const kinds = annexesFor({ confidentiality, ageBand });
  await insertAnnexes(
    ctx.db,
    kinds.map((kind) => ({
      id: ctx.newId(),
      ...place(acting),
      memberId,
      kind,
      agreementNumber: acting.agreement?.number ?? 1,
    })),
  );
}
