import { backgroundRuns, platformAdministrators, platformEvents } from "#db/schema.ts";
import { entry } from "./entry.ts";

/** Holds who runs the platform, what they did, and what the server did by itself: numbers, moments and words of closed lists. */
export const ofAdministration = [
  entry(
    platformAdministrators,
    { group: "platform", keeps: "platform", own: ["personId"], acted: ["grantedBy"] },
    { key: ["id"], who: ["personId", "grantedBy"], fact: ["grantedAt", "endedAt"] },
  ),
  entry(
    platformEvents,
    { group: "platform", keeps: "platform", own: ["personId"], acted: ["actorId"] },
    { key: ["id", "centreId", "organizationId"], who: ["personId", "actorId"], fact: ["act", "reason", "at"] },
  ),
  entry(
    backgroundRuns,
    { group: "platform", keeps: "platform" },
    { fact: ["name", "ranAt", "tookMs", "failedAt", "failure", "outcome"] },
  ),
];
