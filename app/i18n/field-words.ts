import type { Field, Fields } from "#app/domain/fields/fields.ts";
import type { Locale } from "#app/domain/words.ts";
import type { FieldsWords, FieldWords } from "./field.ts";
import { words, type Words } from "./words.ts";

const shared = (all: Words): Record<string, Record<string, string>> => ({
  levels: all.enums.level,
  level: all.enums.level,
  allowed_obligations: all.enums.obligation,
  obligation: all.enums.obligation,
  rights: all.enums.ipProposal,
  ip_proposal: all.enums.ipProposal,
  role: all.enums.seatRole,
  track: all.enums.track,
  sector: all.enums.sector,
  urgency: all.enums.urgency,
  confidentiality: all.enums.confidentiality,
  fee_kind: all.enums.feeKind,
  funding_regime: all.enums.fundingRegime,
  degree: all.enums.degree,
  reason: all.fields.reasons,
  themes: all.skills.theme,
});
/** The words of the fields of one form: by field, sharper for one move where it needs to be. */
export function fieldWords(locale: Locale, fields: Fields, move = ""): FieldsWords {
  const all = words(locale);
  const own = (all.fields.perMove as Record<string, Record<string, string>>)[move] ?? {};
  const options = { ...shared(all), ...all.fields.options };
  const asked = (id: string): FieldWords | undefined => (move === "intake" ? all.intake.fields[id] : undefined);
  const one = (id: string, field: Field): FieldWords => ({
    label: own[id] ?? (all.fields.label as Record<string, string>)[id] ?? id,
    ...(all.fields.hint[id] ? { hint: all.fields.hint[id] } : {}),
    ...(move === "intake" && all.fields.example[id] ? { example: all.fields.example[id] } : {}),
    ...(options[id] ? { options: options[id] } : {}),
    ...("of" in field ? { of: fieldWords(locale, field.of, move) } : {}),
    ...asked(id),
  });
  return Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, one(id, field)]));
}
