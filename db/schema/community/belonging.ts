import { index, uuid } from "drizzle-orm/pg-core";
import { id, inReachOf, removable, withinCommunity } from "#db/schema/columns.ts";
import { centres } from "#db/schema/centre.ts";
import { organizations } from "#db/schema/company.ts";
import { communities } from "./community.ts";

/** Makes the columns by which a row belongs to a community. */
export const ofCommunity = () => ({
  id: id(),
  centreId: uuid("centre_id")
    .notNull()
    .references(() => centres.id),
  communityId: uuid("community_id")
    .notNull()
    .references(() => communities.id),
});
/** Names an organisation by its key. */
export const organization = (name = "organization_id") => uuid(name).references(() => organizations.id);
type Home = Parameters<typeof withinCommunity>[0];
/** The indexes by which rows of one community, or of one centre, are found. */
export const homeIndexes = (name: string, t: Home) => [
  index(`${name}_community`).on(t.communityId as never),
  index(`${name}_centre`).on(t.centreId as never),
];
/** Gives the indexes and row policies of a table whose rows belong to a community. */
export const within = (name: string, t: Home) => [...homeIndexes(name, t), ...withinCommunity(t)];
/** Covers what one member filled in: it goes with them, or when its time is over. */
export const ofMember = (name: string, t: Home & { personId: Home["centreId"] }) => [
  index(`${name}_person`).on(t.personId as never),
  ...within(name, t),
  ...removable(inReachOf(t.centreId), t.personId),
];
