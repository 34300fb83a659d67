import type { Field } from "./fields.ts";

/** Holds fields that many forms ask as they are. */
export const text = { kind: "text", required: true } as const satisfies Field;
export const line = { kind: "line", required: true } as const satisfies Field;
