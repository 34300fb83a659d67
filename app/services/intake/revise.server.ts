import { preparing } from "#app/domain/assignment/preparing.ts";
import { storedAnswers } from "#app/domain/fields/typed.ts";
import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { fitOf } from "#app/domain/intake/fit.ts";
import { hintsFor } from "#app/domain/intake/hints.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { intakeMinimum, lacking, stepsDone, type IntakeStep } from "#app/domain/intake/fields.ts";
import { reachOf } from "#app/domain/workflow/policy.ts";
import { refuse } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { textOf } from "#db/queries/assignment/assignments.server.ts";
import { lastRequest } from "#db/queries/intake/intake.server.ts";
import { useToken } from "#db/queries/account/tokens.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { saveStep } from "#app/services/assignment/assignments.server.ts";
import { magicLinkContext } from "#app/services/account/magic-links.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { sendLink } from "#app/services/letters/link-letters.server.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import { urls } from "#app/urls.ts";
import { newRevision, revisionDays, type Reviser } from "./revision-links.server.ts";

type Place = { assignmentId: string; centreId: string; organizationId: string };

/** Mails the same link in a letter of its own, for anyone who lost the first one. */
export const mailRevision = (inside: Inside, where: Place, { id, name, email }: Reviser) =>
  sendLink(inside, where, {
    about: "revision",
    email,
    name,
    path: urls.intake.revise,
    payload: { assignment: where.assignmentId, person: id },
    days: revisionDays,
    relation: "client_owner",
  });

/** A context of the person the link was sent to, while the question still waits for them. */
const revising = <T>(
  ctx: Context,
  token: string,
  work: (them: Inside, id: string, link: { tokenId: string; person: Reviser }) => Promise<T>,
) =>
  magicLinkContext(ctx, "revision", token, async ({ inside, payload, tokenId }) => {
    const person = (await personById(inside.db, payload.person ?? "")) ?? refuse("link_invalid");
    if (!mayComeIn(person)) refuse("link_invalid");
    const actor = await actorOf(inside.db, person.id);
    return work({ ...inside, actor, reach: reachOf(actor) }, payload.assignment ?? "", { tokenId, person });
  });

/**
 * Returns what the centre asked, with the answers so far. Opening changes nothing. Answers null for a link that is
 * old, used or guessed.
 */
export async function openRevision(ctx: Context, token: string) {
  return revising(ctx, token, async (them, id) => {
    const { row, centre } = await requireVisibleAssignment(them, id);
    const request = await lastRequest(them.db, id);
    const said = storedAnswers(preparing.return_to_draft.fields, request?.answers ?? {});
    const answers = (await textOf(them.db, id))?.intake ?? {};
    const reading = { switches: switchesOf(centre.switches), now: them.now() };
    return {
      open: row.status === "draft",
      status: row.status,
      title: row.title,
      centre: centre.name,
      hue: centre.hue,
      answers,
      version: row.version,
      missing: lacking(answers, intakeMinimum),
      done: stepsDone(answers),
      hints: hintsFor(answers, reading, { whole: true }),
      fit: fitOf(answers, reading),
      request: request && {
        by: request.name ?? "",
        at: request.at,
        missing: said.missing ?? "",
        explanation: said.explanation ?? "",
      },
    };
  }).catch((error: { why?: string }) =>
    error.why === "link_invalid" || error.why === "not_found" ? null : Promise.reject(error),
  );
}
/**
 * Saves one page by link; answers the next link, for this one is used up. Refuses `stale` when somebody saved in
 * between.
 */
export const saveRevision = (ctx: Context, token: string, step: IntakeStep, posted: Posted, version: number) =>
  revising(ctx, token, async (them, id, { tokenId, person }) => {
    await saveStep(them, id, step, posted, version);
    await useToken(them.db, tokenId, them.now());
    return newRevision(them, id, person);
  });
/** Sends the question in again, and uses up the link. */
export const sendRevision = (ctx: Context, token: string, version: number) =>
  revising(ctx, token, async (them, id, { tokenId }) => {
    await move(them, "assignment", id, "submit", {}, { version });
    await useToken(them.db, tokenId, them.now());
  });
