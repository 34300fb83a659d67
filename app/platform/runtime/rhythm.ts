import type { JobName } from "#app/domain/administration/jobs.ts";

/**
 * Says how often the server does by itself what it does by itself, in milliseconds. `nightly` is how often it looks whether the
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

/** Says how often each job is expected to have run. */
export const jobRhythm = {
  post: rhythm.post,
  clocks: rhythm.clocks,
  matching: rhythm.matching,
  "rounds of matching": rhythm.clocks,
  alerts: rhythm.clocks,
  files: rhythm.leftovers,
  "removed files": rhythm.removed,
  catalogue: rhythm.catalogue,
  tries: rhythm.tries,
  retention: rhythm.nightly,
  log: rhythm.nightly,
  "first use": rhythm.firstUse,
} as const satisfies Record<JobName, number>;
