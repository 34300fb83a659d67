import { when } from "#app/domain/fields/days.ts";
import type { Fields } from "#app/domain/fields/fields.ts";

/**
 * Lists what the acts ask whose answers a guard reads again, by the kind of record they keep. Their rows take the
 * fields from here; a guard that reads anything else of a record does not compile.
 */
export const guardedFields = {
  fit_check: {
    learning: { kind: "yesno", required: true },
    large_enough: { kind: "yesno", required: true },
    safe: { kind: "yesno", required: true },
    ethical: { kind: "yesno", required: true },
    critical_reason: { kind: "text" },
  },
  midterm: {
    outcome: { kind: "choice", required: true, options: ["go", "adjust", "stop"] },
    changes: { kind: "text" },
    forecast: { kind: "each", required: true, from: "criteria", of: { outlook: { kind: "line", required: true } } },
  },
  default_notice: {
    failing: { kind: "text", required: true },
    term_ends: { kind: "date", required: true, when: when.ahead(1) },
    no_term_reason: { kind: "text" },
  },
  knowledge: {
    title: { kind: "line", required: true },
    licence: { kind: "choice", required: true, options: ["cc_by", "cc_by_sa", "cc0", "none"] },
    link: { kind: "line" },
  },
} as const satisfies Record<string, Fields>;
