import { describe, expect, it } from "vitest";
import { promisedAgainstDone, yearsOf, type Sources } from "#app/domain/community/promised.ts";
import { contributionKinds } from "#app/domain/community/words.ts";

const nothing: Sources = { promised: [], entered: [], counted: [] };
const at = { organizationId: "polder", year: 2027 };
const promise = { ...at, assignments: 3, hours: 80, euros: 500_000 };
const counted = { ...at, assignments: 1, hours: 0, fees: 0, paid: 0 };
const all = () => true;

describe("promised against done", () => {
  it("counts the € 2.500 that a partner paid and the 36 hours it gave", () => {
    const paid = { ...counted, paid: 250_000 };
    const gave = { ...at, kind: "hours" as const, value: 216_000, hours: 36 };
    const { promised, done, inKind } = promisedAgainstDone(
      { promised: [promise], entered: [gave], counted: [paid] },
      all,
    );
    expect([done.euros, promised.euros]).toEqual([250_000, 500_000]);
    expect([done.hours, promised.hours]).toEqual([36, 80]);
    expect(inKind).toBe(216_000);
  });
  it.each([
    ["hours logged by its employees", { counted: [{ ...counted, hours: 12 }] }, { hours: 12, euros: 0 }],
    ["payments for assignments", { counted: [{ ...counted, paid: 90_000 }] }, { hours: 0, euros: 90_000 }],
    ["fees that were agreed and not paid", { counted: [{ ...counted, fees: 90_000 }] }, { hours: 0, euros: 0 }],
  ])("counts %s as it should", (_, source, done) =>
    expect(promisedAgainstDone({ ...nothing, ...source }, all).done).toMatchObject(done),
  );
  it.each(contributionKinds)("counts a contribution of the kind %s once", (kind) => {
    const entry = { ...at, kind, value: 70_000, hours: kind === "hours" ? 7 : 0 };
    const { done, cash, inKind } = promisedAgainstDone({ ...nothing, entered: [entry] }, all);
    expect(cash + inKind).toBe(70_000);
    expect(done.euros).toBe(kind === "cash" ? 70_000 : 0);
    expect(done.hours).toBe(entry.hours);
  });
  it("adds up over partners to what it says of each, in every year", () => {
    const rows = ["polder", "kwast"].flatMap((organizationId, i) =>
      [2026, 2027].map((year, j) => ({ organizationId, year, n: i * 10 + j + 1 })),
    );
    const sources: Sources = {
      promised: rows.map(({ n, ...row }) => ({ ...row, assignments: n, hours: n, euros: n })),
      entered: rows.map(({ n, ...row }) => ({ ...row, kind: "cash", value: n, hours: n })),
      counted: rows.map(({ n, ...row }) => ({ ...row, assignments: n, hours: n, fees: n, paid: n })),
    };
    expect(yearsOf(sources)).toEqual([2027, 2026]);
    for (const year of yearsOf(sources)) {
      const whole = promisedAgainstDone(sources, (row) => row.year === year);
      const each = ["polder", "kwast"].map((one) =>
        promisedAgainstDone(sources, (row) => row.year === year && row.organizationId === one),
      );
      for (const figure of ["assignments", "hours", "euros"] as const) {
        expect(each.reduce((sum, one) => sum + one.done[figure], 0)).toBe(whole.done[figure]);
        expect(each.reduce((sum, one) => sum + one.promised[figure], 0)).toBe(whole.promised[figure]);
      }
      expect(whole.done.euros).toBe(whole.cash + whole.paid);
      expect(whole.done.hours).toBe(whole.logged + whole.noted);
    }
  });
});
