import { createHash } from "node:crypto";
import type { Posted } from "#app/domain/fields.ts";
import { refuse } from "#app/domain/refusal.ts";
import { allCentreIds } from "#db/queries/centres.server.ts";
import { liveToken, useToken } from "#db/queries/people.server.ts";
import { findAssignment, findObject } from "#db/queries/objects.server.ts";
import { memberName } from "#db/queries/parts.server.ts";
import { desk, inTransaction, type Context, type Inside } from "./context.ts";
import { clerk } from "./deadlines.server.ts";
import { move } from "./move.server.ts";

/** The house as a guardian's link opens it: no person, the reach of the file the link belongs to. */
async function byLink<T>(ctx: Context, token: string, work: (inside: Inside, requestId: string, tokenId: string) => Promise<T>): Promise<T> {
  const id = createHash("sha256").update(token).digest("hex");
  const centres = await ctx.transact(desk, allCentreIds);
  return inTransaction({ ...clerk(ctx, centres), locale: ctx.locale }, async (inside) => {
    const found = (await liveToken(inside.db, id, "guardian", inside.now())) ?? refuse("link_invalid");
    return work(inside, found.payload.request ?? "", id);
  });
}
/** What a guardian reads before answering; opening the link changes nothing. Refuses `link_invalid` for an old, used or guessed link. */
export const openGuardian = (ctx: Context, token: string) => byLink(ctx, token, async (inside, requestId) => {
  const request = (await findObject(inside.db, "guardian_request", requestId)) ?? refuse("link_invalid");
  if (request.status !== "requested") refuse("link_invalid");
  const opened = (await findAssignment(inside.db, request.assignmentId)) ?? refuse("link_invalid");
  const secret = opened.row.confidentiality === "secret";
  return { name: request.name, student: await memberName(inside.db, request.memberId), about: { title: secret ? "" : opened.row.title, company: opened.row.hideCompany ? "" : opened.company.name, number: 1 }, place: opened.row.place, start: opened.row.startOn, end: opened.row.endOn, teaser: secret ? "" : opened.row.teaser, key: inside.newId() };
});
/** The guardian's answer, once per link. */
export const answerGuardian = (ctx: Context, token: string, answer: "approve" | "refuse_guardian", posted: Posted) => byLink(ctx, token, async (inside, requestId, tokenId) => {
  await move(inside, "guardian_request", requestId, answer, posted, { holds: ["guardian"] });
  await useToken(inside.db, tokenId, inside.now());
});
