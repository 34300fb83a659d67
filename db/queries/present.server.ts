import { isNull, type SQL } from "drizzle-orm";
import { people } from "#db/schema.ts";

/**
 * Holds people who may come in: `mayComeIn` for queries. Every list from which somebody is chosen, written to or let
 * in stands on it; where a name is only shown, it stays (docs/domain.md 3.5). `tests/house/coming-in.test.ts` looks
 * at each query.
 */
export const present: SQL = isNull(people.disabledAt);
