import type { FieldWords } from "#app/i18n/field.ts";
import { enums } from "../enums/enums.ts";

/** Names what is asked of milestones, obstacles and concerns. */
export const workFields = {
  flag_kind: {
    label: "What is it about?",
    hint: "Is it about safety, or about the team itself? Then report a concern: only the teacher and the coordinator see it.",
    options: enums.flagKind,
  },
  flag_what: { label: "What is the matter?" },
  flag_owner: {
    label: "Who can remove this?",
    whenOptional: "Leave this empty if it is not clear: then we choose.",
  },
  flag_note: { label: "Explanation" },
  milestone_owner: { label: "Who sees to this?" },
  milestone_asked: { label: "How can one see that it is reached?" },
} satisfies Record<string, FieldWords>;
