/**
 * Names what public pages show, as far as it changes: by these a kept page is known to be out of date. A page names
 * what it shows where it is kept (`topics`), a service what it changed (`notifyPublicTopics`).
 */
export type Topic = "questions" | "results" | "companies" | "centres" | `question ${string}`;

/** Returns pages whose words are those of the release. */
export const unchanging = (): readonly Topic[] => [];
/** Returns the marketplace in every form: lists, filters, feeds. */
export const ofMarket = (): readonly Topic[] => ["questions", "companies", "centres"];
export const ofResults = (): readonly Topic[] => ["results", "companies", "centres"];
/** These topics are for pages that show something of everything. */
export const ofAll = (): readonly Topic[] => ["questions", "results", "companies", "centres"];
/** The page shows one question, with others like it beside it. */
export const ofQuestion = ({ assignmentId = "" }: Readonly<Record<string, string>>): readonly Topic[] => [
  `question ${assignmentId}`,
  "questions",
  "companies",
  "centres",
];
