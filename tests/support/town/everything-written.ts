import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { processes, type ObjectName } from "#app/domain/workflow/processes.ts";
import { askedIn } from "#app/domain/workflow/shown.ts";
import { everyAnswer } from "./typed-words.ts";

/**
 * Writes a line into the log of an assignment for every move that any table has, each field answered, as if all of them
 * had been made there: what is rarely done must be found again as well. Nobody in particular did it, so that nobody reads
 * it because it is their own; what a move is about is whatever that assignment has of it.
 */
export async function writeEverything(raw: Sql, assignmentId: string): Promise<void> {
  const about = await objectsOn(raw, assignmentId);
  for (const [object, { moves }] of Object.entries(processes) as [ObjectName, (typeof processes)[ObjectName]][])
    for (const [move, rule] of Object.entries(moves) as [string, Rule<string, string>][]) {
      const answers = everyAnswer(object, move, askedIn(rule));
      const at = new Date();
      for (const role of rolesOf(rule))
        await raw`
          insert into events ${raw({
            id: randomUUID(),
            assignment_id: assignmentId,
            centre_id: about.centre_id,
            organization_id: about.organization_id,
            object,
            object_id: about.ids.get(object) ?? assignmentId,
            move,
            acting_as: role,
            comment: String(answers.explanation ?? ""),
            reason: null,
            answers: raw.json(answers as Parameters<typeof raw.json>[0]),
            switches_version: 1,
            guards: "{}",
            recipients: "{}",
            at,
            salt: null,
            previous_hash: randomUUID(),
            words_hash: "",
            hash: randomUUID(),
          })}`;
    }
}

/** The first who may, and the first of whom others read it. */
const rolesOf = ({ by, shows }: Rule<string, string>) => {
  const rest = by.find((role) => !shows?.toOf?.[role]);
  return [...new Set([by[0], rest])].filter((role) => role !== undefined);
};

async function objectsOn(raw: Sql, assignmentId: string) {
  const [place] = await raw<{ centre_id: string; organization_id: string }[]>`
    select centre_id, organization_id from assignments where id = ${assignmentId}`;
  if (!place) throw new Error("no assignment to write everything in");
  const rows = await raw<{ object: ObjectName; id: string }[]>`
    select 'claim' as object, id from claims where assignment_id = ${assignmentId}
    union all select 'member', id from members where assignment_id = ${assignmentId}
    union all select 'guardian_request', id from guardian_requests where assignment_id = ${assignmentId}
    union all select 'interest', id from interests where assignment_id = ${assignmentId}
    union all select 'showcase_consent', id from showcase_consents where assignment_id = ${assignmentId}`;
  return { ...place, ids: new Map(rows.map(({ object, id }) => [object, id])) };
}
