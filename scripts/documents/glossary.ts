import { everyProcess, type allProcesses } from "#app/domain/workflow/processes.ts";
import { words } from "#app/i18n/words.ts";
import { table } from "./markdown.ts";

type Labels = Readonly<Record<string, string>>;
const [dutch, english] = [words("nl"), words("en")];
const enums = dutch.enums as unknown as Readonly<Record<string, Labels>>;
const enumsEn = english.enums as unknown as Readonly<Record<string, Labels>>;
/** A round begins and is published on pages of its own, whose buttons are no words of a move. */
const buttonsOf = ({ moves, rounds }: typeof dutch): Labels => ({
  ...Object.fromEntries(Object.entries(moves).map(([name, { button }]) => [name, button])),
  ...rounds.move,
});
const moves = buttonsOf(dutch);
const movesEn = buttonsOf(english);

/** Says what each language calls the states of every object that has moves. */
const statesIn = ({ enums, showcase, rounds }: typeof dutch): Record<keyof typeof allProcesses, Labels> => ({
  assignment: enums.status,
  claim: enums.claim,
  agreement: enums.agreement,
  delivery: enums.delivery,
  member: enums.member,
  milestone: enums.milestone,
  flag: enums.flag,
  guardian_request: enums.guardian,
  interest: enums.interest,
  guarantee_case: enums.guarantee,
  showcase: showcase.showcase.status,
  showcase_consent: showcase.consent.status,
  round: rounds.status,
});
const roleGroups = {
  "in a centre": "centreRole",
  "in an organisation": "organizationRole",
  "in a team": "seatRole",
  "to one assignment": "relation",
} as const;
/** Lists that stand among the states. */
const stateLists: readonly Labels[] = [...Object.values(statesIn(dutch)), dutch.enums.overlay];
const stateGroups = Object.keys(enums).filter((group) => stateLists.includes(enums[group] ?? {}));
/** These hold sentences about a value, not its name. */
const explanations = ["obligationMeans"];

/** Returns the rows of one list: what the screen says in both languages, and the id between them. */
const rowsOf = (about: string, labels: Labels, labelsEn: Labels) =>
  Object.entries(labels).map(([id, label]) => [about, label, `\`${id}\``, labelsEn[id] ?? ""]);
const head = (about: string) => [about, "Dutch, on screen", "Id in code", "English, on screen"];
const labelled = (groups: Readonly<Record<string, string>>, about: string) =>
  table(
    head(about),
    Object.entries(groups).flatMap(([name, group]) => rowsOf(name, enums[group] ?? {}, enumsEn[group] ?? {})),
  );

/** Returns the states of every object with a workflow of its own, and what an assignment can be beside its status. */
export function states(): string {
  const [all, allEn] = [statesIn(dutch), statesIn(english)];
  const objects = Object.keys(all) as (keyof typeof all)[];
  return table(head("State of"), [
    ...objects.flatMap((object) => rowsOf(object, all[object], allEn[object])),
    ...rowsOf("assignment, beside its status", dutch.enums.overlay, english.enums.overlay),
  ]);
}

/** The roles people have, and what somebody can be to one assignment. */
export const roles = () => labelled(roleGroups, "Role");

/** Returns every other closed list of values that a person can read. */
export function values(): string {
  const elsewhere: readonly string[] = [...stateGroups, ...Object.values(roleGroups), ...explanations];
  const others = Object.keys(enums).filter((group) => !elsewhere.includes(group));
  return labelled(Object.fromEntries(others.map((group) => [`\`${group}\``, group])), "List");
}

/** Returns every move that somebody makes with a button; the others are made by the system. */
export const movesTable = () =>
  table(
    ["Move of", "Dutch, on the button", "Id in code", "English, on the button"],
    everyProcess.flatMap(({ object, moves: rows }) =>
      Object.keys(rows)
        .filter((move) => moves[move])
        .map((move) => [object, moves[move] ?? "", `\`${move}\``, movesEn[move] ?? ""]),
    ),
  );
