// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { processes } from "#app/domain/workflow/processes.ts";
import { bare, spiced, unescaped } from "#tests/support/hostile/hostile-texts.ts";
import { anyOf } from "#tests/support/patterns.ts";
import { filled, formsIn, walk, type Answered, type MetForm } from "#tests/support/town/walk.ts";
import { ordinary, post, walkedTown, type Copy } from "#tests/support/town/walked.ts";

let walked: Awaited<ReturnType<typeof walkedTown>>;
/** Lists the towns in which people did what is asked of them; one form less in one takes away another. */
const copies: Copy[] = [];
beforeAll(async () => {
  walked = await walkedTown();
});

/** These answer to a code or a password that no walker has. */
const locked = anyOf(
  /^(agreement\.sign|delivery\.clear|\/toestemming(-resultaat)?\/:token full_name\+consent)$/,
  /^(\/inloggen email\+password|\/account present_password\+password)$/,
  /^\/account\/(bewijs|tweede-stap)|^\/centra\/:slug\/(toegang|tweede-stap)/,
  /^(\/account\/gegevens email\+present_password|\/account\/sluiten present_password\+sure)$/,
);
/**
 * Answers to these must fit the assignment: no walker guesses them. What happens when they are sent twice is in
 * `services/workflow/races` and `services/rounds`.
 */
const choosy = anyOf(
  /^(member\.invite|claim\.(submit|revise)_claim|assignment\.schedule_publish)$/,
  /^\/matchen\/:id\/(kiezen|opdrachten\/:id) act.*$/,
);
test("every form sent twice at once and once more has one effect and one answer", async () => {
  const ends = new Map<string, string>();
  const kinds = (end: string) => [...ends].filter(([, e]) => e === end).map(([kind]) => kind);
  let left = ordinary(walked.met, (f) => !locked.test(f.kind) && !choosy.test(f.kind) && !f.fixed.persona).sort(
    (a, b) => lasting(a) - lasting(b),
  );
  for (let round = 0; round < 4 && left.length > 0; round++) {
    const copy = await walked.another();
    copies.push(copy);
    for (const form of left) ends.set(form.kind, await twice(form, copy));
    left = left.filter((form) => ends.get(form.kind) === "gone");
  }
  expect(kinds("refused")).toEqual([]);
  expect(kinds("gone")).toEqual([]);
});
/** Acts leave an assignment where it is, so they come first; a step takes other forms away. */
function lasting({ kind }: MetForm): number {
  // It ends somebody's sessions: whatever else they had to do comes first.
  if (kind.startsWith("/nieuw-adres")) return 4;
  const [object = "", name = ""] = kind.split(".");
  const rule = (
    processes as Record<string, { moves: Record<string, { to: string; from: readonly string[]; rank?: string }> }>
  )[object]?.moves[name];
  return !rule ? 0 : rule.to === "same" || rule.from.includes("new") ? 1 : rule.rank === "rare" ? 3 : 2;
}
/** Whoever signs writes their own name and nothing beside it. */
async function signedBy({ kind, who }: MetForm, copy: Copy): Promise<(pair: [string, string]) => [string, string]> {
  if (!/^\/bijlagen\/|\/geheimhouding/.test(kind)) return (pair) => pair;
  const [own] = await copy.raw`select name from people where email = ${walked.people.get(who) ?? ""}`;
  return ([name, value]) => [name, name === "name" ? String(own?.name) : value];
}
/** Whoever is told that it is too busy for now sends the same once more: how busy a machine is decides no test. */
async function sent(send: () => Promise<Response>): Promise<Response> {
  let answer = await send();
  for (let again = 0; answer.status === 503 && again < 10; again++) answer = await send();
  return answer;
}
/** Tries the form as a willing person until it is accepted; then everything about the twins must agree. */
async function twice(met: MetForm, copy: Copy): Promise<"done" | "gone" | "refused"> {
  for (let turn = 0; turn < 5; turn++) {
    const page = await copy.s.get(met.page, { Cookie: copy.cookies.get(met.who) ?? "" });
    const form = formsIn(await page.text(), met.page, met.who).find((f) => f.kind === met.kind);
    if (!form) return "gone";
    const key = randomUUID();
    const pairs = filled(form, spiced, turn).map(await signedBy(met, copy));
    const [, object = "", move = ""] = /^(\w+)\.(\w+)$/.exec(form.kind) ?? [];
    const count = async () =>
      Number((await copy.raw`select count(*)::int as n from events where object = ${object} and move = ${move}`)[0]?.n);
    const before = await count();
    const send = () => sent(() => post(copy, form, pairs, key));
    const twins = await Promise.all([send(), send()]);
    if (twins.every(({ status }) => status >= 400)) continue;
    const later = await send();
    const said = [...twins, later].map((answer) => `${answer.status} ${answer.headers.get("location")}`);
    expect([...new Set(said)], form.kind).toEqual([`303 ${later.headers.get("location")}`]);
    if (move) expect((await count()) - before, form.kind).toBe(1);
    return "done";
  }
  return "refused";
}
test("what was accepted is shown as text, to everybody who sees it", async () => {
  let told = 0;
  const look = ({ path, status, html }: Answered) => {
    expect(status, path).toBeLessThan(500);
    expect(bare(html), path).not.toMatch(unescaped);
    if (html.includes("&lt;script&gt;alert(1)")) told++;
  };
  const [first] = copies;
  if (!first) throw new Error("nobody did anything");
  for (const who of ["owner", "teacher", "coordinator"])
    await walk({
      s: first.s,
      who,
      cookie: await first.s.login(walked.people.get(who) ?? ""),
      starts: walked.starts(),
      met: walked.met,
      look,
    });
  expect(told).toBeGreaterThan(10);
});
