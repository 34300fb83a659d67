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
} as const;
