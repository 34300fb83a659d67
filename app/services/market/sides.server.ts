import { settledAs } from "#db/queries/market/questions.server.ts";
import type { Inside } from "#app/services/context.ts";

/**
 * Says who settled a question at a moment, and on which side (`as`): that of their first line in the log since then, null where
 * the log is not read.
 */
export async function sidesOn({ db }: Inside, assignmentId: string, isRead: boolean) {
  const settled = isRead ? await settledAs(db, assignmentId) : [];
  return (by: string | null, at: Date, names: ReadonlyMap<string, string>) => {
    const line = settled.find((done) => by !== null && done.actorId === by && done.at >= at);
    return { actor: (by && names.get(by)) ?? "", as: line?.actingAs ?? null, at };
  };
}
