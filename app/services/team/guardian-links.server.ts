import type { Posted } from "#app/domain/fields/fields.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import { refuse } from "#app/domain/refusal.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { findObject, type RowOf } from "#db/queries/workflow/objects.server.ts";
import { useToken } from "#db/queries/account/tokens.server.ts";
import { countSigningTry } from "#db/queries/account/signing-codes.server.ts";
import { magicLinkContext } from "#app/services/account/magic-links.server.ts";
import {
  countCodeLetter,
  giveBackCodeTry,
  issueCode,
  isWrongCode,
  takeCodeTry,
} from "#app/services/account/codes.server.ts";
import type { Context } from "#app/services/context.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { requireAssignment } from "#app/services/workflow/objects.server.ts";

type Guarded<O extends ObjectName> = {
  object: O;
  id: string;
  yes: string;
  no: string;
  reader: (row: RowOf<O>) => { email: string; name: string };
};
const guarded = <O extends ObjectName>(answers: Guarded<O>) => answers;
/**
 * Tells what a guardian answers by a personal link and signs with a mailed code: which object, where its id stands in
 * the link, both answers, and who the guardian is.
 */
const answers = {
  guardian: guarded({
    object: "guardian_request",
    id: "request",
    yes: "approve",
    no: "refuse_guardian",
    reader: ({ email, name }) => ({ email, name }),
  }),
  showcase_guardian: guarded({
    object: "showcase_consent",
    id: "consent",
    yes: "guardian_agrees",
    no: "guardian_declines",
    reader: (row) => ({ email: row.guardianEmail, name: row.guardianName }),
  }),
};
export type GuardianLink = keyof typeof answers;

/** Tells what a link is about, without using it up. Refuses `link_invalid` for an old, used or guessed one. */
const subjectOf = (ctx: Context, about: GuardianLink, token: string) =>
  magicLinkContext(ctx, about, token, async ({ payload }) => payload[answers[about].id] ?? "");
/**
 * Records the guardian's answer, once per link. Refuses `link_invalid` for an old, used or guessed link, and
 * `too_many` after too many wrong codes, however many letters with a fresh one were asked.
 */
export async function answerByLink(ctx: Context, about: GuardianLink, token: string, yes: boolean, posted: Posted) {
  const subject = await subjectOf(ctx, about, token);
  await takeCodeTry(nobodyIn(ctx), subject);
  try {
    await magicLinkContext(ctx, about, token, async ({ inside, payload, tokenId }) => {
      const { object, id, yes: agrees, no: declines } = answers[about];
      await move(inside, object, payload[id] ?? "", (yes ? agrees : declines) as never, posted, {
        roles: ["guardian"],
      });
      await useToken(inside.db, tokenId, inside.now());
    });
  } catch (error) {
    if (!isWrongCode(error)) await giveBackCodeTry(nobodyIn(ctx), subject, error);
    throw error;
  }
}
/** Whoever comes by a link is counted by what it is about, also where somebody is logged in in that browser. */
const nobodyIn = (ctx: Context): Context => ({ ...ctx, actor: nobody });
/**
 * Mails the guardian, at the address that was given, a code to sign with. Refuses `link_invalid` for an old, used or
 * guessed link, and `too_many`.
 */
export async function sendLinkCode(ctx: Context, about: GuardianLink, token: string): Promise<void> {
  await countCodeLetter(nobodyIn(ctx), await subjectOf(ctx, about, token));
  await magicLinkContext(ctx, about, token, async ({ inside, payload }) => {
    const { object, id, reader } = answers[about] as Guarded<"guardian_request" | "showcase_consent">;
    const row = (await findObject(inside.db, object, payload[id] ?? "")) ?? refuse("link_invalid");
    await issueCode(inside, await requireAssignment(inside, row.assignmentId), row.id, reader(row));
  });
}
/** A wrong code counts even though its transaction rolls back. */
export const countLinkTry = (ctx: Context, about: GuardianLink, token: string) =>
  magicLinkContext(ctx, about, token, ({ inside, payload }) =>
    countSigningTry(inside.db, { subject: payload[answers[about].id] ?? "" }),
  );
