import { expect, test } from "vitest";
import { allProcesses, everyProcess } from "#app/domain/workflow/processes.ts";
import { anyOf } from "#tests/support/patterns.ts";
import { filesIn, read } from "#tests/support/sources.ts";

const glossary = read("docs/glossary.md");
const section = (title: string) => glossary.split(/^## \d+\. /m).find((part) => part.startsWith(title)) ?? "";

test("every object with a workflow stands in the glossary", () => {
  const things = section("Things");
  expect(Object.keys(allProcesses).filter((object) => !things.includes(`\`${object}\``))).toEqual([]);
});

// A part that is made from the tables and skips one is as new as it should be, so only its rows tell.
test("every state of every object stands in the glossary", () => {
  const states = section("States");
  expect(
    everyProcess.flatMap(({ object, statuses }) =>
      statuses
        .filter((id) => !new RegExp(`^\\| ${object} \\|.*\`${id}\``, "m").test(states))
        .map((id) => `${object}: ${id}`),
    ),
  ).toEqual([]);
});

// A `term` is a clause of the agreement; what clients pay within is a payment term.
test("English calls a termijn a deadline and a tussenevaluatie a midterm review", () => {
  const slips = filesIn("app/i18n/en")
    .flatMap((file) => read(file).split("\n"))
    .filter((line) => /["`][^"`]*(\bterm\b|midterm evaluation)[^"`]*["`]/i.test(line) && !line.includes("Payment term"))
    .map((line) => line.trim());
  expect(slips).toEqual([]);
});

test("no word is explained twice", () => {
  for (const title of ["Things", "Words of the house"]) {
    const words = [...section(title).matchAll(/^\| ([^|]+) \|/gm)].map((match) => match[1] ?? "");
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  }
});

/** Names with which an assignment was once called a file. A file is something that was uploaded. */
const calledFile = anyOf(
  /\b(dossiers?|[tT]urnFiles?|[fF]ileDays?|[cC]ommunityFiles?|filesBehind|filesBy\w+|secretFile|file_live|files_ready)\b/,
  /\b(oneFile|manyFiles|inFile|grantFile|toFile|badFile|files?(AtWork|OfTeacher)|old-file)\b/,
  // What stands where the number of an assignment stands, is one.
  /\/vraagstukken\/\$\{[^}]*\bfiles?\b|"assignment", [\w.]*\bfiles?\b|assignment_?[iI]d\W{1,7}[\w.]*\bfiles?\b(?!\.)/,
  /\bfrom assignments\b.*\bfiles?\b|\bfiles?: Record<Named|\bt\.files[.[]/,
  // Matches what only an assignment is, or has done to it.
  /\b(paused|running|closed|secret|published|young) files?\b/,
  /\bfiles? (that is|is|are|was|were) (paused|under way|at work|running|published|closed|disputed)\b/,
  /\bfiles? (at work|under way|stands for)\b/,
);

test("an assignment is never called a file or a dossier in code", () => {
  const slips = ["app", "db", "scripts", "bench", "tests"]
    .flatMap((folder) => filesIn(folder))
    .flatMap((file) =>
      file === "tests/house/glossary.test.ts"
        ? []
        : read(file)
            .split("\n")
            .filter((line) => calledFile.test(file.startsWith("app/i18n/nl") ? withoutTexts(line) : line))
            .map((line) => `${file}: ${line.trim()}`),
    );
  expect(slips).toEqual([]);
});

/** Dutch words may say dossier, as people do; words on a screen are nobody's names. */
const withoutTexts = (line: string) => line.replaceAll(/"[^"]*"|`[^`]*`/g, "");

/** Names that told a new engineer nothing, and words of ours for what the field has a word for: row policies, fallbacks. */
const unguessable = anyOf(
  /\b(goOnAs|saidTwice|Told(?! of)|fallsTo|knownTo|awaitedTo)\b/,
  /\b(second|tenant|open|forced|its|the|behind|without) walls?\b(?! clock)/i,
  /\bwalls\b/i,
  /\b(refuseIfSaid|ReadAgain|[rR]ecalled(By)?|Turning|wasOnBoard|onceHeld|Misnamed|besideTheTables|type Beside)\b/,
  /\b(kept(Until|Tables|Groups|Interest|Keys|Files|By|In|Shapes|Texts|Words|Findings)|(codes|most|nearest)Kept|Kept[A-Z]\w*)\b/,
  /\b(\w*Bonds?|bonds?|roundFavours|roundHolds|export (const|function) together)\b/,
  /\b(Beside(Community|Props)|keptTexts?|past_board|recalls(\??:| \})|toldApart|toldWithText|ofTheFile|lookedAlong)\b/,
  /\b([sS]ungIn\w*|Sung(Form)?|(bytes|code|fieldError|midterm|noTeam|use)Said|lettingGo|gone(From|Id)|becameOf|isUnsaid)\b/,
  /\b(unpays|keepsPaid|toldAs|TellingOf|toldSince|isToldOf|readsWhatBecame|SentAgain|ProveFirst|freeing(?! of)|laidTo)\b/,
  /\b(clerkEverywhere|(un)?shelve|shelf|shelves|ShelfName|openHouse|mended(By|On|With)|mend(s?Of|Href)|Mend(Page|ing))\b/,
  /\bmends?\??: |\b(type|interface) House\b|\bfunction once\b|\bmendings\b/,
  /\b([rR]emoveUnkept|unkept|youngUntil|isHalf|outBecause|OutReason|AnyHow|Manner|StopOnLine|WholeLine|type Awaited)\b/,
);
/** File names that told as little: what is said again, read again or beside, of what? */
const unguessableFile = anyOf(
  /(^|[/-])(said-again|read-again|kept|bonds?|recalled|on-board|own-names|turning|beside|together)[.-]/,
  /(^|[/-])(sent-again|prove-first|mends?|mending|clerk|midterm-said|instalments-said)[.-]/,
);
/** Matches what a new engineer cannot guess of a thing that is declared: told what, and to whom? */
const declared = /\b(const|function|let) (told|homeward|spent|smaller)\b/;
/** Holds the same words as a whole name, in any case: of a thing, of what a function is given, or of what a row holds. */
const wholeName = anyOf(
  /\b(const|let|function|type) (told|kept|say)\b/i,
  /[{(,] ?(told|kept|say)(, | \}|\)? =>|\??: (?!["<{]))/i,
  /^ *(readonly )?(told|kept|say)(\?)?: (?!\{ kind|\{ label|["`])|^ *(told|kept|say),$/i,
  /\b(data|page|ending|round|props)\.(told|kept|say)\b/i,
);
/** The register of privacy says how long a thing is kept, and so does its field. */
const isStandard =
  /await startProduct|await sign\(|new Map\(view|kept: (0\.9|readonly Retention|unique)|values\[|told && !there/;
test("a word that nobody can guess is no name by itself in the product", () => {
  const slips = [...filesIn("app", /\.tsx?$/), ...filesIn("db", /\.tsx?$/), ...filesIn("public", /\.js$/)]
    .filter((file) => !file.startsWith("app/i18n"))
    .flatMap((file) =>
      read(file)
        .split("\n")
        .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && wholeName.test(line) && !isStandard.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(slips).toEqual([]);
  for (const once of [
    "const told = 1;",
    "  told: string;",
    "({ told }: Props)",
    "  (kept) =>",
    "const say = (a) =>",
    "data.told",
  ])
    expect(wholeName.test(once), once).toBe(true);
});
test("no file has a name that nobody can guess", () => {
  const files = ["app", "db", "scripts", "bench", "tests"].flatMap((folder) => filesIn(folder));
  expect(files.filter((file) => unguessableFile.test(file))).toEqual([]);
});
test("row policies are called row policies, and names that nobody can guess stay away", () => {
  const slips = ["app", "db", "scripts", "bench", "tests"]
    .flatMap((folder) => filesIn(folder, /\.tsx?$/))
    .filter((file) => file !== "tests/house/glossary.test.ts")
    .flatMap((file) =>
      read(file)
        .split("\n")
        .map((line) => (file.startsWith("app/i18n") ? withoutTexts(line) : line))
        .filter((line) => unguessable.test(line) || (!file.startsWith("tests/") && declared.test(line)))
        .filter((line) => !/clock on the wall|[Tt]old apart/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(slips).toEqual([]);
});
