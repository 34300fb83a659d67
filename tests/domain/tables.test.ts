import { describe, expect, test } from "vitest";
import { acts } from "#app/domain/assignment/acts.ts";
import { assignmentProcess, families, lineOf, mendedBy } from "#app/domain/assignment.ts";
import { clockIds, clocks } from "#app/domain/clocks.ts";
import { judge, movers, offered, type Rule } from "#app/domain/machine.ts";
import { processes, willingFacts, type AnyMachine, type ObjectName } from "#app/domain/processes.ts";
import { turns } from "#app/domain/turn.ts";
import { assignmentStatuses, obligations, relations, type Holder } from "#app/domain/words.ts";

const holders = [...relations, "system"] as const;
const entries = Object.entries(processes) as unknown as [ObjectName, AnyMachine][];
const statusesOf = (m: AnyMachine) => ["new", ...m.statuses];
/** Guards that judge the person, not the file: they are tested by themselves below. */
const personal = new Set(["roles_apart", "coordinator_neutral", "own_side", "other_side", "last_notice_passed", "not_yet_signed_by_you", "own_people"]);

for (const [object, m] of entries) describe(object, () => {
  for (const [name, rule] of Object.entries(m.moves) as [string, Rule<string, string>][]) for (const obligation of obligations) for (const status of statusesOf(m)) {
    const facts = { ...willingFacts[object](status as never, obligation, rule.guards), ...(rule.under ? { [rule.under]: true } : {}) };
    test(`${name} when ${status} under ${obligation}: exactly who may`, () => {
      for (const holder of holders) {
        const here = rule.from.includes(status) && (rule.only ?? obligation) === obligation && movers(rule, status).includes(holder);
        const verdict = judge({ ...m, guards: withoutPersonal(m) }, name, facts, new Set<Holder>([holder]));
        expect(verdict.ok, `${holder} ${here ? "may" : "may not"}${verdict.ok ? "" : `: ${verdict.why} ${verdict.missing}`}`).toBe(here);
      }
    });
  }
  test("every move leads to a state of its own table and is reachable by somebody", () => {
    for (const rule of Object.values(m.moves)) { expect([...m.statuses, "same"]).toContain(rule.to); expect(rule.by.length).toBeGreaterThan(0); }
  });
  test("an offer never hides a guard the judge would name", () => {
    for (const status of m.statuses) for (const obligation of obligations) for (const holder of holders) {
      const facts = willingFacts[object](status as never, obligation);
      for (const offer of offered(m, facts, new Set<Holder>([holder]))) {
        const verdict = judge(m, offer.name, facts, new Set<Holder>([holder]));
        expect(verdict.ok ? [] : verdict.missing).toEqual(offer.missing);
      }
    }
  });
});
const withoutPersonal = (m: AnyMachine) => Object.fromEntries(Object.entries(m.guards).map(([id, guard]) => [id, personal.has(id) ? () => true : guard]));

test("overlays stop every move that does not say it works meanwhile", () => {
  for (const [name, rule] of Object.entries(assignmentProcess.moves)) for (const overlay of ["onHold", "disputed"] as const) {
    const status = rule.from.find((s) => s !== "new");
    if (!status) continue;
    const facts = { ...willingFacts.assignment(status as never, rule.only ?? "effort", rule.guards), [overlay]: true } as never;
    const verdict = judge(assignmentProcess, name as keyof typeof assignmentProcess.moves, facts, new Set(rule.by));
    if (!rule.evenOn?.includes(overlay)) expect(verdict.ok, `${name} while ${overlay}`).toBe(false);
  }
});
test("a move that lifts an overlay is for files that lie under it", () => {
  const lifting = Object.entries(assignmentProcess.moves).filter(([, rule]) => rule.to === "same" && Object.values(rule.sets ?? {}).includes(false));
  expect(lifting.map(([name]) => name).sort()).toEqual(["resume", "settle_dispute", "settle_without_solution"]);
  for (const [name, rule] of lifting) {
    const facts = willingFacts.assignment(rule.from[0] as never, "effort", rule.guards) as never;
    expect(judge(assignmentProcess, name as "resume", facts, new Set(rule.by))).toMatchObject({ ok: false, why: "wrong_status" });
  }
});
test("each line has fourteen stops; every state has a family and a turn", () => {
  for (const obligation of obligations) expect(lineOf(obligation)).toHaveLength(14);
  for (const status of assignmentStatuses) { expect(Object.values(families).flat().filter((s) => s === status)).toHaveLength(1); expect(status in turns).toBe(true); }
});
test("every clock that a table starts exists, and every clock is started by some move", () => {
  const started = new Set(entries.flatMap(([, m]) => Object.values(m.moves).flatMap((r) => r.starts ?? [])));
  const byCode = ["selection", "draft_idle", "dispute_mediation"];
  expect(clockIds.filter((id) => !started.has(id) && !byCode.includes(id))).toEqual([]);
  for (const id of started) expect(clocks[id]).toBeDefined();
});
test("a guard that names a mending act names one that exists", () => {
  const pages = ["edit", "agreement", "team", "milestone", "delivery", "profile"];
  for (const [guard, mend] of Object.entries(mendedBy)) { expect(guard in assignmentProcess.guards).toBe(true); expect(pages.includes(mend) || mend in assignmentProcess.moves).toBe(true); }
});
test("acts keep the state", () => { for (const act of Object.values(acts)) expect(act.to).toBe("same"); });
