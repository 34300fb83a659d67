// @module-tag slow
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { processes } from "#app/domain/workflow/processes.ts";
import { canaries } from "#tests/support/town/canaries.ts";
import { bare, ownScript } from "#tests/support/hostile/hostile-texts.ts";
import { anyOf } from "#tests/support/patterns.ts";
import { filesIn } from "#tests/support/sources.ts";
import type { Answered, MetForm } from "#tests/support/town/walk.ts";
import { ordinary, walkedTown } from "#tests/support/town/walked.ts";

let met: Map<string, MetForm>;
let pages: Answered[];
let taken: Answered[];
beforeAll(async () => {
  ({ met, pages, taken } = await walkedTown());
});

/** Forms of these moves lie under an address of their own, or are asked of somebody without an account. */
const elsewhere: Readonly<Record<string, string>> = {
  "member.join": "/vraagstukken/:id/deelname act=join",
  "member.refuse_seat": "/vraagstukken/:id/deelname act=refuse",
  "guardian_request.ask_guardian": "/vraagstukken/:id/deelname act=guardian name+email",
  "interest.show_interest": "/vraagstukken/:id/interesse rank+line",
  "guardian_request.approve": "/toestemming/:token full_name+consent",
  "guardian_request.refuse_guardian": "/toestemming/:token answer=no question",
  "showcase_consent.give_consent": "/resultaten/:id/toestemming act=yes naming+consent",
  "showcase_consent.give_as_minor": "/resultaten/:id/toestemming act=minor naming+name",
  "showcase_consent.refuse_consent": "/resultaten/:id/toestemming act=no",
  "showcase_consent.withdraw_consent": "/resultaten/:id/toestemming act=back",
  "showcase_consent.guardian_agrees": "/toestemming-resultaat/:token full_name+consent",
  "showcase_consent.guardian_declines": "/toestemming-resultaat/:token answer=no",
};
/** Lists moves that ask for a story or a switch of their own; services `rare-moves`, `letters/to-you` and `intake` live them. */
const rare = [
  "assignment.settle_without_solution",
  "assignment.plan_study",
  "assignment.judge_afterwards",
  "assignment.cancel_publication",
  "claim.advise_claim",
];
test("every move a person can make has a form that somebody of the town meets", () => {
  const moves = Object.entries(processes).flatMap(([object, { moves: table }]) =>
    Object.entries(table)
      .filter(([, rule]) => (rule as { by: readonly string[] }).by.some((by) => by !== "system"))
      .map(([name]) => `${object}.${name}`),
  );
  expect(moves.filter((move) => !met.has(elsewhere[move] ?? move) && !rare.includes(move))).toEqual([]);
  expect(moves.length).toBeGreaterThan(90);
});
/**
 * Holds addresses of visitors with a draft or a letter of their own: `http/drafts` and `services/intake/drafts` send
 * them every kind of text. Those of whoever has a second factor: `http/second-factor`. The platform's own pages
 * belong to nobody of the town: `http/first-use` lives them.
 */
const ownLink =
  /indienen\/(vraag|verder|bevestigen)|aanvullen|zoekopdracht-uit|concept|inloggen\/tweede|tweede-stap\$|herstelcodes|\^\/(begin|beheer)/;
test("every address that takes a form is met", () => {
  const taking = filesIn("app/routes")
    .filter((file) => /export const action\b|export \{[^}]*\baction\b/.test(readFileSync(file, "utf8")))
    .map((file) => file.slice("app/".length));
  const routes = readFileSync("app/routes.ts", "utf8").matchAll(/route\("([^"]+)", "([^"]+)"/g);
  const wanted = [...routes]
    .filter(([, path, file = ""]) => path !== "*" && taking.includes(file))
    .map(([, path = ""]) => new RegExp(`^/${path.replace(/:\w+/g, "[^/]+")}$`));
  expect(
    wanted
      .filter(
        (route) =>
          !ownLink.test(route.source.replaceAll("\\/", "/")) &&
          ![...met.values()].some((form) => route.test(form.action)),
      )
      .map(String),
  ).toEqual([]);
  expect(wanted.length).toBeGreaterThan(20);
});
test("every form carries the key that makes a second sending harmless; a form about a row that people share carries its version", () => {
  expect(
    ordinary(met)
      .filter((form) => !form.fixed._key && !form.fixed.persona)
      .map((form) => form.kind),
  ).toEqual([]);
  const shared = ordinary(met, (form) =>
    anyOf(
      /^(assignment|claim|agreement|delivery|member|milestone|interest|guarantee_case)\./,
      /\/deel\/|\/indienen\/(?!controle act=link|begin|link)|deelname act=(join|refuse)/,
    ).test(form.kind),
  );
  expect(shared.filter((form) => form.fixed._v === undefined).map((form) => form.kind)).toEqual([]);
});
test("every page that was walked is whole, carries the headers, is kept nowhere, and runs no script but our own where it is named", () => {
  expect(pages.length).toBeGreaterThan(1500);
  for (const { path, status, headers, html } of pages) {
    expect([200, 303, 404, 410], path).toContain(status);
    expect(headers.get("content-security-policy"), path).toContain(
      ownScript.test(html) ? "script-src 'self';" : "script-src 'none'",
    );
    for (const name of [
      "cross-origin-opener-policy",
      "cross-origin-resource-policy",
      "x-content-type-options",
      "referrer-policy",
      "permissions-policy",
      "x-request-id",
      "cache-control",
    ])
      expect(headers.get(name), `${path} ${name}`).toBeTruthy();
    expect(bare(html), path).not.toMatch(/<script|nonce=|\son[a-z]+="/);
  }
});
test("every page of who is logged in has a way to log out", () => {
  const own = pages.filter(
    ({ who, status, html }) => !/^(visitor|drafter)$/.test(who) && status === 200 && html.startsWith("<!DOCTYPE"),
  );
  expect(own.length).toBeGreaterThan(1000);
  expect(own.filter(({ html }) => !html.includes('action="/uitloggen"')).map(({ path }) => path)).toEqual([]);
});
for (const { what, song, for: some } of canaries)
  test(`${what} is read by who may, and stands on nobody else's page`, () => {
    const all = [...pages, ...taken];
    const heard = [...new Set(all.filter(({ html }) => html.includes(song)).map(({ who }) => who))];
    expect(
      heard.filter((who) => !some.includes(who)),
      `out of place: ${all.find(({ who, html }) => !some.includes(who) && html.includes(song))?.path}`,
    ).toEqual([]);
  });
test("the canaries sing: who may read them does", () => {
  const silent = canaries.filter(
    ({ song, for: some }) =>
      some.length > 0 && !pages.some(({ who, html }) => some.includes(who) && html.includes(song)),
  );
  expect(silent.map(({ what }) => what)).toEqual([]);
});
