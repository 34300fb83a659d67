import { openingFields } from "#app/domain/administration/fields.ts";
import type { Fields as FieldSet } from "#app/domain/fields/fields.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";

/** What belongs together on the page, in order. */
const parts = {
  centre: ["centre_name", "slug", "kind", "ppp_type", "region"],
  institution: ["institution_name", "institution_kvk", "institution_place"],
  people: ["coordinator_email", "signatory_email", "signatory_mandate"],
  privacy: ["controller", "privacy_contact"],
  year: ["blocks", "holidays"],
} as const satisfies Record<string, readonly (keyof typeof openingFields)[]>;
type Part = keyof typeof parts;

/** Everything a centre asks to begin, under a heading for each part. */
export function OpeningFields({ problem }: { problem: Problem | null }) {
  const t = useWords().administration.setup;
  const leads: Partial<Record<Part, string>> = { people: t.open.lead, ...t.partsLead };
  return (Object.keys(parts) as Part[]).map((part) => (
    <FormPart
      key={part}
      title={t.parts[part]}
      id={`deel-${part}`}
      lead={leads[part]}
      fields={Object.fromEntries(parts[part].map((id) => [id, openingFields[id]]))}
      problem={problem}
    />
  ));
}

type PartProps = { title: string; id: string; lead?: string; fields: FieldSet; problem: Problem | null };
/** A heading, what to know about it, and its fields. */
export function FormPart({ title, id, lead, fields, problem }: PartProps) {
  const words: FieldsWords = useWords().administration.setup.fields;
  return (
    <Section title={title} id={id}>
      {lead && <p className="prose">{lead}</p>}
      <Fields fields={fields} words={words} typed={problem?.typed} errors={problem?.errors} />
    </Section>
  );
}
