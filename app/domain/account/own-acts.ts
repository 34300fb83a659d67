/** Lists what somebody did with their own account and data: the log of it says what and when, never the name or the address. */
export const accountActs = [
  "name_corrected",
  "address_asked",
  "address_corrected",
  "data_taken",
  "account_closed",
  "factor_added",
  "factor_removed",
  "recovery_used",
  "recovery_renewed",
  "factors_taken",
] as const;
export type AccountAct = (typeof accountActs)[number];
