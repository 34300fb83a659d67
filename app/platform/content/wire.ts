import type { FieldError, Why } from "#app/domain/refusal.ts";
import type { SheetWords } from "#app/domain/rounds/sheet.ts";
import type { WrittenList } from "#app/domain/rounds/written-list.ts";
import type { FilesPlace } from "#app/platform/files/store.server.ts";
import type { Received } from "#app/platform/http/request/form.server.ts";

/** Names and values of a form, in the order in which they came. */
export type Pairs = [name: string, value: string][];
export type Taken = { pairs: Pairs; files: Received[] };
export type Table = readonly (readonly (string | number | null)[])[];
/** Lists what the thread can be asked, and what it answers. Files lie in `place`, as `openStore` keeps them. */
export type ContentJobs = {
  /** Takes a form with files; its body follows in chunks. `type` is the header that names its boundary. */
  form: { input: { place: FilesPlace; type: string }; output: Taken };
  /** Takes the beginning of a form with files that nobody takes in: its fields as far as they are there. */
  fields: { input: { bytes: Uint8Array; type: string }; output: Pairs };
  /** Holds the list of students in one stored file, read and checked. */
  list: {
    input: { place: FilesPlace; key: string; name: string; field: string; words: SheetWords };
    output: WrittenList;
  };
  /** A table travels as the bytes of a file. */
  table: { input: { rows: Table; form: "csv" | "xlsx" }; output: Uint8Array };
};
export type ContentJob = keyof ContentJobs;

/** Says what is said to the thread about a job. */
export type Said =
  | { [K in ContentJob]: { kind: K; input: ContentJobs[K]["input"] } }[ContentJob]
  | { kind: "chunk"; bytes: Uint8Array }
  | { kind: "end" | "go" | "abort" };
/** Holds what goes to the thread. Each `turn` of a job is answered with `taken` of that turn, or with what ends the job. */
export type ToThread = Said & { id: number; turn: number };
/** Holds what comes back. `head`: the fields before the first file; nothing of that file is kept until the thread hears `go`. */
export type FromThread =
  | { kind: "ready" }
  | { kind: "taken"; id: number; turn: number }
  | { kind: "head"; id: number; pairs: Pairs }
  | { kind: "done"; id: number; output: ContentJobs[ContentJob]["output"] }
  | { kind: "refused"; id: number; why: Why; missing: readonly string[]; errors: Readonly<Record<string, FieldError>> }
  | { kind: "failed"; id: number; message: string; code: string | undefined };
