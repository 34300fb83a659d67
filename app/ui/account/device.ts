/** Order matters: most browsers also name those they grew from. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ["Edge", /Edg\//],
  ["Opera", /OPR\//],
  ["Samsung Internet", /SamsungBrowser/],
  ["Firefox", /Firefox|FxiOS/],
  ["Chrome", /Chrome|CriOS/],
  ["Safari", /Safari/],
];
const systems: readonly (readonly [string, RegExp])[] = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["ChromeOS", /CrOS/],
  ["macOS", /Mac OS X|Macintosh/],
  ["Linux", /Linux/],
];
const named = (known: typeof browsers, agent: string) => known.find(([, sign]) => sign.test(agent))?.[0] ?? null;

/** Tells what a person calls the device that a session was opened with: its browser and system, each null when unknown. */
export const deviceOf = (agent: string) => ({ browser: named(browsers, agent), system: named(systems, agent) });
