import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { TurnAsk } from "#app/domain/turns/asks.ts";
import { ErrorScreen } from "#app/ui/shell/error-screen.tsx";
import { AlsoAsked } from "#app/ui/workflow/also-asked.tsx";
import { ChildMoves } from "#app/ui/workflow/child-moves.tsx";
import { urls } from "#app/urls.ts";
import { draw } from "./screen.tsx";

const filled = (html: string) => html.match(/class="button button-forward/g)?.length ?? 0;
const id = "0b6c2a3e-8f0d-4a51-9a3c-1c2d3e4f5a6b";

test("a page that refuses has one main button: to the assignment it stands below, else home", () => {
  for (const path of [urls.team.team(id), "/nergens"])
    for (const known of [true, false])
      expect(filled(draw(<ErrorScreen status={404} path={path} known={known} />)), path).toBe(1);
});
test("of the moves of a part the one that is asked of the reader is the main button, and no other", () => {
  const offers = [
    { name: "sign", rank: "forward" },
    { name: "counter", rank: "rare" },
  ];
  const moves = (asked?: string) =>
    draw(<ChildMoves object="agreement" id={id} offers={offers} about="" asked={asked} />);
  expect(filled(moves())).toBe(0);
  expect(filled(moves("sign"))).toBe(1);
  expect(moves("sign")).toMatch(/button-forward[^>]*href="[^"]*\/sign"/);
});
test("what is asked first already is not said in the same words again", () => {
  const turn = (ask: TurnAsk) => ({ who: [], ask, act: { page: "people" }, missing: null }) as const;
  const one = (ask: TurnAsk, count: number) => ({ turn: turn(ask), deadline: null, count });
  const also = (first: TurnAsk) =>
    draw(<AlsoAsked id={id} first={turn(first)} also={[one("milestone", 1), one("report", 2)]} now={new Date(0)} />);
  expect(also("milestone")).toContain("zeg of de mijlpaal is gehaald</a> (nog 1)");
  expect(also("milestone")).toContain("schrijf een voortgangsbericht</a> (2×)");
  expect(also("deliver")).not.toContain("(nog 1)");
});
test("a word longer than the screen breaks in every heading, for people type what stands there", () => {
  const css = readFileSync("app/ui/css/base.css", "utf8");
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, , body = ""]) =>
    /overflow-wrap: anywhere/.test(body),
  );
  const broken = rules.flatMap(([, selector = ""]) => selector.split(",").map((one) => one.trim()));
  expect(broken).toEqual(expect.arrayContaining(["h1", "h2", "h3"]));
});
