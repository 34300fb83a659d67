import { randomUUID } from "node:crypto";
import { urls } from "#app/urls.ts";
import { ask } from "./asking.ts";
import type { People } from "./people.ts";
import type { Place } from "./place.ts";

/** A write, and every answer it had: 0 where the connection ended without one. The last is what became of it. */
export type Written = { what: string; status: number; tries: number[] };
/** Holds what a stretch of load saw: times of pages that were answered, in milliseconds, and how requests ended. */
export type Seen = {
  pages: number[];
  ends: Map<number, number>;
  written: Written[];
  /** Addresses of pages that failed with 500, or took longest. */
  failed: string[];
};
/** Returns a stretch that has not begun. */
export const nothingSeen = (): Seen => ({ pages: [], ends: new Map(), written: [], failed: [] });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Lets so many people ask at once, of whom one in five writes, until `going` says no. Who reads goes on to another
 * page; who writes sends the same form, with its key, until it is answered by what will stay so.
 */
export async function load(
  place: Place,
  people: People,
  seen: Seen,
  { at, mark, going }: { at: number; mark: string; going: () => boolean },
): Promise<void> {
  let number = seen.written.length;
  const note = (status: number) => seen.ends.set(status, (seen.ends.get(status) ?? 0) + 1);
  const reader = async (n: number) => {
    const { cookie, pages } = people.readers[n % people.readers.length] as People["readers"][number];
    for (let turn = n; going(); turn++) {
      const path = pages[turn % pages.length] ?? urls.public.home;
      const { status, took } = await ask(place.port, path, { cookie });
      note(status);
      if (status > 0 && status < 500) seen.pages.push(took);
      else if (status === 500) seen.failed.push(path);
      if (status === 0 || status === 503) await pause(200);
    }
  };
  const writer = async (n: number) => {
    const { cookie, path } = people.writers[n % people.writers.length] as People["writers"][number];
    while (going()) {
      const written: Written = { what: `${mark} ${number++}`, status: 0, tries: [] };
      seen.written.push(written);
      const form = {
        _key: randomUUID(),
        on: new Date().toISOString().slice(0, 10),
        spent: "30 min",
        what: written.what,
      };
      // It is sent again also when time is up: what is still open then would count for nothing.
      for (let tries = 0; tries < 300; tries++) {
        written.status = (await ask(place.port, path, { cookie, form })).status;
        written.tries.push(written.status);
        note(written.status);
        if (written.status > 0 && written.status < 500 && written.status !== 429) break;
        await pause(200);
      }
    }
  };
  await Promise.all(Array.from({ length: at }, (_, n) => (n % 5 === 4 ? writer((n / 5) | 0) : reader(n))));
}

/** Sends wrong passwords for addresses that are there and that are not, from many places: what a sprayer sends. */
export async function spray(place: Place, many: number): Promise<Map<number, number>> {
  const ends = new Map<number, number>();
  let sent = 0;
  const one = async () => {
    for (let n = sent++; n < many; n = sent++) {
      const form = { _key: randomUUID(), email: `wie.${n % 40}@voorbeeld.nl`, password: `geraden woord ${n}` };
      let { status } = await ask(place.port, urls.account.login, { form, from: `203.0.113.${n % 250}` });
      for (let tries = 0; status === 0 && tries < 100; tries++) {
        await pause(500);
        ({ status } = await ask(place.port, urls.account.login, { form, from: `203.0.113.${n % 250}` }));
      }
      ends.set(status, (ends.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 20 }, one));
  return ends;
}
