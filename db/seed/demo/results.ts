import type { Line } from "../chapters/line.ts";
import { answerQuestion, ask, questionsFor } from "#app/services/market/questions.server.ts";
import { linkBuildsOn } from "#app/services/intake/report.server.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import { later, within } from "../acts.ts";
import { tellResult, type Course, type ResultStory } from "../showing.ts";
import written from "./results.json" with { type: "json" };

type Known = ReadonlyMap<string, string>;
type After = (line: Line, known: Known) => Promise<unknown>;
const results = new Map(
  (written as (ResultStory & { of: string; course: Course })[]).map(({ of, course, ...words }) => [
    of,
    { course, words },
  ]),
);

/**
 * Lists questions of readers about an open question, each answered a little later: from these a company's response
 * time is known.
 */
const asked: readonly [question: string, answer: string, days: number][] = [
  [
    "Mogen wij de foutmeldingen van de ketels uitlezen?",
    "Ja, u krijgt ze van de laatste twee jaar, zonder adressen.",
    1,
  ],
  ["Hoeveel adressen kunnen wij bezoeken?", "Zes, verdeeld over Drachten en Heerenveen.", 2],
  ["Is er iemand die meerijdt?", "Onze monteur gaat elke woensdag mee.", 1],
  ["Kunnen wij in de avond meten?", "Dat kan, als de bewoner het goedvindt.", 3],
  ["Welke merken komen voor?", "Vooral drie merken; de lijst staat klaar.", 1],
];
const answerReaders: After = async ({ w, c, id }) => {
  for (const [question, answer, days] of asked) {
    await ask(await w.as(c.students[4] ?? ""), id, { key: w.newId(), fingerprint: question, fields: { question } });
    await later(w, days);
    const open = await within(w, c.owner, async (inside) => {
      const seen = await requireVisibleAssignment(inside, id);
      return (await questionsFor(inside, seen)).list.find((q) => q.status === "asked")?.id;
    });
    await answerQuestion(await w.as(c.owner), open ?? "", { answer });
  }
};
const buildsOn =
  (title: string): After =>
  async ({ w, c, id }, known) =>
    linkBuildsOn(await w.as(c.developer), id, known.get(title) ?? null);
/** Tells what follows a story of this title: its result for everybody, or what it builds on. */
export const afterwards: Readonly<Record<string, After>> = {
  ...Object.fromEntries(
    [...results].map(([of, { words, course }]) => [of, (line: Line) => tellResult(line, words, course)]),
  ),
  "Vervolg: warmtepompen in oude woningen": async (line, known) => {
    await buildsOn("Warmtepomp in één keer goed ingeregeld")(line, known);
    await answerReaders(line, known);
  },
  "Vervolg: oevers die zichzelf schoonhouden": buildsOn("Kroos: wanneer maaien en wanneer niet"),
};
