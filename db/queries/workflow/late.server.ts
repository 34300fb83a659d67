import { openMilestone } from "#app/domain/words.ts";
import { and, inArray, lt, sql, type Placeholder } from "drizzle-orm";
import { milestones } from "#db/schema.ts";

/** A milestone is late from the day after its own, until it is reached, moved or dropped. */
export const isLate = (today: string | Placeholder) =>
  and(inArray(milestones.status, openMilestone), lt(milestones.dueOn, sql`${today}::date`));
