import type { Field, Fields } from "#app/domain/fields/fields.ts";
import type { Locale } from "#app/domain/words.ts";
import type { FieldsWords, FieldWords } from "./field.ts";
import { words, type Words } from "./words.ts";

const shared = (all: Words): Record<string, Record<string, string>> => ({
  levels: all.words.level,
  level: all.words.level,
  allowed_obligations: all.words.obligation,
  obligation: all.words.obligation,
  rights: all.words.ipProposal,
  ip_proposal: all.words.ipProposal,
  role: all.words.seatRole,
  track: all.words.track,
  sector: all.words.sector,
  urgency: all.words.urgency,
  confidentiality: all.words.confidentiality,
  fee_kind: all.words.feeKind,
  funding_regime: all.words.fundingRegime,
  degree: all.words.degree,
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
