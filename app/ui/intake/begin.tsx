import type { Problem } from "#app/ui/shell/shell.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

type Props = {
  formKey: string;
  centres: readonly { slug: string; name: string; region: string }[];
  problem: Problem | null;
};
/** Shows the first choice of a visitor: which centre. Where there is one, it is chosen already. */
export function Begin({ formKey, centres, problem }: Props) {
  const { intake } = useWords();
  const fields = { centre: { kind: "choice", required: true, options: centres.map((c) => c.slug) } } as const;
  const says = {
    centre: {
      ...intake.fields.centre,
      options: Object.fromEntries(centres.map((c) => [c.slug, `${c.name}, ${c.region}`])),
    },
  };
  return (
    <SimpleForm
      form={{ key: formKey }}
      action={urls.intake.startDraft}
      fields={fields}
      words={says}
      button={intake.draft.begin}
      problem={problem}
      values={{ centre: centres.length === 1 ? (centres[0]?.slug ?? null) : null }}
    />
  );
}
