import { standingClaim } from "#app/domain/words.ts";
import { and, asc, eq, ilike, inArray, isNull, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/workflow/policy.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { visibleTo } from "#db/queries/workflow/visible.server.ts";
import { mayTakePart, exclusionReason, seated, takesPart } from "./taking-part.server.ts";
import {
  assignments,
  claims,
  communities,
  memberships,
  organizations,
  people,
  roundAssignments,
  roundGuides,
} from "#db/schema.ts";
type RoundGuide = typeof roundGuides.$inferSelect;
const a = assignments;
const live = (roundId: string) => and(eq(roundAssignments.roundId, roundId), isNull(roundAssignments.endedAt));
/**
 * Selects what everybody in a round may read of an assignment here, its company only where it stands by its name;
 * `open`: whether its own page tells them more (`policy.ts`, `round_member`); `out`: why it takes no part any more.
 */
const card = {
  title: a.title,
  place: a.place,
  company: organizations.name,
  hidden: sql<boolean>`${a.hideCompany} or ${organizations.hideName}`,
  open: sql<boolean>`${a.confidentiality} <> 'secret'`,
  out: exclusionReason,
};
/** Lists the assignments of a round by title. */
export const assignmentsOf = async (db: Database, roundId: string) =>
  (
    await db
      .select({ choice: roundAssignments, ...card })
      .from(roundAssignments)
      .innerJoin(a, eq(a.id, roundAssignments.assignmentId))
      .innerJoin(organizations, eq(organizations.id, a.organizationId))
      .where(live(roundId))
      .orderBy(asc(a.title), asc(roundAssignments.id))
  ).map(({ choice, ...rest }) => ({ ...choice, ...rest }));
/** Returns those of them that still take part. */
export const offeredIn = async (db: Database, roundId: string) =>
  (await assignmentsOf(db, roundId)).filter(({ out }) => out === null);
/** Lists one page of the same. */
export async function assignmentsPage(
  db: Database,
  roundId: string,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await db
    .select({ choice: roundAssignments, ...card, total: sql<number>`count(*) over ()::int` })
    .from(roundAssignments)
    .innerJoin(a, eq(a.id, roundAssignments.assignmentId))
    .innerJoin(organizations, eq(organizations.id, a.organizationId))
    .where(live(roundId))
    .orderBy(asc(a.title), asc(roundAssignments.id))
    .limit(limit)
    .offset(offset);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ choice, total: _, ...rest }) => ({ ...choice, ...rest })) };
}
/**
 * Returns an assignment of a round, by the id of its place in it, and why it takes no part any more (`out`);
 * undefined when it was taken out.
 */
export async function assignmentIn(db: Database, id: string) {
  const [row] = await db
    .select({ choice: roundAssignments, ...card, organizationId: a.organizationId })
    .from(roundAssignments)
    .innerJoin(a, eq(a.id, roundAssignments.assignmentId))
    .innerJoin(organizations, eq(organizations.id, a.organizationId))
    .where(and(eq(roundAssignments.id, id), isNull(roundAssignments.endedAt)));
  return (
    row && {
      ...row.choice,
      title: row.title,
      place: row.place,
      company: row.company,
      hidden: row.hidden,
      organizationId: row.organizationId,
      out: row.out,
    }
  );
}
/**
 * Returns assignments of the centre that can still take a team and are not in the round: with agreements being made
 * or signed, at work, or open with a claim of a community of the centre. Never a secret one, nor one for invited
 * communities alone.
 */
export const addable = (
  db: Database,
  {
    roundId,
    centreId,
    search,
    limit,
    actor,
  }: { roundId: string; centreId: string; search: string; limit: number; actor: Actor },
) =>
  db
    .select({
      id: a.id,
      title: a.title,
      place: a.place,
      company: sql<string | null>`case when ${card.hidden} then null else ${organizations.name} end`,
      status: a.status,
      /** Tells whether this reader sees its page. */
      readable: sql<boolean>`${visibleTo(actor)}`,
    })
    .from(a)
    .innerJoin(organizations, eq(organizations.id, a.organizationId))
    .where(
      and(
        addableTo(centreId),
        search ? ilike(a.title, `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`) : undefined,
        sql`
          not exists (
            select from round_assignments r
            where r.round_id = ${roundId} and r.assignment_id = ${a.id} and r.ended_at is null
          )
        `,
      ),
    )
    .orderBy(asc(a.title), asc(a.id))
    .limit(limit);
const addableTo = (centreId: string) => and(eq(a.centreId, centreId), mayTakePart(centreId));
/** Returns one of them, with what its own page and its claim say of a team; undefined for any other. */
export async function addableOne(db: Database, centreId: string, id: string) {
  const [row] = await db
    .select({
      id: a.id,
      seatsMin: a.seatsMin,
      seatsMax: a.seatsMax,
      free: sql<number>`(${a.seatsMax} - ${seated})::int`,
      weeks: a.weeks,
      hoursStudent: a.hoursStudent,
      skills: a.skills,
    })
    .from(a)
    .where(and(eq(a.id, id), addableTo(centreId)));
  if (!row) return undefined;
  const [claim] = await db
    .select({ seats: claims.seats })
    .from(claims)
    .innerJoin(communities, eq(communities.id, claims.communityId))
    .where(and(eq(claims.assignmentId, id), inArray(claims.status, standingClaim), eq(communities.centreId, centreId)))
    .orderBy(sql`${claims.status} = 'selected' desc`, asc(claims.createdAt))
    .limit(1);
  return { ...row, seats: claim?.seats ?? null };
}
/** Puts an assignment in a round, or back in it. */
export const putAssignment = async (
  db: Database,
  row: typeof roundAssignments.$inferInsert,
): Promise<string | undefined> => {
  const { id: _, centreId: __, roundId: ___, assignmentId: ____, ...set } = row;
  return (
    await db
      .insert(roundAssignments)
      .values(row)
      .onConflictDoUpdate({
        target: [roundAssignments.roundId, roundAssignments.assignmentId],
        set: { ...set, endedAt: null, version: sql`${roundAssignments.version} + 1` },
        setWhere: sql`${roundAssignments.endedAt} is not null`,
      })
      .returning({ id: roundAssignments.id })
  )[0]?.id;
};
/** Changes the place of an assignment in a round when it still is what was seen; answers whether it was. */
export const changeAssignment = async (
  db: Database,
  was: { id: string; version: number },
  set: Partial<typeof roundAssignments.$inferInsert>,
): Promise<boolean> =>
  (
    await db
      .update(roundAssignments)
      .set({ ...set, version: was.version + 1 })
      .where(
        and(
          eq(roundAssignments.id, was.id),
          eq(roundAssignments.version, was.version),
          isNull(roundAssignments.endedAt),
        ),
      )
      .returning({ id: roundAssignments.id })
  ).length > 0;

/** Lists who guides in a round, by name. */
export const guidesOf = async (db: Database, roundId: string) =>
  (
    await db
      .select({ guide: roundGuides, name: people.name })
      .from(roundGuides)
      .innerJoin(people, eq(people.id, roundGuides.personId))
      .where(and(eq(roundGuides.roundId, roundId), isNull(roundGuides.endedAt)))
      .orderBy(asc(people.name), asc(roundGuides.id))
  ).map(({ guide, name }) => ({ ...guide, name }));
/** Returns one of them, or who was one. */
export const guideById = async (db: Database, id: string): Promise<RoundGuide | undefined> =>
  (await db.select().from(roundGuides).where(eq(roundGuides.id, id)))[0];
/** Adds a coach to a round; one who was there before comes back with what is said now. */
export const putGuide = (db: Database, row: typeof roundGuides.$inferInsert) =>
  db
    .insert(roundGuides)
    .values(row)
    .onConflictDoUpdate({
      target: [roundGuides.roundId, roundGuides.personId],
      set: {
        kind: row.kind,
        teams: row.teams,
        students: row.students,
        endedAt: null,
        version: sql`${roundGuides.version} + 1`,
      },
    });
/** Changes a coach of a round when the row still is what was seen; answers whether it was. */
export const changeGuide = async (
  db: Database,
  was: { id: string; version: number },
  set: Partial<typeof roundGuides.$inferInsert>,
): Promise<boolean> =>
  (
    await db
      .update(roundGuides)
      .set({ ...set, version: was.version + 1 })
      .where(and(eq(roundGuides.id, was.id), eq(roundGuides.version, was.version), isNull(roundGuides.endedAt)))
      .returning({ id: roundGuides.id })
  ).length > 0;
/** Returns people of a company that takes part in this centre: employees who may guide. */
export const employeesAround = (db: Database, roundId: string) =>
  db
    .selectDistinct({ id: people.id, label: people.name })
    .from(roundAssignments)
    .innerJoin(a, eq(a.id, roundAssignments.assignmentId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, a.organizationId),
        isNull(memberships.centreId),
        isNull(memberships.endedAt),
        inArray(memberships.role, ["employee", "client_owner", "problem_owner"]),
      ),
    )
    .innerJoin(people, and(eq(people.id, memberships.personId), present))
    .where(live(roundId))
    .orderBy(asc(people.name))
    .limit(300);
/** Owners of the companies whose assignments take part in a round: who hears when choosing is over. */
export const companyPeople = (db: Database, roundId: string) =>
  db
    .select({ personId: people.id, email: people.email, locale: people.locale, choiceId: roundAssignments.id })
    .from(roundAssignments)
    .innerJoin(a, eq(a.id, roundAssignments.assignmentId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, a.organizationId),
        isNull(memberships.centreId),
        isNull(memberships.endedAt),
        inArray(memberships.role, ["client_owner", "problem_owner"]),
      ),
    )
    .innerJoin(people, and(eq(people.id, memberships.personId), present))
    .where(and(live(roundId), takesPart))
    .orderBy(asc(roundAssignments.id), asc(people.id));
