import { shared } from "#tests/support/database/shared.ts";
import { town, type Town } from "./town.ts";

/** Holds what is known of the town after it was lived; its world ended with that. */
export type Known = Omit<Town, "w">;

/** Returns the town, lived once in a run for all files that begin with it: every copy is a database as it was then. */
export const livedTown = () =>
  shared("lived", async ({ house, raw }): Promise<Known> => {
    const { w: _, ...known } = await town(house, raw);
    return known;
  });
