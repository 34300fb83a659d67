import { beforeAll, expect, test } from "vitest";
import { openSection, saveSection } from "#app/services/agreement/agreement-tab.server.ts";
import { startChange } from "#app/services/agreement/agreements.server.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
});

test("instalments that add up to something else than the fee are refused beside them, with both sums, and nothing is kept", async () => {
  const { id } = await live(await begin(w, c, "result", question("result")), "in_progress");
  const draft = await startChange(await w.as(c.teacher), id);
  const paying = (last: string) => ({
    fee_kind: "fixed",
    fee_amount: "5200",
    "instalments.0.amount": "1500",
    "instalments.0.trigger": "start",
    "instalments.1.amount": last,
    "instalments.1.trigger": "acceptance",
  });
  const open = async () => openSection(await w.as(c.teacher), draft, "money");
  const save = async (posted: Record<string, string>) =>
    saveSection(await w.as(c.teacher), draft, "money", posted, (await open()).form.version);
  const before = (await open()).terms;
  await expect(save(paying("9999999"))).rejects.toMatchObject({
    errors: { instalments: { code: "other_sum", sums: [10_001_499_00, 5_200_00] } },
  });
  expect((await open()).terms).toEqual(before);
  await save(paying("3700"));
  expect((await open()).terms.instalments).toMatchObject([{ amount: 1_500_00 }, { amount: 3_700_00 }]);
});
