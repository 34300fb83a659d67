import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nl } from "#app/i18n/nl/words.ts";
import { allSpoken } from "#app/i18n/nl/shell/spoken.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { wordsOfMove } from "#app/i18n/move-words.ts";
import { words } from "#app/i18n/words.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { filesIn } from "#tests/support/sources.ts";

/** Returns every text under this, by its path; a text that takes something is read with things in it, and with nothing. */
function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function")
    return [
      ["Ding", 3, ["één", "twee", "drie"]],
      ["", 0, []],
      [true, true, true],
    ].flatMap((given) => textsIn(said(value as Said, given), path));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`));
}
type Said = (...given: unknown[]) => unknown;
/** Returns what it says of these; a text about something else says nothing. */
function said(text: Said, given: readonly unknown[]): unknown {
  try {
    return text(...given);
  } catch (error) {
    return error instanceof TypeError || error instanceof RangeError ? "" : String(error);
  }
}
const polite = /(?<![\p{L}])(u|uw|uzelf)(?![\p{L}])/iu;

test("no word of the product says u to a student, and all that says it to others is met", () => {
  const all = textsIn(words("nl", true), "nl");
  expect(all.length).toBeGreaterThan(4000);
  expect(textsIn(words("nl"), "nl").filter(([, text]) => polite.test(text)).length).toBeGreaterThan(400);
  expect(all.filter(([, text]) => polite.test(text))).toEqual([]);
});
test("what people wrote stays as they wrote it, and English has one form", () => {
  const asked = allSpoken((name: string) => `Wilt u geen mail meer over ‘${name}’?`);
  expect(asked("Hoe helpt u de bakker?")).toBe("Wil je geen mail meer over ‘Hoe helpt u de bakker?’?");
  expect(words("en", true)).toBe(words("en"));
});
test("verbs before je lose the t of u, and objects stay objects", () => {
  const pairs: Record<string, string> = {
    "Dan leest u het.": "Dan lees je het.",
    "Bent u het ermee eens?": "Ben je het ermee eens?",
    "Weet u het niet? Zet u dit aan?": "Weet je het niet? Zet je dit aan?",
    "Wat gaat u doen?": "Wat ga je doen?",
    "Het centrum helpt u verder.": "Het centrum helpt je verder.",
    "Het is van u, en voor uzelf.": "Het is van jou, en voor jezelf.",
    "Alles wat u hebt, als u wilt.": "Alles wat je hebt, als je wilt.",
    "Alleen u mag dit.": "Alleen jij mag dit.",
    "Kies wiens post u wilt lezen.": "Kies wiens post je wilt lezen.",
    "Iemand nodigt u uit.": "Iemand nodigt je uit.",
    "Lees dit voor u publiceert.": "Lees dit voor je publiceert.",
    "De docent ziet dit, u ook.": "De docent ziet dit, jij ook.",
  };
  for (const [u, je] of Object.entries(pairs)) expect(allSpoken(u)).toBe(je);
});
/**
 * Lists words before "u" and what they become before "je", as somebody read them. A new one comes here after reading:
 * is "u" who does it ("leest u" becomes "lees je"), or to whom it is done ("het helpt u" stays "helpt je": a row of
 * `asWritten`)?
 */
const read = [
  "bedoelt:bedoel bent:ben bespreekt:bespreek bevestigt:bevestig bewaart:bewaar dat:dat deelt:deel",
  "denkt:denk dient:dien gaat:ga geeft:geef haalt:haal hebt:heb helpt:help herkent:herken hoeft:hoef hoopt:hoop",
  "hoort:hoor houdt:houd kent:ken kiest:kies kijkt:kijk komt:kom krijgt:krijg kunt:kun leest:lees legt:leg",
  "logt:log loopt:loop lost:los nadat:nadat neemt:neem nodigt:nodig noemt:noem omdat:omdat opent:open past:pas",
  "pauzeert:pauzeer plaatst:plaats post:post scheidt:scheid schrijft:schrijf stelt:stel",
  "stopt:stop stuurt:stuur telt:tel toetst:toets tot:tot verandert:verander verdeelt:verdeel verwijst:verwijs",
  "voorkomt:voorkom vraagt:vraag vult:vul wat:wat weegt:weeg weet:weet weigert:weiger wilt:wil zegt:zeg zet:zet",
  "ziet:zie zodat:zodat",
].join(" ");
test("each verb that stands before u was read as it stands before je", () => {
  const met = new Set(
    textsIn(nl, "nl").flatMap(([, text]) =>
      [...text.matchAll(/\b([A-Za-zë]+t) u\b/g)].map(([, verb]) => verb?.toLowerCase() ?? ""),
    ),
  );
  met.delete("met"); // it is no verb: "met jou"
  const became = [...met].sort().map((verb) => `${verb}:${allSpoken(`Zo ${verb} u`).slice(3, -3)}`);
  expect(became.join(" ")).toBe(read);
});
test("what staff, employees and students read alike says u, and a student reads je in its place", () => {
  const informal = /(?<![\p{L}])(je|jij|jou|jouw)(?![\p{L}])/iu;
  const ofAll = (of: typeof nl) => textsIn({ seat: of.team.seat, work: of.work }, "nl");
  expect(ofAll(nl).filter(([, text]) => informal.test(text))).toEqual([]);
  expect(ofAll(words("nl", true)).filter(([, text]) => informal.test(text)).length).toBeGreaterThan(8);
});
test("the label of an answer speaks to nobody, for whoever reads it later may be a student", () => {
  const moves = everyMove.flatMap(({ move }) => Object.entries(wordsOfMove(nl, move).fields ?? {}));
  const fields = Object.entries(nl.fields as FieldsWords).map(([id, { label }]) => [id, label]);
  expect([...moves, ...fields].filter(([, label]) => polite.test(label ?? ""))).toEqual([]);
});
test("who was first has a name for a student, or says what happened without one; of what they did themself it says so", () => {
  for (const student of [false, true]) {
    const { first, firstBy } = words("nl", student).shell.problem;
    expect(first("Ada", "schreef uren", "vandaag")).toMatch(/^Ada was (je|u) voor: schreef uren, vandaag\.$/);
    expect(firstBy.reader).toBe(student ? "je" : "u");
    expect(first("", "schreef uren", "vandaag")).toBe("Intussen is dit gebeurd: schreef uren, vandaag.");
  }
});
/** Returns the text at a path of the Dutch words; undefined where the path ends in something else. */
const at = (path: string) =>
  path.split(".").reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], nl);
test("the title of a page is spoken as its words are", () => {
  const loose = filesIn("app/routes", /\.tsx$/).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/title: words\(ctx\.locale\)\.([\w.]+)/g)].flatMap(([, path = ""]) => {
      const text = at(path);
      return typeof text === "string" && polite.test(text) && !neverStudents.includes(path) ? [`${file}: ${path}`] : [];
    }),
  );
  expect(loose).toEqual([]);
});
/** Lists pages for who has no account yet or is not logged in, and those of a coordinator and of a company. */
const neverStudents = [
  "account.register.title",
  "account.confirm.title",
  "account.address.title",
  "account.secondFactor.centre.title",
  "company.form.title",
];
