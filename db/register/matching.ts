import {
  roundAssignments,
  roundPeerWishes,
  roundEvents,
  roundRatings,
  roundGuides,
  roundPins,
  roundImports,
  roundRuns,
  rounds,
  roundStudents,
} from "#db/schema.ts";
import { entry, through } from "./entry.ts";

const home = ["centreId", "roundId"] as const;

/** Lists rounds of matching: what students chose, what others said of them, and the plans that came of it. */
export const ofMatching = [
  entry(
    rounds,
    { group: "matching", keeps: "round", acted: ["createdBy"] },
    {
      key: ["id", "centreId", "publishedRun"],
      who: ["createdBy"],
      public: ["name", "block", "programmes"],
      fact: ["status", "chooseBy", "createdAt", "publishedAt", "emptiedAt"],
      inner: ["leastChoices", "bearable", "fallback", "elastic", "seed", "version"],
    },
  ),
  entry(
    roundAssignments,
    { group: "matching", keeps: "round" },
    {
      key: ["id", ...home, "assignmentId", "guides"],
      fact: ["sizeMin", "sizeMax", "teams", "hours", "mixMbo", "mixHbo", "endedAt"],
      public: ["required", "desired", "disciplines"],
      inner: ["version"],
    },
  ),
  entry(
    roundGuides,
    { group: "matching", keeps: "round", own: ["personId"] },
    { key: ["id", ...home], who: ["personId"], fact: ["kind", "teams", "students", "endedAt"], inner: ["version"] },
  ),
  entry(
    roundStudents,
    { group: "matching", keeps: "round", own: ["personId"] },
    {
      key: ["id", ...home, "returnedTo", "choices"],
      who: ["personId"],
      personal: ["name", "number", "programme", "discipline", "skills", "dayParts"],
      fact: ["level", "hours", "status", "priority", "returnedAt", "chosenAt", "remindedAt"],
      inner: ["version"],
    },
  ),
  entry(
    roundImports,
    {
      group: "matching",
      keeps: "list_read",
      acted: ["byId"],
      ends: { from: ["at", "endedAt"], act: "blank" },
      empty: { rows: [], problems: [] },
    },
    {
      key: ["id", ...home],
      who: ["byId"],
      words: ["fileName"],
      other: ["rows", "problems"],
      fact: ["at", "appliedAt", "endedAt", "problemCount"],
    },
  ),
  entry(
    roundPeerWishes,
    {
      group: "matching",
      keeps: "round",
      own: [through("studentId", roundStudents, "personId"), through("otherId", roundStudents, "personId")],
      acted: ["judgedBy"],
    },
    {
      key: ["id", ...home, "studentId", "otherId"],
      who: ["judgedBy"],
      other: ["why", "verdict"],
      fact: ["kind", "status", "judgedAt", "createdAt"],
    },
  ),
  entry(
    roundRatings,
    {
      group: "matching",
      keeps: "round",
      own: [through("studentId", roundStudents, "personId")],
      acted: ["byId"],
    },
    { key: [...home, "choiceId", "studentId"], who: ["byId"], other: ["stars", "why"], fact: ["at"] },
  ),
  entry(
    roundPins,
    {
      group: "matching",
      keeps: "round",
      own: [through("studentId", roundStudents, "personId")],
      acted: ["byId", "endedBy"],
    },
    {
      key: ["id", ...home, "choiceId", "studentId", "students", "pricedBy"],
      who: ["byId", "endedBy"],
      other: ["why"],
      fact: ["kind", "team", "teams", "at", "endedAt"],
    },
  ),
  entry(
    roundRuns,
    { group: "matching", keeps: "round", acted: ["byId"] },
    {
      key: ["id", ...home, "basedOn"],
      who: ["byId"],
      fact: ["number", "kind", "preset", "status", "askedAt", "doneAt"],
      inner: [
        ...(["tried", "madeOf", "input", "plan", "summary", "conflict", "reasons", "explained", "progress"] as const),
        ...(["cpu", "stopAsked", "tries", "heldUntil"] as const),
      ],
    },
  ),
  entry(
    roundEvents,
    { group: "log", keeps: "log", acted: ["actorId"] },
    {
      key: ["id", ...home],
      who: ["actorId"],
      fact: ["move", "fromStatus", "toStatus", "actingAs", "at"],
      inner: ["seq", "answers", "guards", "previousHash", "hash"],
    },
  ),
];
