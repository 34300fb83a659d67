import { done as worked } from "#app/domain/rounds/priority.ts";
import { asc, eq, sql } from "drizzle-orm";
import type { DatabasePool } from "#db/client.server.ts";
import { events, roundEvents } from "#db/schema.ts";
import { assignmentMoves, assignmentProcess, type AssignmentMove } from "#app/domain/assignment/process.ts";
import { gaps } from "#app/domain/agreement/terms/complete.ts";
import { inBlock, switchesOf } from "#app/domain/centre/switches.ts";
import { allCentreIds } from "#db/queries/centre/centres.server.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { noReach, inTransaction, type Inside } from "#app/services/context.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { factsOf } from "#app/services/workflow/facts.server.ts";
import { hashOf } from "#app/services/log/record.server.ts";
import type { Violation } from "./rule.ts";
import { agreed, begun } from "./places.ts";

const done: readonly string[] = worked;
/** Lists moves whose conditions still hold in the statuses after them. */
const lasting: { move: AssignmentMove; only?: "effort" | "result"; states: readonly string[] }[] = [
  {
    move: "submit",
    states: [
      ...begun,
      "submitted",
      "intake",
      "published",
      "agreeing",
      "signed",
      "rejected",
      "withdrawn",
      "stopped",
      "terminated",
    ],
  },
  { move: "publish", states: ["published", "agreeing", ...agreed] },
  { move: "conclude", states: agreed },
  // What was planned and not reached lapses once the work is done.
  { move: "start", states: begun.filter((status) => !done.includes(status)) },
  ...(["finish_review", "accept"] as const).map((move) => ({
    move,
    only: move === "accept" ? ("result" as const) : ("effort" as const),
    states: done,
  })),
  { move: "close", states: ["closed"] },
];

const atOnce = 6;
/**
 * Looks closely at some assignments of every status, through the row policies and with the services' own eyes: facts, guards, terms
 * and the hashes of the log.
 */
export async function lookClosely(
  house: DatabasePool,
  now: Date,
  perState: number,
): Promise<{ looked: number; found: Violation[] }> {
  const centres = await house.transact(noReach, allCentreIds);
  const ctx = systemContext({ transact: house.transact, now: () => now, newId: () => "" }, centres);
  const ids = await inTransaction(ctx, async ({ db }) =>
    [
      ...(await db.execute<{ id: string }>(
        sql`
          select id
          from (
            select
              id,
              row_number() over (
                partition by status, obligation, confidentiality, on_hold, disputed order by id
              ) as n
            from assignments
          ) a
          where n <= ${perState}
          order by id
        `,
      )),
    ].map(({ id }) => id),
  );
  const broken = new Map<string, string[]>();
  // Several run at once: the database and this process work beside each other.
  for (let at = 0; at < ids.length; at += atOnce)
    for (const { id, names } of await Promise.all(
      ids
        .slice(at, at + atOnce)
        .map(async (id) => ({ id, names: await inTransaction(ctx, (inside) => lookAt(inside, id)) })),
    ))
      for (const name of names) broken.set(name, [...(broken.get(name) ?? []), id]);
  const rounds = await changedRoundEvents(ctx);
  if (rounds.length) broken.set("every hash of a round is that of its event", rounds);
  return {
    looked: ids.length,
    found: [...broken].map(([name, all]) => ({ name, count: all.length, such_as: all.slice(0, 3) })),
  };
}
/** Returns events of rounds that no longer fit their hash. A country has few rounds, so all are looked at. */
const changedRoundEvents = (ctx: Parameters<typeof inTransaction>[0]) =>
  inTransaction(ctx, async ({ db }) =>
    (await db.select().from(roundEvents)).filter((event) => hashOf(event) !== event.hash).map(({ id }) => id),
  );
async function lookAt(ctx: Inside, id: string): Promise<string[]> {
  const assignment = await findAssignment(ctx.db, id);
  if (!assignment) return ["the centre sees its own assignment"];
  const { facts, signed } = await factsOf(ctx, assignment);
  const log = await ctx.db.select().from(events).where(eq(events.assignmentId, id)).orderBy(asc(events.seq));
  const standing = lasting.filter(
    ({ only, states }) => states.includes(facts.status) && (only ?? facts.obligation) === facts.obligation,
  );
  const guards = new Set(
    standing.flatMap(({ move }) =>
      "guards" in assignmentMoves[move]
        ? (assignmentMoves[move].guards as readonly (keyof typeof assignmentProcess.guards)[])
        : [],
    ),
  );
  const { startOn } = assignment.row;
  return [
    ...[...guards]
      .filter((guard) => !assignmentProcess.guards[guard](facts, new Set(), null))
      .map((guard) => `the guard ${guard} held, and holds still`),
    ...(log.every((event) => hashOf(event) === event.hash) ? [] : ["every hash is that of its event"]),
    ...(signed
      ? gaps(signed.terms, signed.obligation).map((term) => `a signed agreement has an answer to ${term}`)
      : []),
    ...(startOn && !inBlock(startOn, switchesOf(assignment.centre.switches))
      ? ["work began in a block of the centre"]
      : []),
  ];
}
