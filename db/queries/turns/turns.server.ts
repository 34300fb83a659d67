import { openClaim } from "#app/domain/words.ts";
import { and, eq, inArray, isNull, max, ne, or, sql } from "drizzle-orm";
import { researchRoles } from "#app/domain/community/roles.ts";
import { placedRoles } from "#app/domain/workflow/policy.ts";
import type { Database } from "#db/client.server.ts";
import { among, fixed, inList, listed } from "#db/fixed.server.ts";
import { batch } from "#db/batch.server.ts";
import {
  assignments,
  claims,
  communityMembers,
  deadlines,
  flags,
  hourEntries,
  memberships,
  showcases,
} from "#db/schema.ts";

const a = assignments;
/** Holds everybody who may be something to these assignments, by what: a role at its centre, its company or its school. */
const roles = fixed((db) =>
  db
    .select({
      personId: memberships.personId,
      centreId: memberships.centreId,
      organizationId: memberships.organizationId,
      role: memberships.role,
      mandated: sql<boolean>`coalesce(${memberships.mandate}, '') <> ''`,
    })
    .from(memberships)
    .where(
      and(
        isNull(memberships.endedAt),
        or(
          and(among(memberships.centreId, "centres"), inArray(memberships.role, placedRoles.centre)),
          and(
            among(memberships.organizationId, "organizations"),
            isNull(memberships.centreId),
            inArray(memberships.role, placedRoles.organization),
          ),
        ),
      ),
    ),
);
const researchers = fixed((db) =>
  db
    .select({
      personId: communityMembers.personId,
      communityId: communityMembers.communityId,
      role: communityMembers.role,
    })
    .from(communityMembers)
    .where(
      and(
        among(communityMembers.communityId, "communities"),
        inArray(communityMembers.role, [...researchRoles]),
        isNull(communityMembers.endedAt),
      ),
    ),
);
const people = batch({ held: roles, research: researchers });
/** Lists the people of these centres, organisations and communities. */
export function peopleAt(
  db: Database,
  places: { centres: readonly string[]; organizations: readonly string[]; communities: readonly string[] },
) {
  return people(db, {
    centres: listed(places.centres),
    organizations: listed(places.organizations),
    communities: listed(places.communities),
  });
}

const here = (column: Parameters<typeof inList>[0]) => among(column, "ids");
/** Holds obstacles and concerns that somebody is to remove. */
const openFlags = fixed((db) =>
  db
    .select()
    .from(flags)
    .where(and(here(flags.assignmentId), inArray(flags.status, ["open", "confided"]))),
);
const askedResults = fixed((db) =>
  db
    .select()
    .from(showcases)
    .where(and(here(showcases.assignmentId), eq(showcases.status, "asked"))),
);
/** Claims that may be chosen, on questions that are open. */
const openClaims = fixed((db) =>
  db
    .select({ claim: claims })
    .from(claims)
    .innerJoin(a, and(eq(a.id, claims.assignmentId), eq(a.status, "published")))
    .where(and(here(claims.assignmentId), inArray(claims.status, openClaim))),
);
/** Holds clocks of the parts of these assignments; those of the assignment itself are among its facts. */
const partClocks = fixed((db) =>
  db
    .select({
      assignmentId: deadlines.assignmentId,
      objectId: deadlines.objectId,
      clock: deadlines.clock,
      status: deadlines.status,
      startedAt: deadlines.startedAt,
      dueAt: deadlines.dueAt,
      noticeUntil: deadlines.noticeUntil,
    })
    .from(deadlines)
    .where(
      and(
        here(deadlines.assignmentId),
        ne(deadlines.object, "assignment"),
        inArray(deadlines.status, ["running", "out"]),
      ),
    ),
);
/** Answers the last day for which each person of the team wrote hours. */
const lastHours = fixed((db) =>
  db
    .select({ assignmentId: hourEntries.assignmentId, personId: hourEntries.personId, on: max(hourEntries.on) })
    .from(hourEntries)
    .where(here(hourEntries.assignmentId))
    .groupBy(hourEntries.assignmentId, hourEntries.personId),
);
const ofParts = batch({
  flags: openFlags,
  showcases: askedResults,
  claimed: openClaims,
  clocks: partClocks,
  hours: lastHours,
});
/** Reads what else decides whose turn it is on these assignments, beside what their guards read. */
export async function turnParts(db: Database, ids: readonly string[]) {
  const { claimed, ...beside } = await ofParts(db, { ids: listed(ids) });
  return { ...beside, claims: claimed.map(({ claim }) => claim) };
}
