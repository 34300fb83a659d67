import { refuse } from "#app/domain/refusal.ts";
import { findAssignment, findObject } from "#db/queries/workflow/objects.server.ts";
import { memberName } from "#db/queries/team/seats.server.ts";
import { magicLinkContext } from "#app/services/account/magic-links.server.ts";
import type { Context } from "#app/services/context.ts";
import { hidesCompany } from "#app/services/workflow/objects.server.ts";

/**
 * Returns what a guardian reads before answering; opening the link changes nothing. Refuses `link_invalid` for an
 * old, used or guessed link.
 */
export const openGuardian = (ctx: Context, token: string) =>
  magicLinkContext(ctx, "guardian", token, async ({ inside, payload }) => {
    const request = (await findObject(inside.db, "guardian_request", payload.request ?? "")) ?? refuse("link_invalid");
    if (request.status !== "requested") refuse("link_invalid");
    const assignment = (await findAssignment(inside.db, request.assignmentId)) ?? refuse("link_invalid");
    const secret = assignment.row.confidentiality === "secret";
    return {
      name: request.name,
      student: await memberName(inside.db, request.memberId),
      about: {
        title: secret ? "" : assignment.row.title,
        company: hidesCompany(assignment) ? "" : assignment.company.name,
        number: 1,
      },
      place: assignment.row.place,
      start: assignment.row.startOn,
      end: assignment.row.endOn,
      teaser: secret ? "" : assignment.row.teaser,
      key: inside.newId(),
    };
  });
