import { act, day, later } from "../acts.ts";
import type { Chapter } from "./line.ts";
import { prepare } from "./working.ts";

const judged =
  (met: "met" | "not_met", finding = ""): Chapter =>
  ({ w, c, id, tell }) =>
    act(w, c.owner, "assignment", id, "judge_criteria", {
      ...tell.criteria("results", {
        met: "met",
        value: "zoals afgesproken",
        evidence: "Proef op locatie",
        measurer: "Hoofd van de afdeling",
        finding: "",
      }),
      "results.0.met": met,
      "results.0.value": met === "met" ? "zoals afgesproken" : "iets onder wat is afgesproken",
      "results.0.finding": finding,
    });
/** Each side looks back in its own words. */
export const evaluated: Chapter = async ({ w, c, id, tell }) => {
  for (const who of [c.owner, c.students[0] ?? "", c.teacher, c.employee])
    await act(w, who, "assignment", id, "evaluate", {
      rating: "8",
      company_gain: tell.gain,
      learned: tell.lesson,
      improve: "Eerder een vaste dag op de werkplek afspreken.",
    });
};
/** The company judges the effort, and both sides look back. */
export const reviewed: Chapter = async (line) => {
  const { w, c, id } = line;
  await later(w, 5);
  await evaluated(line);
  await act(w, c.owner, "assignment", id, "finish_review", {
    minutes: "Goed gesprek.",
    effort_finding: "sufficient",
    rating: "8",
    what_next: line.tell.handover,
  });
  await act(w, c.teacher, "assignment", id, "finish_review", { minutes: "Goed gesprek." });
};
/** Every criterion is met, and the company accepts. */
export const accepted: Chapter = async (line) => {
  await later(line.w, 3);
  await judged("met")(line);
  await act(line.w, line.c.owner, "assignment", line.id, "accept");
  await evaluated(line);
};
/** A criterion is not met: the company asks for rework. */
export const rework: Chapter = async (line) => {
  await later(line.w, 2);
  await judged("not_met", "Bij de proef werd de afgesproken waarde net niet gehaald.")(line);
  await act(line.w, line.c.owner, "assignment", line.id, "request_rework", {
    reason: "criterium_niet_gehaald",
    explanation: "Zie bevinding.",
    term: "15",
  });
};
/** The findings are answered, and another version is delivered. */
export const redelivered: Chapter = async (line) => {
  await later(line.w, 6);
  await act(line.w, line.c.teacher, "assignment", line.id, "answer_findings", {
    "answers.0.answer": "Wij hebben de oorzaak gevonden, aangepast en opnieuw getoetst.",
  });
  await prepare(line, "1.1");
  await act(line.w, line.c.teacher, "assignment", line.id, "redeliver", { notice: "Hersteld.", label: "1.1" });
};
/** The company opens what was delivered, to judge it. */
export const open =
  (name: "open_closing_review" | "open_acceptance"): Chapter =>
  async ({ w, c, id, tell }) => {
    await later(w, 1);
    await act(
      w,
      c.owner,
      "assignment",
      id,
      name,
      name === "open_closing_review"
        ? { review_on: day(w, 4), attendees: "Opdrachtgever, docent, studenten en medewerkers" }
        : { test_on: day(w, 2), ...tell.criteria("measurers", { measurer: "Hoofd van de afdeling" }) },
    );
  };
