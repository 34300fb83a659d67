import { agreementMoves } from "#app/domain/agreement/process.ts";
import { asSigned } from "#app/services/agreement/as-signed.ts";
import { agreementsIn, keepSigner } from "#db/queries/agreement/agreements.server.ts";
import { nameOf } from "#db/queries/workflow/objects.server.ts";
import { counterDraft } from "#app/services/agreement/agreements.server.ts";
import { refuseOtherName } from "../own-name.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { DoneOf } from "../acting.ts";
import type { BehavioursOf } from "../behaviour.ts";
import { followAgreed } from "./assignment/milestones.server.ts";
import { versionClock } from "./assignment/payment.server.ts";

/** The last signature makes the system seal the version; an older signed one is superseded first. */
async function sealWhenSigned(ctx: Inside, acting: DoneOf<"agreement", "sign">) {
  const { row: a, assignment, followUp } = acting;
  if (
    a.companySignedAt === null ||
    a.institutionSignedAt === null ||
    (a.obligation === "result" && a.qualityConfirmedAt === null)
  )
    return;
  for (const { id } of await agreementsIn(ctx.db, a.assignmentId, ["signed"]))
    await followUp("agreement", id, "supersede");
  await followUp("agreement", a.id, "seal", {
    columns: {
      frozen: asSigned(a),
      switches: assignment.centre.switches,
    },
  });
  await versionClock(ctx, acting);
  if (acting.signed) await followAgreed(ctx, acting, acting.signed.terms, a.terms);
}

export const agreementBehaviours: BehavioursOf<"agreement"> = {
  counter: { effect: (ctx, acting) => counterDraft(ctx, acting, acting.row) },
  /** Makes it a draft again: whoever signed or vouched for it did so for a version that no longer lies there. */
  take_back: {
    columns: () => ({
      qualityConfirmedAt: null,
      qualityConfirmedBy: null,
      companySignedAt: null,
      companySignedBy: null,
      companyCapacity: null,
      institutionSignedAt: null,
      institutionSignedBy: null,
      institutionCapacity: null,
      companySigner: null,
      institutionSigner: null,
    }),
  },
  confirm_quality: {
    columns: (_, ctx) => ({ qualityConfirmedAt: ctx.now(), qualityConfirmedBy: ctx.actor.id }),
  },
  sign: {
    check: async (ctx, { answers }) => {
      await refuseOtherName(ctx, agreementMoves.sign.fields, answers);
    },
    columns: ({ roles, answers }, ctx) => {
      const said = `${answers.name}, ${answers.capacity}`;
      return roles.has("company_signatory")
        ? { companySignedAt: ctx.now(), companySignedBy: ctx.actor.id, companyCapacity: said }
        : { institutionSignedAt: ctx.now(), institutionSignedBy: ctx.actor.id, institutionCapacity: said };
    },
    effect: async (ctx, acting) => {
      const called = (await nameOf(ctx.db, ctx.actor.id)) ?? "";
      const signer = acting.roles.has("company_signatory") ? { companySigner: called } : { institutionSigner: called };
      await keepSigner(ctx.db, acting.row.id, signer);
      await sealWhenSigned(ctx, acting);
    },
  },
};
