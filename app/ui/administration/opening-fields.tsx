import { openingFieldsWhere, type openingFields } from "#app/domain/administration/fields.ts";
import type { Fields as FieldSet } from "#app/domain/fields/fields.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";

/** Groups what belongs together on the page, in order. */
const parts = {
  centre: ["centre_name", "slug", "kind", "ppp_type", "region"],
  institution: ["institution_name", "institution_kvk", "institution_place"],
  people: ["coordinator_email", "signatory_email", "signatory_mandate"],
  privacy: ["controller", "privacy_contact"],
  year: ["blocks", "holidays"],
} as const satisfies Record<string, readonly (keyof typeof openingFields)[]>;
type Part = keyof typeof parts;

type OpeningProps = { problem: Problem | null; schools?: boolean };
/** Everything a centre asks to begin, under a heading for each part. `schools`: whether one may be here already. */
export function OpeningFields({ problem, schools = true }: OpeningProps) {
  const fields = openingFieldsWhere(schools);
  const t = useWords().administration.setup;
  const leads: Partial<Record<Part, string>> = { people: t.open.lead, ...t.partsLead };
  if (!schools) delete leads.institution;
  return (Object.keys(parts) as Part[]).map((part) => (
    <FormPart
      key={part}
      title={t.parts[part]}
      id={`deel-${part}`}
      lead={leads[part]}
      fields={Object.fromEntries(parts[part].map((id) => [id, fields[id]]))}
      problem={problem}
      unhinted={schools ? [] : ["signatory_email"]}
    />
  ));
}

type PartProps = {
  title: string;
  id: string;
  lead?: string;
  fields: FieldSet;
  problem: Problem | null;
  unhinted?: readonly string[];
};
/** Shows a heading, what to know about it, and its fields. `unhinted`: what their hint says cannot be here. */
export function FormPart({ title, id, lead, fields, problem, unhinted = [] }: PartProps) {
  const all: FieldsWords = useWords().administration.setup.fields;
  const words = Object.fromEntries(
    Object.entries(all).map(([name, { hint, ...says }]) => [name, unhinted.includes(name) ? says : { ...says, hint }]),
  );
  return (
    <Section title={title} id={id}>
      {lead && <p className="prose">{lead}</p>}
      <Fields fields={fields} words={words} typed={problem?.typed} errors={problem?.errors} />
    </Section>
  );
}
