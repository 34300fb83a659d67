import { getTableConfig } from "drizzle-orm/pg-core";
import { ofAccounts } from "./register/account.ts";
import { ofAdministration } from "./register/administration.ts";
import { ofAssignments } from "./register/assignment.ts";
import { ofCommunities } from "./register/community.ts";
import type { Entry } from "./register/entry.ts";
import { ofMatching } from "./register/matching.ts";
import { ofAftercare, ofTeams } from "./register/team.ts";

export type { Entry, Link } from "./register/entry.ts";

/**
 * Tells what is kept of whom, why, how long, and what an export and an erasure do with it (docs/domain.md 3.4): one
 * entry for every table beside the schema, one kind for every column. The nightly job, the export, the erasure and
 * the page on privacy are read from it; a column without a kind fails a test by name.
 */
export const register: readonly Entry[] = [
  ...ofAccounts,
  ...ofAdministration,
  ...ofAssignments,
  ...ofTeams,
  ...ofAftercare,
  ...ofCommunities,
  ...ofMatching,
];
/** Returns the table of a line of the register, as PostgreSQL calls it. */
export const tableName = ({ table }: Entry): string => getTableConfig(table).name;
