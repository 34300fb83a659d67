import type { Fields } from "#app/domain/fields/fields.ts";

/** Holds forms about one's own data. Whoever has no password proves nothing by one: their session is all they have. */
export const nameFields = { name: { kind: "line", required: true, max: 120 } } as const satisfies Fields;
const present = { present_password: { kind: "password", required: true, present: true } } as const satisfies Fields;
/** Returns another address, proven with the password of whoever has one. */
export const addressFields = (hasPassword: boolean) =>
  ({ email: { kind: "email", required: true }, ...(hasPassword ? present : {}) }) as const satisfies Fields;
/** Asks for closing one's account, with a yes and the password of whoever has one. */
export const closeFields = (hasPassword: boolean) =>
  ({ ...(hasPassword ? present : {}), sure: { kind: "check", required: true } }) as const satisfies Fields;
export const centrePrivacyFields = {
  controller: { kind: "line", required: true, max: 160 },
  contact: { kind: "email", required: true },
} as const satisfies Fields;
