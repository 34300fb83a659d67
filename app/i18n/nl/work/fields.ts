import type { FieldWords } from "#app/i18n/field.ts";
import { enums } from "../enums/enums.ts";

/** Names what is asked of milestones, obstacles and concerns. */
export const workFields = {
  flag_kind: {
    label: "Waar gaat het over?",
    hint: "Gaat het over veiligheid of over het team zelf? Meld dan een zorg: die zien alleen de docent en de coördinator.",
    options: enums.flagKind,
  },
  flag_what: { label: "Wat is er aan de hand?" },
  flag_owner: {
    label: "Wie kan dit wegnemen?",
    whenOptional: "Laat dit leeg als het niet duidelijk is: dan kiezen wij.",
  },
  flag_note: { label: "Toelichting" },
  milestone_owner: { label: "Wie zorgt hiervoor?" },
  milestone_asked: { label: "Waaraan is te zien dat het gehaald is?" },
} satisfies Record<string, FieldWords>;
