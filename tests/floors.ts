/**
 * The floors of the suite, in the order in which they are run; a folder of that name holds the tests of each. Where servers are
 * asked is where most is waited for, so that comes while other parts run beside it (`scripts/test.mjs`).
 * Those with a database share one cluster that is thrown away.
 */
export const floors = {
  http: { database: true },
  services: { database: true },
  domain: { database: false },
  house: { database: false },
} as const;
