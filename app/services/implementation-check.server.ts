import { assignmentMoves } from "#app/domain/assignment.ts";
import type { Posted } from "#app/domain/fields.ts";
import { refuse } from "#app/domain/refusal.ts";
import { findAssignment } from "#db/queries/objects.server.ts";
import { useToken } from "#db/queries/people.server.ts";
import { implementationOf } from "#db/queries/work.server.ts";
import { byLink } from "./by-link.server.ts";
import type { Context } from "./context.ts";
import { move } from "./move.server.ts";

const { month: _, ...fields } = assignmentMoves.record_check.asks;
/** What the owner of a solution is asked: the same as on `record_check`, without the month, which the link knows. */
export const checkFields = fields;
/** What the owner sees before answering; opening the link changes nothing. Refuses `link_invalid` for an old, used or guessed link. */
export const openCheck = (ctx: Context, token: string) => byLink(ctx, "implementation", token, async ({ inside, payload }) => {
  const { row, company } = (await findAssignment(inside.db, payload.assignment ?? "")) ?? refuse("link_invalid");
  return { owner: (await implementationOf(inside.db, row.id))?.owner ?? "", title: row.confidentiality === "secret" ? "" : row.title, company: company.name, months: Number(payload.month), key: inside.newId() };
});
/** The owner's answer, once per link: an observation, as the company's own (DOMAIN.md §5, implementation). */
export const answerCheck = (ctx: Context, token: string, posted: Posted) => byLink(ctx, "implementation", token, async ({ inside, payload, tokenId }) => {
  await move(inside, "assignment", payload.assignment ?? "", "record_check", { ...posted, month: payload.month ?? "" }, { holds: ["problem_owner"] });
  await useToken(inside.db, tokenId, inside.now());
});
