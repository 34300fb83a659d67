/**
 * The floors of the suite, in the order in which they are run; a folder of that name holds the tests of each.
 * Those with a database share one cluster that is thrown away.
 */
export const floors = {
  services: { database: true },
  http: { database: true },
  domain: { database: false },
  house: { database: false },
} as const;
