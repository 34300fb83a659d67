import {
  assignmentStatuses,
  centreRoles,
  organizationRoles,
  relations,
  seatRoles,
  type AssignmentStatus,
} from "#app/domain/words.ts";
import { appointments, readBy, type Appointment, type CircleKind } from "#app/domain/account/appointing.ts";
import { assignmentMoves, familyOf, lineOf } from "#app/domain/assignment/process.ts";
import { allowedRoles, type Rule } from "#app/domain/workflow/machine.ts";
import { visibility } from "#app/domain/workflow/policy.ts";
import { reasons, systemReasons } from "#app/domain/fields/reasons.ts";
import { parts } from "#app/domain/workflow/visibility.ts";
import { defaultSwitches, unbuiltSwitches } from "#app/domain/centre/switches.ts";
import { fixedTerms, sections, termFields, termIds } from "#app/domain/agreement/terms/fields.ts";
import { words } from "#app/i18n/words.ts";
import { code, item, table } from "./markdown.ts";

const [dutch, english] = [words("nl").enums, words("en").enums];

/** Writes the roles by where they are granted: in a centre, in an organisation, in a team. */
export const roleTable = () =>
  table(
    ["Granted in", "Role", "On screen (nl)", "On screen (en)"],
    [
      ...centreRoles.map((id) => ["centre", `\`${id}\``, dutch.centreRole[id], english.centreRole[id]]),
      ...organizationRoles.map((id) => [
        "organisation",
        `\`${id}\``,
        dutch.organizationRole[id],
        english.organizationRole[id],
      ]),
      ...seatRoles.map((id) => ["team", `\`${id}\``, dutch.seatRole[id], english.seatRole[id]]),
    ],
  );

/** Tells who appoints to which role, and who else reads the list of people, by kind of circle. */
export const appointingTable = () =>
  table(
    ["Circle", "Role", "Appointed and ended by", "Asked beside it", "Read by"],
    (Object.entries(appointments) as [CircleKind, Record<string, Appointment>][]).flatMap(([kind, rows]) =>
      Object.entries(rows).map(([role, { by, proof, home }]) => [
        kind,
        `\`${role}\``,
        code(by),
        proof ? "proof of authority" : home ? "home school" : "",
        readBy[kind] === "members" ? "who appoints, and everybody with a role there" : "who appoints",
      ]),
    ),
  );

/** Tells what a person can be to one assignment, and in which states each sees it. */
export const relationTable = () =>
  table(
    ["Relation", "Who", "Sees the assignment"],
    relations.map((id) => {
      const when = visibility[id];
      const states = when === "always" ? "always" : when ? spanOf(when) : "never by itself";
      return [`\`${id}\``, english.relation[id], states];
    }),
  );
/** States from one on are said by their first; a few are named. */
function spanOf(states: readonly string[]): string {
  const [first = ""] = states;
  return states.length > 4
    ? `from ${first} on, in every state but the exits before a signature`
    : `in ${states.join(", ")}`;
}

/** Says which relations see which section of an assignment. */
export const partTable = () =>
  Object.entries(parts as Record<string, readonly string[]>)
    .map(([part, who]) => item(`**${part}**`, [`${who.join(", ")}.`]))
    .join("\n");

/**
 * Tells who is waited for to bring an assignment on from this state; a `published` one waits for a claim, an
 * `agreeing` one for its version.
 */
function waitsFor(status: AssignmentStatus): string {
  const rules: Rule<string, string>[] = Object.values(assignmentMoves);
  const who = rules
    .filter((rule) => rule.turn && rule.rank === "forward" && rule.from.includes(status))
    .flatMap((rule) => rule.turn?.of ?? allowedRoles(rule, status).filter((role) => role !== "system"));
  return [...new Set(who)].join(", ") || "nobody";
}
/** Returns every status of an assignment: its words, its family and who is waited for. */
export const statusTable = () =>
  table(
    ["Status", "nl", "en", "Family", "The way on waits for", "On the line of"],
    assignmentStatuses.map((id) => [
      `\`${id}\``,
      dutch.status[id],
      english.status[id],
      familyOf(id),
      waitsFor(id),
      (["effort", "result"] as const).filter((obligation) => lineOf(obligation).includes(id)).join(", "),
    ]),
  );

/** Returns terms of the agreement by section: how much each obligation needs them, and who answers. */
export const termTable = () =>
  table(
    ["Section", "Term", "Effort", "Result", "By", "Raised when"],
    sections.flatMap((section) =>
      termIds
        .filter((id) => termFields[id].section === section)
        .map((id) => {
          const { need, by, when } = termFields[id];
          const raised = when ? `${when.if}: ${when.need}` : "";
          return [section, `\`${id}\``, need.effort, need.result, by, raised];
        }),
    ),
  );
/** Writes the terms of an agreement whose text nobody chooses. */
export const fixedTermList = () => `Fixed texts: ${code(fixedTerms)}.`;

/** Lists the reasons among which people choose, by their list. */
export const reasonList = () =>
  Object.entries({ ...reasons, "given by the system": systemReasons })
    .map(([set, ids]) => item(`**${set}**`, [`${ids.join(", ")}.`]))
    .join("\n");

const isUnbuilt = (id: string) => (unbuiltSwitches as readonly string[]).includes(id);
/** Lists what a centre may set, with what holds until it does. */
export const switchTable = () =>
  table(
    ["Switch", "Default"],
    Object.entries(defaultSwitches)
      .filter(([id]) => id !== "timers")
      .map(([id, value]) => [
        `\`${id}\`${isUnbuilt(id) ? " (does nothing yet)" : ""}`,
        typeof value === "object" ? JSON.stringify(value) : String(value),
      ]),
  );
