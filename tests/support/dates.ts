import type { When } from "#app/domain/fields/days.ts";

/** Holds a date of a test that is about something else: any day will do. No form of the product may say so. */
export const unbound: When = { from: [], until: [] };
export const anyDay = { days: { today: "2026-11-24" } };
