import { and, eq } from "drizzle-orm";
import type { AssignmentLetter } from "#app/domain/letters/kinds.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { answerByLink, sendLinkCode, type GuardianLink } from "#app/services/team/guardian-links.server.ts";
import { outbox } from "#db/schema.ts";
import type { World } from "./world.ts";

/** Whoever has no account, in every centre of this world. */
export const systemContextOf = (w: World) =>
  systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres);
const owed = (w: World, assignmentId: string, email: string, kind: AssignmentLetter) =>
  inTransaction(
    systemContextOf(w),
    async ({ db }) =>
      (
        await db
          .select({ data: outbox.data })
          .from(outbox)
          .where(and(eq(outbox.email, email), eq(outbox.assignmentId, assignmentId), eq(outbox.kind, kind)))
          .orderBy(outbox.dueAt)
      ).at(-1)?.data ?? {},
  );
/** Returns the secret at the end of the link in a guardian's newest letter about this assignment. */
export const guardianLink = async (w: World, assignmentId: string, email: string) =>
  String((await owed(w, assignmentId, email, "link")).path)
    .split("/")
    .at(-1) ?? "";
/** Returns the newest code that a guardian was mailed about this assignment. */
export const codeFor = async (w: World, assignmentId: string, email: string) =>
  String((await owed(w, assignmentId, email, "code")).code);
/** The parent opens the link of the letter, asks for a code, and agrees with it. */
export async function parentAgrees(
  w: World,
  about: GuardianLink,
  assignmentId: string,
  { name, email }: { name: string; email: string },
) {
  const [all, token] = [systemContextOf(w), await guardianLink(w, assignmentId, email)];
  await sendLinkCode(all, about, token);
  await answerByLink(all, about, token, true, {
    full_name: name,
    consent: "on",
    code: await codeFor(w, assignmentId, email),
  });
}
