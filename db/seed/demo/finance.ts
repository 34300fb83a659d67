import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { assignments, deadlines } from "#db/schema.ts";
import { addPerson, grant, type World } from "../world.ts";
import { mailOf } from "./names.ts";
import { nextName } from "./people.ts";

/**
 * Who does the money of the company and of the school whose payment is due first, so that the demo shows the desk of an
 * administration from both sides.
 */
export async function staffAdministrations(w: World): Promise<void> {
  const [first] = await w.database.transact({ person: "", centres: w.centres, organizations: [] }, (db) =>
    db
      .select({ company: assignments.organizationId, school: assignments.institutionId })
      .from(deadlines)
      .innerJoin(assignments, eq(assignments.id, deadlines.assignmentId))
      .where(
        and(
          eq(deadlines.clock, "payment"),
          inArray(deadlines.status, ["running", "out"]),
          isNotNull(assignments.institutionId),
        ),
      )
      .orderBy(asc(deadlines.dueAt))
      .limit(1),
  );
  if (!first) throw new Error("no payment waits for anybody in the demo");
  for (const organizationId of [first.company, first.school].flatMap((one) => one ?? [])) {
    const name = nextName();
    const id = await addPerson(w, { name, email: mailOf(name, "administratie.voorbeeld.nl"), demo: true });
    await grant(w, id, { role: "finance", organizationId });
  }
}
