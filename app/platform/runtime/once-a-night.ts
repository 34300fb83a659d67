import { amsterdamDay, instantAt } from "#app/domain/calendar/amsterdam.ts";

/** Holds the hour in Amsterdam from which the night's work is done. */
const night = 3;
/** A server that has just started has other things to do. */
const settled = 3_600_000;

/**
 * Makes a round that does its work once a day: in the night, or once the server has been up for an hour after it.
 * Asked again and again; work that failed, or says false, is still to be done.
 */
export function onceANight(work: (going: () => boolean, day: string) => Promise<unknown>, now: () => Date) {
  const since = +now();
  let done = "";
  return async (going: () => boolean): Promise<void> => {
    const today = amsterdamDay(now());
    if (done === today || now() < instantAt(today, night) || +now() - since < settled) return;
    if ((await work(going, today)) !== false) done = today;
  };
}
