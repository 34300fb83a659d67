import { describe, expect, it } from "vitest";
import { refusals, type Why } from "#app/domain/refusal.ts";
import { assignmentStatuses, locales, obligations, type AssignmentStatus } from "#app/domain/words.ts";
import { wordsOfMove } from "#app/i18n/move-words.ts";
import { words } from "#app/i18n/words.ts";
import { deviceOf } from "#app/ui/account/device.ts";
import { starters } from "#app/ui/account/starters.ts";
import { assignmentProcess, exits, lineOf, reinstatingMove } from "#app/domain/assignment/process.ts";
import { drawnLine } from "#app/ui/workflow/drawn-line.ts";
import { urls } from "#app/urls.ts";
import { ErrorScreen } from "#app/ui/shell/error-screen.tsx";
import { Filters } from "#app/ui/market/filters.tsx";
import { MoveBar } from "#app/ui/workflow/move-bar.tsx";
import { Row, Tabs } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { Summary } from "#app/ui/summary.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { TramLine } from "#app/ui/workflow/tram-line.tsx";
import { TurnLine } from "#app/ui/turns/line.tsx";
import { moves, now, offer, pieces } from "./pieces.tsx";
import { draw, drawPage, problem } from "./screen.tsx";

describe.each(locales)("every part in %s", (locale) => {
  it.each(Object.keys(pieces))("%s draws whole, without inline style, script or a missing word", (name) => {
    const html = drawPage(pieces[name] ?? <p />, locale);
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).not.toMatch(/undefined|\[object|NaN|<script| style="| on[a-z]+="/);
    expect([...html.matchAll(/<main/g)]).toHaveLength(1);
  });
  it("has words for every refusal, on a page of its own and above a form", () => {
    for (const why of Object.keys(refusals) as Why[]) {
      expect(draw(<ErrorScreen status={refusals[why]} why={why} />, locale)).toContain(
        words(locale).shell.why[why].title,
      );
      expect(draw(<Page title="T" problem={problem({ why })} />, locale)).toContain(
        words(locale).shell.why[why].text.replaceAll("'", "&#x27;"),
      );
    }
  });
  it("gives a reference only for our own fault", () => {
    expect(draw(<ErrorScreen status={500} requestId="r-1" />, locale)).toContain("r-1");
    expect(draw(<ErrorScreen status={404} requestId="r-1" />, locale)).not.toContain("r-1");
  });
  it("draws every status on the line of both obligations", () => {
    for (const obligation of obligations)
      for (const status of assignmentStatuses)
        expect(draw(<TramLine status={status} obligation={obligation} reached="in_progress" />, locale)).toContain(
          words(locale).enums.status[status],
        );
  });
});

it("keeps the reader's page when the language changes", () => {
  expect(drawPage(<p />)).toContain('name="terug" value="/vraagstukken?q=a&amp;b"');
});
it("shows no menu and no ribbon where there is none", () => {
  const html = drawPage(<p />, "nl", null, { person: null, demo: false });
  expect(html).not.toMatch(/class="(menu|ribbon)"/);
});
it("leads from what was done already to the assignment, also from the address of a part", () => {
  const first = {
    name: "Ada",
    by: "person" as const,
    move: "close_flag",
    half: false,
    at: now,
    assignment: "7f1f5b1e-0000-4000-8000-000000000001",
  };
  const html = draw(
    <ErrorScreen status={409} why="wrong_status" first={first} path="/onderdelen/flag/x/doe/close_flag" />,
  );
  expect(html).toContain("Ada was u voor:");
  expect(html).toContain(`href="${urls.assignment.assignment(first.assignment)}"`);
});
it("tells who was first, and which guards fail", () => {
  const refused = problem({
    why: "stale",
    missing: ["kickoff_done"],
    first: { name: "Ada", by: "person", move: "deliver", half: false, at: now, assignment: "" },
  });
  const html = draw(
    <Page title="T" problem={refused} guardSays={(guard) => `Mist ${guard}.`} moveSays={() => "Lever op"} />,
  );
  expect(html).toContain("Ada was u voor: Lever op, di 20 januari 2026, 11:00.");
  expect(html).toContain("Mist kickoff_done.");
});
it("says of what was done who did it: the reader, somebody without a name, or Samenspel", () => {
  const told = (by: "reader" | "person" | "system") =>
    draw(
      <ErrorScreen
        status={409}
        why="wrong_status"
        first={{ name: "", by, move: "settle_without_solution", half: false, at: now, assignment: "" }}
      />,
    );
  const { done } = wordsOfMove(words("nl"), "settle_without_solution");
  for (const [by, who] of [
    ["reader", "u"],
    ["person", "iemand"],
    ["system", "Samenspel"],
  ] as const)
    expect(told(by)).toContain(`<p>Intussen is dit gebeurd: ${who} ${done}, di 20 januari 2026, 11:00.</p>`);
});
it("makes the reader's own act that frees the way forward the first door, and says it once", () => {
  const held = draw(
    <MoveBar
      offers={[offer("accept", "forward", ["judged"]), offer("bend", "beside")]}
      form={{ key: "k" }}
      moveSays={(move) => `Zet ${move}`}
      guardSays={() => "Nog niet beoordeeld."}
      moveHref={(move) => `/x/${move}`}
      fixFor={() => ({ href: "/x/judge", label: "Beoordeel", asked: true })}
    />,
  );
  expect(held).toMatch(/button-forward" href="\/x\/judge">Beoordeel</);
  expect(held.split("/x/judge")).toHaveLength(2);
  expect(
    draw(
      <MoveBar
        brief
        offers={[offer("accept", "forward", ["judged"])]}
        form={{ key: "k" }}
        moveSays={String}
        guardSays={String}
        moveHref={String}
      />,
    ),
  ).toBe("");
});
it("shows the reader's turn as the main button, also while another way forward is free", () => {
  const bar = (missing: string[]) =>
    draw(
      <MoveBar
        offers={[offer("deliver", "forward", missing)]}
        form={{ key: "k" }}
        moveSays={(move) => `Zet ${move}`}
        guardSays={() => "Er is nog niets klaargezet."}
        moveHref={(move) => `/x/${move}`}
        asked={{ href: "/x/report", label: "Schrijf een bericht" }}
      />,
    );
  expect(bar(["delivery_complete"])).toMatch(/button-forward" href="\/x\/report">Schrijf een bericht</);
  expect(bar([])).toMatch(/button-forward" href="\/x\/report">Schrijf een bericht<.*Zet deliver/);
  expect(bar([]).match(/button-forward/g)).toHaveLength(1);
});
it("speaks to a student with je, to others with u", () => {
  const line = <TurnLine status="in_progress" mine who={null} now={now} />;
  expect(drawPage(line)).toContain("U bent aan zet");
  expect(drawPage(line, "nl", null, { person: { name: "Fatima", student: true } })).toContain("Jij bent aan zet");
});
it("names a device as people do", () => {
  expect(
    deviceOf(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
    ),
  ).toEqual({ browser: "Safari", system: "iPhone" });
  expect(
    deviceOf("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"),
  ).toEqual({ browser: "Edge", system: "Windows" });
  expect(deviceOf("")).toEqual({ browser: null, system: null });
});
it("begins the demo with one of each main role of one centre, and a student who is not 18 yet", () => {
  const roles = [
    "client_owner",
    "teacher",
    "student",
    "business_developer",
    "coordinator",
    "employee",
    "quality_owner",
  ];
  const staff = (centre: string, running: number) => roles.map((role) => ({ role, centre, ageBand: null, running }));
  const people = [
    { role: "teacher", centre: "A", ageBand: null, running: 0 },
    ...staff("C", 0),
    ...staff("B", 1),
    { role: "student", centre: "A", ageBand: "16_17", running: 0 },
  ];
  expect(starters(people).map((p) => [p.role, p.centre])).toEqual([
    ...roles.map((role) => [role, "B"]),
    ["student", "A"],
  ]);
});
it("opens few doors at a time", () => {
  const html = draw(moves);
  const [open = "", behind = ""] = html.split("<details");
  const doorsIn = (part: string) => [...part.matchAll(/>Zet (\w+)</g)].map(([, name]) => name);
  expect(doorsIn(open)).toEqual(["deliver", "a", "b"]);
  expect(doorsIn(behind)).toEqual(["c", "stop"]);
  expect(html).toContain('name="_v" value="4"');
  expect(html).toContain('href="/x/b"');
  expect(html).toContain("Mist kickoff_done.");
  expect(html).not.toContain("Zet note");
});
it("places an assignment on its line", () => {
  expect(drawnLine("in_progress", "effort")).toMatchObject({ step: 7, left: null, inLoop: false });
  expect(drawnLine("rework", "result")).toMatchObject({ step: 9, inLoop: true });
  expect(drawnLine("stopped", "effort", "in_progress")).toMatchObject({ step: 7, left: "stopped" });
  expect(drawnLine("not_implemented", "effort").stops.map((stop) => stop.status)).toContain("not_implemented");
  for (const obligation of obligations) expect(drawnLine("draft", obligation).stops).toHaveLength(14);
});
it("shows ten of very many values of a filter and those that are chosen, and leads to a page with all of them", () => {
  const options = Array.from({ length: 40 }, (_, n) => ({
    value: `c${n}`,
    label: `Centrum ${n}`,
    count: 40 - n,
    on: n === 33,
  }));
  const html = draw(
    <Filters groups={[{ name: "centrum", label: "Centrum", options, all: "/vraagstukken/keuzes/centrum" }]} />,
  );
  expect([...html.matchAll(/type="checkbox"/g)]).toHaveLength(11);
  expect(html).toMatch(
    /type="checkbox" name="centrum" checked="" value="c33"|type="checkbox" name="centrum" value="c33" checked=""/,
  );
  expect(html).toContain('href="/vraagstukken/keuzes/centrum"');
  expect([
    ...draw(<Filters groups={[{ name: "centrum", label: "Centrum", options }]} />).matchAll(/type="checkbox"/g),
  ]).toHaveLength(40);
});

describe("the line of an assignment that left it", () => {
  const ways = Object.entries(assignmentProcess.moves).flatMap(([move, rule]) =>
    (exits as readonly AssignmentStatus[]).includes(rule.to as AssignmentStatus)
      ? rule.from.flatMap((from) =>
          from === "new"
            ? []
            : obligations.map((obligation) => [move, from, rule.to as AssignmentStatus, obligation] as const),
        )
      : [],
  );
  it.each(ways)("%s from %s to %s under %s stops where the assignment was", (_, from, to, obligation) => {
    const line = drawnLine(to, obligation, from);
    const order = lineOf(obligation);
    const beside: Partial<Record<AssignmentStatus, AssignmentStatus>> = {
      rework: "acceptance_test",
      not_implemented: "implemented",
    };
    const at = order.indexOf(beside[from] ?? from);
    // A review belongs to effort and a test to a result; the other one is no stop of this line.
    if (at < 0) return expect(["closing_review", "acceptance_test"]).toContain(beside[from] ?? from);
    expect(line).toMatchObject({ step: at + 1, left: to });
    expect(line.stops.filter((stop) => stop.at === "passed")).toHaveLength(at);
  });
  it("goes on again only by a move of the table", () => {
    for (const status of assignmentStatuses)
      expect(reinstatingMove(status), status).toBe(status === "expired" || status === "rejected" ? "reinstate" : null);
  });
});

it("keeps the words of a status apart, and says nothing of a fact that is not there", () => {
  const row = draw(
    <Row title="Opdracht" mark={<StatusTag status="in_progress" onHold disputed />} facts={["", "voor morgen"]} />,
  );
  const { status, overlay } = words("nl").enums;
  expect(row.replaceAll(/<svg.*?<\/svg>|<[^>]+>/g, "")).toContain(
    `${status.in_progress} ${overlay.onHold} ${overlay.disputed}`,
  );
  expect(row).toContain('<li aria-hidden="true"></li><li>voor morgen</li>');
});
it("folds many tabs for a phone, says which is open, and leaves a few as they are", () => {
  const tabs = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ href: `/${i}`, label: `Deel ${i}`, current: i === 1 }));
  expect(draw(<Tabs tabs={tabs(4)} fold />)).not.toContain("<details");
  expect(draw(<Tabs tabs={tabs(9)} />)).not.toContain("<details");
  const folded = draw(<Tabs tabs={tabs(9)} fold />);
  expect(folded).toMatch(/<summary>.*: Deel 1<\/summary>/);
  expect([...folded.matchAll(/<a /g)]).toHaveLength(9);
});
it("draws the line in one row where the page is about something else", () => {
  const brief = draw(<TramLine status="in_progress" obligation="effort" brief />);
  const { line } = words("nl").shell;
  expect([...brief.matchAll(/<ol>/g)]).toHaveLength(1);
  expect(brief).toContain(line.step(7, lineOf("effort").length, words("nl").enums.status.in_progress));
});
it("reads a number with what it counts, and a question without a colon behind it", () => {
  const fields = {
    term: { kind: "whole" },
    lines: { kind: "rows", of: { name: { kind: "line" }, met: { kind: "yesno" } } },
  } as const;
  const says = {
    term: { label: "Termijn", unit: (n: number) => `${n} werkdagen` },
    lines: { label: "Regels", of: { name: { label: "Naam" }, met: { label: "Gehaald?" } } },
  };
  const html = draw(
    <Summary fields={fields} answers={{ term: 10, lines: [{ name: "Eén", met: true }] }} words={says} />,
  );
  expect(html).toContain("10 werkdagen");
  expect(html).toContain("Gehaald?</span>");
});
