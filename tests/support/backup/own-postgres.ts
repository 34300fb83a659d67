import { inject } from "vitest";
import { openRaw } from "#db/client.server.ts";
import { onSystem } from "#db/cluster/binaries.server.ts";
import { throwAway, withDatabase } from "#tests/support/database/database.ts";
import { atFileEnd } from "#tests/support/file-end.ts";

/** Logins that are only used in a database that is thrown away. */
const words = { eigenaar: "proef-eigenaar", dienst: "proef-dienst" };

/**
 * Makes a PostgreSQL as an institution has its own: of another major version where one is installed, the tables owned
 * by a plain login (`owner`) whom the row policies bind, the server a second one (`url`) that owns nothing. `admin`
 * is for looking.
 */
export async function ownPostgres() {
  const fifteen = 15;
  const other = inject("databases").major === fifteen ? null : (onSystem(fifteen)?.major ?? null);
  const { cluster, remove } = await throwAway({ durable: false, major: other });
  atFileEnd(remove);
  const server = openRaw(cluster.url, { max: 1 });
  for (const [name, word] of Object.entries(words)) await server.unsafe(`create role ${name} login password '${word}'`);
  await server.unsafe("create role samenspel_app nologin");
  await server.unsafe("grant samenspel_app to eigenaar with admin option");
  await server.end();
  const database = async (name: string) => {
    const maker = openRaw(cluster.url, { max: 1 });
    await maker.unsafe(`create database ${name} owner eigenaar`).finally(() => maker.end());
    const at = withDatabase(cluster.url, name);
    const as = (user: keyof typeof words) => Object.assign(new URL(at), { username: user, password: words[user] }).href;
    return { admin: at, owner: as("eigenaar"), url: as("dienst"), login: "dienst" };
  };
  return { major: other, database };
}
