import {
  acceptanceResults,
  agreements,
  annexes,
  assignments,
  assignmentTexts,
  catalogue,
  catalogueInside,
  catalogueWords,
  checklistTicks,
  claims,
  confirmations,
  deadlines,
  deliveries,
  events,
  files,
  guaranteeCases,
  guardianRequests,
  hourEntries,
  implementations,
  interests,
  invitations,
  members,
  milestones,
  observations,
  questions,
  records,
  showcaseConsents,
  showcases,
  textVersions,
} from "#db/schema.ts";
import { entry, mailed, through } from "./entry.ts";

/** Every child of a file has these. */
const home = ["assignmentId", "centreId", "organizationId"] as const;

/** The question, what is agreed, and what is kept about a file as a whole. */
const ofFiles = [
  entry(
    assignments,
    { group: "assignment", keeps: "dossier", acted: ["submittedBy", "contactId", "intakeBy", "leadId"] },
    {
      key: ["id", "centreId", "organizationId", "claimId", "communityId", "institutionId", "buildsOn", "siblingOf"],
      who: ["submittedBy", "contactId", "intakeBy", "leadId", "pausedBy", "anchoringOwnerId"],
      words: ["teaser"],
      public: ["title", "sector", "themes", "place", "postcode", "skills", "hideCompany"],
      fact: [
        ...(["status", "obligation", "onHold", "disputed", "levels", "allowedObligations", "confidentiality"] as const),
        ...(["visibility", "language", "weeks", "hoursStudent", "hoursCompany", "feeKind", "feeAmount"] as const),
        ...(["fundingRegime", "ipProposal", "blocks", "windowEnd", "publishedAt", "publishOn", "startOn"] as const),
        ...(["endOn", "midtermOn", "enteredAt", "createdAt", "emptiedAt", "seatsMin", "seatsMax"] as const),
      ],
      inner: [
        ...(["version", "textVersion", "reworkRounds", "extraRounds", "incompleteReports", "ladderStep"] as const),
        ...(["priority", "runningDue", "stillDue", "nearestDue"] as const),
      ],
    },
  ),
  entry(
    assignmentTexts,
    { group: "assignment", keeps: "dossier", acted: [through("assignmentId", assignments, "submittedBy")] },
    { key: [...home], words: ["problem", "intake"], fact: ["open"] },
  ),
  entry(
    textVersions,
    { group: "assignment", keeps: "dossier", acted: ["byId"] },
    { key: ["id", ...home], who: ["byId"], fact: ["number", "byRole", "at"], words: ["changes"] },
  ),
  entry(
    checklistTicks,
    { group: "assignment", keeps: "dossier", acted: ["byId"] },
    { key: ["id", ...home], who: ["byId"], words: ["line"], fact: ["at", "undoneAt"] },
  ),
  ...[catalogue, catalogueInside].map((table) =>
    entry(
      table,
      { group: "assignment", keeps: "dossier" },
      {
        key: [...home],
        public: ["title", "tags", "body", "whereabouts"],
        inner: ["document", "gone", "changed"],
      },
    ),
  ),
  entry(catalogueWords, { group: "assignment", keeps: "taking_part" }, { public: ["word"] }),
  entry(
    questions,
    { group: "market", keeps: "dossier", acted: ["askerId", "answeredBy"] },
    {
      key: ["id", ...home],
      who: ["askerId", "answeredBy"],
      words: ["text", "answer"],
      fact: ["status", "at", "answeredAt"],
      inner: ["version"],
    },
  ),
  entry(
    interests,
    { group: "market", keeps: "dossier", own: ["personId"] },
    {
      key: ["id", ...home],
      who: ["personId"],
      personal: ["line"],
      fact: ["rank", "status", "at"],
      inner: ["version"],
    },
  ),
  entry(
    invitations,
    { group: "assignment", keeps: "dossier" },
    { key: [...home, "communityId"], fact: ["invitedAt", "acceptedAt"] },
  ),
  entry(
    claims,
    { group: "assignment", keeps: "dossier", acted: ["leadId"] },
    {
      key: ["id", ...home, "communityId"],
      who: ["leadId"],
      words: ["approach", "partners", "needs", "note"],
      fact: [
        ...(["status", "obligation", "levels", "seats", "block", "guidanceHours", "price", "rights"] as const),
        ...(["validUntil", "confirmedAt", "reserveOrder", "createdAt"] as const),
      ],
      inner: ["confirmedTextVersion", "version"],
    },
  ),
  entry(
    agreements,
    {
      group: "agreement",
      keeps: "dossier",
      acted: ["companySignedBy", "institutionSignedBy", "qualityConfirmedBy"],
    },
    {
      key: ["id", ...home],
      who: ["companySignedBy", "institutionSignedBy", "qualityConfirmedBy"],
      signed: ["terms", "frozen", "companyCapacity", "institutionCapacity"],
      fact: [
        ...(["number", "status", "obligation", "side", "companySignedAt", "institutionSignedAt"] as const),
        ...(["qualityConfirmedAt", "createdAt"] as const),
      ],
      inner: ["switches", "version"],
    },
  ),
  entry(
    events,
    { group: "log", keeps: "log", acted: ["actorId"] },
    {
      key: ["id", ...home, "objectId"],
      who: ["actorId"],
      words: ["comment", "answers"],
      secret: ["salt"],
      fact: [
        ...(["object", "move", "fromStatus", "toStatus", "actingAs", "onBehalfOf", "reason", "at"] as const),
        "agreementNumber",
      ],
      inner: ["seq", "switchesVersion", "guards", "recipients", "wordsHash", "previousHash", "hash"],
    },
  ),
  entry(
    deadlines,
    { group: "log", keeps: "dossier" },
    {
      key: ["id", ...home, "objectId"],
      fact: ["object", "clock", "status", "startedAt", "dueAt"],
      inner: ["pausedAt", "remaining", "reminders", "nextAt", "noticeAt", "noticeUntil", "extended"],
    },
  ),
  entry(
    files,
    {
      group: "files",
      keeps: "file_removed",
      acted: ["byId"],
      ends: { from: ["removedAt"], act: "blank" },
    },
    {
      key: ["id", ...home, "partId"],
      who: ["byId"],
      words: ["name"],
      secret: ["storageKey", "sha256"],
      fact: ["part", "type", "size", "findings", "at", "removedAt"],
    },
  ),
];

/** Who is in a team, what a student signs, and what the team does. */
const ofTeams = [
  entry(
    members,
    { group: "team", keeps: "dossier", own: ["personId"], acted: ["invitedBy"] },
    {
      key: ["id", ...home],
      who: ["personId", "invitedBy"],
      fact: ["role", "side", "status", "hours", "team", "createdAt"],
      personal: ["track", "level"],
      inner: ["version"],
    },
  ),
  entry(
    annexes,
    { group: "agreement", keeps: "dossier", own: [through("memberId", members, "personId")] },
    {
      key: ["id", ...home, "memberId"],
      fact: ["kind", "choice", "agreementNumber", "signedAt"],
      signed: ["frozen"],
    },
  ),
  entry(
    guardianRequests,
    { group: "team", keeps: "dossier", own: [through("memberId", members, "personId")] },
    {
      key: ["id", ...home, "memberId"],
      other: ["name", "email", "question"],
      fact: ["status", "createdAt"],
      inner: ["version"],
    },
  ),
  entry(
    milestones,
    { group: "work", keeps: "dossier" },
    {
      key: ["id", ...home],
      words: ["title", "evidence", "why"],
      fact: ["dueOn", "status", "reachedAt"],
      inner: ["version"],
    },
  ),
  entry(
    hourEntries,
    { group: "work", keeps: "dossier", acted: ["personId"] },
    { key: ["id", ...home], who: ["personId"], words: ["what"], fact: ["role", "on", "minutes", "at"] },
  ),
  entry(
    records,
    { group: "work", keeps: "dossier", acted: ["byId"] },
    { key: ["id", ...home], who: ["byId"], words: ["data"], fact: ["kind", "about", "byRole", "open", "at"] },
  ),
  entry(
    confirmations,
    { group: "work", keeps: "dossier", acted: ["byId"] },
    { key: ["id", ...home], who: ["byId"], words: ["data"], fact: ["move", "relation", "epoch", "at"] },
  ),
  entry(
    deliveries,
    { group: "work", keeps: "dossier", acted: ["clearedBy"] },
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
    { group: "work", keeps: "dossier", acted: ["byId"] },
    {
      key: ["id", ...home, "deliveryId"],
      who: ["byId"],
      words: ["value", "evidence", "finding", "answer"],
      other: ["measurer"],
      fact: ["criterion", "met", "at"],
    },
  ),
];

/** What comes after: in use, guarantee, a result for everybody. */
const ofAftercare = [
  entry(
    implementations,
    { group: "aftercare", keeps: "dossier", own: [mailed("ownerEmail")] },
    {
      key: ["id", ...home],
      identity: ["owner", "ownerEmail"],
      words: ["steps"],
      fact: ["targetOn", "degree", "since", "at"],
    },
  ),
  entry(
    observations,
    { group: "aftercare", keeps: "dossier", acted: ["byId"] },
    {
      key: ["id", ...home],
      who: ["byId"],
      words: ["effect", "evidence"],
      fact: ["month", "degree", "effectKind", "effectGrade", "at"],
    },
  ),
  entry(
    guaranteeCases,
    { group: "aftercare", keeps: "dossier" },
    {
      key: ["id", ...home],
      words: ["defect", "evidence", "decision"],
      fact: ["status", "at"],
      inner: ["version"],
    },
  ),
  entry(
    showcases,
    { group: "aftercare", keeps: "dossier", acted: ["companyConsentBy"] },
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
    { group: "aftercare", keeps: "dossier", own: ["personId"] },
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

export const ofAssignments = [...ofFiles, ...ofTeams, ...ofAftercare];
