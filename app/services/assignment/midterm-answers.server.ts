import { recordedAnswers } from "#app/domain/assignment/recorded.ts";
import { assignmentProcess } from "#app/domain/assignment/process.ts";
import { agreedFields, isHalfConfirmed } from "#app/domain/workflow/machine.ts";
import { eventsOfMoves } from "#db/queries/assignment/entries.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { OpenAssignment } from "./frame.server.ts";
import { namingOf } from "./signatures.server.ts";

/**
 * Lists what each person answered about the midterm since it was last recorded, oldest first, and whether they
 * differ: as long as they do, nothing is recorded. `confirmed` has who confirmed the one that counts, and nobody
 * while there is none.
 */
export async function midtermAnswers(inside: Inside, open: OpenAssignment) {
  const rows = (await eventsOfMoves(inside.db, open.assignment.row.id, ["record_midterm"])).filter(
    ({ event }) => event.object === "assignment",
  );
  const authored = await namingOf(inside, open);
  const since = rows.slice(rows.findLastIndex(({ event }) => !isHalfConfirmed(event)) + 1);
  const last = since.filter(
    ({ event }, at) => !since.slice(at + 1).some((later) => later.event.actorId === event.actorId),
  );
  const agreed = agreedFields(assignmentProcess.moves.record_midterm);
  const answers = last.map(({ event }) => JSON.stringify(agreed.map((field) => event.answers[field] ?? null)));
  const by = open.gathered.records.findLast((r) => r.kind === "midterm")?.data.confirmed_by;
  return {
    confirmed: Array.isArray(by) ? by.map(String) : [],
    said: last.map((row) => ({
      relation: row.event.actingAs,
      data: recordedAnswers("midterm", row.event.answers),
      by: { ...authored(row), at: row.event.at },
    })),
    differ: new Set(answers).size > 1,
  };
}
