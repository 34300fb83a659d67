/** Tells what a noun of one floor offers to the others (files, without their endings), and which others it reaches. */
export type Noun = { offers: readonly string[]; reaches: readonly string[] };

/**
 * Says how the parts of the database lean on each other: its folders, and within them the nouns. In `schema` and `register` most
 * nouns are one file.
 */
export const nounsOfDb: Readonly<Record<string, Readonly<Record<string, Noun>>>> = {
  db: {
    backup: { offers: ["bare"], reaches: [] },
    cluster: { offers: [], reaches: [] },
    queries: {
      offers: [
        "account/actor",
        "agreement/agreements",
        "centre/centres",
        "delivery/deliveries",
        "rounds/students",
        "showcase/showcases",
        "work/milestones",
        "workflow/objects",
      ],
      reaches: ["schema"],
    },
    register: { offers: [], reaches: [] },
    schema: { offers: ["columns", "nearest-end"], reaches: [] },
    seed: { offers: [], reaches: ["backup", "queries", "schema"] },
  },
  "db/register": {},
  "db/schema": {
    account: { offers: ["account"], reaches: ["centre", "company"] },
    administration: { offers: [], reaches: ["account", "centre", "company"] },
    aftercare: { offers: [], reaches: ["account", "assignment"] },
    agreement: { offers: [], reaches: ["account", "assignment", "company"] },
    assignment: { offers: ["assignment"], reaches: ["account", "centre", "community", "company"] },
    centre: { offers: ["centre"], reaches: [] },
    claims: { offers: [], reaches: ["account", "assignment", "community"] },
    community: { offers: ["community"], reaches: ["account", "centre", "company"] },
    company: { offers: ["company"], reaches: ["centre"] },
    delivery: { offers: [], reaches: ["account", "assignment"] },
    files: { offers: [], reaches: ["account", "assignment"] },
    intake: { offers: [], reaches: ["account", "assignment"] },
    letters: { offers: [], reaches: ["account", "assignment"] },
    market: { offers: [], reaches: ["account", "assignment"] },
    rounds: { offers: [], reaches: ["account", "assignment", "centre"] },
    showcase: { offers: [], reaches: ["account", "assignment", "community", "company"] },
    team: { offers: [], reaches: ["account", "assignment"] },
    work: { offers: [], reaches: ["account", "assignment"] },
    workflow: { offers: [], reaches: ["account", "assignment"] },
  },
  "db/seed": {
    chapters: { offers: ["asking", "line"], reaches: [] },
    data: { offers: ["plaatsen-postcodes.json", "vaardigheden-esco.json", "vraagstukken.json"], reaches: [] },
    demo: { offers: ["lives"], reaches: ["chapters", "data"] },
    national: { offers: [], reaches: ["demo"] },
  },
  "db/seed/national": {
    check: { offers: [], reaches: [] },
    country: { offers: ["country", "families"], reaches: [] },
    rooms: { offers: [], reaches: [] },
    stories: { offers: [], reaches: ["country"] },
  },
  "db/queries": {
    account: { offers: [], reaches: ["administration"] },
    administration: { offers: ["administrators"], reaches: [] },
    assignment: { offers: ["cards"], reaches: ["workflow"] },
    centre: { offers: [], reaches: ["assignment"] },
    community: { offers: [], reaches: ["payments", "work"] },
    company: { offers: [], reaches: ["workflow"] },
    disputes: { offers: [], reaches: ["assignment", "workflow"] },
    intake: { offers: [], reaches: ["assignment"] },
    market: { offers: [], reaches: ["workflow"] },
    payments: { offers: ["money"], reaches: [] },
    rounds: { offers: [], reaches: ["workflow"] },
    privacy: { offers: [], reaches: ["workflow"] },
    showcase: { offers: [], reaches: ["workflow"] },
    work: { offers: ["hours"], reaches: ["assignment", "payments", "workflow"] },
    workflow: { offers: ["earlier-schools", "objects", "visible"], reaches: ["payments"] },
  },
};

/**
 * Holds rows of other nouns that the queries of a noun write; `writes.test.ts` keeps it exact. `chosen`: the table is
 * known at run time only. The log is read by more than what moves, so it has a folder of its own, but its tables
 * stand with those of the moves. Erasure and retention empty what others wrote; the one writer of status writes every
 * object, and what a list is ordered by follows the clocks.
 */
export const writes: Readonly<Record<string, readonly string[]>> = {
  calendar: ["account"],
  letters: ["chosen"],
  log: ["workflow"],
  market: ["chosen"],
  privacy: ["account", "assignment", "centre", "chosen", "community", "files", "rounds", "showcase", "workflow"],
  workflow: ["assignment", "chosen"],
};
