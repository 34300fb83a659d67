import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { ask, uploadOf } from "./endurance/asking.ts";
import { count, type Count } from "./endurance/count.ts";
import { load, nothingSeen, spray, type Seen } from "./endurance/load.ts";
import { peopleOf, type People } from "./endurance/people.ts";
import { openPlace, type Place } from "./endurance/place.ts";

// `npm run bench:endurance`: production on a database of its own, fifty people at once, a kill every minute, a thousand sprayed
// passwords and twenty uploads at once in the middle of it; before that the same people in peace, as the yardstick. Ends with 1
// when a promise does not hold. `--minutes 10`, `--every 60` seconds between kills, `--at 50`, `--peace 60` seconds of
// yardstick; `--write` puts the table into docs/figures.md.
const option = (name: string, usual: number) => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at > 0 ? Number(process.argv[at + 1]) : usual;
  if (!(value > 0)) throw new Error(`--${name}: say a number above 0.`);
  return value;
};
const print = (line: string) => process.stdout.write(`${line}\n`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const at = (times: readonly number[], share: number) => {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
};
/**
 * Says how much slower the slowest hundredth of pages may be than in peace, and how much memory may grow in the second
 * half.
 */
const promised = { slower: 3, growth: 1.15 } as const;
type Kill = { minute: number; what: "server" | "connection" | "database"; back: number };
type Sample = { minute: number; memory: number };
type Run = { peace: Seen; trouble: Seen; kills: Kill[]; samples: Sample[]; asides: string[]; counted: Count };

/** The server dies in the first half; in the second one process lives on, so that what it holds can be seen to stay. */
function killAt(n: number, of: number): Kill["what"] {
  if (n < of / 2) return n % 3 === 2 ? "database" : "server";
  return n % 2 === 0 ? "connection" : "database";
}
async function aside(place: Place, people: People): Promise<string[]> {
  const bytes = Buffer.alloc(24 * 1024 * 1024, "a");
  const send = async (n: number) => {
    const upload = uploadOf(randomUUID(), `duur-${n}.txt`, bytes);
    return (await ask(place.port, people.sender.path, { cookie: people.sender.cookie, upload })).status;
  };
  const [sprayed, sent] = await Promise.all([
    spray(place, 1000),
    Promise.all(Array.from({ length: 20 }, (_, n) => send(n))),
  ]);
  return [`1,000 sprayed passwords: ${tallyText(sprayed)}`, `20 uploads of 24 MB at once: ${tallyText(tally(sent))}`];
}
const tally = (statuses: readonly number[]) =>
  statuses.reduce((map, status) => map.set(status, (map.get(status) ?? 0) + 1), new Map<number, number>());
const tallyText = (ends: ReadonlyMap<number, number>) =>
  [...ends]
    .sort(([one], [other]) => one - other)
    .map(([status, n]) => `${status === 0 ? "no answer" : status} ${n.toLocaleString("en")}`)
    .join(", ");

async function run(place: Place): Promise<Run> {
  const [minutes, every, many] = [option("minutes", 10), option("every", 60), option("at", 50)];
  const people = await peopleOf(place);
  const mark = `Duur ${randomUUID().slice(0, 8)}`;
  const [peace, trouble] = [nothingSeen(), nothingSeen()];
  const until = (seconds: number) => {
    const end = performance.now() + seconds * 1000;
    return () => performance.now() < end;
  };
  await load(place, people, nothingSeen(), { at: many, mark: `${mark} warm`, going: until(10) });
  await load(place, people, peace, { at: many, mark: `${mark} peace`, going: until(option("peace", 60)) });
  print(`in peace: ${peace.pages.length} pages, p99 ${at(peace.pages, 0.99).toFixed(0)} ms, ${tallyText(peace.ends)}`);
  const [kills, samples]: [Kill[], Sample[]] = [[], []];
  const began = performance.now();
  const minute = () => (performance.now() - began) / 60_000;
  const going = () => minute() < minutes;
  const sampling = setInterval(() => samples.push({ minute: minute(), memory: place.memory() }), 1000);
  const killing = async () => {
    const planned = Math.max(1, Math.floor((minutes * 60) / every - 0.5));
    for (let n = 0; n < planned; n++) {
      await pause(Math.max(0, began + (n + 0.5) * every * 1000 - performance.now()));
      const what = killAt(n, planned);
      const kill = { server: place.killServer, connection: place.killBackend, database: place.killDatabase }[what];
      kills.push({ minute: minute(), what, back: await kill() });
      print(`minute ${minute().toFixed(1)}: the ${what} was killed, ready after ${kills.at(-1)?.back.toFixed(0)} ms`);
    }
  };
  const [, , asides] = await Promise.all([
    load(place, people, trouble, { at: many, mark: `${mark} trouble`, going }),
    killing(),
    // This moment lies half-way between the first kill and the second.
    pause(every * 1000).then(() => aside(place, people)),
  ]);
  clearInterval(sampling);
  const counted = await count(place.owner(), mark, [...peace.written, ...trouble.written]);
  return { peace, trouble, kills, samples, asides, counted };
}

/** Returns the most that a server held within a part of the run: half of it is a share from 0 to 1. */
const mostHeld = (samples: readonly Sample[], from: number, to: number) => {
  const last = samples.at(-1)?.minute ?? 0;
  return Math.max(0, ...samples.filter((s) => s.minute >= from * last && s.minute < to * last).map((s) => s.memory));
};
function verdicts({ peace, trouble, samples, counted }: Run) {
  const slower = at(trouble.pages, 0.99) / at(peace.pages, 0.99);
  const [third, last] = [mostHeld(samples, 0.5, 0.75), mostHeld(samples, 0.75, 1.01)];
  return [
    {
      promise: "lost: 0",
      found: `${counted.lost.length} of ${counted.acknowledged.toLocaleString("en")}`,
      holds: counted.lost.length === 0,
    },
    { promise: "twice: 0", found: `${counted.twice.length}`, holds: counted.twice.length === 0 },
    {
      promise: "links of the log that do not hold: 0",
      found: `${counted.broken} of ${counted.events.toLocaleString("en")}`,
      holds: counted.broken === 0,
    },
    {
      promise: `p99 of pages at most ${promised.slower} times that in peace`,
      found: `${slower.toFixed(2)} (${at(peace.pages, 0.99).toFixed(0)} and ${at(trouble.pages, 0.99).toFixed(0)} ms)`,
      holds: slower <= promised.slower,
    },
    {
      promise: `memory of the last quarter at most ${promised.growth} times the one before`,
      found: `${(last / third).toFixed(2)} (${third.toFixed(0)} and ${last.toFixed(0)} MB)`,
      holds: last <= third * promised.growth,
    },
    { promise: "pages that failed with 500: 0", found: `${trouble.failed.length}`, holds: trouble.failed.length === 0 },
  ];
}
function tableOf(result: Run): string {
  const { peace, trouble, kills, asides, counted } = result;
  const rows = [
    ...verdicts(result).map(({ promise, found, holds }) => [promise, found, holds ? "yes" : "no"]),
    ["answers in peace", tallyText(peace.ends), ""],
    ["answers in trouble", tallyText(trouble.ends), ""],
    ["writes refused, never answered", `${counted.refused}, ${counted.unanswered}`, ""],
    ["beside it", asides.join("; "), ""],
    ["kills, and milliseconds until ready", kills.map((kill) => `${kill.what} ${kill.back.toFixed(0)}`).join(", "), ""],
  ];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const length = `${option("minutes", 10)} minutes, ${option("at", 50)} at once, a kill every ${option("every", 60)} s`;
  return [line([length, "found", "holds"]), line(["---", "---", "---"]), ...rows.map(line)].join("\n");
}

const place = await openPlace();
try {
  const result = await run(place);
  const table = tableOf(result);
  print(`\n${table}`);
  if (process.argv.includes("--write")) {
    const [file, begin, end] = ["docs/figures.md", "<!-- endurance -->", "<!-- /endurance -->"];
    const text = readFileSync(file, "utf8");
    const [before = "", rest = ""] = text.split(begin);
    writeFileSync(file, `${before}${begin}\n${table}\n${end}${rest.split(end)[1] ?? ""}`);
  }
  const failed = verdicts(result).filter(({ holds }) => !holds);
  if (failed.length > 0) {
    process.exitCode = 1;
    const { lost, twice } = result.counted;
    for (const each of [...lost.slice(0, 20), ...twice.slice(0, 20), ...result.trouble.failed.slice(0, 10)])
      print(each);
    print(`\nThe server's last words:\n${place.troubles().join("\n")}`);
  }
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(
    `${error instanceof Error ? error.stack : String(error)}\n${place.troubles().slice(-10).join("\n")}\n`,
  );
} finally {
  await place.close();
}
process.exit();
