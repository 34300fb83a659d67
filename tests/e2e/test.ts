import { test as base } from "@playwright/test";
import { openHouse, type House } from "./house.ts";

type Lodging = { at: (key: string) => Promise<House>; close: () => Promise<void> };

/** `house` is opened for one test alone; tests that say the same `together` go on in one, in their order. */
export const test = base.extend<{ house: House; together: string }, { lodging: Lodging }>({
  together: ["", { option: true }],
  lodging: [
    async ({}, use) => {
      const lodging = oneAtATime();
      await use(lodging);
      await lodging.close();
    },
    { scope: "worker" },
  ],
  house: async ({ lodging, together }, use, { testId }) => use(await lodging.at(together || testId)),
});
export { expect } from "@playwright/test";

/** Keeps the house of the last key open until another is asked for. */
function oneAtATime(): Lodging {
  let open: { key: string; house: House } | null = null;
  const close = async () => {
    await open?.house.close();
    open = null;
  };
  const at = async (key: string) => {
    if (open?.key === key) return open.house;
    await close();
    const house = await openHouse((line) => process.stderr.write(line));
    open = { key, house };
    return house;
  };
  return { at, close };
}
