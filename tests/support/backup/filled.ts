import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "postgres";
import { hashPassword } from "#app/platform/session/passwords.server.ts";
import { openFiles, type FileStore } from "#app/platform/files/receive.server.ts";
import { storeFiles } from "#app/services/files/files.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { within } from "#db/seed/acts.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { settle } from "#tests/support/rounds/round.ts";
import { buildCommunity } from "#tests/support/town/community.ts";

/** Holds text that has another meaning somewhere on its way: in COPY, in JSON, in a shell, on a screen. */
const nasty = "a\tb\\n\\.\\N \\\\ 'q' \"d\" \u2028 é 🦭 \r\n,{}";
export const password = "een wachtwoord dat blijft";

/** Makes a folder that is gone when the test file ends. */
export function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `samenspel-${name}-`));
  atFileEnd(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  return folder;
}

/**
 * Makes a round of matching, its assignments and a community, with stored files, people who are logged in, every kind
 * of open link, a visitor's draft and letters that were not sent. Answers what a test must know of it.
 */
export async function filled() {
  const fresh = await freshDatabase();
  const s = await settle({ status: "matching" });
  await buildCommunity(s.w, s.c);
  const folder = join(folderFor("store"), "files");
  const store = openFiles(folder);
  const [first = ""] = s.assignments;
  await addFile(s, store, first, "Een tekst over water.");
  const keys = {
    vanishing: await addFile(s, store, first, "Deze gaat weg terwijl er een reservekopie loopt."),
    changed: await addFile(s, store, first, "Van deze zegt de rij iets anders."),
    removed: await addFile(s, store, first, "Deze is lang geleden verwijderd."),
  };
  await store.remove(keys.removed);
  await plant(fresh.raw, s, keys);
  return { ...s, raw: fresh.raw, url: fresh.url, store, folder, keys };
}
export type Filled = Awaited<ReturnType<typeof filled>>;
type Settled = Awaited<ReturnType<typeof settle>>;
type Keys = Record<"vanishing" | "changed" | "removed", string>;

/** Stores a file and the row that names it, as a page does; answers its key. */
export async function addFile(s: Pick<Settled, "w" | "c">, store: FileStore, assignmentId: string, text: string) {
  const stored = await store.receive(pieces(text), { name: "verslag.txt" });
  await within(s.w, s.c.coordinator, (inside) =>
    storeFiles(inside, { assignmentId, part: "attachment", partId: null }, [stored]),
  );
  return stored.key;
}
async function* pieces(text: string) {
  yield Buffer.from(text);
}

/** Says what no short story leaves behind. */
async function plant(raw: Sql, { c, w, assignments: [first = ""] }: Settled, keys: Keys) {
  const [now, soon] = [w.now(), new Date(+w.now() + 9 * 86_400_000)];
  await raw`update people set name = ${nasty}, password_hash = ${await hashPassword(password)} where id = ${c.owner}`;
  await raw`update assignments set title = ${nasty}, 
      skills = array(select jsonb_array_elements_text(${raw.json(["a,b", 'c"d', "NULL", "", nasty])}))
    where id = ${first}`;
  await raw`update files set sha256 = ${tokenHash("iets anders")} where storage_key = ${keys.changed}`;
  await raw`update files set removed_at = ${new Date(0)} where storage_key = ${keys.removed}`;
  await raw`insert into sessions (id, person_id, created_at, last_seen_at, expires_at, ends_at)
    values (${tokenHash("sessie")}, ${c.owner}, ${now}, ${now}, ${soon}, ${soon})`;
  for (const kind of ["reset", "calendar", "invitation"])
    await raw`insert into tokens (id, kind, person_id, payload, created_at, expires_at)
      values (${tokenHash(kind)}, ${kind}, ${c.owner}, ${raw.json({ text: nasty })}, ${now}, ${soon})`;
  await raw`insert into tokens (id, kind, person_id, created_at, expires_at, used_at)
    values (${tokenHash("gebruikt")}, 'reset', ${c.owner}, ${now}, ${soon}, ${now})`;
  await raw`insert into intake_drafts (id, key_hash, for_centre, email, answers, step, created_at, changed_at, expires_at)
    values (${w.newId()}, ${tokenHash("concept")}, ${c.centreId}, 'bezoeker@elders.nl', ${raw.json({ title: nasty })},
      'adres', ${now}, ${now}, ${soon})`;
  await raw`insert into account_letters (id, kind, email, locale, data, due_at)
    values (${w.newId()}, 'reset_password', 'iemand@elders.nl', 'nl', ${raw.json({ path: "/wachtwoord/geheim" })}, ${now})`;
  await raw`insert into throttles (key, level, at) values ('proef', 0.1, ${now})`;
  await raw`insert into submissions (key, person_id, fingerprint, answer, at)
    values (${w.newId()}, ${c.owner}, 'proef', null, ${now})`;
  await raw`update outbox set sent_at = due_at where sent_at is null and id <> (select min(id::text)::uuid from outbox)`;
  await raw`update outbox set data = ${raw.json({ path: "/persoonlijk/geheim" })}, relation = 'guardian' where sent_at is null`;
}
