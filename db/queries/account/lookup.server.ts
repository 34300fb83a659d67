import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { memberships, organizations, partners, people } from "#db/schema.ts";

export const organizationById = async (db: Database, id: string) =>
  (await db.select().from(organizations).where(eq(organizations.id, id)))[0];
export const personById = async (db: Database, id: string) =>
  (await db.select().from(people).where(eq(people.id, id)))[0];
/** The same, after who changes this person now is through, and nobody does so until this transaction ends. */
export const lockPersonForShare = async (db: Database, id: string) =>
  (await db.select().from(people).where(eq(people.id, id)).for("share"))[0];
/** Holds a person's row until the end of the transaction: what counts what they have waits for whoever changes it. */
export const lockPersonForUpdate = (db: Database, id: string) =>
  db.select({ id: people.id }).from(people).where(eq(people.id, id)).for("no key update");
/** Who may sign for these organisations, with how their authority was recorded. */
export const signersOf = (db: Database, organizationIds: readonly string[]) =>
  db
    .select({ organizationId: memberships.organizationId, name: people.name, mandate: memberships.mandate })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        inArray(memberships.organizationId, [...organizationIds]),
        eq(memberships.role, "authorised_signatory"),
        isNull(memberships.centreId),
        isNull(memberships.endedAt),
        present,
      ),
    )
    .orderBy(people.name);
/** Centres in which these organisations take part, as far as the reader reaches. */
export const centresOfPartners = async (db: Database, organizationIds: readonly string[]) =>
  organizationIds.length === 0
    ? []
    : [
        ...new Set(
          (
            await db
              .select({ id: partners.centreId })
              .from(partners)
              .where(inArray(partners.organizationId, [...organizationIds]))
          ).map((row) => row.id),
        ),
      ];
