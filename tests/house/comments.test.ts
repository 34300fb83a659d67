import { expect, test } from "vitest";
import { code, read, rootCode } from "#tests/support/sources.ts";

type Comment = { place: string; said: string };
/** Matches lines for tools, which are no sentences. */
const forTools = /^(@|biome-|eslint|oxlint|<reference|#|v8 )/;

test("a comment on lines of its own begins as a sentence and ends as one", () => {
  const comments = [...code(), ...rootCode()].flatMap((file) => commentsOf(file, read(file)));
  expect(comments.length).toBeGreaterThan(6000);
  expect(comments.flatMap(({ place, said }) => faultOf(said).map((fault) => `${place} ${fault}: ${said}`))).toEqual([]);
});

test("the rule knows a sentence from a fragment, and leaves lines for tools alone", () => {
  const faults = (text: string) => commentsOf("file.ts", text).flatMap(({ said }) => faultOf(said));
  const heading = "/" + "/ Intake\nconst intake = 1;";
  const lower = "/" + "** only when it is late. */\nconst late = 1;";
  expect(faults(heading)).toEqual(["is no sentence"]);
  expect(faults("/" + "/ What the intake asks of everybody\nconst intake = 1;")).toEqual(["has no end"]);
  expect(faults(lower)).toEqual(["begins in lower case"]);
  expect(faults("/" + "** The late ones. */\nconst late = [];")).toEqual(["is no sentence"]);
  const wrapped = "  /" + "**\n   * `late` means that the day is over, and\n   * that nobody answered.\n   */";
  const ignored = "/" + "/ @module-tag slow\n\n/" + "/ biome-ignore lint: because";
  const beside = "const late = 1; /" + "/ not yet";
  expect([wrapped, ignored, beside].flatMap(faults)).toEqual([]);
  for (const clause of [
    "Whether this person reads it, or may.",
    "Who confirmed it already.",
    "What the work leaves behind.",
  ])
    expect(faults("/" + "/ " + clause), clause).toEqual(["is a clause without a verb of its own"]);
  for (const sentence of [
    "Tells whether it may be read.",
    "Who left the team reads nothing.",
    "What was signed is read first.",
  ])
    expect(faults("/" + "/ " + sentence), sentence).toEqual([]);
});

test("a comment calls a thing as the code does: a teacher is no docent, and a status no state", () => {
  const other = /\b(docent(en)?|states?)\b(?! diagram)/i;
  const slips = (file: string, text: string) =>
    commentsOf(file, text).filter(({ said }) => other.test(said.replaceAll(/`[^`]*`|"[^"]*"/g, "")));
  const product = code().filter((file) => /^(app|db)\//.test(file));
  expect(product.flatMap((file) => slips(file, read(file))).map(({ place, said }) => `${place} ${said}`)).toEqual([]);
  const comment =
    "/" + "** Only the docent reads it. */\n/" + '** The table as a state diagram, in "states" of `state`. */';
  expect(slips("file.ts", comment).map(({ place }) => place)).toEqual(["file.ts:1"]);
});

/** Block comments, and runs of line comments, that have their lines to themselves. */
function commentsOf(file: string, text: string): Comment[] {
  const pattern = /^[ \t]*(?:\/\*\*?([\s\S]*?)\*\/[ \t]*$|((?:\/\/[^\n]*(?:\n[ \t]*(?=\/\/))?)+))/gm;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const said = (match[1] ?? match[2] ?? "")
      .replaceAll(/^[ \t]*(?:\*|\/\/) ?/gm, "")
      .replaceAll(/\s+/g, " ")
      .trim();
    const place = `${file}:${text.slice(0, match.index).split("\n").length}`;
    return said === "" || forTools.test(said) ? [] : [{ place, said }];
  });
}

/** A name in code, a figure or a quotation may begin a sentence as well as a capital. */
function faultOf(said: string): string[] {
  if (!/^[^a-z]/.test(said)) return ["begins in lower case"];
  if (said.split(" ").length < 4) return ["is no sentence"];
  if (!/[.!?:;][)"`'”]*$/.test(said)) return ["has no end"];
  return isClause(said) ? ["is a clause without a verb of its own"] : [];
}
/** Holds verbs of which a sentence has one beside that of the clause which is its subject. */
const verbs = new RegExp(
  `\\b(${[
    "is are was were has have had does do did may might must can could will would should",
    "asks becomes begins belongs changes claimed comes counts decided ends fills finds gets gives goes holds insists",
    "keeps lapses learned learns leaves left lives makes means names needs notes offered opens owes raised reads rings",
    "said says sends settled shows signed signs stands stays takes tells took waits went worked works wrote",
  ]
    .join(" ")
    .replaceAll(" ", "|")})\\b`,
  "g",
);
/**
 * Tells whether a comment is a subordinate clause alone, such as one that begins with "Whether". What begins with "Who"
 * is a sentence where the clause is its subject: then it has a second verb.
 */
function isClause(said: string): boolean {
  if (/^(Whether|How|Why)\b/.test(said)) return true;
  const plain = said.replaceAll(/`[^`]*`|\([^)]*\)/g, "").replace(/[.:;]+$/, "");
  if (!/^(What|Who|Whom|Whose|Which|When|Where)\b/.test(plain) || /[,.:;?!]/.test(plain)) return false;
  return (plain.match(verbs) ?? []).length < 2;
}
