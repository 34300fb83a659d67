import type { Answer } from "#app/domain/fields/fields.ts";
import { companySide, type Obligation, type Relation, type Role } from "#app/domain/words.ts";

/** A dispute has two parties, and each of them has two sides. */
const party = {
  company: companySide,
  education: ["project_manager", "institution_signatory"],
} as const satisfies Record<string, readonly Relation[]>;
export type DisputeSide = keyof typeof party;
export const parties = [...party.company, ...party.education] as const;
/** Tells on which side of a dispute somebody stands; null for whoever stands on neither, or on both. */
export const sideOf = (roles: ReadonlySet<Role>): DisputeSide | null => {
  const on = (side: DisputeSide) => party[side].some((role) => roles.has(role));
  return on("company") === on("education") ? null : on("company") ? "company" : "education";
};
export const otherSide = { company: "education", education: "company" } as const;
/** This role decides a dispute that was brought before the steering group. */
export const deciders = ["dispute_board", "coordinator"] as const satisfies readonly Relation[];
export type Rung = "talk" | "board" | "mediation";
/** Says what starts while the next rung is tried. */
type RungClock = "dispute_board" | "dispute_mediation";
/**
 * Holds the rungs of a dispute, one after the other (docs/domain.md 6.3): who says how it went, what comes next and
 * which clock that has. What the steering group weighed is its own to say, and never a party's.
 */
export const ladder = {
  talk: { by: [...parties, ...deciders], next: "board", starts: "dispute_board", withBoard: false },
  board: { by: deciders, next: "mediation", starts: "dispute_mediation", withBoard: true },
  mediation: { by: [...parties, ...deciders], next: "court", starts: null, withBoard: true },
} as const satisfies Record<
  Rung,
  { by: readonly Relation[]; next: string; starts: RungClock | null; withBoard: boolean }
>;
export const rungs = Object.keys(ladder) as Rung[];
/** Tells whether this step of a dispute is one that is tried; after the last of them the court is left. */
export const isRung = (step: string | null): step is Rung => step !== null && Object.hasOwn(ladder, step);
/** Returns the clock of the rung that comes after this one, if it has any. */
export const rungClock = (step: Answer | undefined): RungClock | null =>
  typeof step === "string" && isRung(step) ? ladder[step].starts : null;
/** Lists everybody who says of some rung how it went. */
export const climbers: readonly Relation[] = [...new Set(rungs.flatMap((rung) => [...ladder[rung].by]))];
/** Tells whether one of these roles says how the present rung went; nobody is awaited where no rung is left. */
export const saysOfRung = (step: string | null, roles: ReadonlySet<Role>): boolean =>
  !isRung(step) || ladder[step].by.some((role) => roles.has(role));
/**
 * Both sides may settle a dispute in these ways; each says whether the work continues, and under which obligation alone it
 * is known: an effort has no criteria to deviate from and no rounds of rework.
 */
const settlements = {
  verder: { goesOn: true },
  afwijking: { goesOn: true, only: "result" },
  herstel: { goesOn: true, only: "result" },
  stoppen: { goesOn: false },
  ontbinden: { goesOn: false },
} as const satisfies Record<string, { goesOn: boolean; only?: Obligation }>;
type Settlement = keyof typeof settlements;
/** Holds the ways of settling that one obligation alone knows. */
export const settledUnder: Readonly<Record<string, Obligation>> = Object.fromEntries(
  Object.entries(settlements).flatMap(([way, row]) => ("only" in row ? [[way, row.only]] : [])),
);
export const outcomes = Object.keys(settlements) as Settlement[];
/** After a settlement with which the work goes on, what was tried in the dispute serves for nothing any more. */
export const goesOn = (outcome: Settlement): boolean => settlements[outcome].goesOn;
/** Each dispute tries these steps again from the first; only then may the assignment be ended. */
export const triedInDispute: readonly string[] = [...rungs.map((rung) => `ladder_${rung}`), "dispute_decision"];
/** Steps of a dispute that come after talking: from the first of them on it lies with the steering group. */
export const boardSteps: readonly string[] = [...rungs.filter((rung) => ladder[rung].withBoard), "court"];
/** Tells whether at this step of a dispute it lies with the steering group. */
export const isBoardStep = (step: string | null | undefined): boolean => boardSteps.includes(step ?? "");
