import { z } from "zod";

/** Holds the form of a set; a later form gets a higher number, and is refused by whoever does not know it. */
export const form = 1;
/** Names of parts are made by us and read back from a disk: nothing else is ever opened below the folder of a set. */
const tableName = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const columnName = z.string().regex(/^("[^"]+"|[a-z_][a-z0-9_]*)$/);
const fileKey = z.string().regex(/^[0-9a-f]{40}$/);
const whole = z.number().int().nonnegative();

/** Describes what a set says of itself. Counts, names and moments only: it is not encrypted. */
export const manifestSchema = z.object({
  product: z.literal("samenspel"),
  form: z.literal(form),
  version: z.string(),
  madeAt: z.iso.datetime(),
  encrypted: z.enum(["no", "recipients", "passphrase"]),
  postgres: whole,
  migrations: z.array(z.object({ hash: z.string(), when: z.number() })).min(1),
  tables: z.array(z.object({ name: tableName, columns: z.array(columnName).min(1), rows: whole })),
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^\d+$/), called: z.boolean() })),
  files: z.array(fileKey),
  /** Files that a living row names and the store did not have, or had with another content than the row says. */
  missing: z.array(z.string()),
  changed: z.array(z.string()),
});
export type Manifest = z.output<typeof manifestSchema>;

export const manifestPart = "manifest.json";
/** Names where the key of a set with a passphrase is kept, itself locked by that passphrase. */
export const keyPart = "key.age";
/** Holds the list of checksums, as `sha256sum --check` reads it; its last line is the checksum of the lines before. */
export const sumsPart = "SHA256SUMS";
const ending = ({ encrypted }: Pick<Manifest, "encrypted">) => (encrypted === "no" ? "" : ".age");
/** Names where the rows of a table are, below the folder of a set. */
export const tablePart = (set: Pick<Manifest, "encrypted">, name: string) => `tables/${name}.copy.gz${ending(set)}`;
/** Tells where a stored file is. */
export const filePart = (set: Pick<Manifest, "encrypted">, key: string) =>
  `files/${key.slice(0, 2)}/${key}${ending(set)}`;
/** Returns every part that must be there, and no other. */
export const partsOf = (set: Manifest): string[] => [
  manifestPart,
  ...(set.encrypted === "passphrase" ? [keyPart] : []),
  ...set.tables.map(({ name }) => tablePart(set, name)),
  ...set.files.map((key) => filePart(set, key)),
];
