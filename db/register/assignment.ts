import {
  agreements,
  assignments,
  assignmentTexts,
  catalogue,
  catalogueInside,
  catalogueWords,
  checklistTicks,
  claims,
  deadlines,
  events,
  files,
  interests,
  invitations,
  questions,
  textVersions,
} from "#db/schema.ts";
import { entry, through } from "./entry.ts";

/** Every child of an assignment has these. */
const home = ["assignmentId", "centreId", "organizationId"] as const;

/** Lists the question, what is agreed, and what is kept about an assignment as a whole. */
export const ofAssignments = [
  entry(
    assignments,
    {
      group: "assignment",
      keeps: "assignment",
      acted: ["submittedBy", "contactId", "intakeBy", "leadId"],
      written: { teaser: { to: "seen" } },
    },
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
        ...(["disputeAnswerOf", "boardHeardAt", "priority", "runningDue", "stillDue", "nearestDue"] as const),
      ],
    },
  ),
  entry(
    assignmentTexts,
    {
      group: "assignment",
      keeps: "assignment",
      acted: [through("assignmentId", assignments, "submittedBy")],
      // The problem is theirs as they sent it in; the report of the intake is of whoever held it.
      written: { problem: "own", intake: { to: "intake" } },
    },
    { key: [...home], words: ["problem", "intake"], fact: ["open"] },
  ),
  entry(
    textVersions,
    { group: "assignment", keeps: "assignment", acted: ["byId"], written: { changes: "byId" } },
    { key: ["id", ...home], who: ["byId"], fact: ["number", "byRole", "at"], words: ["changes"] },
  ),
  entry(
    checklistTicks,
    { group: "assignment", keeps: "assignment", acted: ["byId"], written: { line: "byId" } },
    { key: ["id", ...home], who: ["byId"], words: ["line"], fact: ["at", "undoneAt"] },
  ),
  ...[catalogue, catalogueInside].map((table) =>
    entry(
      table,
      { group: "assignment", keeps: "assignment" },
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
    {
      group: "market",
      keeps: "assignment",
      acted: ["askerId", "answeredBy"],
      written: { text: { by: "askerId", to: "seen" }, answer: { by: "answeredBy", to: "seen" } },
    },
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
    { group: "market", keeps: "assignment", own: ["personId"] },
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
    { group: "assignment", keeps: "assignment" },
    { key: [...home, "communityId"], fact: ["invitedAt", "acceptedAt"] },
  ),
  entry(
    claims,
    {
      group: "assignment",
      keeps: "assignment",
      acted: ["leadId"],
      written: { approach: { to: "claims_tab" }, partners: { to: "claims_tab" }, needs: { to: "claims_tab" } },
    },
    {
      key: ["id", ...home, "communityId"],
      who: ["leadId"],
      words: ["approach", "partners", "needs"],
      aside: ["note"],
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
      keeps: "assignment",
      acted: ["companySignedBy", "institutionSignedBy", "qualityConfirmedBy"],
    },
    {
      key: ["id", ...home, "institutionId"],
      who: ["companySignedBy", "institutionSignedBy", "qualityConfirmedBy"],
      signed: ["terms", "frozen", "companyCapacity", "institutionCapacity", "companySigner", "institutionSigner"],
      fact: [
        ...(["number", "status", "obligation", "side", "companySignedAt", "institutionSignedAt"] as const),
        ...(["qualityConfirmedAt", "createdAt"] as const),
      ],
      inner: ["switches", "version"],
    },
  ),
  entry(
    events,
    { group: "log", keeps: "log", acted: ["actorId"], written: { comment: "actorId", answers: "actorId" } },
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
    { group: "log", keeps: "assignment" },
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
      written: { name: "byId" },
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
