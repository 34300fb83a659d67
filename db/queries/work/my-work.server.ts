import { and, eq, or, sql, type SQL } from "drizzle-orm";
import { over, underWay } from "#app/domain/assignment/process.ts";
import { researches } from "#app/domain/community/roles.ts";
import { placesOf, seesAlways, whileChoosing, type Actor } from "#app/domain/workflow/policy.ts";
import { lastingClocks } from "#app/domain/workflow/clocks.ts";
import { openClaim, type HeldRole } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { among, fixed, listed } from "#db/fixed.server.ts";
import { annexes, assignments, centres, members } from "#db/schema.ts";
import { oneOf } from "#db/schema/columns.ts";
import { cardsFound, type Card } from "#db/queries/assignment/cards.server.ts";
import { leftBySchools } from "#db/queries/workflow/earlier-schools.server.ts";
import { liesWithBoard } from "./desks.server.ts";
import { sightOf, type Sight } from "#db/queries/workflow/visible.server.ts";

const a = assignments;
const steering: readonly string[] = ["coordinator", "business_developer", "quality_owner"] satisfies HeldRole[];
/**
 * Assignments this person has a part in, not merely may read: what belongs on "Mijn werk". All assignments of the `steered` centres
 * are among them in every status; of the others those that they may see.
 */
function partsOf(actor: Actor) {
  const at = (always: boolean) =>
    actor.memberships.flatMap((m) =>
      m.centreId && steering.includes(m.role) && seesAlways(m.role) === always ? [m.centreId] : [],
    );
  return {
    steered: listed(at(true)),
    checked: listed(at(false)),
    boards: listed(
      actor.memberships.flatMap((m) => (m.centreId && m.role === "steering_group_member" ? [m.centreId] : [])),
    ),
    organizations: listed(
      actor.memberships.flatMap((m) => (!m.centreId && m.organizationId ? [m.organizationId] : [])),
    ),
    earlier: listed(actor.institutionCentres?.length ? leftBehind(actor) : []),
    communities: listed(actor.communities.flatMap((c) => (researches(c.role) ? [c.id] : []))),
    ids: listed([...actor.seats.filter((s) => s.active), ...(actor.left ?? [])].map((s) => s.assignmentId)),
    claims: listed(actor.leads),
    person: listed(actor.id ? [actor.id] : []),
  };
}
/** Returns the schools for which this person reads what was agreed with a team that left. */
const leftBehind = (actor: Actor) =>
  (["earlier_finance", "earlier_signatory"] as const).flatMap((one) => placesOf(actor, one).organizations);
type Part = "earlier" | "checked" | "boards" | "claims" | "communities" | "organizations" | "ids" | "person";
/**
 * Tells where a person's own assignments are found, one index each: asked together in one condition, the database
 * would read everything that is open to all.
 */
const arms: Record<Part, SQL> = {
  ids: sql`select unnest(${sql.placeholder("ids")}::uuid[])`,
  person: sql`select ${a.id} from ${a} where ${among(a.leadId, "person")}`,
  // What was not chosen is read back as a claim (`lostClaims`): it waits for nobody, and is no work of one's own.
  claims: sql`
    select ${a.id}
    from ${a}
    where ${among(a.id, "claims")}
    and ${a.status} in (${oneOf(whileChoosing)})
    and exists (
      select from claims c
      where c.assignment_id = ${a.id}
      and c.lead_id = any(${sql.placeholder("person")}::uuid[])
      and (c.status = 'selected' or (c.status in (${oneOf(openClaim)}) and ${a.status} = 'published'))
    )
  `,
  checked: sql`select ${a.id} from ${a} where ${among(a.centreId, "checked")}`,
  /** Finds what lies before the steering group, for as long as it does. */
  boards: sql`
    select ${a.id}
    from ${a}
    where ${among(a.centreId, "boards")} and ${liesWithBoard}
  `,
  communities: sql`select ${a.id} from ${a} where ${among(a.communityId, "communities")}`,
  /** Finds what a team of one's school left: what was agreed with it stays to be read, and may still be owed for. */
  earlier: sql`select ${a.id} from ${a} where ${leftBySchools(sql.placeholder("earlier"))}`,
  organizations: sql`
    select ${a.id}
    from ${a}
    where ${among(a.organizationId, "organizations")}
    union all
    select ${a.id}
    from ${a}
    where ${among(a.institutionId, "organizations")}
  `,
};
const atSteered = among(a.centreId, "steered");
const [running, ended] = [underWay, over].map((states) => sql`${a.status} in (${oneOf(states)})`) as [SQL, SQL];
const [soonest, latest] = [sql`nearest_due_at asc nulls last, entered_at, id`, sql`entered_at desc, id`];
/**
 * Tells whether something of it is asked until it is done, however long ago the work ended: a payment, an amount, a
 * plan.
 */
const asksOn = (id: SQL | typeof a.id) =>
  sql`
    exists (
      select from deadlines d
      where d.assignment_id = ${id} and d.status <> 'met' and d.clock in (${oneOf(lastingClocks)})
    )
  `;
const [limit, offset] = [sql.placeholder("limit"), sql.placeholder("offset")];
/**
 * `parts`: what is not empty of a person's own; `steers`: whether there are centres with all their assignments; `placed`: at
 * one centre or organisation only.
 */
type Form = { sight: Sight; parts: readonly Part[]; steers: boolean; placed: boolean };
/** Returns a person's assignments but for those of the centres they steer, read once. */
const othersIn = ({ sight, parts, steers }: Omit<Form, "placed">, more?: SQL) =>
  sql`select ${a.id}, ${a.status}, ${a.nearestDue}, ${a.enteredAt} from ${a} where ${and(
    sql`${a.id} in (${sql.join(
      parts.map((part) => arms[part]),
      sql` union all `,
    )})`,
    sight.asked,
    more,
    steers ? sql`not ${atSteered}` : undefined,
  )}`;
/** Returns, of each steered centre, no more than are shown, in the order of an index. */
const inSteered = (which: SQL | undefined, by: SQL, most: SQL) =>
  sql`
    select x.*
    from unnest(${sql.placeholder("steered")}::uuid[]) as c(id)
    cross join lateral (
      select ${a.id}, ${a.nearestDue}, ${a.enteredAt}
      from ${a}
      where ${and(sql`${a.centreId} = c.id`, which)}
      order by ${by}
      limit ${most}
    ) x
  `;

/**
 * Selects the ids of a page of those under way (the nearest deadline first), of the last ten that ended, of those
 * that ended and still wait for something, whenever that was, and how many are under way: in one question, since the
 * lists of ids in it are long. Assignments of a steered centre are read in the order of an index, as far as they are
 * shown; a person's others are few, and read once.
 */
const chosen = fixed(
  (db, { sight, parts, steers, placed }: Form) => {
    const here = placed
      ? sql`${sql.placeholder("place")}::uuid in (${a.centreId}, ${a.organizationId}, ${a.institutionId})`
      : undefined;
    const others = othersIn({ sight, parts, steers }, here);
    const within = (states: SQL, by: SQL, most: SQL) => inSteered(and(states, here), by, most);
    const both = (states: readonly string[], mine: SQL, where: SQL = sql``) =>
      sql`
        ${steers ? sql`${mine} union all ` : sql``}select id, nearest_due_at, entered_at
        from others
        where status in (${oneOf(states)}) ${where}
      `;
    const still = sql`${ended} and ${asksOn(a.id)}`;
    const ids = (from: SQL, by: SQL, most: SQL) =>
      sql`
        (
          select coalesce(json_agg(id), '[]')
          from (select id from (${from}) all_of_them order by ${by} limit ${most}) shown
        )
      `;
    const page = sql`${limit}::int offset ${offset}::int`;
    const untilPage = sql`${limit}::int + ${offset}::int`;
    const steered = steers ? sql`(select count(*) from ${a} where ${and(atSteered, running, here)}) + ` : sql``;
    const columns = {
      open: sql<string[]>`open`,
      done: sql<string[]>`done`,
      waits: sql<string[]>`waits`,
      total: sql<number>`total`,
    };
    return db.select(columns).from(sql`
      (
        with others as materialized (${others})
        select
          ${ids(both(underWay, within(running, soonest, untilPage)), soonest, page)} as open,
          ${ids(both(over, within(ended, latest, sql`10`)), latest, sql`10`)} as done,
          ${ids(both(over, within(still, latest, sql`50`), sql`and ${asksOn(sql`others.id`)}`), latest, sql`50`)} as waits,
          (${steered}(select count(*) from others where status in (${oneOf(underWay)})))::int as total
      ) as mine
    `);
  },
  ({ sight, parts, steers, placed }) => `${sight.shape} ${parts.join()} ${steers} ${placed}`,
);

/**
 * Returns assignments with a part for this person, at one centre or organisation or anywhere (null): a page of those
 * under way, the nearest deadline first, how many there are, and of those that ended the last ten and what still
 * waits for something.
 */
export async function ownCards(
  db: Database,
  actor: Actor,
  { place: wanted, limit, offset }: { place: string | null; limit: number; offset: number },
) {
  const { values, form } = askedFor(actor);
  const [found] = await chosen(db, { ...values, place: wanted, limit, offset }, { ...form, placed: wanted !== null });
  const { open, done: last, waits, total } = found ?? { open: [], done: [], waits: [], total: 0 };
  const done = [...last, ...waits.filter((id) => !last.includes(id))];
  const cards = new Map((await cardsFound(db, [...open, ...done])).map((card) => [card.id, card]));
  const inOrder = (ids: readonly string[]): Card[] => ids.flatMap((id) => cards.get(id) ?? []);
  return { cards: inOrder(open), done: inOrder(done), last, total };
}
/** Tells what is asked of the database for this person: the lists of what is theirs, and which of those are empty. */
function askedFor(actor: Actor) {
  const sight = sightOf(actor);
  const { steered, ...own } = partsOf(actor);
  const parts = (Object.keys(arms) as Part[]).filter((part) => part === "ids" || own[part] !== listed([]));
  return { values: { ...sight.values, ...own, steered }, form: { sight, parts, steers: steered !== listed([]) } };
}

const isDated = sql`${a.nearestDue} is not null`;
/** Selects the ids of those under way and of those that ended while a clock of theirs still runs or asks on. */
const dated = fixed(
  (db, form: Omit<Form, "placed">) => {
    const steered = sql`
      ${inSteered(running, soonest, sql`${limit}`)}
      union all
      ${inSteered(and(ended, isDated), soonest, sql`${limit}`)}
      union all
    `;
    return db.select({ id: sql<string>`id` }).from(sql`
      (
        select id
        from (
          ${form.steers ? steered : sql``}select id, nearest_due_at, entered_at
          from (${othersIn(form, or(running, isDated))}) others
        ) all_of_them
        order by ${soonest}
        limit ${limit}::int
      ) as mine
    `);
  },
  ({ sight, parts, steers }) => `${sight.shape} ${parts.join()} ${steers}`,
);
/**
 * Returns assignments with a part for this person on which a day may still come: those under way, and those that
 * ended while a clock of theirs still runs or asks on; the nearest end first, and never more than `most`.
 */
export async function datedCards(db: Database, actor: Actor, most: number): Promise<Card[]> {
  const { values, form } = askedFor(actor);
  const ids = (await dated(db, { ...values, limit: most }, form)).map(({ id }) => id);
  return cardsFound(db, ids);
}
/** Returns the switches of these centres, as they keep them: what they left alone is not in it. */
export const switchesFor = (db: Database, ids: readonly string[]) => switchesAmong(db, { ids: listed(ids) });
const switchesAmong = fixed((db) =>
  db.select({ id: centres.id, switches: centres.switches }).from(centres).where(among(centres.id, "ids")),
);
/** Places in teams to which this person is invited and did not answer yet. */
export const invitationsTo = (db: Database, personId: string) =>
  invited(db, { person: listed(personId ? [personId] : []) });
const invited = fixed((db) =>
  db
    .select({
      id: members.id,
      assignmentId: members.assignmentId,
      role: members.role,
      title: assignments.title,
      annexes: sql<number>`(select count(*) from ${annexes} where ${annexes.memberId} = ${members.id})::int`,
    })
    .from(members)
    .innerJoin(assignments, eq(assignments.id, members.assignmentId))
    .where(and(among(members.personId, "person"), eq(members.status, "invited"), running)),
);
