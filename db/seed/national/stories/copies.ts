import { hash } from "node:crypto";
import { amsterdamDay, instantAt, offsetAt } from "#app/domain/calendar/amsterdam.ts";
import { dayFromNumber, dayNumber, type Day } from "#app/domain/calendar/holidays.ts";
import { inBlock, switchesOf } from "#app/domain/centre/switches.ts";
import type { Chance } from "#db/seed/national/chance.ts";
import type { Centre } from "#db/seed/national/country/country.ts";
import type { Family } from "#db/seed/national/country/families.ts";
import { filled, writtenDay, type Hole } from "./holes.ts";
import { playersOf, type Players } from "./players.ts";
import type { Sink } from "#db/seed/national/sheet.ts";
import type { Template } from "./templates.ts";

const dayLength = 86_400_000;
const [nine, lastMinute] = [9 * 3_600_000, (23 * 60 + 59) * 60_000];
/** What is past may lie up to this many weeks further back. */
const furthestBack = 110;
/** Nobody does everything at the same minute: each copy is up to two hours earlier on its day. */
const earlier = 2 * 3_600_000;

/** Describes a template with what a copy needs of it worked out beforehand. */
export type Form = {
  template: Template;
  values: string[];
  write: (hole: Hole, copy: Copy) => string;
  weeks: readonly number[];
  links: readonly number[];
};
type Copy = { chance: Chance; players: Players; weeks: number; jitter: number };

/** Tells what each copy of a story fills in anew, and how many weeks back it may have been lived. */
export function formOf(template: Template, families: readonly Family[]): Form {
  const switches = switchesOf(families[template.lived.family]?.switches);
  const start = template.startOn;
  const all = template.past ? Array.from({ length: furthestBack }, (_, w) => w) : [0];
  const weeks = all.filter((w) => w === 0 || start === null || inBlock(weeksBefore(start, w), switches));
  const links = template.chain.map((_, link) =>
    template.holes.findIndex((hole) => hole.kind === "hash" && hole.link === link),
  );
  return { template, values: template.holes.map(() => ""), write, weeks, links };
}
/** The same few hundred days are asked for millions of times. */
const known = new Map<string, Day>();
function weeksBefore(day: Day, weeks: number): Day {
  const asked = `${day} ${weeks}`;
  const there = known.get(asked) ?? dayFromNumber(dayNumber(day) - weeks * 7);
  known.set(asked, there);
  return there;
}

function write(hole: Hole, { chance, players, weeks, jitter }: Copy): string {
  switch (hole.kind) {
    case "id":
      return players.ids.get(hole.id) ?? chance.id();
    case "idHead":
      return (players.ids.get(hole.id) ?? hole.id).slice(0, 8);
    case "word":
      return players.words.get(hole.word) ?? hole.word;
    case "at":
      return moment(hole.at, weeks, jitter);
    case "day":
      return weeksBefore(hole.day, weeks);
    case "longDay":
      return writtenDay(weeksBefore(hole.day, weeks), hole.locale);
    case "hash":
      return "";
  }
}
/**
 * A term ends at 23:59 and a reminder goes at nine, by the clock on the wall; whatever somebody did may be a little
 * earlier.
 */
function moment(at: number, weeks: number, jitter: number): string {
  const localTime = (at + offsetAt(new Date(at)) * 3_600_000) % dayLength;
  const fixed = localTime === nine || localTime === lastMinute;
  return (
    fixed
      ? instantAt(weeksBefore(amsterdamDay(new Date(at)), weeks), 0, localTime / 60_000)
      : new Date(at - weeks * 7 * dayLength - jitter)
  ).toISOString();
}

/**
 * Writes one assignment with everything of it: the story of the form, with these people, in this place, at its own
 * time.
 */
export function writeCopy(
  { template, values, write: fill, weeks, links }: Form,
  centre: Centre,
  chance: Chance,
  sink: Sink,
): void {
  const copy: Copy = {
    chance,
    players: playersOf(template, centre, chance),
    weeks: chance.pick(weeks),
    jitter: chance.below(earlier),
  };
  for (let i = 0; i < values.length; i++) values[i] = fill(template.holes[i] as Hole, copy);
  template.chain.forEach((content, link) => {
    values[links[link] as number] = hash("sha256", filled(content, values));
  });
  for (const { head, text } of template.sheets) sink(head, filled(text, values));
}
