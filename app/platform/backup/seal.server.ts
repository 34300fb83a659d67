import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import type { Manifest } from "./manifest.ts";

/** Says how the parts of a set are locked; `key` is written beside them when a passphrase opens it. */
export type Seal = {
  kind: Manifest["encrypted"];
  lock: (plain: Readable) => Promise<Readable>;
  key: Uint8Array | null;
};
/** Says how they are opened again. */
type Opener = (locked: Readable) => Promise<Readable>;
/** Says what was given on the command line. */
export type Lock = {
  recipients?: readonly string[];
  recipientsFile?: string | undefined;
  passphraseFile?: string | undefined;
};
export type Key = { identityFile?: string | undefined; passphraseFile?: string | undefined };

const isRecipient = /^age1[0-9a-z]{20,}$/;

/**
 * Locks for public keys of age (`age1…`), given or in a file, or for a passphrase in a file. A passphrase opens a key that is
 * made for this set: turning a passphrase into a key takes a second on purpose, and a set has thousands of parts. Throws a
 * sentence.
 */
export async function sealFor({ recipients = [], recipientsFile, passphraseFile }: Lock): Promise<Seal> {
  const keys = recipients.map((key) => publicKey(key, "--recipient"));
  if (recipientsFile) keys.push(...(await recipientsIn(recipientsFile)));
  if (keys.length > 0 && passphraseFile)
    throw new Error("Lock for public keys or with --passphrase-file, not both: age knows no file that either opens.");
  if (keys.length > 0) return sealed("recipients", keys, null);
  if (!passphraseFile) return { kind: "no", lock: (plain) => Promise.resolve(plain), key: null };
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(await passphraseIn(passphraseFile));
  return sealed("passphrase", [await identityToRecipient(identity)], await encrypter.encrypt(`${identity}\n`));
}

function sealed(kind: Manifest["encrypted"], recipients: readonly string[], key: Uint8Array | null): Seal {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return { kind, key, lock: async (plain) => node(await encrypter.encrypt(web(plain))) };
}

function publicKey(text: string, from: string): string {
  if (isRecipient.test(text)) return text;
  throw new Error(`${from}: ${text} is no public key of age (age1…).`);
}

/** Opens what `sealFor` locked; `locked` is the key beside a set with a passphrase. Throws a sentence for a wrong key. */
export async function openerFor(
  kind: Manifest["encrypted"],
  { identityFile, passphraseFile }: Key,
  locked: () => Promise<Uint8Array>,
): Promise<Opener> {
  if (kind === "no") return (plain) => Promise.resolve(plain);
  const decrypter = new Decrypter();
  if (kind === "passphrase") {
    if (!passphraseFile) throw new Error("This back-up is locked with a passphrase: give it with --passphrase-file.");
    const first = new Decrypter();
    first.addPassphrase(await passphraseIn(passphraseFile));
    decrypter.addIdentity((await orWrong(first.decrypt(await locked(), "text"), passphraseFile)).trim());
  } else {
    if (!identityFile) throw new Error("This back-up is locked for a key of age: give it with --identity-file.");
    for (const identity of await identitiesIn(identityFile)) decrypter.addIdentity(identity);
  }
  return async (part) =>
    node(await orWrong(decrypter.decrypt(web(part)), (kind === "passphrase" ? passphraseFile : identityFile) ?? ""));
}

/** The library says which stanza did not match; a person needs to know which file did not fit. */
const orWrong = <T>(opening: Promise<T>, file: string): Promise<T> =>
  opening.catch((error: Error) => {
    throw new Error(`What is in ${file} does not open this back-up (${error.message}).`);
  });

async function passphraseIn(file: string): Promise<string> {
  const passphrase = (await readFile(file, "utf8")).replace(/\r?\n$/, "");
  if (passphrase.length < 12) throw new Error(`The passphrase in ${file} has fewer than 12 characters.`);
  return passphrase;
}
/** As `age` reads them: a public key a line, notes behind a hash. A file without any locks nothing, so it is refused. */
async function recipientsIn(file: string): Promise<string[]> {
  const lines = (await linesIn(file)).filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length === 0) throw new Error(`There is no public key of age (age1…) in ${file}.`);
  return lines.map((line) => publicKey(line, file));
}
/** As `age-keygen` writes them: a key a line, notes behind a hash. */
async function identitiesIn(file: string): Promise<string[]> {
  const lines = await linesIn(file);
  const keys = lines.filter((line) => line.startsWith("AGE-SECRET-KEY-"));
  if (keys.length === 0) throw new Error(`There is no key of age (AGE-SECRET-KEY-…) in ${file}.`);
  return keys;
}
const linesIn = async (file: string) => (await readFile(file, "utf8")).split("\n").map((line) => line.trim());
const web = (stream: Readable) => Readable.toWeb(stream) as ReadableStream<Uint8Array>;
const node = (stream: ReadableStream<Uint8Array>) => Readable.fromWeb(stream as never);
