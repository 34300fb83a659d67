import { test as base } from "@playwright/test";
import { startInstallation, type Installation } from "./installation.ts";

type Lodging = { at: (key: string) => Promise<Installation>; close: () => Promise<void> };

/** `installation` is opened for one test alone; tests that say the same `together` go on in one, in their order. */
export const test = base.extend<{ installation: Installation; together: string }, { lodging: Lodging }>({
  together: ["", { option: true }],
  lodging: [
    async ({}, use) => {
      const lodging = oneAtATime();
      await use(lodging);
      await lodging.close();
    },
    { scope: "worker" },
  ],
  installation: async ({ lodging, together }, use, { testId }) => use(await lodging.at(together || testId)),
});
export { expect } from "@playwright/test";

/** Keeps the installation of the last key open until another is asked for. */
function oneAtATime(): Lodging {
  let open: { key: string; installation: Installation } | null = null;
  const close = async () => {
    await open?.installation.close();
    open = null;
  };
  const at = async (key: string) => {
    if (open?.key === key) return open.installation;
    await close();
    const installation = await startInstallation((line) => process.stderr.write(line));
    open = { key, installation };
    return installation;
  };
  return { at, close };
}
