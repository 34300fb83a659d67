/**
 * How often the server does by itself what it does by itself, in milliseconds. `nightly` is how often it looks whether the
 * night's work is still to be done.
 */
export const rhythm = {
  post: 2000,
  clocks: 60_000,
  matching: 1000,
  leftovers: 900_000,
  removed: 86_400_000,
  catalogue: 3_600_000,
  tries: 3_600_000,
  nightly: 600_000,
  firstUse: 300_000,
} as const;

/** The rounds by the name they are written down with, and how often each is expected to have run. */
export const rounds = [
  { name: "post", every: rhythm.post },
  { name: "clocks", every: rhythm.clocks },
  { name: "matching", every: rhythm.matching },
  { name: "rounds of matching", every: rhythm.clocks },
  { name: "alerts", every: rhythm.clocks },
  { name: "files", every: rhythm.leftovers },
  { name: "removed files", every: rhythm.removed },
  { name: "catalogue", every: rhythm.catalogue },
  { name: "tries", every: rhythm.tries },
  { name: "retention", every: rhythm.nightly },
  { name: "log", every: rhythm.nightly },
  { name: "first use", every: rhythm.firstUse },
] as const;
export type RoundName = (typeof rounds)[number]["name"];
