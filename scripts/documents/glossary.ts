import { processes, type AnyMachine, type ObjectName } from "#app/domain/workflow/processes.ts";
import { words } from "#app/i18n/words.ts";
import { table } from "./markdown.ts";

type Labels = Readonly<Record<string, string>>;
const [dutch, english] = [words("nl"), words("en")];
const enums = dutch.enums as unknown as Readonly<Record<string, Labels>>;
const enumsEn = english.enums as unknown as Readonly<Record<string, Labels>>;
const buttonsOf = ({ moves }: typeof dutch): Labels =>
  Object.fromEntries(Object.entries(moves).map(([name, { button }]) => [name, button]));
const moves = buttonsOf(dutch);
const movesEn = buttonsOf(english);

/** Which group of labels holds the states of an object. */
const stateGroups = {
  assignment: "status",
  "assignment, beside its status": "overlay",
  claim: "claim",
  agreement: "agreement",
  delivery: "delivery",
  member: "member",
  milestone: "milestone",
  interest: "interest",
  guardian_request: "guardian",
  guarantee_case: "guarantee",
} as const satisfies Partial<Record<ObjectName, string>> & Readonly<Record<string, string>>;
const roleGroups = {
  "in a centre": "centreRole",
  "in an organisation": "organizationRole",
  "in a team": "seatRole",
  "to one assignment": "relation",
} as const;
/** Sentences about a value, not its name. */
const explanations = ["obligationMeans"];

/** The rows of one group: what the screen says in both languages, and the id between them. */
const rowsOf = (about: string, group: string) =>
  Object.entries(enums[group] ?? {}).map(([id, label]) => [about, label, `\`${id}\``, enumsEn[group]?.[id] ?? ""]);
const labelled = (groups: Readonly<Record<string, string>>, about: string) =>
  table(
    [about, "Dutch, on screen", "Id in code", "English, on screen"],
    Object.entries(groups).flatMap(([name, group]) => rowsOf(name, group)),
  );

/** The states of every object with a workflow of its own. */
export const states = () => labelled(stateGroups, "State of");

/** The roles people have, and what somebody can be to one assignment. */
export const roles = () => labelled(roleGroups, "Role");

/** Every other closed list of values that a person can read. */
export function values(): string {
  const elsewhere: readonly string[] = [...Object.values(stateGroups), ...Object.values(roleGroups), ...explanations];
  const others = Object.keys(enums).filter((group) => !elsewhere.includes(group));
  return labelled(Object.fromEntries(others.map((group) => [`\`${group}\``, group])), "List");
}

/** Every move that somebody makes with a button; the others are made by the system. */
export const movesTable = () =>
  table(
    ["Move of", "Dutch, on the button", "Id in code", "English, on the button"],
    Object.entries(processes).flatMap(([object, process]) =>
      Object.keys((process as unknown as AnyMachine).moves)
        .filter((move) => moves[move])
        .map((move) => [object, moves[move] ?? "", `\`${move}\``, movesEn[move] ?? ""]),
    ),
  );
