import type { Fields } from "#app/domain/fields/fields.ts";

/** Says what an owner says of the company on its own page. */
export const companyFields = {
  about: { kind: "text", max: 1500 },
  website: { kind: "web" },
  hide_name: { kind: "check" },
} as const satisfies Fields;
