export * from "./schema/people.ts";
export * from "./schema/assignments.ts";
export * from "./schema/work.ts";
export * from "./schema/record.ts";
export * from "./schema/catalogue.ts";
export * from "./schema/market.ts";
export * from "./schema/rounds.ts";
export * from "./schema/communities.ts";
