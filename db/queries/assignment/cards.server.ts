import { and, asc, desc, eq, inArray, type Placeholder, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { among, fixed, listed } from "#db/fixed.server.ts";
import { earlierInstitutions, lapsedInstitutions } from "#db/queries/workflow/earlier-schools.server.ts";
import { companyHidden, type Sight } from "#db/queries/workflow/visible.server.ts";
import { assignments, centres, organizations } from "#db/schema.ts";

const a = assignments;
/** Selects what a row of any list shows. The company's name leaves only where it did not ask otherwise; the service decides. */
const card = {
  id: a.id,
  title: a.title,
  teaser: a.teaser,
  status: a.status,
  obligation: a.obligation,
  onHold: a.onHold,
  /** What a list says of it is for whoever may know (`domain/disputes/shown`). */
  inDispute: a.disputed,
  ladderStep: a.ladderStep,
  sector: a.sector,
  place: a.place,
  levels: a.levels,
  confidentiality: a.confidentiality,
  visibility: a.visibility,
  hideCompany: companyHidden,
  weeks: a.weeks,
  seatsMin: a.seatsMin,
  seatsMax: a.seatsMax,
  hoursStudent: a.hoursStudent,
  feeKind: a.feeKind,
  feeAmount: a.feeAmount,
  blocks: a.blocks,
  windowEnd: a.windowEnd,
  publishedAt: a.publishedAt,
  enteredAt: a.enteredAt,
  version: a.version,
  centreId: a.centreId,
  organizationId: a.organizationId,
  leadId: a.leadId,
  communityId: a.communityId,
  institutionId: a.institutionId,
  earlierInstitutions,
  lapsedInstitutions,
  intakeBy: a.intakeBy,
  allowedObligations: a.allowedObligations,
  midtermOn: a.midtermOn,
  company: organizations.name,
  centre: centres.name,
  centreSlug: centres.slug,
};
export type Card = Awaited<ReturnType<typeof listCards>>[number];
const joined = (db: Database) =>
  db
    .select(card)
    .from(a)
    .innerJoin(organizations, eq(organizations.id, a.organizationId))
    .innerJoin(centres, eq(centres.id, a.centreId));
/**
 * Returns so many cards in this order (equals by id). Chosen before anything is joined to them: who has a thousand
 * assignments pays for those that are shown.
 */
export const pageOfCards = (
  db: Database,
  where: SQL | undefined,
  { by, limit, offset = 0 }: { by: SQL[]; limit: number | Placeholder; offset?: number | Placeholder },
) =>
  cardsOf(
    db,
    db
      .select({ id: a.id })
      .from(a)
      .where(where)
      .orderBy(...by, a.id)
      .limit(limit)
      .offset(offset),
    by,
  );
/** Reads the cards of a chosen page, in its order. */
const cardsOf = (db: Database, page: SQLWrapper, by: SQL[]) =>
  joined(db)
    .where(inArray(a.id, page))
    .orderBy(...by, a.id);
/** Returns the ones that stand where they stand longest, first. */
export const listCards = (db: Database, where: SQL | undefined, limit = 200) =>
  pageOfCards(db, where, { by: [asc(a.enteredAt)], limit });
/** Puts what needs somebody soonest first. */
export const soonest = asc(a.nearestDue);
/** Selects what a row of the marketplace shows: half of a card. */
const marketCard = {
  id: card.id,
  title: card.title,
  teaser: card.teaser,
  onHold: card.onHold,
  place: card.place,
  levels: card.levels,
  hideCompany: card.hideCompany,
  weeks: card.weeks,
  hoursStudent: card.hoursStudent,
  blocks: card.blocks,
  windowEnd: card.windowEnd,
  publishedAt: card.publishedAt,
  centreId: card.centreId,
  organizationId: card.organizationId,
  allowedObligations: card.allowedObligations,
  company: card.company,
  centre: card.centre,
};
/** Returns cards for the marketplace of these ids, as far as `sight` goes. */
export const cardsAmong = (db: Database, ids: readonly string[], sight: Sight) =>
  cardsSeen(db, { ids: listed(ids), ...sight.values }, sight);
export type MarketCard = Awaited<ReturnType<typeof cardsAmong>>[number];
const cardsSeen = fixed(
  (db, { asked }: Sight) =>
    db
      .select(marketCard)
      .from(a)
      .innerJoin(organizations, eq(organizations.id, a.organizationId))
      .innerJoin(centres, eq(centres.id, a.centreId))
      .where(and(amongIds, asked)),
  ({ shape }) => shape,
);
/** Returns cards of ids that were just found within this reader's sight. */
export const cardsFound = (db: Database, ids: readonly string[]) => byIds(db, { ids: listed(ids) });
const byIds = fixed((db) => joined(db).where(amongIds));
/** Returns cards of one company as far as `visible` goes, the newest first. */
export const listCardsOf = (db: Database, organizationId: string, visible: SQL, limit: number) =>
  joined(db)
    .where(and(eq(a.organizationId, organizationId), visible))
    .orderBy(desc(a.createdAt), a.id)
    .limit(limit);
const amongIds = among(a.id, "ids");
/** Returns open claims and interest per assignment: numbers only. */
export const countsFor = async (db: Database, ids: readonly string[]) =>
  ids.length === 0 ? [] : counts(db, { ids: listed(ids) });
const counts = fixed((db) =>
  db
    .select({
      id: a.id,
      claims: sql<number>`
        (
          select count(*)::int
          from claims c
          where c.assignment_id = assignments.id and c.status in ('submitted', 'shortlisted')
        )
      `,
      interests: sql<number>`
        (select count(*)::int from interests i where i.assignment_id = assignments.id and i.status = 'shown')
      `,
    })
    .from(a)
    .where(amongIds),
);
