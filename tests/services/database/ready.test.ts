import { expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { noReach } from "#app/services/context.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { eventually } from "#tests/support/eventually.ts";

test("a server whose connections are all at work is ready and hears what others tell", async () => {
  const { url } = await freshDatabase();
  const database = openDatabase(url, { poolSize: 1 });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await database.onChange(() => {});
  const work = database.transact(noReach, () => held);
  try {
    expect(await database.ready()).toBe(true);
    // Its own pulse goes round, though no connection for requests is free.
    expect(await eventually(async () => database.isListening(), Boolean)).toBe(true);
  } finally {
    release();
    await work;
    await database.close();
  }
});
test("a database that is away makes nobody ready", async () => {
  const database = openDatabase("postgres://nobody:none@127.0.0.1:9/none", { poolSize: 1 });
  expect(await database.ready()).toBe(false);
  await database.close();
});
