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
    "What a move asks, by part.",
    "Who was asked for a seat, and with what.",
    "When it was seen first: null where nobody saw it yet.",
    "In which status it may be found.",
  ])
    expect(faults("/" + "/ " + clause), clause).toEqual(["is a clause without a verb of its own"]);
  for (const sentence of [
    "Tells whether it may be read.",
    "Who left the team reads nothing.",
    "What was signed is read first.",
    "Where nothing is left, nothing is asked.",
    "For whom no name is known, the centre speaks.",
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
/** Counts as one verb with the word that it helps: "was found" says no more than "found". */
const helping = new Set(
  "is are was were has have had do does did may might must can could cannot will would should".split(" "),
);
/** These may stand between the two. */
const between = new Set(
  [
    "be been being have not no yet already just never ever also still only again",
    "first then all both each once now so there to even",
  ]
    .join(" ")
    .split(" "),
);
/** Lists other verbs that comments use; a sentence that is refused for want of one adds it here. */
const verbs = new Set(
  [
    "acts adds agrees allow allows applies appoints arrives asking asks becomes begin begins belong belongs break",
    "breaks bring brings builds came carries carry changes chooses claimed come comes confirm confirms cost",
    "counts decided decides depends differs ends exist exists fail fails fall falls fills finds fit fits follow",
    "follows found gave get gets gives go goes got guides happens has heads hears holds insists judges keep keeps",
    "know knows lack lacks lapses lasts learned learns leave leaves led left let lets lie lives looks loses lost",
    "make makes mean meet meets moves names needs notes offered open opens outlives overlays owes owns passes pay",
    "pays proves put puts raised reach reaches reads refuses remains runs said says see seems sees sends serves",
    "set sets settled signed signs sit sits speak speaks stands starts stays steers sweeps take takes tell tells",
    "thinks told took typed wait waits wants weighs went win wins worked works write writes wrote",
  ]
    .join(" ")
    .split(" "),
);
/** Counts the finite verbs of a piece of text, as far as they are known here. */
function verbsIn(text: string): number {
  const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    if (helping.has(words[at] ?? "")) {
      count++;
      while (between.has(words[at + 1] ?? "")) at++;
      if (!helping.has(words[at + 1] ?? "")) at++;
    } else if (verbs.has(words[at] ?? "")) count++;
  }
  return count;
}
/**
 * Tells whether a comment begins with a subordinate clause alone, such as one that begins with "Whether". What begins
 * with "Who" or "In which" is a sentence where the clause is a part of it: then it has a second verb before its first
 * full stop, colon or semicolon.
 */
function isClause(said: string): boolean {
  if (/^(Whether|How|Why)\b/.test(said)) return true;
  const first = said.replaceAll(/`[^`]*`|\([^)]*\)/g, "").split(/[.:;?!]/)[0] ?? "";
  const begins =
    /^(What|Who|Whom|Whose|Which|When|Where|(On|By|In|Of|To|Under|From|For|With|Within) (which|who[ms]e?|what))\b/;
  return begins.test(first) && verbsIn(first) < 2;
}
