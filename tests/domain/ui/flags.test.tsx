import { expect, test } from "vitest";
import { formats } from "#app/i18n/format.ts";
import { words } from "#app/i18n/words.ts";
import { Flags } from "#app/ui/assignment/flags.tsx";
import { draw } from "./screen.tsx";

type Flag = Parameters<typeof Flags>[0]["flags"][number];
const { progress } = words("nl").work;
const at = new Date("2026-11-02T09:00:00Z");
const solved: Flag = {
  id: "f",
  kind: "obstacle",
  status: "closed",
  isOpen: false,
  confided: false,
  what: "De hal is dicht.",
  notes: [
    { note: "Er is gebeld.", by: { actor: "Pieter", at: new Date("2026-11-05T09:00:00Z") } },
    { note: "De hal is open.", by: { actor: "Sietske", at: new Date("2026-11-09T09:00:00Z") } },
  ],
  owner: "Wytske",
  raised: { actor: "Yara", at },
  closedAt: at,
  due: null,
  offers: [],
};
const drawn = (flags: readonly Flag[], raise: readonly string[]) =>
  draw(<Flags fileId="a" flags={flags} raise={raise} />);

test("a section without anything open says only what is true, and asks to report where one can", () => {
  expect(drawn([], ["raise_flag"])).toContain(`${progress.noFlags} ${progress.raiseHere}`);
  const shut = drawn([solved], []);
  expect(shut).toContain(progress.noOpenFlags);
  for (const untrue of [progress.noFlags, progress.raiseHere]) expect(shut).not.toContain(untrue);
  expect(drawn([], [])).not.toContain(progress.raiseHere);
  expect(drawn([{ ...solved, isOpen: true }], ["raise_flag"])).not.toContain(progress.noOpenFlags);
});
test("an obstacle and everything said of it since have each an author and a moment, the oldest first", () => {
  const html = drawn([solved], []);
  for (const { actor, at: when } of [solved.raised, ...solved.notes.map(({ by }) => by)]) {
    expect(html).toContain(actor);
    expect(html).toContain(formats("nl").dateTime(when));
  }
  const places = solved.notes.map(({ note }) => html.indexOf(note));
  expect(places.every((place, n) => place > (places[n - 1] ?? 0))).toBe(true);
});
