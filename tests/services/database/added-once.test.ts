// @module-tag slow
import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { beforeAll, expect, test } from "vitest";
import { elsewhere } from "#app/domain/community/forms.ts";
import { principles } from "#app/domain/community/words.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { invite } from "#app/services/account/invitations.server.ts";
import { renewCodes } from "#app/services/account/recovery.server.ts";
import { startOrResumeDraft } from "#app/services/assignment/assignments.server.ts";
import { calendarPage, switchOnCalendar } from "#app/services/calendar/calendar.server.ts";
import { addSchool } from "#app/services/centre/schools.server.ts";
import { writeAmbition } from "#app/services/community/ambition.server.ts";
import { foundCommunity } from "#app/services/community/founding.server.ts";
import { planMeeting } from "#app/services/community/meetings.server.ts";
import { saveContribution } from "#app/services/community/money.server.ts";
import { saveOutcome } from "#app/services/community/outcomes.server.ts";
import { addPartner, saveCommitment } from "#app/services/community/partners.server.ts";
import { savePeerReview } from "#app/services/community/peer-visits.server.ts";
import { addContact, addMember } from "#app/services/community/people.server.ts";
import { writeReflection } from "#app/services/community/reflections.server.ts";
import { saveSelfScan } from "#app/services/community/self-scan.server.ts";
import { saveStory } from "#app/services/community/stories.server.ts";
import { ask } from "#app/services/market/questions.server.ts";
import { saveSearch } from "#app/services/market/saved-searches.server.ts";
import { openNewRound, openRound } from "#app/services/rounds/round-page.server.ts";
import { day } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { joinCommunity, type World } from "#db/seed/world.ts";
import { code, read } from "#tests/support/sources.ts";
import { neighbourhood } from "#tests/support/town/community.ts";

let w: World;
let c: Cast;
let id: string;
let raw: Sql;

let open: string;
beforeAll(async () => {
  ({ w, c, id, raw } = await neighbourhood());
  await joinCommunity(w, id, c.employee, "employee", false);
  ({ id: open } = await live(await begin(w, c, "effort", question("effort")), "published"));
});
/** Where the rows lie, and a form that makes one of them; a mark is made of signs that show nothing. */
type Form = readonly [where: string, send: (mark: string) => Promise<unknown>];
const lead = () => w.as(c.teacher);
const coordinator = () => w.as(c.coordinator);
const year = () => day(w, 0).slice(0, 4);

/** Forms that make something new, by the query that adds it. */
const once: Readonly<Record<string, Form>> = {
  insertStory: [
    "value_stories",
    async (mark) =>
      saveStory(await w.as(c.employee), id, { who: "Het team", for_whom: "Buren", changed: `Minder ritten${mark}` }),
  ],
  insertReflection: [
    "reflections",
    async (mark) => writeReflection(await w.as(c.employee), id, { text: `Samen meten helpt.${mark}` }),
  ],
  insertContact: [
    "end_user_contacts",
    async (mark) => addContact(await lead(), id, { name: `Mw. Acht${mark}`, stands_for: "Bewoners" }),
  ],
  insertMeeting: [
    "meetings",
    async (mark) =>
      planMeeting(await lead(), id, {
        subject: `Overleg${mark}`,
        host: c.institutionId,
        place: "Hal 1",
        starts: day(w, 20),
        "starts.time": "10:00",
        minutes: "60",
      }),
  ],
  insertPeerReview: [
    "peer_reviews",
    async (mark) =>
      savePeerReview(
        await lead(),
        id,
        null,
        {
          reviewer: `Tjitske${mark}`,
          centre: elsewhere,
          place: "Elders",
          seen_on: day(w, -3),
          saw: "Uitleg.",
          advice: "Meer.",
        },
        null,
      ),
  ],
  "communities insertPartner": [
    "community_partners",
    async () => addPartner(await lead(), id, { organization: c.companyId }),
  ],
  insertContribution: [
    "contributions",
    async (mark) =>
      saveContribution(
        await coordinator(),
        id,
        null,
        {
          organization: c.companyId,
          kind: "kit",
          what: `Meetopstelling${mark}`,
          amount: "500",
          from_on: day(w, -30),
          to_on: day(w, -1),
          proof: "Bruikleen",
        },
        null,
      ),
  ],
  insertCommitment: [
    "partner_commitments",
    async () =>
      saveCommitment(
        await lead(),
        id,
        null,
        { organization: c.companyId, year: year(), assignments: "1", hours: "8", euros: "100", owner: "Noor" },
        null,
      ),
  ],
  insertAmbition: ["ambitions", async (mark) => writeAmbition(await lead(), id, { text: `Samen.${mark}` }, 0)],
  insertMember: [
    "community_members",
    async () => addMember(await lead(), id, "student", { person: c.students[0] ?? "" }),
  ],
  insertScan: [
    "self_scans",
    async () =>
      saveSelfScan(await w.as(c.employee), id, {
        moment: "start",
        ...Object.fromEntries(principles.map((one) => [one, "3"])),
      }),
  ],
  insertYield: [
    "employee_yields",
    async () =>
      saveOutcome(await w.as(c.employee), id, {
        moment: "start",
        knowledge: "2",
        network: "3",
        use: "2",
        teaching: "1",
      }),
  ],
  insertCommunity: [
    "communities",
    async (mark) =>
      foundCommunity(await coordinator(), "waterkracht", {
        name: `Droge Voeten${mark}`,
        about: "Wijken",
        form: "cop",
        organization: c.institutionId,
        levels: ["hbo"],
        offers: ["effort"],
        guide: c.rival,
        claim_right: "on",
      }),
  ],
  insertAssignment: [
    "assignments where title = ''",
    async () => startOrResumeDraft(await w.as(c.owner), { centreId: c.centreId, organizationId: c.companyId }),
  ],
  addCodes: [
    "recovery_codes",
    async (mark) => {
      const codes = { hashes: [`a code of set ${mark.length}`], sealed: "", session: "" };
      return renewCodes(await w.as(c.employee), c.employee, codes, false);
    },
  ],
  "organizations insertPartner": ["partners", (mark) => joinsSchool(`91000556`, mark)],
  insertOrganization: ["organizations", (mark) => joinsSchool(`91000557`, mark)],
  insertRound: [
    "rounds",
    async (mark) => {
      const form = await openNewRound(await lead(), "waterkracht");
      const asked = { name: `Ronde${mark}`, block: form.blocks[0] ?? "", least_choices: "3", seed: "1" };
      return openRound(await lead(), "waterkracht", { ...asked, more_programmes: "Techniek" });
    },
  ],
  insertToken: [
    "tokens where kind = 'invitation'",
    async () =>
      invite(await coordinator(), {
        email: "nieuw@vreemd.example",
        role: "teacher",
        centreId: c.centreId,
        organizationId: c.institutionId,
      }),
  ],
  insertFeed: [
    "tokens where kind = 'calendar' and used_at is null",
    async () => {
      const member = await w.as(c.employee);
      return switchOnCalendar(member, (await calendarPage(member)).fresh);
    },
  ],
  insertSaved: [
    "saved_searches",
    async (mark) =>
      saveSearch(await w.as(c.rival), new URLSearchParams("q=water"), { name: `Water${mark}`, rhythm: "daily" }),
  ],
  insertQuestion: [
    "questions",
    async (mark) =>
      ask(await w.as(c.rival), open, {
        key: randomUUID(),
        fingerprint: mark,
        fields: { question: `Wanneer begint het?${mark}` },
      }),
  ],
};
const joinsSchool = async (kvk: string, mark: string) =>
  addSchool(await coordinator(), "waterkracht", { school_name: `Derde School${mark}`, kvk, place: "Sneek" });

const [ofMove, putAgain, ofSystem] = [
  "part of a move: the one writer of a status judges whether it was made before (workflow/duplicate-answers)",
  "put on its own key: the last word takes the place of the one before, or the first stays",
  "no form makes it: the product writes it with something else, in the same transaction",
];
const because = (why: string, names: string) =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, why]),
  );
/** Queries that add and that no form sends twice, and why. */
const outside: Readonly<Record<string, string>> = {
  ...because(
    ofMove,
    `
    insertObject insertRecord insertObservation insertHours insertMilestones insertSeat insertAgreement
  `,
  ),
  ...because(
    putAgain,
    `
    inviteCommunity insertAnnexes putConfirmation putImplementation judgeCriterion insertTick insertApproval
    putPulse putText putPeerWish putRatings putAssignment putGuide keepBookmark insertMembership
  `,
  ),
  ...because(
    ofSystem,
    `
    insertEvent insertDeadline insertRoundEvent writePlatformEvent writeAct noteBackgroundRun keepMail
    deliverAsDemo oweEventLetters oweAccountLetter listInCatalogue learnWords noteFinds
  `,
  ),
  ...because("each one counts", "addSession takeTry countBytes"),
  ...because("an index allows one", "insertPin insertRun insertTextVersion insertCentre"),
  keepImport: "it takes the place of the one before",
  addPlatformAdmin: "an index allows one administration of a person, and they take their turn",
  addFactor: "an index allows one of a key, and a limit counts them under a lock",
  insertPerson: "an index allows one of an address; a link that makes an account works once",
  insertDraft: "a draft of a visitor lies by the secret of one browser",
  addSigningToken: "a code is asked anew each time, and only the newest works (agreement/signing)",
  insertFile: "a file is kept with the form that sent it, whose key works once",
  isFirst: "this is the register of form keys itself",
};

/** Queries that add a row: their names, with the file before a name that two have. */
function adding(): string[] {
  const found = code()
    .filter((file) => file.startsWith("db/queries/"))
    .flatMap((file) =>
      read(file)
        .split(/\n(?=export |const |async function |function )/)
        .filter((part) => /\.insert\(/.test(part))
        .map((part) => ({ file: file.split("/").at(-1)?.split(".")[0] ?? "", name: nameIn(part) })),
    );
  const shared = (name: string) => found.filter((one) => one.name === name).length > 1;
  return found.map(({ file, name }) => (shared(name) ? `${file} ${name}` : name));
}
const nameIn = (part: string) => /(?:const|function) (\w+)/.exec(part)?.[1] ?? part;

test("every query that adds is of a form that adds once, or says why no form is sent twice", () => {
  expect(adding().sort()).toEqual([...Object.keys(once), ...Object.keys(outside)].sort());
});
test.each(Object.keys(once))("eight forms at once, each from a page of its own, add one row: %s", async (name) => {
  const [where, send] = once[name] ?? ["", async () => {}];
  const count = async () => Number((await raw.unsafe(`select count(*) as n from ${where}`))[0]?.n);
  const before = await count();
  const sent = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => send("\u200B".repeat(n))));
  const refused = sent.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  expect((await count()) - before, refused.join("; ")).toBe(1);
  expect(refused.filter((why) => !(why instanceof Refusal))).toEqual([]);
});
