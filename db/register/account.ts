import {
  accountEvents,
  accountLetters,
  bookmarks,
  guardianRequests,
  intakeDrafts,
  mailbox,
  members,
  memberships,
  outbox,
  people,
  savedSearches,
  savedSearchFinds,
  sessions,
  showcaseConsents,
  submissions,
  throttles,
  tokens,
  uploadBudgets,
} from "#db/schema.ts";
import { entry, mailed, sentTo, through } from "./entry.ts";

/** Links and letters that went to the guardian of somebody under age. */
const toGuardian = [
  sentTo("email", guardianRequests, "email", through("memberId", members, "personId")),
  sentTo("email", showcaseConsents, "guardianEmail", { by: "id", column: "personId" }),
];

/** What belongs to an account and to getting in: people, roles, sessions, links, letters, own marks and searches. */
export const ofAccounts = [
  entry(
    people,
    { group: "account", keeps: "account", own: ["id"] },
    {
      key: ["id"],
      identity: ["name", "email"],
      personal: ["turns18On", "ageBand"],
      secret: ["passwordHash"],
      fact: ["emailVerifiedAt", "locale", "createdAt", "disabledAt", "closedAt", "erasedAt"],
      inner: ["demo", "version"],
    },
  ),
  entry(
    memberships,
    { group: "account", keeps: "role", own: ["personId"], ends: { from: ["endedAt"], act: "blank" } },
    {
      key: ["id", "centreId", "organizationId"],
      who: ["personId", "grantedBy"],
      fact: ["role", "grantedAt", "endedAt"],
      personal: ["track", "programme", "mandate"],
    },
  ),
  entry(
    accountEvents,
    { group: "account", keeps: "account_log", own: ["personId"], ends: { from: ["at"], act: "remove" } },
    { key: ["id"], who: ["personId"], fact: ["act", "at"] },
  ),
  entry(
    sessions,
    {
      group: "access",
      keeps: "session",
      own: ["personId"],
      ends: { from: ["expiresAt", "endsAt"], act: "remove" },
      removed: true,
    },
    {
      secret: ["id"],
      who: ["personId"],
      fact: ["createdAt", "lastSeenAt", "expiresAt", "endsAt"],
      personal: ["device"],
    },
  ),
  entry(
    tokens,
    {
      group: "access",
      keeps: "token",
      own: ["personId", mailed("email")],
      also: toGuardian,
      ends: { from: ["expiresAt", "usedAt"], act: "remove" },
      removed: true,
    },
    {
      secret: ["id", "payload"],
      who: ["personId"],
      identity: ["email"],
      fact: ["kind", "createdAt", "expiresAt", "usedAt"],
      inner: ["tries"],
    },
  ),
  entry(
    throttles,
    {
      group: "access",
      keeps: "throttle",
      own: [{ by: "within", column: "key" }],
      ends: { from: ["at"], act: "remove" },
      removed: true,
    },
    { personal: ["key"], inner: ["level"], fact: ["at"] },
  ),
  entry(
    uploadBudgets,
    {
      group: "access",
      keeps: "throttle",
      own: [{ by: "within", column: "subject" }],
      ends: { from: ["at"], act: "remove" },
      removed: true,
    },
    { personal: ["subject"], inner: ["bytes"], fact: ["at"] },
  ),
  entry(
    submissions,
    {
      group: "access",
      keeps: "form_key",
      own: [{ by: "text", column: "personId" }],
      ends: { from: ["at"], act: "remove" },
      removed: true,
    },
    { secret: ["key", "fingerprint", "answer"], who: ["personId"], fact: ["at"] },
  ),
  entry(
    accountLetters,
    {
      group: "letters",
      keeps: "letter",
      own: ["personId", mailed("email")],
      also: toGuardian,
      ends: { from: ["sentAt", "deadAt"], act: "remove" },
      removed: true,
    },
    {
      key: ["id"],
      who: ["personId"],
      identity: ["email"],
      secret: ["data"],
      fact: ["kind", "locale", "dueAt", "sentAt"],
      inner: ["tries", "leasedUntil", "deadAt", "lastError"],
    },
  ),
  entry(
    outbox,
    {
      group: "letters",
      keeps: "letter",
      own: ["personId", mailed("email")],
      also: toGuardian,
      ends: { from: ["sentAt", "deadAt"], act: "remove" },
      removed: true,
    },
    {
      key: ["id", "assignmentId", "centreId", "organizationId", "eventId"],
      who: ["personId"],
      identity: ["email"],
      secret: ["data"],
      fact: ["kind", "relation", "dueAt", "sentAt"],
      inner: ["tries", "leasedUntil", "deadAt", "lastError"],
    },
  ),
  entry(
    mailbox,
    {
      group: "letters",
      keeps: "letter",
      own: [mailed("email")],
      also: toGuardian,
      ends: { from: ["at"], act: "remove" },
      removed: true,
    },
    { key: ["id"], identity: ["email"], personal: ["subject", "text"], secret: ["html"], fact: ["at"] },
  ),
  entry(
    bookmarks,
    {
      group: "market",
      keeps: "taken_back",
      own: ["personId"],
      ends: { from: ["removedAt"], act: "remove" },
      removed: true,
      alone: true,
    },
    { who: ["personId"], key: ["assignmentId"], fact: ["at", "removedAt"] },
  ),
  entry(
    savedSearchFinds,
    {
      group: "market",
      keeps: "taken_back",
      own: [through("searchId", savedSearches, "personId")],
      removed: true,
    },
    { key: ["searchId", "assignmentId"], fact: ["at"] },
  ),
  entry(
    savedSearches,
    {
      group: "market",
      keeps: "taken_back",
      own: ["personId"],
      ends: { from: ["removedAt"], act: "remove" },
      removed: true,
    },
    {
      key: ["id"],
      who: ["personId"],
      personal: ["name", "query"],
      fact: ["rhythm", "nextAt", "seenUntil", "createdAt", "removedAt"],
      inner: ["version"],
    },
  ),
  entry(
    intakeDrafts,
    {
      group: "drafts",
      keeps: "draft",
      own: [mailed("email")],
      ends: { from: ["expiresAt"], act: "remove" },
      removed: true,
    },
    {
      key: ["id", "centreId", "assignmentId"],
      secret: ["keyHash"],
      identity: ["email"],
      personal: ["answers"],
      fact: ["locale", "step", "createdAt", "changedAt", "expiresAt"],
      inner: ["version"],
    },
  ),
];
