import type { Fields } from "#app/domain/fields/fields.ts";
import { sectors } from "#app/domain/words.ts";

/** Holds the forms of accounts as data, read by the same reader as every other form. */
export const loginFields = {
  email: { kind: "email", required: true },
  password: { kind: "password", required: true, present: true },
} as const satisfies Fields;
export const addressFields = { email: { kind: "email", required: true } } as const satisfies Fields;
export const passwordFields = { password: { kind: "password", required: true } } as const satisfies Fields;
export const changeFields = {
  present_password: { kind: "password", required: true, present: true },
  password: { kind: "password", required: true },
} as const satisfies Fields;
export const appFields = { code: { kind: "code", required: true } } as const satisfies Fields;
export const passkeyFields = { name: { kind: "line", required: true, max: 60 } } as const satisfies Fields;
/** Whoever takes the second step of somebody away knows who asked for it. */
export const sureFields = { sure: { kind: "check", required: true } } as const satisfies Fields;
export const takeFields = {
  email: { kind: "email", required: true },
  ...sureFields,
} as const satisfies Fields;
/** Lists what a company fills in to begin, at one of these centres. */
export const registerFields = (centres: readonly string[]) =>
  ({
    name: { kind: "line", required: true, max: 120 },
    email: { kind: "email", required: true },
    company: { kind: "line", required: true, max: 160 },
    kvk: { kind: "kvk", required: true },
    place: { kind: "line", required: true, max: 80 },
    sector: { kind: "choice", required: true, options: sectors },
    centre: { kind: "choice", required: true, options: centres },
  }) as const satisfies Fields;
export const acceptFields = {
  name: { kind: "line", required: true, max: 120 },
  password: { kind: "password", required: true },
} as const satisfies Fields;
/** Holds a school that joins a centre; its number says which one it is. */
export const schoolFields = {
  school_name: { kind: "line", required: true, max: 160 },
  kvk: { kind: "kvk", required: true },
  place: { kind: "line", required: true, max: 80 },
} as const satisfies Fields;
/** Tells whether a centre asks a second step of whoever works in or for it. */
export const centreAccessFields = { required: { kind: "check" } } as const satisfies Fields;
