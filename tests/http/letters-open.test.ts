// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { over } from "#app/domain/assignment/process.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { accountLetterOf, type Letter, type Withheld } from "#app/platform/mail/letters.server.ts";
import { isRoundLetter, roundLetterOf } from "#app/platform/mail/round-letter.server.ts";
import { accountLetters } from "#db/schema.ts";
import type { Fresh } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";
import { lettersOfTown } from "#tests/support/town/letters-sent.ts";
import { livedTown } from "#tests/support/town/lived.ts";
import { plain } from "#tests/support/town/walk.ts";

/**
 * Describes a letter as its reader gets it now, with what it is about; `moved`: whether its assignment went on since,
 * or its reader left the steering group.
 */
type SentLetter = { who: string; about: string; relation: string; moved: boolean; letter: Letter | Withheld };
let s: Served;
let at: Fresh;
let told: SentLetter[];
const cookies = new Map<string, string>();

type Found = { status: number; text: string };
/** Nobody does anything here, so what one person found at an address they would find there again. */
const read = new Map<string, Promise<Found>>();
/** Returns what this reader finds at an address, logged in where they have an account. */
const found = (email: string, path: string): Promise<Found> => {
  const key = `${email} ${path.replace(/#.*$/, "")}`;
  const page = read.get(key) ?? asked(email, path);
  read.set(key, page);
  return page;
};
async function asked(email: string, path: string): Promise<Found> {
  const known = cookies.get(email) ?? (await s.login(email));
  cookies.set(email, known);
  const answer = await s.get(path, known ? { Cookie: known } : {});
  return { status: answer.status, text: plain(await answer.text()) };
}

beforeAll(async () => {
  const { copy } = await livedTown();
  at = await copy();
  const runtime = { transact: at.house.transact, now: () => new Date(), newId: () => crypto.randomUUID() };
  const systemContext = await systemContextEverywhere(runtime);
  told = [...(await ofAssignments()), ...(await ofAccounts(systemContext))];
  // The server that is asked below sends nothing of it.
  for (const queue of ["outbox", "account_letters"])
    await at.raw.unsafe(`update ${queue} set sent_at = now() where sent_at is null`);
  s = await served(at.url);
});

/** Returns one letter of each kind to each reader of each assignment, the newest. */
async function ofAssignments(): Promise<SentLetter[]> {
  const assignments = await at.raw<{ id: string; title: string; status: string; confidentiality: string }[]>`
    select id, title, status, confidentiality from assignments`;
  const events = await at.raw<{ id: string; move: string; to: string }[]>`
    select id, move, to_status as to from events`;
  const left = await at.raw<{ id: string }[]>`
    select person_id as id from memberships where role = 'steering_group_member' and ended_at is not null`;
  const newest = new Map(
    (await lettersOfTown()).map((one) => {
      const event = events.find(({ id }) => id === one.owed.eventId);
      const { personId, email, assignmentId, kind, relation } = one.owed;
      return [[personId, email, assignmentId, kind, relation, event?.move].join(), { ...one, event }];
    }),
  );
  return [...newest.values()].map(({ owed, letter, event }) => {
    const assignment = assignments.find(({ id }) => id === owed.assignmentId);
    return {
      who: `${owed.relation} about ${event?.move ?? owed.kind} of ${assignment?.title}`,
      about: assignment?.confidentiality === "secret" ? "" : (assignment?.title ?? ""),
      relation: owed.relation,
      moved:
        event?.to !== assignment?.status ||
        (over as readonly string[]).includes(assignment?.status ?? "") ||
        (owed.relation === "dispute_board" && left.some(({ id }) => id === owed.personId)),
      letter,
    };
  });
}
/** Returns letters about accounts and rounds. */
async function ofAccounts(systemContext: Context): Promise<SentLetter[]> {
  const rows = await inTransaction(systemContext, ({ db }) => db.select().from(accountLetters));
  const rounds = await at.raw<{ id: string; name: string }[]>`select id, name from rounds`;
  const all: SentLetter[] = [];
  for (const row of rows) {
    const letter = isRoundLetter(row.kind) ? await roundLetterOf(systemContext, row) : accountLetterOf(row);
    const about = rounds.find(({ id }) => id === row.data.round)?.name ?? "";
    all.push({ who: `${row.kind} to ${row.email}`, about, relation: row.kind, moved: false, letter });
  }
  return all;
}

test("every letter leads its reader to a page that opens and has what the letter is about", async () => {
  const wrong: string[] = [];
  let opened = 0;
  for (const { who, about, relation, letter } of told) {
    if ("withheld" in letter || !letter.button) continue;
    const { path } = letter.button;
    const { status, text } = await found(letter.to, path);
    // A guardian's link is used up by the answer, or by a later question (docs/decisions/019).
    if (status === 410 && relation === "guardian") continue;
    opened++;
    // A list of one's work holds what a letter is about by its own names.
    const has = path === "/mijn-werk" || text.includes(about);
    if (status !== 200 || !has) wrong.push(`${who}: ${path} ${status}${has ? "" : `, without ${about}`}`);
  }
  expect(wrong).toEqual([]);
  expect(opened).toBeGreaterThan(200);
});

test("a letter without a way in is one to who left or lost, and nobody who is told what is true now is kept out", () => {
  // Who waits for a question hears that it closed, and who was taken out before joining that they were: neither opens it.
  const shut = ["team_ever", "claim_lead", "interested", "interested_members"];
  const closed = told.flatMap(({ who, relation, letter }) =>
    "withheld" in letter || letter.button || shut.includes(relation) || who.startsWith("team about remove ")
      ? []
      : [who],
  );
  expect(closed).toEqual([]);
  const kept = told.flatMap(({ who, moved, letter }) =>
    "withheld" in letter && letter.withheld === "no access" && !moved ? [who] : [],
  );
  expect(kept).toEqual([]);
});

/** Returns the rows of every list on a page: where each leads, and what it is called there. */
const rowsIn = (html: string) =>
  [...html.matchAll(/<p class="row-title"><a href="([^"]+)">([\s\S]*?)<\/a>/g)].map(([, href = "", title = ""]) => ({
    href: plain(href),
    title: plain(title.replaceAll(/<[^>]*>/g, "")).trim(),
  }));

/** Names who have a desk of their own in their work: of each of them a list was read. */
const desks = [
  "client_owner",
  "problem_owner",
  "teacher",
  "student",
  "student_lead",
  "coordinator",
  "business_developer",
  "practor",
  "examiner",
  "quality_owner",
  "authorised_signatory",
  "finance",
  "hr_contact",
  "steering_group_member",
  "employee_participant",
];
test("every entry of somebody's own work and overviews leads to a page that opens and has what the entry says", async () => {
  const people = await at.raw<{ email: string; roles: string[] }[]>`
    select email, to_json(array(
      select role::text from memberships m where m.person_id = p.id and m.ended_at is null
      union
      select role::text from members s where s.person_id = p.id and s.status = 'active'
      union
      select role::text from community_members k where k.person_id = p.id and k.ended_at is null
    )) as roles
    from people p where demo order by email`;
  const wrong: string[] = [];
  const listed = new Set<string>();
  let opened = 0;
  for (const { email, roles } of people) {
    const todo = ["/mijn-werk", "/beheer"];
    for (const page of todo) {
      const { status, text } = await found(email, page);
      if (status !== 200) continue;
      for (const { href, title } of rowsIn(text)) {
        if (/^\/mijn-werk\/bureau\//.test(href) && !todo.includes(href)) todo.push(href);
        const there = await found(email, href);
        opened++;
        for (const role of roles) listed.add(role);
        const has = there.text.includes(title);
        if (there.status !== 200 || !has) wrong.push(`${email}: ${page} → ${href} ${there.status}, ${title}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(
    desks.filter((role) => !listed.has(role)),
    "roles whose lists were empty",
  ).toEqual([]);
  expect(opened).toBeGreaterThan(200);
});
