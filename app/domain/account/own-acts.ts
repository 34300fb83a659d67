/** What somebody did with their own account and data: the log of it says what and when, never the name or the address. */
export const accountActs = [
  "name_corrected",
  "address_asked",
  "address_corrected",
  "data_taken",
  "account_closed",
] as const;
export type AccountAct = (typeof accountActs)[number];
