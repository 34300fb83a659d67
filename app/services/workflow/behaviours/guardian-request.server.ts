import { guardianSignsAnnex } from "#db/queries/account/signing-codes.server.ts";
import type { RowOf } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { sendLink } from "#app/services/letters/link-letters.server.ts";
import { urls } from "#app/urls.ts";
import { place, type Acting } from "../acting.ts";
import type { BehavioursOf } from "../behaviour.ts";

type Asked = Acting & { row: RowOf<"guardian_request"> };
/**
 * A minor's guardian gets a one-page summary by link: single use, ten working days, hashed at rest
 * (docs/domain.md 3.3).
 */
const sendSummary = (ctx: Inside, acting: Asked) =>
  sendLink(ctx, place(acting), {
    about: "guardian",
    email: acting.row.email,
    name: acting.row.name,
    path: urls.team.guardian,
    payload: { request: acting.row.id },
    days: 21,
    relation: "guardian",
  });
const signAnnex = (ctx: Inside, { row }: Asked) => guardianSignsAnnex(ctx.db, row.memberId, ctx.now());

export const guardianBehaviours: BehavioursOf<"guardian_request"> = {
  ask_guardian: {
    columns: ({ answers: { name, email, member } }, ctx) => ({ name, email, memberId: member, createdAt: ctx.now() }),
    effect: sendSummary,
  },
  resend_guardian: { effect: sendSummary },
  approve: { effect: signAnnex },
  refuse_guardian: { columns: ({ answers }) => ({ question: answers.question ?? "" }) },
  came_of_age: { effect: signAnnex },
};
