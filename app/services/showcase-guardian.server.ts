import type { Posted } from "#app/domain/fields.ts";
import { refuse } from "#app/domain/refusal.ts";
import { nameOf } from "#db/queries/objects.server.ts";
import { useToken } from "#db/queries/people.server.ts";
import { consentById, showcaseOf } from "#db/queries/showcases.server.ts";
import { countSigningTry } from "#db/queries/signing.server.ts";
import { byLink } from "./by-link.server.ts";
import { issueCode } from "./codes.server.ts";
import type { Context } from "./context.ts";
import { move } from "./move.server.ts";
import { foundAssignment } from "./objects.server.ts";
import { storyOf } from "./showcase.server.ts";

const about = "showcase_guardian";
/** What a guardian reads before answering whether a result may be shown; opening the link changes nothing. Refuses `link_invalid` for an old, used or guessed link. */
export const openShowcaseGuardian = (ctx: Context, token: string) => byLink(ctx, about, token, async ({ inside, payload }) => {
  const consent = (await consentById(inside.db, payload.consent ?? "")) ?? refuse("link_invalid");
  const showcase = await showcaseOf(inside.db, consent.assignmentId);
  if (consent.status !== "with_guardian" || !showcase || (showcase.status !== "asked" && showcase.status !== "shown")) refuse("link_invalid");
  return { student: (await nameOf(inside.db, consent.personId)) ?? "", naming: consent.naming, story: storyOf(showcase), key: inside.newId() };
});
/** The guardian's answer, once per link. */
export const answerShowcaseGuardian = (ctx: Context, token: string, answer: "guardian_agrees" | "guardian_declines", posted: Posted) => byLink(ctx, about, token, async ({ inside, payload, tokenId }) => {
  await move(inside, "showcase_consent", payload.consent ?? "", answer, posted, { holds: ["guardian"] });
  await useToken(inside.db, tokenId, inside.now());
});
/** Mails the guardian, at the address that was given, a code to sign with. Refuses `link_invalid` for an old, used or guessed link. */
export const sendShowcaseCode = (ctx: Context, token: string) => byLink(ctx, about, token, async ({ inside, payload }) => {
  const consent = (await consentById(inside.db, payload.consent ?? "")) ?? refuse("link_invalid");
  await issueCode(inside, await foundAssignment(inside, consent.assignmentId), consent.id, { email: consent.guardianEmail, name: consent.guardianName });
});
/** A wrong code counts even though its transaction rolls back. */
export const countShowcaseTry = (ctx: Context, token: string) => byLink(ctx, about, token, ({ inside, payload }) => countSigningTry(inside.db, { subject: payload.consent ?? "" }));
