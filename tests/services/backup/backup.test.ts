// @module-tag slow
// @module-tag postgres a moment while others write, copying in and out, row policies
import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { backUp } from "#app/platform/backup/backup.server.ts";
import { openSet } from "#app/platform/backup/reading.server.ts";
import { restore } from "#app/platform/backup/restore.server.ts";
import { openFiles, type FileStore } from "#app/platform/files/receive.server.ts";
import { openStore } from "#app/platform/files/store.server.ts";
import { rightPassword } from "#app/platform/session/passwords.server.ts";
import { loginOf } from "#app/services/account/proof.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach } from "#app/services/context.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { verifyLog } from "#app/services/log/verify.server.ts";
import { openDatabase, openRaw } from "#db/client.server.ts";
import { act, day } from "#db/seed/acts.ts";
import { world } from "#db/seed/world.ts";
import { addFile, filled, folderFor, password, type Filled } from "#tests/support/backup/filled.ts";
import { ownPostgres } from "#tests/support/backup/own-postgres.ts";
import { allRows, asRestored, uncounted, type Rows } from "#tests/support/backup/rows.ts";
import { onServer, withDatabase } from "#tests/support/database/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { storage } from "#tests/support/storage.ts";

type Own = Awaited<ReturnType<typeof ownPostgres>>;
const sets = folderFor("sets");
const [first, second] = [join(sets, "first"), join(sets, "second")];
const keys = join(sets, "keys.txt");
const passphrase = join(sets, "passphrase.txt");
let house: Filled;
let own: Own;
let place: Awaited<ReturnType<Own["database"]>>;
let theirs: Sql;
let made: Awaited<ReturnType<typeof backUp>>;
let done: Awaited<ReturnType<typeof restore>>;
let then: Rows;
let writtenMeanwhile: number;
/** The set moves from a disk into a bucket, and later back. */
let store: FileStore;

beforeAll(async () => {
  store = openStore({ folder: folderFor("outgoing"), bucket: (await storage()).place });
  house = await filled();
  own = await ownPostgres();
  place = await own.database("huis");
  const identity = await generateX25519Identity();
  writeFileSync(keys, `# a note\n${identity}\n`);
  writeFileSync(passphrase, "een lange zin als sleutel\n");
  const recipients = [await identityToRecipient(identity)];
  made = await whileWriting((stands) => backUp({ ...from(first), lock: { recipients }, stands }));
  rmSync(house.folder, { recursive: true });
  done = await restore(await openSet(first, { identityFile: keys }), { ...place, store, now: () => new Date() });
  theirs = openRaw(place.admin, { max: 1 });
  atFileEnd(() => theirs.end());
});

const from = (folder: string) => ({
  owner: house.url,
  store: house.store,
  folder,
  version: "0.0.1",
  now: () => new Date(),
});
/** Three people write before, at and after the moment of the set; `then` is what another connection saw at it. */
async function whileWriting(
  work: (stands: (snapshot: string) => Promise<void>) => Promise<typeof made>,
): Promise<typeof made> {
  const { w, c, assignments, url } = house;
  let [going, written] = [true, 0];
  const pausing = async (id: string) => {
    for (let on = false; going; on = !on, written++)
      await (on
        ? act(w, c.coordinator, "assignment", id, "resume")
        : act(w, c.coordinator, "assignment", id, "pause", { reason: "vakantie", until: day(w, 30) }));
  };
  const uploading = async () => {
    for (let n = 0; going && n < 12; n++, written++)
      await addFile(house, house.store, assignments[2] ?? "", `Bestand ${n}`);
  };
  const writers = Promise.all([pausing(assignments[0] ?? ""), pausing(assignments[1] ?? ""), uploading()]);
  await eventually(
    () => written,
    (n) => n >= 6,
  );
  const stop = () => {
    going = false;
    return writers;
  };
  const set = work(async (snapshot) => {
    const before = written;
    const witness = openRaw(url, { max: 1 });
    then = await witness.begin("isolation level repeatable read read only", async (tx) => {
      await tx.unsafe(`set transaction snapshot '${snapshot}'`);
      await tx.unsafe("set local timezone = 'UTC'");
      return allRows(tx);
    });
    await witness.end();
    await house.store.remove(house.keys.vanishing);
    await eventually(
      () => written,
      (n) => n >= before + 12,
    );
    writtenMeanwhile = written - before;
  });
  await set.then(stop, stop);
  return set;
}

test("every row of every table is as it was at one moment, whoever wrote meanwhile", async () => {
  expect(writtenMeanwhile).toBeGreaterThanOrEqual(12);
  const later = await allRows(house.raw);
  expect(later.get("events")?.length).toBeGreaterThan(then.get("events")?.length ?? 0);
  expect([...then.values()].filter((rows) => rows.length > 0).length).toBeGreaterThan(35);
  const expected = asRestored(then);
  const found = await allRows(theirs);
  expect([...found.keys()]).toEqual([...expected.keys()]);
  for (const [table, rows] of expected)
    expect(sorted(found.get(table)?.map((row) => uncounted(table, row)) ?? []), table).toEqual(sorted(rows));
  expect(made.rows).toBe([...then.values()].reduce((sum, rows) => sum + rows.length, 0));
});
const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();

test("every file that a row of that moment names is there, byte by byte; what is not is told", async () => {
  const named = then.get("files") ?? [];
  const keysOf = (rows: Record<string, unknown>[]) => rows.map((row) => String(row.storage_key)).sort();
  const { vanishing, changed, removed } = house.keys;
  expect(made.missing).toEqual([vanishing]);
  expect(made.changed).toEqual([changed]);
  const kept = keysOf(named).filter((key) => key !== vanishing && key !== removed);
  expect(kept.length).toBeGreaterThan(3);
  const there: string[] = [];
  for await (const { key } of store.list()) there.push(key);
  expect(there.sort()).toEqual(kept);
  for (const { storage_key: key, sha256, size } of named.filter((row) => kept.includes(String(row.storage_key)))) {
    const content = Buffer.from(await new Response(await store.open(String(key))).arrayBuffer());
    expect(content.length).toBe(size);
    if (key !== changed) expect(tokenHash(content.toString())).toBe(sha256);
  }
});

test("sessions, open links and codes, the keys of drafts and letters that carry a way in are ended", async () => {
  expect(done.ended).toEqual({
    sessions: then.get("sessions")?.length,
    links: then.get("tokens")?.filter((row) => row.used_at === null).length,
    drafts: 1,
    letters: 1,
  });
  expect(done.ended.sessions).toBeGreaterThan(0);
  expect(done.ended.links).toBeGreaterThan(2);
  const [left] = await theirs`select count(*)::int as n from account_letters where data::text like '%geheim%'`;
  const [owed] = await theirs`select count(*)::int as n from outbox where data::text like '%geheim%'`;
  expect([left?.n, owed?.n]).toEqual([0, 0]);
});

test("every column that could open something is ended by a restore, or named here as one that stays", async () => {
  const found = await house.raw.unsafe(`
    select table_name || '.' || column_name as relname from information_schema.columns
    where table_schema = 'public' and column_name ~ '(^|_)(hash|secret|token|key|code|otp)s?$' order by 1`);
  const ended = ["intake_drafts.key_hash"]; // sessions and tokens are known by an id that is a hash
  const stays = {
    "events.hash": "a link of the log",
    "events.previous_hash": "a link of the log",
    "events.words_hash": "proof of what was written",
    "files.storage_key": "where a file lies",
    "people.password_hash": "people log in again with the same password",
    "recovery_codes.hash": "keyed with the secret of the server, beside a password",
    "round_events.hash": "a link of the log",
    "round_events.previous_hash": "a link of the log",
    "second_factors.public_key": "the public half of a passkey",
    "submissions.key": "a form that was sent opens nothing",
    "throttles.key": "counts tries",
  };
  expect(names(found)).toEqual([...ended, ...Object.keys(stays)].sort());
});

test("the restored product goes on: under its row policies, with its log, its counters and its passwords", async () => {
  expect(done.log.broken).toEqual([]);
  expect(done.log.events).toBe((then.get("events")?.length ?? 0) + (then.get("round_events")?.length ?? 0));
  const forced = "select relname from pg_class where relforcerowsecurity and relrowsecurity order by 1";
  expect(names(await theirs.unsafe(forced))).toEqual(names(await house.raw.unsafe(forced)));
  for (const shape of [rules, indexes])
    expect(names(await theirs.unsafe(shape))).toEqual(names(await house.raw.unsafe(shape)));
  const database = openDatabase(place.url, { poolSize: 2 });
  try {
    const w = world(database, house.w.now());
    const out = { transact: database.transact, now: w.now, newId: w.newId };
    const visitor = { ...out, actor: nobody, reach: noReach, locale: "nl" as const, requestId: "restored" };
    const [owner] = await theirs`select email from people where id = ${house.c.owner}`;
    const known = await loginOf(visitor, String(owner?.email));
    expect(await rightPassword(known?.passwordHash ?? null, password)).toBe(true);
    const [paused] = then.get("assignments")?.filter(({ id }) => id === house.assignments[0]) ?? [];
    await (paused?.on_hold
      ? act(w, house.c.coordinator, "assignment", house.assignments[0] ?? "", "resume")
      : act(w, house.c.coordinator, "assignment", house.assignments[0] ?? "", "pause", {
          reason: "vakantie",
          until: day(w, 30),
        }));
    const after = await verifyLog(await systemContextEverywhere(out));
    expect(after).toEqual({ ...done.log, events: done.log.events + 1 });
    expect(await database.transact(noReach, (db) => db.execute("select 1 from assignments limit 1"))).toHaveLength(0);
  } finally {
    await database.close();
  }
});
const rules = `select conname || ' ' || pg_get_constraintdef(oid) as relname from pg_constraint
  where connamespace = 'public'::regnamespace and contype <> 'n' order by 1`;
const indexes = "select indexdef as relname from pg_indexes where schemaname = 'public' order by 1";
const names = (rows: readonly Record<string, unknown>[]) => rows.map((row) => String(row.relname));

test("a target that holds something is refused, and stays as it is", async () => {
  const before = await allRows(theirs);
  const again = { ...place, store, now: () => new Date() };
  const set = await openSet(first, { identityFile: keys });
  await expect(restore(set, again)).rejects.toThrow(
    /^The database holds rows already \(in \w+\), so nothing was restored/,
  );
  expect(await allRows(theirs)).toEqual(before);
  const empty = await own.database("leeg");
  const other = openFiles(join(folderFor("strange-store"), "files"));
  const stranger = await addFile(house, other, house.assignments[0] ?? "", "Van iemand anders.");
  await expect(restore(set, { ...empty, store: other, now: () => new Date() })).rejects.toThrow(
    `There are files already (${stranger}), so nothing was restored.`,
  );
  const looked = openRaw(empty.admin, { max: 1 });
  const tables = await looked.unsafe("select 1 from pg_tables where schemaname = 'public'").finally(() => looked.end());
  expect(tables).toHaveLength(0);
});

test("a plain owner, whom the row policies bind, backs up every row; the set moves back to the other PostgreSQL", async () => {
  const lock = { passphraseFile: passphrase };
  const set = { ...from(second), owner: place.owner, store, lock };
  const again = await backUp(set);
  const there = await allRows(theirs);
  expect(again.rows).toBe([...there.values()].reduce((sum, rows) => sum + rows.length, 0));
  const name = `teruggezet_${process.pid}`;
  const url = withDatabase(house.url, name);
  await onServer(house.url, `create database ${name}`);
  const home = openRaw(url, { max: 1 });
  try {
    const back = openFiles(join(folderFor("back-store"), "files"));
    await restore(await openSet(second, lock), { owner: url, url, store: back, now: () => new Date() });
    const found = await allRows(home);
    for (const [table, rows] of asRestored(there))
      expect(sorted(found.get(table)?.map((row) => uncounted(table, row)) ?? []), table).toEqual(sorted(rows));
  } finally {
    await home.end();
    await onServer(house.url, `drop database ${name} with (force)`);
  }
});

test("an owner from whom rows would stay hidden makes no back-up", async () => {
  const folder = join(sets, "blind");
  await theirs.unsafe("drop policy read_for_backup on assignments");
  await expect(backUp({ ...from(folder), owner: place.owner, store })).rejects.toThrow(
    /may not read every row \(of 1 tables, such as assignments\).*MIGRATION_DATABASE_URL/,
  );
  await expect(backUp({ ...from(folder), owner: place.url, store })).rejects.toThrow(/may not read|permission denied/);
  expect(readdirSync(sets).filter((each) => each.startsWith("blind"))).toEqual([]);
});

test("a set is open to its owner alone", () => {
  const modes = (path: string): number[] => [
    statSync(path).mode & 0o777,
    ...(statSync(path).isDirectory() ? readdirSync(path).flatMap((each) => modes(join(path, each))) : []),
  ];
  expect([...new Set(modes(first))].sort()).toEqual([0o600, 0o700]);
});
