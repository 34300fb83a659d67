import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { anchoredStatuses, countedStatuses } from "#app/domain/community/figures.ts";
import { underWay } from "#app/domain/assignment/process.ts";
import { type AssignmentStatus, onceInTeam } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { listed } from "#db/fixed.server.ts";
import { assignments, hourEntries, members, organizations, people, records } from "#db/schema.ts";
import { oneOf } from "#db/schema/columns.ts";
import { moneyColumns, moneyKinds } from "#db/queries/payments/money.server.ts";
import { byCompany, bySchool } from "#db/queries/work/hours.server.ts";
import { employerOf, sides, type Side } from "./employer.server.ts";

const a = assignments;
/** Returns texts that come as one JSON text: the driver reads no array that is not a column. */
const texts = (json: string) => JSON.parse(json) as string[];
/** Returns assignments of a community that count: signed, however they ended. */
const counted = (communityId: string) => and(eq(a.communityId, communityId), inArray(a.status, [...countedStatuses]));
const year = (day: SQL) => sql<number>`extract(year from ${day})::int`;
const startYear = year(sql`coalesce(${a.startOn}, ${a.createdAt}::date)`);

/**
 * Returns the assignments that count, by organisation and year: how many, and which. Read with the reach of the
 * centre: what was agreed to pay for them is a figure made of their versions, and nobody is shown a row.
 */
export const assignmentsByYear = (db: Database, communityId: string, side: Side) =>
  db
    .select({
      organizationId: sql<string>`${sides[side]}`,
      year: startYear,
      assignments: sql<number>`count(*)::int`,
      ids: sql`json_agg(${a.id})::text`.mapWith(texts),
    })
    .from(a)
    .where(and(counted(communityId), sql`${sides[side]} is not null`))
    .groupBy(sql`1, 2`);
/** Counts minutes logged, by employer and year: of people of a company, or of staff of an institution. */
export const minutesByYear = (db: Database, communityId: string, side: Side) =>
  db
    .select({
      organizationId: employerOf(hourEntries.personId, sql`${hourEntries.on}`, side),
      year: year(sql`${hourEntries.on}`),
      minutes: sql<number>`sum(${hourEntries.minutes})::int`,
    })
    .from(hourEntries)
    .innerJoin(a, eq(a.id, hourEntries.assignmentId))
    .where(
      and(eq(a.communityId, communityId), sql`${sides[side]} is not null`, side === "company" ? byCompany : bySchool),
    )
    .groupBy(sql`1, 2`);
/** Lists what was noted about money on the assignments of a community, the oldest first, each with the company that pays. */
export const paymentsNoted = (db: Database, communityId: string) =>
  db
    .select({ ...moneyColumns, organizationId: a.organizationId })
    .from(records)
    .innerJoin(a, eq(a.id, records.assignmentId))
    .where(and(eq(a.communityId, communityId), inArray(records.kind, [...moneyKinds])))
    .orderBy(asc(records.at));
/** Says how many assignments each company has with this community, the most first. */
export const assignmentsByCompany = (db: Database, communityId: string) =>
  db
    .select({
      id: organizations.id,
      name: organizations.name,
      hidden: organizations.hideName,
      assignments: sql<number>`count(*)::int`,
    })
    .from(a)
    .innerJoin(organizations, eq(organizations.id, a.organizationId))
    .where(counted(communityId))
    .groupBy(organizations.id, organizations.name, organizations.hideName)
    .orderBy(desc(sql`count(*)`), asc(organizations.name));
/** Returns assignments by what pays for them. */
export const assignmentsByRegime = (db: Database, communityId: string) =>
  db
    .select({ regime: a.fundingRegime, assignments: sql<number>`count(*)::int` })
    .from(a)
    .where(counted(communityId))
    .groupBy(a.fundingRegime)
    .orderBy(desc(sql`count(*)`));
/** Returns learning outcomes by group over all its assignments: how many, and the means of the levels before and after. */
export const yieldsByGroup = (db: Database, communityId: string) =>
  db
    .select({
      group: sql<string>`${records.data}->>'group'`,
      n: sql<number>`count(*)::int`,
      before: sql<number>`avg((${records.data}->>'before')::int)::float8`,
      after: sql<number>`avg((${records.data}->>'after')::int)::float8`,
      skills: sql`to_json((array_agg(distinct ${records.data}->>'skill'))[1:12])::text`.mapWith(texts),
    })
    .from(records)
    .innerJoin(a, eq(a.id, records.assignmentId))
    .where(and(eq(a.communityId, communityId), eq(records.kind, "yield")))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
/** Returns assignments whose lessons did not reach the curriculum yet, and all that should. */
export const transferCounts = async (db: Database, communityId: string) =>
  (
    await db
      .select({
        all: sql<number>`count(*)::int`,
        missing: sql<number>`
          count(*) filter (
            where not exists (
              select from records r where r.assignment_id = assignments.id and r.kind = 'curriculum'
            )
          )::int
        `,
      })
      .from(a)
      .where(and(eq(a.communityId, communityId), inArray(a.status, [...anchoredStatuses])))
  )[0] ?? { all: 0, missing: 0 };

const employer = employerOf(members.personId, sql`${members.createdAt}::date`, "company");
/** Returns seats of employees that count for taking part since a day: begun since then, or in a team at work now. */
const tookPart = (organizationIds: readonly string[], centreId: string, since: Date) =>
  and(
    sql`${employer} = any(${listed(organizationIds)}::uuid[])`,
    eq(members.centreId, centreId),
    eq(members.role, "employee_participant"),
    inArray(members.status, onceInTeam),
    sql`
      (
        ${members.createdAt} >= ${since.toISOString()}::timestamptz
        or (${members.status} = 'active' and ${a.status} in (${oneOf(underWay)}))
      )
    `,
  );
/** Counts the employees of each company who took part in a team of the centre. */
export const participation = (
  db: Database,
  at: { organizationIds: readonly string[]; centreId: string; since: Date },
) =>
  db
    .select({ organizationId: employer, people: sql<number>`count(distinct ${members.personId})::int` })
    .from(members)
    .innerJoin(a, eq(a.id, members.assignmentId))
    .where(tookPart(at.organizationIds, at.centreId, at.since))
    .groupBy(sql`1`);
/** Their names, for the company's own hr_contact. */
export const participants = (db: Database, at: { organizationIds: readonly string[]; centreId: string; since: Date }) =>
  db
    .selectDistinct({ id: people.id, organizationId: employer, name: people.name })
    .from(members)
    .innerJoin(a, eq(a.id, members.assignmentId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(tookPart(at.organizationIds, at.centreId, at.since))
    .orderBy(asc(people.name))
    .limit(500);

/** Returns a page of the community's assignments in these statuses, as far as `visible` goes, the newest status first. */
export const communityAssignments = (
  db: Database,
  communityId: string,
  statuses: readonly AssignmentStatus[],
  visible: SQL,
  at: { limit: number; offset: number },
) =>
  db
    .select({
      id: a.id,
      title: a.title,
      status: a.status,
      obligation: a.obligation,
      enteredAt: a.enteredAt,
      centreId: a.centreId,
      organizationId: a.organizationId,
      confidentiality: a.confidentiality,
      visibility: a.visibility,
      leadId: a.leadId,
      communityId: a.communityId,
      institutionId: a.institutionId,
      projectManagerId: sql<string | null>`
        (
          select m.person_id
          from members m
          where m.assignment_id = assignments.id and m.role = 'project_manager' and m.status = 'active'
          limit 1
        )
      `,
    })
    .from(a)
    .where(and(eq(a.communityId, communityId), inArray(a.status, [...statuses]), visible))
    .orderBy(desc(a.enteredAt), asc(a.id))
    .limit(at.limit)
    .offset(at.offset);
export type CommunityAssignment = Awaited<ReturnType<typeof communityAssignments>>[number];
/** Says how many assignments `communityAssignments` pages through, for whom may see what `visible` says. */
export const countCommunityAssignments = async (
  db: Database,
  communityId: string,
  statuses: readonly AssignmentStatus[],
  visible: SQL,
) =>
  (
    await db
      .select({ n: sql<number>`count(*)::int` })
      .from(a)
      .where(and(eq(a.communityId, communityId), inArray(a.status, [...statuses]), visible))
  )[0]?.n ?? 0;
/**
 * Verdicts on the last delivery of these assignments: criteria met (deviations agreed among them), and all that were judged.
 */
export const acceptanceCounts = async (db: Database, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : [
        ...(await db.execute<{
          id: string;
          met: number;
          of: number;
        }>(sql`
          select
            r.assignment_id as id,
            count(*) filter (where r.met in ('met', 'deviates'))::int as met,
            count(*)::int as of
          from acceptance_results r
          where r.assignment_id = any(${listed(ids)}::uuid[])
            and r.delivery_id = (
              select d.id
              from deliveries d
              where d.assignment_id = r.assignment_id and d.status in ('released', 'superseded')
              order by d.number desc
              limit 1
            )
          group by r.assignment_id
        `)),
      ];
/** Records of these kinds on these assignments, the oldest first. */
export const recordsAmong = (db: Database, ids: readonly string[], kinds: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({ assignmentId: records.assignmentId, kind: records.kind, data: records.data, byId: records.byId })
        .from(records)
        .where(and(inArray(records.assignmentId, [...ids]), inArray(records.kind, [...kinds])))
        .orderBy(asc(records.at));
