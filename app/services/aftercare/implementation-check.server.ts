import type { Posted } from "#app/domain/fields/fields.ts";
import { checkState } from "#app/domain/aftercare/checks.ts";
import { refuse } from "#app/domain/refusal.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { useToken } from "#db/queries/account/tokens.server.ts";
import { magicLinkContext } from "#app/services/account/magic-links.server.ts";
import type { Context } from "#app/services/context.ts";
import { factsOf } from "#app/services/workflow/facts.server.ts";
import { move } from "#app/services/workflow/move.server.ts";

/**
 * Returns what the owner sees before answering; opening the link changes nothing. `answered`: the company was first,
 * so nothing is asked. Refuses `link_invalid` for an old, used or guessed link, and where there is nothing to answer.
 */
export const openCheck = (ctx: Context, token: string) =>
  magicLinkContext(ctx, "implementation", token, async ({ inside, payload }) => {
    const assignment = (await findAssignment(inside.db, payload.assignment ?? "")) ?? refuse("link_invalid");
    const { row, company } = assignment;
    const { facts } = await factsOf(inside, assignment);
    const state = checkState(facts, Number(payload.month));
    if (state === "none" || state === "early") refuse("link_invalid");
    return {
      answered: state === "answered",
      title: row.confidentiality === "secret" ? "" : row.title,
      company: company.name,
      months: Number(payload.month),
      key: inside.newId(),
    };
  });
/** Keeps the owner's answer, once per link: an observation, as the company's own (docs/domain.md 6.5). */
export const answerCheck = (ctx: Context, token: string, posted: Posted) =>
  magicLinkContext(ctx, "implementation", token, async ({ inside, payload, tokenId }) => {
    await move(
      inside,
      "assignment",
      payload.assignment ?? "",
      "record_check",
      { ...posted, month: payload.month ?? "" },
      { roles: ["problem_owner"] },
    );
    await useToken(inside.db, tokenId, inside.now());
  });
