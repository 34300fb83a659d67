import type { Sql } from "postgres";
import { mayReadPeople, offeredRoles, type Circle } from "#app/domain/account/appointing.ts";
import type { audiences } from "#app/domain/fields/shown.ts";
import { moneyOf, readsPeerReviews, changesCommunity, type Standing } from "#app/domain/community/standing.ts";
import { mayMatch } from "#app/domain/rounds/access.ts";
import { rolesInCentre, type Actor } from "#app/domain/workflow/policy.ts";
import { organizationCircle } from "#app/services/account/circles.server.ts";
import { steeringRoles } from "#app/services/centre/pipeline.server.ts";
import { communityFor } from "#app/services/community/communities.server.ts";
import { inTransaction } from "#app/services/context.ts";
import type { DatabasePool } from "#db/client.server.ts";
import type { Cast } from "#db/seed/cast.ts";
import { world } from "#db/seed/world.ts";
import { nothingThere } from "./standings.ts";
import { visitorIn } from "./town-desks.ts";

type Audience = (typeof audiences)[number];
/** Describes somebody of the town, with what they are to its centre, its community and its rounds. */
export type Known = {
  who: string;
  id: string;
  actor: Actor;
  standing: Standing | null;
  centreId: string;
  payer: string;
  inRounds: boolean;
};
/** Finds everybody of the town; in `people` are their addresses, by name. */
export async function knownIn(
  house: DatabasePool,
  raw: Sql,
  people: ReadonlyMap<string, string>,
  c: Pick<Cast, "centreId" | "communityId" | "companyId">,
): Promise<Known[]> {
  const rows = await raw<{ id: string; email: string }[]>`select id, email from people`;
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  const inRounds = await inRoundsOf(raw);
  const found: Known[] = [];
  for (const [who, email] of people) {
    const id = ids.get(email) ?? "";
    const ctx = await world(house, new Date()).as(id);
    const standing = await inTransaction(
      ctx,
      async (inside) => (await communityFor(inside, c.communityId)).standing,
    ).catch(nothingThere);
    const { actor } = ctx;
    found.push({ who, id, actor, standing, centreId: c.centreId, payer: c.companyId, inRounds: inRounds.has(id) });
  }
  return found;
}
/** Lists who takes part in a round: students, who coaches, and who is of the company of an assignment in it. */
async function inRoundsOf(raw: Sql): Promise<ReadonlySet<string>> {
  const rows = await raw<{ id: string }[]>`
    select person_id as id from round_students
    union select person_id from round_guides
    union
    select m.person_id from round_assignments r
    join assignments a on a.id = r.assignment_id
    join memberships m on m.organization_id = a.organization_id and m.centre_id is null`;
  return new Set(rows.map(({ id }) => id));
}

/** Returns the company or school of which a word says something, where it does. */
export async function organizationsOf(house: DatabasePool, raw: Sql): Promise<ReadonlyMap<string, readonly Circle[]>> {
  const rows = await raw<{ id: string; said: string }[]>`
    select m.organization_id as id, p.name || ' ' || coalesce(m.mandate, '') as said from memberships m
    join people p on p.id = m.person_id where m.organization_id is not null
    union all
    select (payload->>'organizationId')::uuid, payload->>'mandate' from tokens
    where kind = 'invitation' and payload ? 'mandate'`;
  const circles = new Map<string, Circle[]>();
  const everywhere = visitorIn(world(house, new Date()));
  for (const { id, said } of rows)
    for (const word of said.match(/kauw\d+q/g) ?? []) {
      const reach = { ...everywhere.reach, organizations: [id] };
      const { circle } = await inTransaction({ ...everywhere, reach }, (inside) => organizationCircle(inside, id));
      circles.set(word, [...(circles.get(word) ?? []), circle]);
    }
  return circles;
}

/**
 * Tells whether somebody belongs to a circle that is none of an assignment; `of`: the companies and schools it is about.
 */
export function inCircle(by: Audience, known: Known, of: readonly Circle[]): boolean {
  const { standing: s, actor, centreId, payer } = known;
  const roles = rolesInCentre(actor, centreId);
  const plans = mayMatch(actor, centreId);
  const anywhere: Partial<Record<Audience, boolean>> = {
    everybody: true,
    planners: plans,
    round: plans || known.inRounds,
    organization: of.some((circle) => mayReadPeople(actor, circle)),
    acquainted:
      of.length > 0 &&
      (of.some((circle) => mayReadPeople(actor, circle)) ||
        roles.has("coordinator") ||
        (s !== null && (s.guides || changesCommunity(s)))),
    appointers: of.some((circle) => offeredRoles(actor, circle).length > 0),
    centre: roles.has("coordinator"),
    desk: steeringRoles.some((role) => roles.has(role as "coordinator")),
    administrators: actor.platformAdmin === true,
  };
  if (anywhere[by] !== undefined) return anywhere[by];
  if (!s) return false;
  const there: Partial<Record<Audience, boolean>> = {
    community: true,
    community_mean: true,
    community_members: readsPeerReviews(s),
    community_leads: changesCommunity(s),
    community_guides: s.guides,
    community_money: moneyOf(s) === "all" || moneyOf(s).includes(payer),
  };
  return there[by] === true;
}
