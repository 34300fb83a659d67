import { randomUUID } from "node:crypto";
import { ne } from "drizzle-orm";
import { letterOf, type Letter, type Withheld } from "#app/platform/mail/letters.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction } from "#app/services/context.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { outbox } from "#db/schema.ts";
import { shared } from "#tests/support/database/shared.ts";
import { livedTown } from "./lived.ts";

/** Describes a letter about an assignment as its reader gets it, and the row that owed it. */
type TownLetter = { owed: Owed; letter: Letter | Withheld };
type Row = typeof outbox.$inferSelect;
type Owed = Pick<Row, "assignmentId" | "eventId" | "kind" | "personId" | "email" | "relation">;

/**
 * Returns every letter about an assignment that the town owed when it was lived, in the words in which it is sent.
 * They are written once in a run, for all files that read them: writing a letter takes as long as drawing a page, and
 * there are some thousands.
 */
export async function lettersOfTown(): Promise<TownLetter[]> {
  const { copy } = await livedTown();
  return (await shared("letters", ({ house }) => written(house), copy)).known;
}

async function written(house: DatabasePool): Promise<TownLetter[]> {
  const ctx = await systemContextEverywhere({ transact: house.transact, now: () => new Date(), newId: randomUUID });
  return inTransaction(ctx, async (inside) => {
    const letters: TownLetter[] = [];
    // A code is typed where it was asked for: its letter leads nowhere.
    for (const owed of await inside.db.select().from(outbox).where(ne(outbox.kind, "code")))
      letters.push({ owed, letter: await letterOf(inside, owed) });
    return letters;
  });
}
