const day = 86_400_000;
/** Lists days before the deadline on which who has not chosen gets a reminder. */
const reminderDays = [3, 1] as const;
/** Nobody is reminded twice within a day, whoever asks for it. */
export const remindAgainAfter = day;
/** Returns the reminder that is due now: the moment it was planned for; null when none is. */
export function dueReminder(chooseBy: Date, now: Date): Date | null {
  const moments = reminderDays.map((n) => new Date(+chooseBy - n * day)).filter((moment) => moment <= now);
  return now < chooseBy ? (moments.at(-1) ?? null) : null;
}
