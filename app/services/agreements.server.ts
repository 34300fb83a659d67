import { annexesFor } from "#app/domain/terms/annexes.ts";
import { firstTerms } from "#app/domain/terms/prefill.ts";
import { switchesOf } from "#app/domain/switches.ts";
import type { Answers } from "#app/domain/fields.ts";
import { sidesOf } from "#app/domain/agreement.ts";
import { Refusal, refuse } from "#app/domain/refusal.ts";
import { findObject, moveIfStill, type RowOf } from "#db/queries/objects.server.ts";
import { insertAgreement, insertAnnexes, insertMember, lastNumber } from "#db/queries/work.server.ts";
import { organizationById } from "#db/queries/people-lookup.server.ts";
import { place, type Acting, type Effect } from "./acting.ts";
import { factsOf } from "./facts.server.ts";
import { inTransaction, type Context, type Inside } from "./context.ts";
import { foundObject, seenAssignment } from "./objects.server.ts";

/** `select_claim`: version 1 as education's draft, prefilled from intake and claim; the lead joins as teacher and acts as project manager until one is named. */
export const firstAgreement: Effect = async (ctx, acting) => {
  const { row } = acting.opened;
  const claim = (row.claimId ? await findObject(ctx.db, "claim", row.claimId) : undefined) ?? refuse("not_found");
  const company = await organizationById(ctx.db, row.organizationId);
  const institution = row.institutionId ? await organizationById(ctx.db, row.institutionId) : undefined;
  const terms = firstTerms({ assignment: { ...acting.facts.intake, title: row.title, obligation: claim.obligation, seats_min: row.seatsMin, seats_max: row.seatsMax }, claim, company, institution, switches: switchesOf(acting.opened.centre.switches), today: ctx.now().toISOString().slice(0, 10) } as never);
  await insertAgreement(ctx.db, { id: ctx.newId(), ...place(acting), number: (await lastNumber(ctx.db, row.id)) + 1, status: "draft", obligation: claim.obligation, terms: terms as Answers, side: "education", createdAt: ctx.now() });
  await insertMember(ctx.db, { id: ctx.newId(), ...place(acting), personId: claim.leadId, role: "teacher", side: "education", status: "active", invitedBy: ctx.actor.id || null, createdAt: ctx.now() });
};

/** A counter-proposal: the answering side's own draft with the same terms, unsigned (DOMAIN.md §6.4). */
export const counterDraft: Effect = async (ctx, acting) => {
  const old = acting.row as RowOf<"agreement">;
  await insertAgreement(ctx.db, { id: ctx.newId(), ...place(acting), number: (await lastNumber(ctx.db, acting.opened.row.id)) + 1, status: "draft", obligation: old.obligation, terms: old.terms, side: old.side === "company" ? "education" : "company", createdAt: ctx.now() });
};

/** Starts a change during the work: a new draft from the signed version, for either side (artefact `change`, DOMAIN.md §2.3). */
export const startChange = (ctx: Context, assignmentId: string) => inTransaction(ctx, async (inside) => {
  const { holds, row } = await seenAssignment(inside, assignmentId);
  const [side] = sidesOf(holds);
  const { signed, open } = await factsOf(inside, await seenAssignment(inside, assignmentId));
  if (!side || !signed || open) refuse(side ? "wrong_status" : "not_yours");
  const id = inside.newId();
  await insertAgreement(inside.db, { id, assignmentId, centreId: row.centreId, organizationId: row.organizationId, number: (await lastNumber(inside.db, assignmentId)) + 1, status: "draft", obligation: signed.obligation, terms: signed.terms, side, createdAt: inside.now() });
  return id;
});

/** Saves one section of a draft; only the side whose draft it is. `version` is the one the editor saw; refuses `stale` otherwise. */
export const editTerms = (ctx: Context | Inside, agreementId: string, answers: Answers, version: number, obligation?: "effort" | "result") => inTransaction(ctx, async (inside) => {
  const agreement = await foundObject(inside, "agreement", agreementId);
  const opened = await seenAssignment(inside, agreement.assignmentId);
  if (agreement.status !== "draft") refuse("wrong_status");
  if (!sidesOf(opened.holds).includes(agreement.side)) refuse("not_yours");
  if (version !== agreement.version) throw new Refusal("stale");
  const after = await moveIfStill(inside.db, "agreement", agreement, { terms: { ...agreement.terms, ...answers }, version: agreement.version + 1, ...(obligation ? { obligation } : {}) });
  return (after ?? refuse("stale")) as RowOf<"agreement">;
});

/** Annexes for students who were invited before the signature. */
export const annexesOnSigning: Effect = async (ctx, acting) => {
  for (const m of acting.gathered.team.filter((t) => t.role === "student" || t.role === "student_lead")) await addAnnexes(ctx, acting, m.id, m.ageBand, m.track);
};
/** The participation, IP and secrecy annexes of one student under the signed version (DOMAIN.md §5.5). */
export async function addAnnexes(ctx: Inside, acting: Acting, memberId: string, ageBand: string | null, track: string | null) {
  const { row } = acting.opened;
  const kinds = annexesFor({ confidentiality: row.confidentiality, ageBand, ipRoute: row.ipProposal, track } as never);
  await insertAnnexes(ctx.db, kinds.map((kind) => ({ id: ctx.newId(), ...place(acting), memberId, kind, agreementNumber: acting.agreement?.number ?? 1 })));
}
