// @module-tag postgres connections that are lost, deadlocks and limits
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freshDatabase, type Fresh } from "#tests/support/database/fresh.ts";
import { openDatabase, origin, type Database, type DatabasePool, type Reach } from "#db/client.server.ts";
import { eventually } from "#tests/support/eventually.ts";

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const as = (): Reach => ({ person: "", centres: [], organizations: [] });
const crashes: unknown[] = [];
const noted = (error: unknown) => void crashes.push(error);
let fresh: Fresh;
let house: DatabasePool;

beforeEach(async () => {
  fresh = await freshDatabase();
  await fresh.raw.unsafe(
    "create table if not exists notes (who text not null); truncate notes; grant select, insert on notes to samenspel_app",
  );
  crashes.length = 0;
  process.on("uncaughtException", noted).on("unhandledRejection", noted);
});
afterEach(async () => {
  process.off("uncaughtException", noted).off("unhandledRejection", noted);
  await house.close();
  await fresh.raw.unsafe("drop table notes");
});

const write = (db: Database, who: string) => db.execute(sql`insert into notes values (${who})`);
const pid = async (db: Database) =>
  Number((await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid);
const kill = (victim: number) => fresh.raw.unsafe("select pg_terminate_backend($1::int)", [victim]);
const rows = async () => (await fresh.raw.unsafe("select who from notes order by who")).map((row) => String(row.who));
/** What waits at `opened` goes on once it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
/** Waits until this backend is at a statement like this one: a slow machine takes its time to come there. */
const isAt = (backend: () => number, state: string, statement: string) =>
  eventually(
    () =>
      fresh.raw.unsafe("select pid from pg_stat_activity where pid = $1::int and state = $2 and query like $3", [
        backend(),
        state,
        statement,
      ]),
    (found) => found.length > 0,
  );
const codeOf = (error: unknown) => (origin(error) as { code?: string }).code;

test("a transaction whose backend died writes nothing more, and harms nobody else", async () => {
  house = openDatabase(fresh.url, { poolSize: 1 });
  let victim = 0;
  const goesOn = gate();
  const a = house
    .transact(as(), async (db) => {
      victim = await pid(db);
      await write(db, "A1");
      await goesOn.opened;
      await write(db, "A2");
    })
    .catch((error: unknown) => error);
  await isAt(() => victim, "idle in transaction", "insert into notes%");
  await kill(victim);
  // A goes on while B is in the middle of its own transaction, on the one connection there is.
  const b = house
    .transact(as(), async (db) => {
      await write(db, "B1");
      goesOn.open();
      await a;
      throw new Error("B changes its mind");
    })
    .catch((error: Error) => error);
  expect(codeOf(await a)).toBe("CONNECTION_CLOSED");
  expect((await b)?.message).toBe("B changes its mind");
  expect(await rows()).toEqual([]);
  expect(crashes).toEqual([]);
});

test("a death during a statement, caught and continued, ends that transaction only", async () => {
  house = openDatabase(fresh.url, { poolSize: 1 });
  let victim = 0;
  const a = house
    .transact(as(), async (db) => {
      victim = await pid(db);
      await write(db, "A1");
      await db.execute(sql`select pg_sleep(600)`).catch(() => {});
      await write(db, "A2").catch(() => {});
      return "as if nothing happened";
    })
    .catch((error: unknown) => error);
  await isAt(() => victim, "active", "select pg_sleep%");
  await kill(victim);
  expect(codeOf(await a)).toMatch(/^(57P01|CONNECTION_CLOSED)$/);
  await house.transact(as(), (db) => write(db, "B1"));
  expect(await rows()).toEqual(["B1"]);
  expect(crashes).toEqual([]);
});

// Service is back within a second.
test("eighty backends are killed under load: what was promised is kept, what failed left nothing", async () => {
  house = openDatabase(fresh.url, { poolSize: 8 });
  const promised: string[] = [];
  const refused: string[] = [];
  let busy = true;
  const worker = async (name: string) => {
    for (let turn = 0; busy; turn++) {
      const who = `${name}-${turn}`;
      const halves = house.transact(as(), async (db) => {
        await write(db, who);
        if (turn % 3 === 0) await sleep(turn % 7);
        await write(db, who);
      });
      await halves.then(
        () => promised.push(who),
        () => refused.push(who),
      );
    }
  };
  const load = Promise.all(Array.from({ length: 12 }, (_, at) => worker(`w${at}`)));
  const killed = await killMany(80);
  await house.transact(as(), (db) => write(db, "after")); // the first that asks is served
  busy = false;
  await load;
  const kept = await rows();
  const twice = promised.flatMap((who) => [who, who]);
  expect(killed).toBeGreaterThanOrEqual(60);
  expect(refused.length).toBeGreaterThan(0);
  expect(kept.filter((who) => who !== "after" && !refused.includes(who)).sort()).toEqual(twice.sort());
  for (const who of refused) expect([0, 2]).toContain(kept.filter((each) => each === who).length); // 2: the answer to `commit` was lost
  expect(crashes).toEqual([]);
});

/** Ends backends of the product one after another, whatever each is doing at that moment. */
async function killMany(many: number): Promise<number> {
  let killed = 0;
  while (killed < many) {
    const [row] = await fresh.raw.unsafe(
      `select pg_terminate_backend(pid) as done from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
         and query !~ 'pg_terminate_backend'
       order by random() limit 1`,
    );
    if (row?.done) killed++;
    await sleep(10);
  }
  return killed;
}

test("a handle refuses a transaction inside a transaction", async () => {
  house = openDatabase(fresh.url, { poolSize: 1 });
  const nested = house.transact(as(), (db) =>
    (db as unknown as { transaction: (work: () => Promise<void>) => Promise<void> }).transaction(async () => {}),
  );
  await expect(nested).rejects.toThrow("a transaction inside a transaction");
});

test("a deadlock is run again, whole", async () => {
  house = openDatabase(fresh.url, { poolSize: 2 });
  await fresh.raw.unsafe(
    `create table if not exists pair (id int primary key, n int not null);
    truncate pair;
    insert into pair values (1, 0), (2, 0);
    grant select, update on pair to samenspel_app`,
  );
  // Each holds its first row before either asks for the second.
  const bothHold = gate();
  let holding = 0;
  const add = (first: number, then: number) =>
    house.transact(as(), async (db) => {
      await db.execute(sql`update pair set n = n + 1 where id = ${first}`);
      if (++holding === 2) bothHold.open();
      await bothHold.opened;
      await db.execute(sql`update pair set n = n + 1 where id = ${then}`);
    });
  await fresh.raw.unsafe(`alter system set deadlock_timeout = '100ms'`);
  await fresh.raw.unsafe("select pg_reload_conf()");
  await Promise.all([add(1, 2), add(2, 1)]);
  expect(holding, "one of the two began again").toBe(3);
  expect((await fresh.raw.unsafe("select n from pair order by id")).map((row) => row.n)).toEqual([2, 2]);
  await fresh.raw.unsafe("drop table pair");
});

test("role, reach and limits hold for one transaction and leave nothing behind", async () => {
  house = openDatabase(fresh.url, { poolSize: 1 });
  const look = sql`
    select current_user::text as role,
      current_setting('app.person', true) as person,
      current_setting('statement_timeout') as patience, current_setting('jit') as compiled`;
  const inside = await house.transact({ person: "someone", centres: [], organizations: [] }, (db) => db.execute(look));
  const next = await house.transact(as(), (db) => db.execute(look));
  expect([...inside]).toEqual([{ role: "samenspel_app", person: "someone", patience: "5s", compiled: "off" }]);
  expect([...next]).toEqual([{ role: "samenspel_app", person: "", patience: "5s", compiled: "off" }]);
});
