import { expect, test } from "vitest";
import { compare } from "#app/domain/matching/compare.ts";
import type { Plan, Team } from "#app/domain/matching/plan.ts";
import { DifferenceTable } from "#app/ui/matching/difference.tsx";
import { draw } from "./screen.tsx";

const called = {
  students: { s1: "Amir", s2: "Bo" },
  choices: { a1: { title: "Gemaal" }, a2: { title: "Riool" } },
  guides: { c1: "Annelies", c2: "Bram" },
};
const team = (assignment: string, number: number, students: string[], guides: string[]): Team => ({
  assignment,
  team: number,
  students,
  guides,
  gaps: [],
});
const plan = (...teams: Team[]): Pick<Plan, "places" | "teams"> => ({
  teams,
  places: teams.flatMap(({ assignment, team: number, students }) =>
    students.map((student) => ({ student, assignment, team: number, rank: 1 })),
  ),
});
const drawn = (before: Pick<Plan, "places" | "teams">, after: Pick<Plan, "places" | "teams">, locale: "nl" | "en") =>
  draw(<DifferenceTable difference={compare(before, after)} called={called} />, locale);
const before = plan(team("a1", 1, ["s1"], ["c1"]), team("a2", 1, ["s2"], ["c2"]));

test("when only coaches change places it says so, with the names and the teams they lose and get", () => {
  const turned = plan(team("a1", 1, ["s1"], ["c2"]), team("a2", 1, ["s2"], ["c1"]));
  const [nl, en] = [drawn(before, turned, "nl"), drawn(before, turned, "en")];
  expect(nl).not.toContain("Niemand verhuist");
  expect(nl).toContain("2 begeleiders krijgen andere teams");
  expect(en).toContain("2 coaches get other teams");
  const text = nl.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  expect(text).toMatch(/Annelies Niet meer Gemaal, team 1 Nieuw Riool, team 1/);
  expect(text).toMatch(/Bram Niet meer Riool, team 1 Nieuw Gemaal, team 1/);
});
test("who changes teams within an assignment stands by name as well; with nothing changed nobody moves", () => {
  const pair = plan(team("a1", 1, ["s1"], ["c1"]), team("a1", 2, ["s2"], ["c1"]));
  const crossed = plan(team("a1", 1, ["s2"], ["c1"]), team("a1", 2, ["s1"], ["c1"]));
  const text = drawn(pair, crossed, "nl")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
  expect(text).toMatch(/Amir Eerst Gemaal Team 1 Nu Gemaal Team 2/);
  expect(text).toMatch(/Bo Eerst Gemaal Team 2 Nu Gemaal Team 1/);
  expect(drawn(before, before, "nl")).toContain("Niemand verhuist.");
});
