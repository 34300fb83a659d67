import { and, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { isLate } from "#db/queries/workflow/late.server.ts";
import { clockIds, clocks as allClocks, type Clock } from "#app/domain/workflow/clocks.ts";
import type { Database } from "#db/client.server.ts";
import { fixed, like } from "#db/fixed.server.ts";
import { oneOf } from "#db/schema/columns.ts";
import {
  acceptanceResults,
  agreements,
  annexes,
  assignments,
  assignmentTexts,
  claims,
  confirmations,
  deadlines,
  deliveries,
  guaranteeCases,
  guardianRequests,
  implementations,
  memberships,
  members,
  milestones,
  observations,
  people,
  records,
} from "#db/schema.ts";

const first = <T>(rows: readonly T[]) => rows[0] ?? null;
const here = (t: { assignmentId: AnyPgColumn }) => eq(t.assignmentId, sql.placeholder("id"));
type Here = { id: string };
const count = { n: sql<number>`count(*)::int` };

const text = fixed((db) => db.select().from(assignmentTexts).where(here(assignmentTexts)));
const contact = fixed((db) =>
  db
    .select({ confirmed: sql<boolean>`${people.emailVerifiedAt} is not null` })
    .from(assignments)
    .innerJoin(people, sql`${people.id} = coalesce(${assignments.contactId}, ${assignments.submittedBy})`)
    .where(eq(assignments.id, sql.placeholder("id"))),
);
const openClaims = fixed<Here & { now: Date }, { n: number }[]>((db) =>
  db
    .select(count)
    .from(claims)
    .where(
      and(
        here(claims),
        inArray(claims.status, ["submitted", "shortlisted"]),
        gt(claims.validUntil, like(claims.validUntil, "now")),
      ),
    ),
);
const openAgreements = fixed((db) =>
  db
    .select()
    .from(agreements)
    .where(and(here(agreements), inArray(agreements.status, ["draft", "proposed", "signed"])))
    .orderBy(desc(agreements.number)),
);
const team = fixed((db) =>
  db
    .select({
      id: members.id,
      personId: members.personId,
      name: people.name,
      role: members.role,
      status: members.status,
      track: members.track,
      level: members.level,
      ageBand: people.ageBand,
      turns18On: people.turns18On,
      /** The school recorded a guardian's approval (docs/domain.md 3.3, under sixteen). */
      schoolApproved: sql<boolean>`exists (
        select from memberships r
        where r.person_id = ${members.personId} and r.centre_id = ${members.centreId} and r.role = 'student'
          and r.ended_at is null and r.approved_on is not null
      )`,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(here(members), inArray(members.status, ["invited", "active"]))),
);
const annexRows = fixed((db) =>
  db
    .select({ memberId: annexes.memberId, signedAt: annexes.signedAt, kind: annexes.kind })
    .from(annexes)
    .where(here(annexes)),
);
const guardians = fixed((db) =>
  db
    .select({ memberId: guardianRequests.memberId, status: guardianRequests.status })
    .from(guardianRequests)
    .where(here(guardianRequests)),
);
const planned = fixed((db) =>
  db
    .select(count)
    .from(milestones)
    .where(and(here(milestones), inArray(milestones.status, ["planned", "moved", "reached"]))),
);
/** Milestones that are late: their day has passed, and nobody reached, moved or dropped them. */
const lateOnes = fixed<Here & { today: string }, { id: string; title: string; dueOn: string }[]>((db) =>
  db
    .select({ id: milestones.id, title: milestones.title, dueOn: milestones.dueOn })
    .from(milestones)
    .where(and(here(milestones), isLate(sql.placeholder("today"))))
    .orderBy(milestones.dueOn),
);
const answeredChecks = fixed((db) =>
  db
    .selectDistinct({ month: observations.month })
    .from(observations)
    .where(and(here(observations), gt(observations.month, 0), ne(observations.degree, "unanswered"))),
);
const lastDeliveries = fixed((db) =>
  db
    .select({
      row: deliveries,
      files: sql<number>`(select count(*)::int from files f where f.part_id = deliveries.id and f.removed_at is null)`,
      filledAt: sql<string | null>`(select max(f.at) from files f where f.part_id = deliveries.id)`,
    })
    .from(deliveries)
    .where(here(deliveries))
    .orderBy(desc(deliveries.number))
    .limit(2),
);
const verdicts = fixed((db) =>
  db
    .select()
    .from(acceptanceResults)
    .where(
      and(
        here(acceptanceResults),
        sql`
          ${acceptanceResults.deliveryId} = (
            select d.id
            from deliveries d
            where d.assignment_id = ${sql.placeholder("id")} and d.status = 'released'
            order by d.number desc
            limit 1
          )
        `,
      ),
    ),
);
const openRecords = fixed((db) =>
  db
    .select({ kind: records.kind, about: records.about, data: records.data, byId: records.byId, at: records.at })
    .from(records)
    .where(and(here(records), eq(records.open, true)))
    .orderBy(records.at),
);
/** Clocks that run for the file itself, and not for a claim or a seat in it. */
const ofTheFile = clockIds.filter((id) => !(allClocks[id] as Clock).ofChild);
/**
 * The newest of each clock of the file: one look into the index for each clock there is, however many of them ended in
 * the years before.
 */
const clocks = fixed((db) => {
  const newest = db
    .select()
    .from(deadlines)
    .where(and(here(deadlines), eq(deadlines.object, "assignment"), sql`${deadlines.clock} = known.clock`))
    .orderBy(desc(deadlines.startedAt))
    .limit(1)
    .as("newest");
  return db
    .select({
      clock: newest.clock,
      status: newest.status,
      dueAt: newest.dueAt,
      noticeUntil: newest.noticeUntil,
      extended: newest.extended,
    })
    .from(sql`unnest(array[${oneOf(ofTheFile)}]) as known(clock)`)
    .crossJoinLateral(newest);
});
const implementation = fixed((db) => db.select().from(implementations).where(here(implementations)));
const cases = fixed((db) =>
  db
    .select(count)
    .from(guaranteeCases)
    .where(and(here(guaranteeCases), inArray(guaranteeCases.status, ["opened", "accepted"]))),
);
const confirmed = fixed<Here & { epoch: Date }, (typeof confirmations.$inferSelect)[]>((db) =>
  db
    .select()
    .from(confirmations)
    .where(and(here(confirmations), eq(confirmations.epoch, like(confirmations.epoch, "epoch")))),
);

/**
 * All rows that the guards of one assignment read, sent down one connection at once so that they cost one round trip.
 */
export async function gatherRows(db: Database, id: string, now: Date, epoch: Date) {
  const one = { id };
  const all = await Promise.all([
    text(db, one),
    contact(db, one),
    openClaims(db, { id, now }),
    openAgreements(db, one),
    team(db, one),
    annexRows(db, one),
    guardians(db, one),
    planned(db, one),
    lastDeliveries(db, one),
    verdicts(db, one),
    openRecords(db, one),
    clocks(db, one),
    implementation(db, one),
    cases(db, one),
    confirmed(db, { id, epoch }),
    lateOnes(db, { id, today: amsterdamDay(now) }),
    answeredChecks(db, one),
  ]);
  return {
    text: first(all[0]),
    contactConfirmed: first(all[1])?.confirmed ?? false,
    openClaims: all[2][0]?.n ?? 0,
    agreements: all[3],
    team: all[4],
    annexes: all[5],
    guardians: all[6],
    planned: all[7][0]?.n ?? 0,
    deliveries: all[8],
    verdicts: all[9],
    records: all[10],
    clocks: all[11],
    implementation: first(all[12]),
    guaranteeCases: all[13][0]?.n ?? 0,
    confirmed: all[14],
    late: all[15],
    answeredChecks: all[16].map(({ month }) => month),
  };
}
export type Gathered = Awaited<ReturnType<typeof gatherRows>>;

/** Whether these people's signing authority was recorded at these organisations (guard `mandate_proven`). */
export const mandates = (db: Database, organizationIds: readonly string[]) =>
  db
    .select({
      personId: memberships.personId,
      organizationId: memberships.organizationId,
      mandate: memberships.mandate,
    })
    .from(memberships)
    .where(
      and(
        inArray(memberships.organizationId, [...organizationIds]),
        eq(memberships.role, "authorised_signatory"),
        sql`${memberships.endedAt} is null`,
      ),
    );
