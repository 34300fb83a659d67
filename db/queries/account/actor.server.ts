import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "#app/domain/workflow/policy.ts";
import { rolesOfSwitch } from "#app/domain/account/second-factor.ts";
import { guidingRoles } from "#app/domain/community/roles.ts";
import { institutionRelation } from "#app/domain/workflow/role-relations.ts";
import { leftSeat } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { fixed, hidden } from "#db/fixed.server.ts";
import { oneOf } from "#db/schema/columns.ts";

/** Names the roles in a school that make somebody something to an assignment. */
const schoolRoles = Object.keys(institutionRelation) as (keyof typeof institutionRelation)[];
/** Names who is asked about. */
const person = hidden("person");
/** Returns a list of what is found, as text; nothing when there is none. */
const listOf = (query: SQL) => sql<string | null>`(${query})::text`;

/**
 * Tells whether somebody has a second factor, and whether a centre they work in or for asks one (docs/trust.md 3.17).
 */
const hasFactor = sql<boolean>`exists (
  select from second_factors f where f.person_id = ${person} and f.confirmed_at is not null
)`;
const bySwitch = sql<boolean>`exists (
  select from memberships m
  left join partners p on p.organization_id = m.organization_id and m.centre_id is null
  join centres c on c.id = coalesce(m.centre_id, p.centre_id)
  where m.person_id = ${person} and m.ended_at is null and m.role in (${oneOf(rolesOfSwitch)})
    and (c.switches->>'require_second_factor')::boolean
)`;
/** Holds assignments of the rounds in which somebody chooses or coaches, or which they opened. */
const inRounds = listOf(sql`
  select json_agg(distinct x.assignment_id)
  from rounds r
  join round_assignments x on x.round_id = r.id and x.ended_at is null
  where r.status <> 'cancelled' and r.id in (
    select s.round_id
    from round_students s
    join rounds o on o.id = s.round_id and o.status <> 'draft'
    where s.person_id = ${person} and s.status in ('in', 'returned')
    union all
    select g.round_id from round_guides g where g.person_id = ${person} and g.ended_at is null
    union all
    select o.id from rounds o where o.created_by = ${person}
  )
`);
/** Lists what every relation of somebody is read from, each as a list. */
const lists = {
  memberships: listOf(sql`
    select json_agg(
      json_build_object('centreId', m.centre_id, 'organizationId', m.organization_id, 'role', m.role, 'since', m.granted_at)
    )
    from memberships m
    where m.person_id = ${person} and m.ended_at is null
  `),
  seats: listOf(sql`
    select json_agg(
      json_build_object(
        'assignmentId', s.assignment_id,
        'centreId', s.centre_id,
        'organizationId', s.organization_id,
        'role', s.role,
        'active', s.status = 'active',
        'sworn', exists (
          select from annexes x
          where x.member_id = s.id and x.kind = 'secrecy' and x.signed_at is not null
            and not exists (
              select from annexes y
              where y.member_id = s.id and y.kind = 'secrecy' and y.agreement_number > x.agreement_number
            )
        )
      )
    )
    from members s
    where s.person_id = ${person} and s.status in ('invited', 'active')
  `),
  /**
   * Who was asked, and neither joined nor promised anything before that was taken back, was never of the team: what a guardian
   * signed for the seat is no promise of their own, nor is an annex of other work, nor one that a later version asked anew.
   */
  left: listOf(sql`
    select json_agg(json_build_object('assignmentId', s.assignment_id, 'centreId', s.centre_id))
    from members s
    where s.person_id = ${person}
      and s.status in (${oneOf(leftSeat)})
      and (
        s.joined_at is not null
        or exists (
          select from annexes x
          where x.member_id = s.id
            and x.assignment_id = s.assignment_id
            and x.kind <> 'guardian'
            and x.signed_at is not null
            and not exists (
              select from annexes y where y.member_id = s.id and y.agreement_number > x.agreement_number
            )
        )
      )
  `),
  leads: listOf(sql`select json_agg(distinct c.assignment_id) from claims c where c.lead_id = ${person}`),
  invited: listOf(sql`
    select json_agg(distinct i.assignment_id)
    from invitations i
    join community_members cm on cm.community_id = i.community_id
      and cm.person_id = ${person}
      and cm.ended_at is null
      and cm.role in (${oneOf(guidingRoles)})
    where i.accepted_at is not null
  `),
  communities: listOf(sql`
    select json_agg(
      json_build_object('id', k.id, 'centreId', k.centre_id, 'role', cm.role, 'claimRight', cm.claim_right)
    )
    from community_members cm
    join communities k on k.id = cm.community_id
    where cm.person_id = ${person} and cm.ended_at is null
  `),
  institutionCentres: listOf(sql`
    select json_agg(distinct p.centre_id)
    from memberships m
    join organizations o on o.id = m.organization_id and o.kind = 'institution'
    join partners p on p.organization_id = o.id
    where m.person_id = ${person} and m.role in (${oneOf(schoolRoles)}) and m.ended_at is null
  `),
  inRounds,
};
/**
 * Everything a person's relations are read from, in one statement: roles, seats, claims, invitations, communities,
 * institutions (row policy `own_rows`), and whether they administer the platform; beside them, what a second factor depends
 * on. Its text stays the same, for every page of somebody with a session asks it.
 */
const actorFacts = fixed((db) =>
  db
    .select({
      ...lists,
      platformAdmin: sql<boolean>`exists (
        select from platform_administrators a where a.person_id = ${person} and a.ended_at is null
      )`,
      hasFactor,
      bySwitch,
    })
    .from(sql`(select) as anybody`),
);
/** Describes somebody's roles, whether they have a second factor, and whether a centre they work in or for asks one. */
export type Known = { actor: Actor; hasFactor: boolean; bySwitch: boolean };
export async function knownOf(db: Database, personId: string): Promise<Known> {
  const [row] = await actorFacts(db, { person: personId });
  const list = <K extends keyof typeof lists>(key: K): NonNullable<Actor[K]> =>
    JSON.parse(row?.[key] ?? "[]") as NonNullable<Actor[K]>;
  const actor: Actor = {
    id: personId,
    memberships: list("memberships"),
    seats: list("seats"),
    left: list("left"),
    leads: list("leads"),
    invited: list("invited"),
    communities: list("communities"),
    institutionCentres: list("institutionCentres"),
    inRounds: list("inRounds"),
    ...(row?.platformAdmin ? { platformAdmin: true } : {}),
  };
  return { actor, hasFactor: row?.hasFactor ?? false, bySwitch: row?.bySwitch ?? false };
}
/**
 * Returns somebody as policies see them: roles, seats, claims and communities that have not ended. Nobody is an actor
 * without any.
 */
export const actorOf = async (db: Database, personId: string): Promise<Actor> => (await knownOf(db, personId)).actor;
