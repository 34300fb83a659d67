import {
  acceptanceResults,
  annexes,
  confirmations,
  deliveries,
  flags,
  guaranteeCases,
  guardianRequests,
  hourEntries,
  implementations,
  members,
  milestones,
  observations,
  records,
  showcaseConsents,
  showcases,
} from "#db/schema.ts";
import { partOfDelivery } from "#app/domain/delivery/process.ts";
import { partOfFlag } from "#app/domain/work/flags.ts";
import { entry, mailed, through } from "./entry.ts";

/** Every child of an assignment has these. */
const home = ["assignmentId", "centreId", "organizationId"] as const;
const inProgress = { to: "progress" } as const;
const inUse = { to: "implementation" } as const;
const ofFlag = { to: ({ status }: Readonly<Record<string, unknown>>) => partOfFlag(status) };
const ofDelivery = { to: ({ status }: Readonly<Record<string, unknown>>) => partOfDelivery(status) };

/** Holds who is in a team, what a student signs, and what the team does. */
export const ofTeams = [
  entry(
    members,
    { group: "team", keeps: "assignment", own: ["personId"], acted: ["invitedBy"] },
    {
      key: ["id", ...home],
      who: ["personId", "invitedBy"],
      fact: ["role", "side", "status", "hours", "team", "createdAt", "joinedAt", "assessedAt"],
      personal: ["track", "level"],
      inner: ["version"],
    },
  ),
  entry(
    annexes,
    { group: "agreement", keeps: "assignment", own: [through("memberId", members, "personId")] },
    {
      key: ["id", ...home, "memberId"],
      fact: ["kind", "choice", "agreementNumber", "signedAt"],
      signed: ["frozen"],
    },
  ),
  entry(
    guardianRequests,
    { group: "team", keeps: "assignment", own: [through("memberId", members, "personId")] },
    {
      key: ["id", ...home, "memberId"],
      other: ["name", "email", "question"],
      fact: ["status", "createdAt"],
      inner: ["version"],
    },
  ),
  entry(
    milestones,
    {
      group: "work",
      keeps: "assignment",
      own: ["personId"],
      written: { title: inProgress, asked: inProgress, evidence: inProgress, why: inProgress },
    },
    {
      key: ["id", ...home],
      who: ["personId"],
      words: ["title", "asked", "evidence", "why"],
      fact: ["dueOn", "status", "reachedAt"],
      inner: ["version"],
    },
  ),
  entry(
    flags,
    {
      group: "work",
      keeps: "assignment",
      own: ["personId"],
      acted: ["raisedBy"],
      written: { what: { by: "raisedBy", ...ofFlag }, note: ofFlag },
    },
    {
      key: ["id", ...home],
      who: ["personId", "raisedBy"],
      words: ["what", "note"],
      fact: ["kind", "status", "raisedAt", "closedAt"],
      inner: ["version"],
    },
  ),
  entry(
    hourEntries,
    { group: "work", keeps: "assignment", acted: ["personId"], written: { what: "personId" } },
    { key: ["id", ...home], who: ["personId"], words: ["what"], fact: ["role", "on", "minutes", "at"] },
  ),
  entry(
    records,
    { group: "work", keeps: "assignment", acted: ["byId"], written: { data: "byId" } },
    { key: ["id", ...home], who: ["byId"], words: ["data"], fact: ["kind", "about", "byRole", "open", "at"] },
  ),
  entry(
    confirmations,
    { group: "work", keeps: "assignment", acted: ["byId"], written: { data: "byId" } },
    { key: ["id", ...home], who: ["byId"], words: ["data"], fact: ["move", "relation", "epoch", "at", "endedAt"] },
  ),
  entry(
    deliveries,
    {
      group: "work",
      keeps: "assignment",
      acted: ["clearedBy"],
      written: {
        ...{
          label: ofDelivery,
          notice: ofDelivery,
          limits: ofDelivery,
          handover: ofDelivery,
          selfCheck: { to: "quality_notes" },
        },
        judgement: "clearedBy",
      },
    },
    {
      key: ["id", ...home],
      who: ["clearedBy"],
      words: ["label", "notice", "limits", "handover", "selfCheck", "judgement"],
      fact: ["number", "status", "handoverOn", "releasedAt", "createdAt"],
      inner: ["version"],
    },
  ),
  entry(
    acceptanceResults,
    {
      group: "work",
      keeps: "assignment",
      acted: ["byId"],
      written: { value: "byId", evidence: "byId", finding: "byId", answer: { to: "acceptance" } },
    },
    {
      key: ["id", ...home, "deliveryId"],
      who: ["byId"],
      words: ["value", "evidence", "finding", "answer"],
      other: ["measurer"],
      fact: ["criterion", "met", "at"],
    },
  ),
];

/** Holds what comes after: in use, guarantee, a result for everybody. */
export const ofAftercare = [
  entry(
    implementations,
    // Whoever answers for the use is asked by letter to make these steps: they are theirs.
    { group: "aftercare", keeps: "assignment", own: [mailed("ownerEmail")], written: { steps: "own" } },
    {
      key: ["id", ...home],
      identity: ["owner", "ownerEmail"],
      words: ["steps"],
      fact: ["targetOn", "degree", "since", "at"],
    },
  ),
  entry(
    observations,
    {
      group: "aftercare",
      keeps: "assignment",
      acted: ["byId"],
      written: { effect: "byId", measured: "byId", evidence: "byId" },
    },
    {
      key: ["id", ...home],
      who: ["byId"],
      words: ["effect", "measured", "evidence"],
      fact: ["month", "degree", "late", "effectKind", "effectGrade", "at"],
    },
  ),
  entry(
    guaranteeCases,
    { group: "aftercare", keeps: "assignment" },
    {
      key: ["id", ...home],
      words: ["defect", "evidence", "decision"],
      fact: ["status", "at"],
      inner: ["version"],
    },
  ),
  entry(
    showcases,
    {
      group: "aftercare",
      keeps: "assignment",
      acted: ["companyConsentBy"],
      written: {
        ...{ title: inUse, askedFor: inUse, made: inUse, changed: inUse },
        quote: "companyConsentBy",
      },
    },
    {
      key: ["id", ...home, "communityId", "institutionId", "buildsOn"],
      who: ["companyConsentBy"],
      words: ["title", "askedFor", "made", "changed", "quote"],
      other: ["quoteBy", "makers"],
      public: ["sector", "themes", "place"],
      fact: [
        ...(["status", "companyConsentAt", "companyNamed", "unnamed", "degree", "inUseOn", "shownAt"] as const),
        "createdAt",
      ],
      inner: ["version"],
    },
  ),
  entry(
    showcaseConsents,
    { group: "aftercare", keeps: "assignment", own: ["personId"] },
    {
      key: ["id", ...home],
      who: ["personId"],
      fact: ["status", "at"],
      personal: ["naming"],
      other: ["guardianName", "guardianEmail"],
      inner: ["version"],
    },
  ),
];
