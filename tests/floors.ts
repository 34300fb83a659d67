/**
 * Holds the floors of the suite, in the order in which they are run; a folder of that name holds the tests of each.
 * Where servers are asked is where most is waited for, so that comes while other parts run beside it
 * (`scripts/test.mjs`). Those with a database share one cluster that is thrown away; those that ask the built server
 * refuse one that is old.
 */
export const floors = {
  http: { database: true, build: true },
  services: { database: true, build: false },
  domain: { database: false, build: false },
  house: { database: false, build: false },
} as const;
