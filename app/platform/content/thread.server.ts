import { setPriority } from "node:os";
import { buffer } from "node:stream/consumers";
import type { ReadableStream } from "node:stream/web";
import { parentPort } from "node:worker_threads";
import writeXlsxFile from "write-excel-file/node";
import { asText, csvOf } from "#app/domain/files/spreadsheet.ts";
import { Refusal, refuseFields } from "#app/domain/refusal.ts";
import { mostListBytes, writeList, type WrittenList } from "#app/domain/rounds/written-list.ts";
import { openStore } from "#app/platform/files/store.server.ts";
import { textSheet } from "#app/platform/sheets/text.server.ts";
import { workbookSheet } from "#app/platform/sheets/workbook.server.ts";
import { Unreadable } from "#app/platform/sheets/zip.server.ts";
import { fieldsIn, formReader, type FormReader } from "./multipart.server.ts";
import type { ContentJobs, FromThread, ToThread } from "./wire.ts";

/** This thread looks into what people send, so that the one that answers never does (docs/trust.md H26). */
const post = (said: FromThread, give: ArrayBuffer[] = []) => parentPort?.postMessage(said, give);
type Form = { reader: FormReader; go: () => void };
const forms = new Map<number, Form>();

function receive(asked: ToThread): void {
  const { id, turn } = asked;
  const taken = () => post({ kind: "taken", id, turn });
  switch (asked.kind) {
    case "form":
      return (answer(id, () => form(id, asked.input)), taken());
    case "fields":
      return answer(id, async () => fieldsIn(asked.input.bytes, asked.input.type));
    case "list":
      return answer(id, () => list(asked.input));
    case "table":
      return answer(id, () => table(asked.input));
    case "chunk":
      return void (forms.get(id)?.reader.write(asked.bytes) ?? Promise.resolve()).then(taken);
    case "end":
      return forms.get(id)?.reader.end();
    case "go":
      forms.get(id)?.go();
      return taken();
    case "abort":
      return forms.get(id)?.reader.abort();
  }
}
function answer(id: number, work: () => Promise<ContentJobs[keyof ContentJobs]["output"]>): void {
  work()
    .then((output) =>
      post({ kind: "done", id, output }, output instanceof Uint8Array ? [output.buffer as ArrayBuffer] : []),
    )
    .catch((error) => {
      if (error instanceof Refusal)
        return post({ kind: "refused", id, why: error.why, missing: error.missing, errors: error.errors });
      const { message, code } = error as NodeJS.ErrnoException;
      post({ kind: "failed", id, message: String(message).slice(0, 300), code });
    });
}

async function form(id: number, { place, type }: ContentJobs["form"]["input"]) {
  let go = () => {};
  const going = new Promise<void>((resolve) => {
    go = resolve;
  });
  const reader = formReader(type, openStore(place), async (pairs) => {
    post({ kind: "head", id, pairs });
    await going;
  });
  forms.set(id, { reader, go: () => go() });
  return reader.outcome.finally(() => forms.delete(id));
}

async function list({ place, key, name, field, words }: ContentJobs["list"]["input"]): Promise<WrittenList> {
  const bytes = await buffer((await openStore(place).open(key)) as ReadableStream);
  try {
    const written = writeList(/\.xlsx$/i.test(name) ? workbookSheet(bytes) : textSheet(bytes), words);
    if (written.rows.reduce((sum, { length }) => sum + length, 0) > mostListBytes)
      refuseFields({ [field]: { code: "file_too_large", limit: mostListBytes } });
    return written;
  } catch (error) {
    if (error instanceof Unreadable) return refuseFields({ [field]: { code: "not_a_sheet" } });
    throw error;
  }
}

/** Returns CSV as it is, or an Excel file whose texts are texts. */
async function table({ rows, form: as }: ContentJobs["table"]["input"]): Promise<Uint8Array> {
  if (as === "csv") return new TextEncoder().encode(csvOf(rows));
  const made = await writeXlsxFile(
    rows.map((row, at) =>
      row.map((value) =>
        value === null
          ? null
          : typeof value === "number"
            ? { type: Number, value }
            : { type: String, value: asText(value), ...(at === 0 ? { fontWeight: "bold" as const } : {}) },
      ),
    ),
  ).toBuffer();
  return Uint8Array.from(made);
}

// Linux counts niceness per thread: requests go before content. Elsewhere it would be the whole server's.
if (process.platform === "linux") setPriority(10);
parentPort?.on("message", receive);
post({ kind: "ready" });
