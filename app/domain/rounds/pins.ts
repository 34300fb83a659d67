import type { Fields } from "#app/domain/fields/fields.ts";
import { presets } from "#app/domain/matching/levels.ts";
import type { RoundStatus } from "./words.ts";

/** Tells when plans are made: choosing is over. A published round may be planned again, when students left. */
export const plannedStatuses: readonly RoundStatus[] = ["matching", "published"];
/** A proposal weighs choices in one of these ways, or in all of them beside each other. */
export const proposals = [...presets, "all"] as const;
export const runFields = { preset: { kind: "choice", required: true, options: proposals } } as const satisfies Fields;
/** Lists what a teacher may decide about one student: there, anywhere but there. The reason stays with it. */
const studentPinKinds = ["pin", "forbid"] as const;
/** Asks a decision about one student and one of these choices of the round. */
export const studentPinFields = (choices: readonly string[]) =>
  ({
    kind: { kind: "choice", required: true, options: studentPinKinds },
    choice: { kind: "choice", required: true, options: choices },
    team: { kind: "whole", min: 1, max: 20 },
    why: { kind: "line", required: true },
  }) as const satisfies Fields;
/** Says how many teams of an assignment run: 0 is none. */
export const teamCountFields = {
  teams: { kind: "whole", required: true, min: 0, max: 20 },
  why: { kind: "line", required: true },
} as const satisfies Fields;
export const lockFields = {
  team: { kind: "whole", required: true, min: 1, max: 20 },
  why: { kind: "line", required: true },
} as const satisfies Fields;
export const whatIfFields = {
  size_min: { kind: "whole", required: true, min: 1, max: 20 },
  size_max: { kind: "whole", required: true, min: 1, max: 20 },
  teams: { kind: "whole", required: true, min: 0, max: 20 },
} as const satisfies Fields;
