import { Zip, ZipPassThrough } from "fflate";
import type { OwnData } from "#app/services/privacy/own-data.server.ts";
import type { Locale } from "#app/domain/words.ts";
import { plainName } from "./name.ts";
import { writePage } from "./own-data-page.server.ts";
import { store } from "./upload.server.ts";

const bytes = new TextEncoder();

/**
 * Returns somebody's own data as one archive: `gegevens.json` for a machine, `lees-mij.html` for people, and the
 * files they gave. Written as it is read: neither the rows nor a file ever stand in memory as a whole, and who stops
 * reading stops it.
 */
export function ownArchive(data: OwnData, locale: Locale): Response {
  let demand = () => {};
  let gone = false;
  const wanted = () => new Promise<void>((resolve) => (demand = resolve));
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const zip = new Zip((error, chunk, last) => {
          if (gone) return;
          if (error) return controller.error(error);
          controller.enqueue(chunk);
          if (last) controller.close();
        });
        const room = async () => {
          if (gone) throw new Gone();
          if ((controller.desiredSize ?? 1) <= 0) await wanted();
        };
        write(zip, data, locale, room).catch((error: unknown) => {
          if (!(error instanceof Gone)) controller.error(error);
        });
      },
      pull: () => demand(),
      cancel: () => {
        gone = true;
        demand();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 262_144 }),
  );
  return new Response(body, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": 'attachment; filename="mijn-gegevens.zip"',
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
/** The reader went away: nobody waits for the rest. */
class Gone extends Error {}

async function write(zip: Zip, data: OwnData, locale: Locale, room: () => Promise<void>) {
  await entry(zip, "gegevens.json", room, (out) => writeJson(data, out));
  await entry(zip, "lees-mij.html", room, (out) => writePage(data, locale, out));
  for (const [at, file] of data.files.entries())
    await entry(zip, `bestanden/${at + 1}-${plainName(file.name)}`, room, async (out) => {
      for await (const chunk of (await store().open(file.storageKey)) as unknown as AsyncIterable<Uint8Array>)
        await out(chunk);
    });
  zip.end();
}
async function entry(
  zip: Zip,
  name: string,
  room: () => Promise<void>,
  fill: (out: (text: string | Uint8Array) => Promise<void>) => Promise<void>,
) {
  const part = new ZipPassThrough(name);
  zip.add(part);
  await fill(async (text) => {
    await room();
    part.push(typeof text === "string" ? bytes.encode(text) : text);
  });
  part.push(new Uint8Array(0), true);
}

/** Writes all rows by the name of their table, for a machine: `{ person, made_at, data: { table: [row, …] } }`. */
async function writeJson({ name, madeAt, tables }: OwnData, out: (text: string) => Promise<void>) {
  await out(`{"person":${JSON.stringify(name)},"made_at":${JSON.stringify(madeAt)},"data":{`);
  for (const [at, table] of tables.entries()) {
    await out(`${at ? "," : ""}\n${JSON.stringify(table.name)}:[`);
    let first = true;
    for await (const row of table.rows()) {
      await out(`${first ? "" : ","}\n${JSON.stringify(row)}`);
      first = false;
    }
    await out("]");
  }
  await out("}}\n");
}
