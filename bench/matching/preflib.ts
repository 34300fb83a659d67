import { emptyInstance, type Guide, type Instance, type Student } from "#app/domain/matching/instance.ts";
import { plainAssignment } from "./plain-assignment.ts";

const pad = (kind: string, number: number | string) => `${kind}${String(number).padStart(5, "0")}`;
const plain = (id: string) => plainAssignment(id, { min: 1, max: 1 });
const numbersIn = (text: string) =>
  text
    .split(/[\s;]+/)
    .filter(Boolean)
    .map(Number);
const wholeOf = (text: string | undefined, otherwise: number) => {
  const number = Number(text);
  return text === undefined || text.trim() === "" || !Number.isInteger(number) || number < 0 ? otherwise : number;
};

/**
 * Reads students and projects in PrefLib's formats of orders (soi, toi, soc, toc: `count: 3,{1,2},4`, best first,
 * braces for ties), and next to it a table of capacities. Throws with a sentence about the first line that cannot be
 * read.
 */
export function readPreflib(orders: string, table?: string): Instance {
  const lines = orders
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const named = lines.flatMap((line) => {
    const match = /^#\s*ALTERNATIVE NAME (\d+):/i.exec(line);
    return match ? [Number(match[1])] : [];
  });
  const votes = lines.filter((line) => !line.startsWith("#"));
  const students = votes.flatMap((line) => {
    const match = /^(\d+)\s*:\s*(.*)$/.exec(line);
    if (!match) throw new Error(`This is no line of an order: "${line.slice(0, 60)}"`);
    return Array.from({ length: Number(match[1]) }, () => tiersIn(match[2] ?? ""));
  });
  const chosen = students.flat(2);
  const projects = [...new Set([...named, ...chosen])].sort((a, b) => a - b);
  const instance: Instance = {
    ...emptyInstance,
    students: students.map((tiers, at) => studentOf(pad("s", at + 1), tiers)),
    assignments: projects.map((number) => plain(pad("p", number))),
  };
  return table === undefined ? instance : withTable(instance, table);
}
const tiersIn = (text: string): number[][] =>
  [...text.matchAll(/\{([^}]*)\}|(\d+)/g)]
    .map((match) => (match[1] === undefined ? [Number(match[2])] : match[1].split(",").map(Number)))
    .filter((tier) => tier.length > 0);
const studentOf = (id: string, tiers: readonly (readonly number[])[]): Student => ({
  id,
  choices: tiers.map((tier) => tier.map((number) => pad("p", number))),
  hours: 0,
  discipline: "",
  level: "mbo",
  skills: [],
  dayParts: [],
});

/**
 * A table says who supervises what and for how many students (`Supervisor,Capacity,Projects`), how many a project takes
 * (`Project,Capacity`), or how its teams are made (`Project,Min,Max,Teams`). Several can follow each other; each begins
 * with its own head. Supervisors' projects count from 0, as the alternatives do from 1.
 */
function withTable(instance: Instance, table: string): Instance {
  let head: string[] = [];
  let found = instance;
  const again = new Set<string>();
  for (const line of table
    .split(/\r?\n/)
    .map((text) => text.trim())
    .filter((text) => text !== "" && !text.startsWith("#"))) {
    const cells = line.split(",").map((cell) => cell.trim());
    if (/^[a-z_ ]+$/i.test(cells[0] ?? "") && cells.slice(1).every((cell) => /^[a-z_ ]+$/i.test(cell)))
      head = cells.map((cell) => cell.toLowerCase());
    else
      found = head[0]?.match(/^(supervisor|lecturer|coach|guide)/)
        ? supervisor(found, head, cells)
        : project(found, head, cells, again);
  }
  return found;
}
const cell = (head: readonly string[], cells: readonly string[], name: RegExp) => {
  const at = head.findIndex((title) => name.test(title));
  return at < 0 ? undefined : cells[at];
};
function supervisor(instance: Instance, head: readonly string[], cells: readonly string[]): Instance {
  const guide: Guide = { id: cells[0] ?? "", teams: null, students: wholeOf(cell(head, cells, /capacity|max/), 0) };
  const theirs = new Set(
    numbersIn(cell(head, cells, /projects|alternatives/) ?? "").map((number) => pad("p", number + 1)),
  );
  return {
    ...instance,
    guides: [...instance.guides, guide],
    assignments: instance.assignments.map((a) => (theirs.has(a.id) ? { ...a, guides: [[guide.id]] } : a)),
  };
}
/** A project that comes again has one more team; one without room has none. */
function project(instance: Instance, head: readonly string[], cells: readonly string[], again: Set<string>): Instance {
  const id = pad("p", wholeOf(cells[0]?.replace(/\D+/g, ""), 0) + (head[0]?.startsWith("project") ? 1 : 0));
  const max = wholeOf(cell(head, cells, /^(max|capacity|upper)/), 1);
  const min = Math.max(1, wholeOf(cell(head, cells, /^(min|lower)/), 1));
  const teams = max === 0 ? 0 : wholeOf(cell(head, cells, /^teams/), 1);
  const more = again.has(id);
  again.add(id);
  return {
    ...instance,
    assignments: instance.assignments.map((a) =>
      a.id !== id
        ? a
        : more
          ? { ...a, teams: a.teams + teams }
          : { ...a, size: { min, max: Math.max(min, max) }, teams },
    ),
  };
}
