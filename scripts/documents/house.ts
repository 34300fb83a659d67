import { dirname } from "node:path";
import { cachedFindings } from "#tests/support/cached-findings.ts";
import { functionsOf } from "#tests/support/functions.ts";
import { arrows, circlesIn, graphOf } from "#tests/support/graph.ts";
import { code, filesIn, read } from "#tests/support/sources.ts";
import { table } from "./markdown.ts";

const floors = ["routes", "platform", "services", "db", "ui", "i18n", "domain"] as const;
type Floor = (typeof floors)[number];
const placeOf = (floor: Floor) => (floor === "db" ? "db" : `app/${floor}`);
const floorOf = (file: string): Floor | undefined =>
  file.startsWith("db/seed") ? undefined : floors.find((floor) => file.startsWith(`${placeOf(floor)}/`));
const shown = (count: number) => count.toLocaleString("en");
const linesOf = (file: string) => read(file).trimEnd().split("\n");
const foldersOf = (files: readonly string[]) => new Set(files.map(dirname));

/** The imports from floor to floor, types included, by where they come from and where they go. */
function betweenFloors(all: ReturnType<typeof arrows>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file, to } of all) {
    const [from, target] = [floorOf(file), floorOf(to)];
    if (from === undefined || target === undefined || from === target) continue;
    counts.set(`${from} ${target}`, (counts.get(`${from} ${target}`) ?? 0) + 1);
  }
  return counts;
}
/** Returns the folder with most files among these, with how many it has. */
function largest(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const [folder, count] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? ["", 0];
  return `${shown(count)} (\`${folder}\`)`;
}
/** Says how many functions outside the tests are longer than each of these. */
function longFunctions(files: readonly string[], ...limits: readonly number[]): string {
  const { findings, keep } = cachedFindings("tests/support/functions.ts", functionsOf);
  const sizes = files.filter((file) => !file.startsWith("tests/")).flatMap((file) => findings(file));
  keep();
  return limits.map((limit) => shown(sizes.filter(({ lines }) => lines > limit).length)).join(" / ");
}
/** Circles in a graph of imports, with the files that are in them. */
function circles(all: ReturnType<typeof arrows>): string {
  const found = circlesIn(graphOf(all));
  return found.length === 0 ? "none" : `${found.flat().length} in ${found.length} circles`;
}

/** Returns the house before it was put in order, the same only formatted, and as it now is. */
export function houseTable(): string {
  const files = code();
  const all = arrows();
  const sizes = files.map((file) => linesOf(file).length).sort((one, other) => one - other);
  const widths = files.flatMap((file) => linesOf(file).map((line) => line.length));
  const sql = filesIn("migrations", /\.(sql|json)$/);
  const over = files.filter((file) => linesOf(file).length > 300);
  const words = over.every((file) => file.startsWith("app/i18n/")) ? ", all of them words (limit 400)" : "";
  const between = [...betweenFloors(all).values()].reduce((sum, count) => sum + count, 0);
  return table(
    ["", "Before", "Formatted", "Now"],
    [
      ["Files of code", "857", "857", shown(files.length)],
      ["Lines", "45,098", "89,535", shown(sizes.reduce((sum, count) => sum + count, 0))],
      ["Median of a file, in lines", "42", "83", shown(sizes[Math.floor(sizes.length / 2)] ?? 0)],
      ["Files over 300 lines", "0", "36", `${over.length}${words}`],
      ["Functions over 40 / over 60 lines", "0 / 0", "171 / 41", longFunctions(files, 40, 60)],
      ["Lines over 140 characters, and the longest", "6,285, 950", "731, 929", wide(widths)],
      ["Files that import each other in a circle, types included", "33 in 7 circles", "33 in 7 circles", circles(all)],
      [
        "The same, of what is imported at run time",
        "12 in 2 circles",
        "12 in 2 circles",
        circles(all.filter(({ imported }) => !imported.only)),
      ],
      ["Imports from floor to floor", "2,558", "2,558", shown(between)],
      [
        "Those that go up: types of the shell, from `app/ui` to `app/platform`",
        "3",
        "3",
        shown(betweenFloors(all).get("platform ui") ?? 0),
      ],
      ["Folders", "55", "55", shown(foldersOf(files).size)],
      ["Largest folder on a floor", "128 files (`app/routes`)", "128", largest(files.filter(floorOf))],
      [
        "Largest folder beside the floors",
        "41 files (`tests/services`)",
        "41",
        largest(files.filter((file) => floorOf(file) === undefined)),
      ],
      [
        "Lines of migrations and their snapshots",
        "274,853 in 25",
        "274,853 in 25",
        `${shown(sql.reduce((sum, file) => sum + linesOf(file).length, 0))} in ${filesIn("migrations", /\.sql$/).length}`,
      ],
    ],
  );
}
function wide(widths: readonly number[]): string {
  const longest = widths.reduce((most, width) => Math.max(most, width), 0);
  return `${shown(widths.filter((width) => width > 140).length)}, ${shown(longest)}`;
}

/** Returns the floors as they now lean on each other. */
export function houseDrawn(): string {
  const files = code();
  const between = betweenFloors(arrows());
  const rooms = floors.map((floor) => {
    const own = files.filter((file) => floorOf(file) === floor);
    return `  ${floor}["${placeOf(floor)}<br>${shown(own.length)} files, ${foldersOf(own).size} folders"]`;
  });
  const ways = floors.flatMap((from) =>
    floors.flatMap((to) => {
      const count = between.get(`${from} ${to}`);
      return count === undefined ? [] : [`  ${from} -->|${shown(count)}| ${to}`];
    }),
  );
  return ["```mermaid", "flowchart TD", ...rooms, ...ways, "```"].join("\n");
}
