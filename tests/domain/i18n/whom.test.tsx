import { expect, test } from "vitest";
import { locales, relations } from "#app/domain/words.ts";
import { formats } from "#app/i18n/format.ts";
import { whomAwaited } from "#app/i18n/whom.ts";
import { words } from "#app/i18n/words.ts";
import { TurnRows } from "#app/ui/turns/rows.tsx";
import { scenes } from "#tests/support/turns/scenes.ts";
import { duesOn } from "#app/domain/turns/dues.ts";
import { draw } from "../ui/screen.tsx";

const told = (locale: (typeof locales)[number], who: readonly (typeof relations)[number][]) =>
  whomAwaited(words(locale), formats(locale), { who, ask: "report", missing: null });

test("all who are waited for are named, up to four; of more the others are counted, in both languages", () => {
  expect(told("nl", ["client_owner"])).toBe("het bedrijf");
  expect(told("nl", ["client_owner", "project_manager", "coordinator"])).toBe(
    "het bedrijf, de projectleider en de coördinator",
  );
  const many = ["client_owner", "project_manager", "team_teacher", "quality_owner", "hr_contact"] as const;
  expect(told("nl", many)).toMatch(/ en nog 2$/);
  expect(told("en", many)).toMatch(/ and 2 more$/);
  for (const locale of locales) {
    const { who } = words(locale).turns;
    for (const relation of many.slice(0, 4)) expect(told(locale, many.slice(0, 4))).toContain(who[relation]);
    expect(told(locale, [])).toBe(who.anyone);
    expect(told(locale, ["coordinator", "coordinator"])).toBe(who.coordinator);
  }
});
test("a list says of whom it waits in the words of the letters, of every scene in which several are waited for", () => {
  let several = 0;
  for (const { assignment, name } of scenes())
    for (const due of duesOn(assignment)) {
      if (new Set(due.who).size < 2) continue;
      several++;
      const turn = { who: due.who, ask: due.ask, act: due.act, missing: due.missing ?? null };
      const card = { id: assignment.id, title: "T", company: "B", centre: "C", status: "in_progress", onHold: false };
      const row = { card, turn, mine: false, chance: null, deadline: null, disputed: false, also: [] };
      const html = draw(<TurnRows rows={[row as never]} now={new Date("2026-03-02T09:00:00Z")} />);
      const said = whomAwaited(words("nl"), formats("nl"), turn);
      expect(html, name).toContain(words("nl").work.mine.onWhom(said));
    }
  expect(several).toBeGreaterThan(10);
});
