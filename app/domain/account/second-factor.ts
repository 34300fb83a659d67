import type { HeldRole } from "#app/domain/words.ts";

/** Lists what counts as a second factor: an app that makes codes (RFC 6238), or a passkey (WebAuthn). */
export const factorKinds = ["app", "passkey"] as const;
export type FactorKind = (typeof factorKinds)[number];

/**
 * Tells who needs a second factor (docs/trust.md 3.17): where a centre that they work in or for asks it (the switch
 * `require_second_factor`), or always where real people work. Others may have one.
 */
const factorNeeds = {
  coordinator: "switch",
  business_developer: "switch",
  authorised_signatory: "switch",
  education_manager: "switch",
  platform_administrator: "production",
} as const satisfies Partial<Record<HeldRole | "platform_administrator", "switch" | "production">>;
/** Holds roles that a centre's switch is about. */
export const rolesOfSwitch: readonly string[] = Object.entries(factorNeeds).flatMap(([role, need]) =>
  need === "switch" ? [role] : [],
);

/**
 * Tells whether a role of somebody asks a factor here and now: `bySwitch` what their centres say, `production` where it
 * runs.
 */
export const factorNeeded = (of: {
  bySwitch: boolean;
  platformAdmin?: boolean | undefined;
  production: boolean;
}): boolean =>
  of.bySwitch || (factorNeeds.platform_administrator === "production" && of.production && of.platformAdmin === true);

/** Says how far somebody is in: with everything, or before a second step; `enrol`: they must first set one up. */
export type Standing = "whole" | "prove" | "enrol";
type Known = {
  /** This is when the session gave a second factor. */
  factorAt: Date | null;
  hasFactor: boolean;
  needsFactor: boolean;
};
/** A session that gave no factor is only half in, for whoever has one and for whoever needs one. */
export function standingOf({ factorAt, hasFactor, needsFactor }: Known): Standing {
  if (factorAt) return "whole";
  if (hasFactor) return "prove";
  return needsFactor ? "enrol" : "whole";
}

/**
 * Whoever lost their factor uses one of these codes: so many are made at once, each of so many characters of base 32
 * (50 bits).
 */
export const recovery = { codes: 10, length: 10, warnBelow: 3 } as const;
/** Factors that one person may have. */
export const mostFactors = 8;
/** A challenge for a passkey and a page with fresh recovery codes live this long, in milliseconds. */
export const challengeLasts = 5 * 60_000;
export const codesShownFor = 10 * 60_000;
/** An app must be confirmed within this time, in milliseconds. */
export const appWaits = 30 * 60_000;
/** Holds a code of an app: digits, seconds a step, and how many steps a clock may be off. */
export const appCode = { digits: 6, period: 30, window: 1 } as const;
