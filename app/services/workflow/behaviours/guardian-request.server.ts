import { guardianSignsAnnex } from "#db/queries/team/annexes.server.ts";
import type { RowOf } from "#db/queries/workflow/objects.server.ts";
import { annexWords } from "#app/services/agreement/annex-words.server.ts";
import type { Inside } from "#app/services/context.ts";
import { sendLink } from "#app/services/letters/link-letters.server.ts";
import { urls } from "#app/urls.ts";
import { place, type Acting } from "../acting.ts";
import type { BehavioursOf } from "../behaviour.ts";
import { requireObject } from "../objects.server.ts";
import { refuseOtherGuardian } from "../own-name.server.ts";

/** Counts days that a guardian's link lives: longer than the ten working days of the request, whatever holidays lie within. */
export const guardianLinkDays = 21;

type Asked = Acting & { row: RowOf<"guardian_request"> };
/**
 * A minor's guardian gets a one-page summary by link: single use, hashed at rest (docs/domain.md 3.3). What ends the
 * request is its clock; the link outlives it, so that a late reader is told why.
 */
const sendSummary = (ctx: Inside, acting: Asked) =>
  sendLink(ctx, place(acting), {
    about: "guardian",
    email: acting.row.email,
    name: acting.row.name,
    path: urls.team.guardian,
    payload: { request: acting.row.id },
    days: guardianLinkDays,
    relation: "guardian",
  });
/** The guardian's annex keeps the words that were on the page. */
const signAnnex = async (ctx: Inside, { row, assignment, signed, system }: Asked) => {
  const about = { title: assignment.row.title, company: assignment.company.name, maker: "" };
  // It comes with its text as it was signed, which is not among what guards read.
  const version = signed && !system ? await requireObject(ctx, "agreement", signed.id) : null;
  const frozen = version && annexWords("guardian", about, version, ctx.locale);
  return guardianSignsAnnex(ctx.db, row.memberId, ctx.now(), frozen);
};

export const guardianBehaviours: BehavioursOf<"guardian_request"> = {
  ask_guardian: {
    columns: ({ answers: { name, email, member } }, ctx) => ({ name, email, memberId: member, createdAt: ctx.now() }),
    effect: sendSummary,
  },
  resend_guardian: { effect: sendSummary },
  approve: {
    check: async (_, { answers, row }) => refuseOtherGuardian(answers.full_name, row?.name),
    effect: signAnnex,
  },
  refuse_guardian: { columns: ({ answers }) => ({ question: answers.question ?? "" }) },
  came_of_age: { effect: signAnnex },
};
