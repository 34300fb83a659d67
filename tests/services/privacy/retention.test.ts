// @module-tag oldest
// @module-tag postgres rows that end, and the policies and grants by which they do
import { getTableColumns } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { retentionCutoff, retentions, type Retention } from "#app/domain/privacy/retention.ts";
import { register, tableName, type Entry } from "#db/register.ts";
import { RetentionFailed, runRetention, type Ended } from "#app/services/privacy/retention.server.ts";
import { endRows } from "#db/queries/privacy/retention.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { hashOf } from "#app/services/log/record.server.ts";
import { openUncheckedDatabase, row, markerOf, tableNamed, type Row } from "#tests/support/privacy/markers.ts";

let h: Awaited<ReturnType<typeof openUncheckedDatabase>>;
const now = new Date("2027-03-01T03:00:00Z");
const [second, day] = [1000, 86_400_000];
const out = () => ({ transact: h.house.transact, now: () => now, newId: () => crypto.randomUUID() });
const rowsIn = async (table: string) =>
  (await h.raw`select to_jsonb(t)::text as row from ${h.raw(table)} t order by 1`).map(({ row: text }) => String(text));
const columns = ({ table }: Entry) =>
  getTableColumns(table) as unknown as Record<string, { name: string; notNull: boolean; dataType: string }>;
/** Returns columns whose marker must have ended: all that tells something of people or their work. */
const telling = (entry: Entry) =>
  Object.entries(entry.kinds)
    .filter(([, kind]) => ["words", "personal", "other", "identity", "signed", "secret"].includes(kind))
    .map(([name]) => name)
    .filter((name) => ["string", "json", "array"].includes(columns(entry)[name]?.dataType ?? ""));
const markersLeft = (entry: Entry, text: string, who: string) =>
  telling(entry).filter((name) => text.includes(markerOf(entry.table, name, who)));

const rules = register.flatMap((entry) => (entry.ends?.from ?? []).map((moment) => ({ entry, moment })));
const untilOf = ({ keeps }: Entry) => +(retentionCutoff(keeps, now) as Date);
const before: Record<string, string[]> = {};
const after: Record<string, string[]> = {};
let said: unknown[] = [];
/** Makes for every rule one row a second before its end and one a second after it; then two passes over all of them. */
beforeAll(async () => {
  h = await openUncheckedDatabase();
  for (const { entry, moment } of rules)
    for (const [who, late] of [
      ["jong", second],
      ["oud", -second],
    ] as const) {
      // No other moment ends it: it is not reached yet, or never.
      const given: Row = { ...open(entry), [moment]: new Date(untilOf(entry) + late) };
      if ("centreId" in columns(entry)) given.centreId = h.centreId;
      await row(h.raw, entry.table, given, `${who}-${moment.toLowerCase()}`, now);
    }
  const tables = register.map(tableName);
  for (const table of tables) before[table] = await rowsIn(table);
  said = [await runRetention(out()), await runRetention(out())];
  for (const table of tables) after[table] = await rowsIn(table);
  for (const { entry } of rules) await h.raw`delete from ${h.raw(tableName(entry))}`;
});
const open = (entry: Entry): Row =>
  Object.fromEntries(
    (entry.ends?.from ?? []).map((name) => [name, columns(entry)[name]?.notNull ? new Date(+now + day) : null]),
  );

for (const { entry, moment } of rules)
  test(`${tableName(entry)} ends by ${moment}: before its end it stays, after it it goes, by ${entry.keeps}`, () => {
    const column = columns(entry)[moment]?.name ?? "";
    const at = (text: string) => +new Date((JSON.parse(text) as Record<string, string>)[column] ?? 0) - untilOf(entry);
    const [was, is] = [before[tableName(entry)] ?? [], after[tableName(entry)] ?? []];
    const young = was.filter((text) => at(text) === second);
    expect(young.length).toBe(1);
    expect(is.filter((text) => at(text) === second)).toEqual(young);
    const old = is.filter((text) => at(text) === -second);
    expect(was.filter((text) => at(text) === -second).length).toBe(1);
    expect(old.length).toBe(entry.ends?.act === "remove" ? 0 : 1);
    for (const text of old) expect(markersLeft(entry, text, `oud-${moment.toLowerCase()}`)).toEqual([]);
  });
test("it says how many rows ended by each kind, the second time none, and touches no other table", () => {
  const wanted: Ended = {};
  for (const { entry } of rules) wanted[entry.keeps] = (wanted[entry.keeps] ?? 0) + 1;
  expect(said).toEqual([wanted, {}]);
  const ending = rules.map(({ entry }) => tableName(entry));
  for (const [table, rows] of Object.entries(before)) if (!ending.includes(table)) expect(after[table]).toEqual(rows);
});

test("what a saved search has found goes with it", async () => {
  const search = await row(h.raw, tableNamed("saved_searches"), { removedAt: new Date(+now - 31 * day) });
  const kept = await row(h.raw, tableNamed("saved_searches"), { removedAt: null });
  for (const { id } of [search, kept]) await row(h.raw, tableNamed("saved_search_finds"), { searchId: id });
  expect(await runRetention(out())).toEqual({ taken_back: 1 });
  expect((await h.raw`select search_id from saved_search_finds`).map((find) => find.search_id)).toEqual([kept.id]);
});

test("what goes with others goes with those of its own batch, and with no more of them", async () => {
  const table = tableNamed("saved_searches");
  const before = new Date(+now - 30 * day);
  for (let n = 0; n < 5; n++) {
    const { id } = await row(h.raw, table, { removedAt: new Date(+before - day) });
    for (let find = 0; find < 3; find++) await row(h.raw, tableNamed("saved_search_finds"), { searchId: id });
  }
  const count = async () => {
    const [left] = await h.raw<{ searches: number; orphans: number; finds: number }[]>`
      select (select count(*)::int from saved_searches where removed_at < ${before}) as searches,
        (select count(*)::int from saved_search_finds) as finds,
        (select count(*)::int from saved_search_finds f
          where not exists (select from saved_searches s where s.id = f.search_id)) as orphans`;
    return left;
  };
  const was = await count();
  const entry = register.find((each) => each.table === table) as Entry;
  const systemContext = await systemContextEverywhere(out());
  expect(await inTransaction(systemContext, ({ db }) => endRows(db, entry, before, 2))).toBe(2);
  expect(await count()).toEqual({ searches: 3, finds: (was?.finds ?? 0) - 6, orphans: was?.orphans });
  expect(await runRetention(out())).toEqual({ taken_back: 3 });
  expect(await count()).toEqual({ searches: 0, finds: (was?.finds ?? 0) - 15, orphans: was?.orphans });
});

/** Lists tables whose rows belong to an assignment or to a round, which ends as a whole. */
const wholes = [
  {
    kind: "assignment",
    table: "assignments",
    parent: "assignmentId",
    since: "enteredAt",
    closed: { status: "closed" },
  },
  { kind: "round", table: "rounds", parent: "roundId", since: "createdAt", closed: {} },
] as const;
for (const { kind, table, parent, since, closed } of wholes)
  test(`a whole of ${table} ends: words and names in every row of it, and in no row of another`, async () => {
    const until = +(retentionCutoff(kind, now) as Date);
    const make = async (who: string, at: number, given: Row = closed) => {
      const { id } = await row(
        h.raw,
        tableNamed(table),
        { centreId: h.centreId, [since]: new Date(at), emptiedAt: null, ...given },
        who,
        now,
      );
      for (const entry of children(parent))
        await row(h.raw, entry.table, { centreId: h.centreId, [parent]: id, ...open(entry) }, who, now);
    };
    await make("jong", until + second);
    await make("oud", until - second);
    if (kind === "assignment") await make("lopend", until - day, { status: "in_progress" });
    expect(await runRetention(out())).toEqual({ [kind]: 1 });
    const whole = register.find((entry) => tableName(entry) === table) as Entry;
    for (const entry of [whole, ...children(parent)]) {
      const text = (await rowsIn(tableName(entry))).join("\n");
      const empties = entry === whole || entry.keeps === kind || tableName(entry) === "events";
      if (empties)
        expect(markersLeft(entry, text, "oud"), tableName(entry)).toEqual(
          entry === whole && kind === "round" ? telling(entry) : [],
        );
      for (const who of kind === "assignment" ? ["jong", "lopend"] : ["jong"])
        expect(markersLeft(entry, text, who), `${tableName(entry)} of ${who}`).toEqual(telling(entry));
    }
    expect(await runRetention(out())).toEqual({});
  });
const children = (parent: string) =>
  register.filter(
    (entry) =>
      parent in columns(entry) &&
      !["assignments", "rounds"].includes(tableName(entry)) &&
      entry.keeps !== "taken_back" &&
      entry.keeps !== "letter" &&
      entry.keeps !== "draft",
  );
test("people who never used the account that a list made for them are erased, others are not", async () => {
  const until = +(retentionCutoff("unused", now) as Date);
  const never = {
    passwordHash: null,
    emailVerifiedAt: null,
    closedAt: null,
    erasedAt: null,
    disabledAt: null,
    demo: false,
  };
  const of = async (who: string, given: Row) =>
    String((await row(h.raw, tableNamed("people"), { ...never, ...given }, who)).id);
  const old = await of("oud", { createdAt: new Date(until - second) });
  const stays = [
    await of("jong", { createdAt: new Date(until + second) }),
    await of("wachtwoord", { createdAt: new Date(until - day), passwordHash: "x" }),
    await of("bevestigd", { createdAt: new Date(until - day), emailVerifiedAt: now }),
    await of("voorbeeld", { createdAt: new Date(until - day), demo: true }),
  ];
  expect(await runRetention(out())).toEqual({ unused: 1 });
  expect((await h.raw`select id from people where erased_at is not null`).map(({ id }) => id)).toEqual([old]);
  expect((await h.raw`select id from people where email like 'kanarie%'`).map(({ id }) => id).sort()).toEqual(
    stays.sort(),
  );
});

test("a table, an assignment or a person that fails keeps nothing else, and the night ends with what failed", async () => {
  const long = new Date(+now - 20 * 365 * day);
  const assignment = () =>
    row(h.raw, tableNamed("assignments"), { centreId: h.centreId, enteredAt: long, emptiedAt: null, status: "closed" });
  const person = () =>
    row(h.raw, tableNamed("people"), {
      closedAt: long,
      erasedAt: null,
      disabledAt: null,
    });
  const assignments = [await assignment(), await assignment(), await assignment()];
  const people = [await person(), await person(), await person()];
  // They are the first in order of their numbers: all others come after it.
  const [badAssignment, badPerson] = [assignments, people].map(
    (all) => all.map(({ id }) => String(id)).sort()[0] ?? "",
  );
  await row(h.raw, tableNamed("submissions"), { at: long });
  await h.raw.unsafe(`
    create function bad() returns trigger language plpgsql as $$ begin raise exception 'a bad row'; end $$;
    create trigger bad before delete on submissions for each row execute function bad();
    create trigger bad before update on assignments for each row when (old.id = '${badAssignment}') execute function bad();
    create trigger bad before update on people for each row when (old.id = '${badPerson}') execute function bad()`);
  const night = await runRetention(out()).catch((error: unknown) => error as RetentionFailed);
  expect(night).toBeInstanceOf(RetentionFailed);
  const { ended, unended } = night as RetentionFailed;
  expect(unended.map(({ error: _, ...part }) => part)).toEqual([
    { part: "submissions" },
    { part: "assignments", number: badAssignment },
    { part: "people", number: badPerson },
  ]);
  expect(ended).toEqual({ assignment: 2, account: 2 });
  await h.raw.unsafe("drop function bad() cascade");
  expect(await runRetention(out()), "what failed is done the next time").toEqual({
    form_key: 1,
    assignment: 1,
    account: 1,
  });
});

test("every kind of retention with a length is reached by a test above", () => {
  const tested = new Set<Retention>([
    ...register.filter(({ ends }) => ends).map(({ keeps }) => keeps),
    ...wholes.map(({ kind }) => kind),
    "unused",
  ]);
  expect(
    Object.entries(retentions).filter(([kind, { days }]) => days !== null && !tested.has(kind as Retention)),
  ).toEqual([]);
});

test("an event whose words are forgotten keeps its link in the chain; one whose words were changed does not", async () => {
  expect(hashOf({ move: "x", salt: null, wordsHash: "a", answers: {}, comment: "" })).toBe(
    hashOf({ move: "x", salt: null, wordsHash: "a", answers: {}, comment: "", seq: 7, hash: "b" }),
  );
  expect(hashOf({ move: "x", salt: null, wordsHash: "a", answers: { a: 1 }, comment: "" })).not.toBe(
    hashOf({ move: "x", salt: null, wordsHash: "a", answers: {}, comment: "" }),
  );
});
