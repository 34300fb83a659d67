// @module-tag slow
import { beforeAll, describe, expect, test } from "vitest";
import type { Sql } from "postgres";
import { moneyTab, openContribution, saveContribution } from "#app/services/community/money.server.ts";
import { addPartner } from "#app/services/community/partners.server.ts";
import { day } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { World } from "#db/seed/world.ts";
import { neighbourhood, refused } from "#tests/support/town/community.ts";

let w: World;
let c: Cast;
let raw: Sql;
let id: string;
const as = (who: string) => w.as(who);
beforeAll(async () => {
  ({ w, c, raw, id } = await neighbourhood());
  await addPartner(await as(c.teacher), id, { organization: c.companyId });
});

const given = (more: Record<string, string> = {}) => ({
  organization: c.companyId,
  kind: "hours",
  what: "Rondleiding",
  hours: "1,5",
  rate: "60",
  from_on: "2025-12-31",
  to_on: "2026-01-02",
  proof: "Bezoeklijst",
  ...more,
});
const save = async (more: Record<string, string> = {}) =>
  saveContribution(await as(c.owner), id, null, given(more), null);
const wrong = async (more: Record<string, string>, errors: object) =>
  await expect(save(more)).rejects.toMatchObject({ errors });
describe("a contribution is what was given", () => {
  test("it lies in the past, at most five years back", async () => {
    const [today, tomorrow] = [day(w, 0), day(w, 1)];
    await wrong({ from_on: tomorrow, to_on: day(w, 30) }, { from_on: { code: "date_too_late", day: today } });
    await wrong({ to_on: tomorrow }, { to_on: { code: "date_too_late", day: today } });
    await wrong({ from_on: day(w, -6 * 365) }, { from_on: { code: "date_too_early" } });
  });
  test("hours are typed as people write them and fit in their period", async () => {
    await wrong({ hours: "5.000 uur" }, { hours: { code: "hours_over_period", limit: 2880 } });
    await wrong({ hours: "2880:01" }, { hours: { code: "hours_over_period", limit: 2880 } });
    await wrong({ hours: "0" }, { hours: { code: "duration_too_short" } });
    await save();
    const [entry] = (await moneyTab(await as(c.owner), id, 1)).rows;
    expect(entry).toMatchObject({ minutes: 90, value: 9000, by: { actor: w.names.get(c.owner), at: w.now() } });
    expect((await openContribution(await as(c.owner), id, entry?.id ?? "")).values.hours).toBe(90);
  });
  test("a period over two years counts in each by its days, and the years together are the whole", async () => {
    const years = (await moneyTab(await as(c.owner), id, 1)).years;
    const of = (year: number) => years.find((y) => y.year === year);
    expect([of(2025)?.noted, of(2026)?.noted]).toEqual([0.5, 1]);
    expect([of(2025)?.inKind, of(2026)?.inKind]).toEqual([3000, 6000]);
  });
  test("an entry from before minutes were kept counts its hours", async () => {
    await raw`update contributions set minutes = null, hours = 3 where community_id = ${id} and what = 'Rondleiding'`;
    const { rows, years } = await moneyTab(await as(c.owner), id, 1);
    expect(rows.map((r) => r.minutes)).toEqual([180]);
    expect(years.reduce((sum, y) => sum + y.noted, 0)).toBe(3);
    await raw`update contributions set minutes = 90, hours = 2 where community_id = ${id} and what = 'Rondleiding'`;
  });
  test("the same is not entered twice, not by two at once, and another proof makes it another", async () => {
    await wrong({ hours: "90 min" }, { what: { code: "noted_already" } });
    for (const what of ["rondleiding", "Rond\u200Bleiding", "Rond\u00ADleiding "])
      await wrong({ what }, { what: { code: "noted_already" } });
    await save({ proof: "Bezoeklijst, tweede groep" });
    const twice = await Promise.allSettled([save({ what: "Lezing" }), save({ what: "Lezing" })]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { rows } = await moneyTab(await as(c.owner), id, 1);
    expect(rows.map((r) => r.what).sort()).toEqual(["Lezing", "Rondleiding", "Rondleiding"]);
    const [first, second] = rows.filter((r) => r.what === "Rondleiding");
    await refused(
      saveContribution(await as(c.owner), id, first?.id ?? "", given({ proof: second?.proof ?? "" }), 1),
      "invalid",
      "what",
    );
    await saveContribution(await as(c.owner), id, first?.id ?? "", given({ proof: first?.proof ?? "" }), 1);
  });
});
