import type { Posted } from "#app/domain/fields/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { ipChoicesFor, type AnnexKind } from "#app/domain/agreement/terms/annexes.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { annexForSigning, signAnnexRow } from "#db/queries/account/signing-codes.server.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { record } from "#app/services/workflow/record.server.ts";

/** What a student fills in to sign one annex. */
export const annexFields = (kind: AnnexKind, choices: readonly string[]) => ({
  ...(kind === "ip_choice" ? { choice: { kind: "choice", required: true, options: choices } as const } : {}),
  name: { kind: "line", required: true } as const,
  consent: { kind: "check", required: true } as const,
});
/**
 * Signs one annex as the student it belongs to (docs/domain.md 5.5): the choice and the wording at that moment are
 * frozen. Refuses `not_found` for anyone else, `already_signed` twice, and the guardian's own annex.
 */
export const signAnnex = (ctx: Context, annexId: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const found = await annexForSigning(inside.db, annexId);
    if (!found || found.member.personId !== inside.actor.id || found.annex.kind === "guardian") refuse("not_found");
    if (found.annex.signedAt) refuse("already_signed");
    const assignment = (await findAssignment(inside.db, found.annex.assignmentId)) ?? refuse("not_found");
    const kind = found.annex.kind as AnnexKind;
    const read = readAnswers(
      annexFields(kind, ipChoicesFor(assignment.row.ipProposal, found.member.track)),
      posted,
      {},
    );
    if (!read.ok) refuseFields(read.errors);
    await signAnnexRow(inside.db, annexId, {
      signedAt: inside.now(),
      choice: typeof read.answers.choice === "string" ? read.answers.choice : "agreed",
      frozen: {
        kind,
        name: read.answers.name,
        agreement: found.annex.agreementNumber,
        confidentiality: assignment.row.confidentiality,
        ip: assignment.row.ipProposal,
      },
    });
    await record(inside, assignment, {
      object: "member",
      objectId: found.member.id,
      move: "sign_annex",
      from: null,
      to: null,
      actingAs: "team_student",
      answers: { annex: kind },
      guards: [],
      notifies: [],
      agreementNumber: found.annex.agreementNumber,
      system: false,
    });
    return found.annex.assignmentId;
  });
