import { openVersion, heldSeat } from "#app/domain/words.ts";
import { and, eq, inArray, min } from "drizzle-orm";
import { openDelivery as openDeliveryOf } from "#db/queries/delivery/deliveries.server.ts";
import { agreements, annexes, claims, deadlines, members, outbox } from "#db/schema.ts";
import type { StoredFile } from "#app/domain/files/stored-file.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import type { MoveOf, ObjectName } from "#app/domain/workflow/processes.ts";
import { sendCode } from "#app/services/account/codes.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { runDeadlines } from "#app/services/workflow/clocks/deadlines.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { askGuardian } from "#app/services/team/seat.server.ts";
import { signAnnex } from "#app/services/agreement/annexes.server.ts";
import { parentAgrees } from "./parents.ts";
import type { World } from "./world.ts";

/** Does what a person does in the product, as one line of a story. */
export const act = async <O extends ObjectName>(
  w: World,
  who: string,
  object: O,
  id: string,
  name: MoveOf<O>,
  posted: Posted = {},
  files: readonly StoredFile[] = [],
) => {
  // No two acts happen at the same moment: what was done last is told from what was done before by its time.
  w.travel(new Date(+w.now() + Math.max(1, w.pace * 60_000)));
  return move(await w.as(who), object, id, name, w.typed?.(object, name, posted) ?? posted, { files });
};
/** Writes days in the form in which people type them. */
export const day = (w: World, days: number) => new Date(+w.now() + days * 86_400_000).toISOString().slice(0, 10);
/** Days go by, and the clocks ring as they would have: once a day, on the days on which one does. */
export async function until(w: World, to: Date) {
  while (w.now() < to) {
    const quiet = await daysUntilRinging(w);
    w.travel(new Date(Math.min(+to, +w.now() + quiet * 86_400_000)));
    await runDeadlines(
      systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres),
      w.only ? { only: w.only } : {},
    );
  }
}
async function daysUntilRinging(w: World): Promise<number> {
  const running = and(eq(deadlines.status, "running"), w.only ? eq(deadlines.assignmentId, w.only) : undefined);
  const [first] = await w.database.transact({ person: "", centres: w.centres, organizations: [] }, (db) =>
    db
      .select({ at: min(deadlines.nextAt) })
      .from(deadlines)
      .where(running),
  );
  return first?.at ? Math.max(1, Math.ceil((+first.at - +w.now()) / 86_400_000)) : 10_000;
}
/** So many days go by; what is due meanwhile happens. */
export const later = (w: World, days: number) => until(w, new Date(+w.now() + days * 86_400_000));

/** Returns rows of one assignment as its own centre sees them. */
export const within = async <T>(w: World, who: string, work: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction(await w.as(who), work);
/** Returns the version of the agreement that is not signed yet, as this person sees it. */
export const openAgreement = (w: World, who: string, assignmentId: string) =>
  within(
    w,
    who,
    async ({ db }) =>
      (
        await db
          .select()
          .from(agreements)
          .where(and(eq(agreements.assignmentId, assignmentId), inArray(agreements.status, openVersion)))
      )[0],
  );
/** Returns the delivery that is being prepared, as this person sees it. */
export const openDelivery = (w: World, who: string, assignmentId: string) =>
  within(w, who, ({ db }) => openDeliveryOf(db, assignmentId));
/** Returns the claims on a question, as this person sees them. */
export const claimsOn = (w: World, who: string, assignmentId: string) =>
  within(w, who, ({ db }) => db.select().from(claims).where(eq(claims.assignmentId, assignmentId)));
/** Returns somebody's seat in the team, as this person sees it. */
export const seatOf = (w: World, who: string, assignmentId: string, personId: string) =>
  within(
    w,
    who,
    async ({ db }) =>
      (
        await db
          .select()
          .from(members)
          .where(
            and(
              eq(members.assignmentId, assignmentId),
              eq(members.personId, personId),
              inArray(members.status, heldSeat),
            ),
          )
      )[0],
  );

/** Lets a code come by mail and reads it from the letter owed. */
export async function mailedCode(
  w: World,
  who: string,
  object: ObjectName,
  id: string,
  name: string,
  assignmentId: string,
): Promise<string> {
  const mailed = () =>
    within(w, who, ({ db }) =>
      db
        .select({ id: outbox.id, data: outbox.data })
        .from(outbox)
        .where(and(eq(outbox.personId, who), eq(outbox.assignmentId, assignmentId), eq(outbox.kind, "code"))),
    );
  const known = new Set((await mailed()).map((letter) => letter.id)); // two codes may bear the same moment
  await sendCode(await w.as(who), object, id, name);
  return (await mailed()).find((letter) => !known.has(letter.id))?.data.code ?? "";
}
/** Asks for the code, reads it from the letter owed, and signs with it. */
export async function sign(w: World, who: string, assignmentId: string, capacity: string) {
  const name = w.names.get(who) ?? "";
  const agreement = await openAgreement(w, who, assignmentId);
  if (!agreement) throw new Error("nothing to sign");
  const code = await mailedCode(w, who, "agreement", agreement.id, "sign", assignmentId);
  return act(w, who, "agreement", agreement.id, "sign", { name, capacity, consent: "on", code });
}
/** A student signs every annex of their seat, then joins. */
export async function joinTeam(w: World, studentId: string, inviter: string, assignmentId: string) {
  const seat = await seatOf(w, inviter, assignmentId, studentId);
  if (!seat) throw new Error("no seat");
  const own = await within(w, inviter, ({ db }) => db.select().from(annexes).where(eq(annexes.memberId, seat.id)));
  if (own.some((a) => a.kind === "guardian" && a.signedAt === null)) await consent(w, studentId, assignmentId);
  for (const annex of own.filter((a) => a.kind !== "guardian"))
    await signAnnex(await w.as(studentId), annex.id, {
      choice: annex.kind === "ip_choice" ? "keep_with_licence" : "",
      name: w.names.get(studentId) ?? "",
      consent: "on",
    });
  return act(w, studentId, "member", seat.id, "join");
}
/** The student of a minor's seat asks; the parent opens the link of the letter and agrees. */
async function consent(w: World, studentId: string, assignmentId: string) {
  const name = `Ouder van ${w.names.get(studentId) ?? ""}`;
  const email = `ouder.${studentId.slice(0, 8)}@voorbeeld.nl`;
  await askGuardian(await w.as(studentId), assignmentId, { name, email });
  await parentAgrees(w, "guardian", assignmentId, { name, email });
}
