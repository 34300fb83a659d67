import { provinces } from "#app/domain/regions/provinces.ts";
import { provinceOf } from "#app/domain/regions/regions.ts";
import { themeIds } from "#app/domain/skills/theme-ids.ts";
import { levels, obligations, sectors } from "#app/domain/words.ts";
import type { Entry } from "./entry.ts";

/** People choose how long it takes, in weeks (docs/domain.md 4.2). */
const lengths = ["sprint", "short", "ten", "twenty", "long"] as const;
export type ListedLength = (typeof lengths)[number];
/** People choose the hours for each student: up to 40, 100, 200, or more. */
const workloads = ["40", "100", "200", "more"] as const;
export type Workload = (typeof workloads)[number];
const fees = ["none", "expenses", "paid"] as const;
export type Fee = (typeof fees)[number];
/** Lists what a reader may find on the marketplace: open for teams, or held for a while. */
const listedStates = ["open", "on_hold"] as const;
export type ListedState = (typeof listedStates)[number];
const languages = ["nl", "en"] as const;

const lengthOf = (weeks: number) =>
  weeks <= 2 ? "sprint" : weeks < 10 ? "short" : weeks < 15 ? "ten" : weeks < 25 ? "twenty" : "long";
const workloadOf = (hours: number | null) =>
  hours === null ? [] : [hours <= 40 ? "40" : hours <= 100 ? "100" : hours <= 200 ? "200" : "more"];
const feeOf = (kind: Entry["feeKind"]) => (kind === "none" || kind === "expenses" ? kind : "paid");
const present = (value: string | undefined) => (value === undefined ? [] : [value]);
const months = (days: readonly string[]) => [...new Set(days.map((day) => day.slice(0, 7)))];
const word = /^[a-z0-9_-]{1,60}$/;
const month = /^20\d\d-(0[1-9]|1[0-2])$/;

/** Describes one way to narrow the list. `known` are all its values, or the form of a value where they are not ours to list. */
type Facet = { param: string; known: readonly string[] | RegExp; of: (entry: Entry) => readonly string[] };
/**
 * Holds every facet of the marketplace, in the order of the screen: its name in the address, its values, and what an
 * entry has of it.
 */
export const facets = {
  theme: { param: "thema", known: themeIds, of: (e) => e.themes },
  sector: { param: "sector", known: sectors, of: (e) => (e.sector ? [e.sector] : []) },
  level: { param: "niveau", known: levels, of: (e) => e.levels },
  obligation: { param: "verplichting", known: obligations, of: (e) => e.obligations },
  fee: { param: "vergoeding", known: fees, of: (e) => [feeOf(e.feeKind)] },
  province: { param: "provincie", known: provinces, of: (e) => present(provinceOf(e.postcode)) },
  start: { param: "start", known: month, of: (e) => months(e.blocks) },
  length: { param: "weken", known: lengths, of: (e) => [lengthOf(e.weeks)] },
  hours: { param: "uren", known: workloads, of: (e) => workloadOf(e.hours) },
  language: { param: "taal", known: languages, of: (e) => [e.language] },
  state: { param: "stand", known: listedStates, of: (e) => [e.onHold ? "on_hold" : "open"] },
  centre: { param: "centrum", known: word, of: (e) => [e.centre] },
} as const satisfies Record<string, Facet>;
export type FacetId = keyof typeof facets;
export const facetIds = Object.keys(facets) as FacetId[];

/** Finds the facet that has this name in an address. */
export const facetAt = (param: string): FacetId | undefined => facetIds.find((id) => facets[id].param === param);
/** Returns the values of a facet that are no nonsense; others in an address are left out. */
export const knownValues = (facet: Facet, given: readonly string[]): string[] => {
  const { known } = facet;
  const fits =
    known instanceof RegExp ? (value: string) => known.test(value) : (value: string) => known.includes(value);
  return [...new Set(given.filter(fits))].slice(0, 30);
};
