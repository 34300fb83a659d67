import {
  ambitionApprovals,
  ambitions,
  centres,
  communities,
  communityMembers,
  communityPartners,
  contributions,
  employeeYields,
  endUserContacts,
  meetings,
  organizations,
  partnerCommitments,
  partners,
  peerReviews,
  pulses,
  reflections,
  selfScans,
  valueStories,
} from "#db/schema.ts";
import { entry } from "./entry.ts";

const home = ["id", "centreId", "communityId"] as const;
const survey = { group: "community", keeps: "survey", own: ["personId"], removed: true } as const;

/** These tables are of centres, organisations and learning communities. */
export const ofCommunities = [
  entry(
    centres,
    { group: "organizations", keeps: "taking_part" },
    {
      key: ["id"],
      public: [
        ...(["slug", "name", "kind", "pppType", "region", "about", "hue", "checklist", "createdAt"] as const),
        ...(["controller", "privacyContact"] as const),
      ],
      inner: ["switches", "switchesVersion"],
    },
  ),
  entry(
    organizations,
    { group: "organizations", keeps: "taking_part" },
    {
      key: ["id"],
      public: [
        ...(["kind", "name", "kvk", "brin", "place", "sector", "employees", "mailDomain", "hideName"] as const),
        ...(["about", "website", "postcode", "verifiedAt", "verifiedHow", "createdAt"] as const),
      ],
      inner: ["version"],
    },
  ),
  entry(
    partners,
    { group: "organizations", keeps: "taking_part" },
    { key: ["centreId", "organizationId"], public: ["since"], inner: ["appoints"] },
  ),
  entry(
    communities,
    { group: "community", keeps: "community" },
    {
      key: ["id", "centreId", "organizationId"],
      public: ["name", "form", "about", "levels", "offers", "recognised", "createdAt"],
    },
  ),
  entry(
    communityMembers,
    { group: "community", keeps: "community", own: ["personId"] },
    {
      key: ["id", "communityId"],
      who: ["personId"],
      fact: ["role", "claimRight", "participationLevel", "since", "endedAt"],
    },
  ),
  entry(
    communityPartners,
    { group: "community", keeps: "community" },
    { key: [...home, "organizationId"], public: ["since", "endedAt"] },
  ),
  entry(
    ambitions,
    { group: "community", keeps: "community", acted: ["byId"] },
    { key: [...home], who: ["byId"], words: ["text"], fact: ["number", "at"] },
  ),
  entry(
    ambitionApprovals,
    { group: "community", keeps: "community", acted: ["personId"] },
    { key: [...home, "ambitionId", "organizationId"], who: ["personId"], fact: ["at"] },
  ),
  entry(
    partnerCommitments,
    { group: "community", keeps: "community" },
    {
      key: [...home, "organizationId"],
      other: ["owner"],
      public: ["year", "assignments", "hours", "euros", "createdAt"],
      inner: ["version"],
    },
  ),
  entry(
    endUserContacts,
    { group: "community", keeps: "community" },
    { key: [...home], other: ["name"], words: ["standsFor"], fact: ["since", "endedAt"] },
  ),
  entry(
    meetings,
    { group: "community", keeps: "community", acted: ["notesBy"] },
    {
      key: [...home, "hostId", "present"],
      who: ["notesBy"],
      words: ["subject", "place", "notes"],
      fact: ["startsAt", "endsAt", "cancelledAt", "createdAt", "notesAt"],
      inner: ["version"],
    },
  ),
  entry(
    selfScans,
    { ...survey, ends: { from: ["at"], act: "remove" } },
    { key: [...home], who: ["personId"], fact: ["moment", "scores", "at"] },
  ),
  entry(
    pulses,
    { ...survey, ends: { from: ["at"], act: "remove" } },
    { key: [...home], who: ["personId"], fact: ["month", "score", "at"], personal: ["line"] },
  ),
  entry(
    employeeYields,
    { ...survey, ends: { from: ["at"], act: "remove" } },
    { key: [...home], who: ["personId"], fact: ["moment", "marks", "at"] },
  ),
  entry(
    valueStories,
    { group: "community", keeps: "community", acted: ["byId"] },
    { key: [...home], who: ["byId"], words: ["forWhom", "changed"], other: ["who"], fact: ["at", "endedAt"] },
  ),
  entry(
    peerReviews,
    { group: "community", keeps: "community", acted: ["byId"] },
    {
      key: [...home, "fromCentreId"],
      who: ["byId"],
      other: ["reviewer"],
      words: ["place", "saw", "advice", "answer"],
      fact: ["seenOn", "at"],
      inner: ["version"],
    },
  ),
  entry(
    reflections,
    {
      group: "community",
      keeps: "taken_back",
      own: ["personId"],
      ends: { from: ["endedAt"], act: "remove" },
      removed: true,
      alone: true,
    },
    { key: [...home], who: ["personId"], personal: ["text"], fact: ["at", "sharedAt", "endedAt"], inner: ["version"] },
  ),
  entry(
    contributions,
    { group: "community", keeps: "community", acted: ["byId"] },
    {
      key: [...home, "organizationId"],
      who: ["byId"],
      words: ["what", "proof"],
      fact: ["kind", "fromOn", "toOn", "hours", "minutes", "rate", "value", "at", "endedAt"],
      inner: ["version"],
    },
  ),
];
