import type { Fields } from "#app/domain/fields/fields.ts";

/** What a coordinator says about logging in to their centre. */
export const centreAccessFields = { required: { kind: "check" } } as const satisfies Fields;
