import { refuse } from "#app/domain/refusal.ts";
import { findAssignment, nameOf } from "#db/queries/workflow/objects.server.ts";
import { consentById, showcaseOf } from "#db/queries/showcase/showcases.server.ts";
import { magicLinkContext } from "#app/services/account/magic-links.server.ts";
import type { Context } from "#app/services/context.ts";
import { isOpen, storyOf } from "./showcase.server.ts";

/**
 * Returns what a guardian reads before answering whether a result may be shown; opening the link changes nothing.
 * Refuses `link_invalid` for an old, used or guessed link.
 */
export const openShowcaseGuardian = (ctx: Context, token: string) =>
  magicLinkContext(ctx, "showcase_guardian", token, async ({ inside, payload }) => {
    const consent = (await consentById(inside.db, payload.consent ?? "")) ?? refuse("link_invalid");
    const showcase = await showcaseOf(inside.db, consent.assignmentId);
    if (consent.status !== "with_guardian" || !showcase || !isOpen(showcase)) refuse("link_invalid");
    return {
      student: (await nameOf(inside.db, consent.personId)) ?? "",
      about: (await findAssignment(inside.db, consent.assignmentId))?.row.title ?? "",
      naming: consent.naming,
      story: storyOf(showcase),
      key: inside.newId(),
    };
  });
