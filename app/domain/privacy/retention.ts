/**
 * Says how long each kind of data is kept, and when that time begins (docs/domain.md 3.4). `days` is counted from a moment in
 * the row itself, `years` from the end of what the row belongs to; null is for as long as that lasts. Every length is a
 * default of ours until the owners have decided (docs/domain.md 10).
 */
export const retentions = {
  session: { days: 0, from: "end" },
  token: { days: 7, from: "end" },
  form_key: { days: 7, from: "sent" },
  throttle: { days: 1, from: "last_try" },
  letter: { days: 90, from: "sent" },
  draft: { days: 0, from: "end" },
  file_removed: { days: 30, from: "removed" },
  taken_back: { days: 30, from: "taken_back" },
  list_read: { days: 1, from: "read" },
  role: { days: 7 * 365, from: "role_ended" },
  account_log: { days: 2 * 365, from: "made" },
  survey: { days: 5 * 365, from: "filled_in" },
  unused: { days: 2 * 365, from: "made" },
  round: { days: 2 * 365, from: "round_made" },
  assignment: { days: 7 * 365, from: "closed" },
  account: { days: null, from: "account" },
  community: { days: null, from: "community" },
  taking_part: { days: null, from: "taking_part" },
  log: { days: null, from: "log" },
  platform: { days: null, from: "platform" },
} as const satisfies Record<string, { days: number | null; from: string }>;
export type Retention = keyof typeof retentions;

/** Returns the last moment that is over: what began or ended before it has been kept long enough. */
export const retentionCutoff = (kind: Retention, now: Date): Date | null => {
  const { days } = retentions[kind];
  return days === null ? null : new Date(+now - days * 86_400_000);
};
