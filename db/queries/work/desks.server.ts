import { heldSeat, openCase, studentSeats } from "#app/domain/words.ts";
import { and, asc, desc, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { cutShort } from "#app/domain/assignment/ending.ts";
import { boardSteps } from "#app/domain/assignment/ladder.ts";
import type { Actor } from "#app/domain/workflow/policy.ts";
import type { Database } from "#db/client.server.ts";
import { listCards } from "#db/queries/assignment/cards.server.ts";
import { leftByThese } from "#db/queries/workflow/earlier-schools.server.ts";
import { moneyKinds } from "#db/queries/payments/money.server.ts";
import { visibleTo } from "#db/queries/workflow/visible.server.ts";
import { oneOf } from "#db/schema/columns.ts";
import {
  agreements,
  assignments,
  deliveries,
  events,
  files,
  guaranteeCases,
  members,
  people,
  records,
} from "#db/schema.ts";

const a = assignments;
/** Tells where somebody's desk looks: the centres, organisations and assignments of one of their relations. */
type Places = {
  centres: readonly string[];
  organizations: readonly string[];
  assignments: readonly string[];
};
const within = ({ centres, organizations, assignments: ids }: Places): SQL | undefined =>
  or(
    centres.length ? inArray(a.centreId, [...centres]) : undefined,
    organizations.length ? inArray(a.organizationId, [...organizations]) : undefined,
    organizations.length ? inArray(a.institutionId, [...organizations]) : undefined,
    organizations.length ? leftByThese(organizations) : undefined,
    ids.length ? inArray(a.id, [...ids]) : undefined,
  ) ?? sql`false`;
/** So many assignments stand on a desk; those that stand where they stand longest come first. */
const most = 300;
const cardsWhere = (db: Database, actor: Actor, places: Places, where?: SQL) =>
  listCards(db, and(visibleTo(actor), within(places), where), most);

/** Lists all assignments of this desk. */
export const deskCards = (db: Database, actor: Actor, places: Places) => cardsWhere(db, actor, places);
/** The dispute of an assignment lies with the steering group now. */
export const liesWithBoard = sql`(${a.disputed} and ${a.ladderStep} in (${oneOf(boardSteps)}))`;
/** Lists assignments whose dispute was brought before the steering group. */
export const disputedCards = (db: Database, actor: Actor, places: Places) =>
  cardsWhere(db, actor, places, liesWithBoard);
/** Returns assignments with an agreement that was signed, also where it ended with the work, or with an invoice or a settlement. */
export const paidCards = (db: Database, actor: Actor, places: Places) =>
  cardsWhere(
    db,
    actor,
    places,
    sql`(
      exists (
        select from agreements g
        where g.assignment_id = ${a.id} and (g.status = 'signed' or (g.status = 'ended' and ${inArray(a.status, [...cutShort])}))
      )
      or exists (select from records r where r.assignment_id = ${a.id} and r.kind in (${oneOf(moneyKinds)}))
    )`,
  );
/** Returns assignments with something that waits for the quality owner: a delivery, requirements, or a claim on the guarantee. */
export const checkedCards = (db: Database, actor: Actor, places: Places) =>
  cardsWhere(
    db,
    actor,
    places,
    sql`(
      exists (select from deliveries d where d.assignment_id = ${a.id} and d.status = 'in_review')
      or exists (select from guarantee_cases c where c.assignment_id = ${a.id} and c.status in ('opened', 'accepted'))
      or exists (
        select from agreements g
        where g.assignment_id = ${a.id} and g.status = 'proposed' and g.obligation = 'result'
          and g.quality_confirmed_at is null
      )
    )`,
  );
const some = <T>(ids: readonly string[], read: () => Promise<T[]>): Promise<T[]> =>
  ids.length ? read() : Promise.resolve([]);

/** Lists what was handed over in these assignments, the newest first. */
export const handedOver = (db: Database, ids: readonly string[]) =>
  some(ids, () =>
    db
      .select({
        id: deliveries.id,
        assignmentId: deliveries.assignmentId,
        label: deliveries.label,
        releasedAt: deliveries.releasedAt,
      })
      .from(deliveries)
      .where(and(inArray(deliveries.assignmentId, [...ids]), sql`${deliveries.releasedAt} is not null`))
      .orderBy(desc(deliveries.number)),
  );
/** Lists the files of these deliveries by name. */
export const filesOfDeliveries = (db: Database, ids: readonly string[]) =>
  some(ids, () =>
    db
      .select({ id: files.id, partId: files.partId, name: files.name })
      .from(files)
      .where(and(inArray(files.partId, [...ids]), eq(files.part, "delivery"), isNull(files.removedAt)))
      .orderBy(asc(files.name)),
  );
/** Returns a day as the newest open version has it. */
const proposedDay = (term: "start_date" | "end_date") => sql`(
  select nullif(g.terms->>${term}::text, '')
  from agreements g
  where g.assignment_id = assignments.id and g.status in ('draft', 'proposed')
  order by g.number desc
  limit 1
)`;
/** Tells when these assignments begin and end; before the signatures as the version that is made says, or the chosen claim. */
export const daysOf = (db: Database, ids: readonly string[]) =>
  some(ids, () =>
    db
      .select({
        id: a.id,
        startOn: a.startOn,
        endOn: a.endOn,
        proposedStart: sql<string | null>`coalesce(
          ${proposedDay("start_date")},
          (select c.block::text from claims c where c.id = assignments.claim_id)
        )`,
        proposedEnd: sql<string | null>`${proposedDay("end_date")}`,
      })
      .from(a)
      .where(inArray(a.id, [...ids])),
  );
/** Returns seats of this person with this role, asked or taken. */
export const seatsAs = (db: Database, personId: string, role: "examiner" | "quality_owner") =>
  db
    .select({ assignmentId: members.assignmentId, status: members.status })
    .from(members)
    .where(and(eq(members.personId, personId), eq(members.role, role), inArray(members.status, heldSeat)));
/** The students in the teams of these assignments by name, and when the work of each was judged. */
export const studentsIn = (db: Database, ids: readonly string[]) =>
  some(ids, () =>
    db
      .select({
        assignmentId: members.assignmentId,
        id: members.id,
        name: people.name,
        assessedAt: members.assessedAt,
      })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(
        and(
          inArray(members.assignmentId, [...ids]),
          eq(members.status, "active"),
          inArray(members.role, [...studentSeats]),
        ),
      )
      .orderBy(asc(people.name)),
  );
/** Says what waits for a check in these assignments. */
export const toCheck = async (db: Database, ids: readonly string[]) => ({
  deliveries: await some(ids, () =>
    db
      .select({ assignmentId: deliveries.assignmentId, label: deliveries.label })
      .from(deliveries)
      .where(and(inArray(deliveries.assignmentId, [...ids]), eq(deliveries.status, "in_review"))),
  ),
  requirements: await some(ids, () =>
    db
      .select({ assignmentId: agreements.assignmentId, number: agreements.number })
      .from(agreements)
      .where(
        and(
          inArray(agreements.assignmentId, [...ids]),
          eq(agreements.status, "proposed"),
          eq(agreements.obligation, "result"),
          isNull(agreements.qualityConfirmedAt),
        ),
      ),
  ),
  cases: await some(ids, () =>
    db
      .select({ assignmentId: guaranteeCases.assignmentId, defect: guaranteeCases.defect, at: guaranteeCases.at })
      .from(guaranteeCases)
      .where(and(inArray(guaranteeCases.assignmentId, [...ids]), inArray(guaranteeCases.status, openCase))),
  ),
});
/** Records of these kinds in these assignments, with who wrote them, in the order in which they were written. */
export const recordsOf = (db: Database, ids: readonly string[], kinds: readonly string[]) =>
  some(ids, () =>
    db
      .select({
        assignmentId: records.assignmentId,
        kind: records.kind,
        data: records.data,
        at: records.at,
        by: people.name,
      })
      .from(records)
      .leftJoin(people, eq(people.id, records.byId))
      .where(and(inArray(records.assignmentId, [...ids]), inArray(records.kind, [...kinds])))
      .orderBy(asc(records.at)),
  );
/** Says how each dispute of these assignments began, in order: who asked what of whom, and why. */
export const disputesOf = (db: Database, ids: readonly string[]) =>
  some(ids, () =>
    db
      .select({
        assignmentId: events.assignmentId,
        reason: events.reason,
        answers: events.answers,
        at: events.at,
        by: people.name,
      })
      .from(events)
      .leftJoin(people, eq(people.id, events.actorId))
      .where(and(inArray(events.assignmentId, [...ids]), eq(events.move, "open_dispute")))
      .orderBy(asc(events.at)),
  );
