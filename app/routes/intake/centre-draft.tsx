import { draftSteps } from "#app/domain/intake/draft.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { openHelp, takeOver } from "#app/services/intake/help.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { FitBlock, Hints } from "#app/ui/intake/advice.tsx";
import { AnswersByStep } from "#app/ui/intake/answers.tsx";
import { questionWords } from "#app/ui/intake/question-words.ts";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

const all: Fields = Object.assign({}, ...Object.values(draftSteps));
export const loader = page(async ({ ctx, params }) => {
  const data = await openHelp(ctx, params.slug ?? "", idIn(params.draftId));
  return {
    title: words(ctx.locale).intake.desk.draft,
    hue: data.centre.hue,
    words: questionWords(ctx.locale, all),
    ...data,
  };
});
const isNewCompany = (company: unknown) => ["", "new"].includes(String(company ?? ""));
/** A new company's owner is invited, which asks a fresh proof. Repeatable: what was taken over is no longer there to take. */
export const action = command(
  async ({ ctx, params, form }) => {
    const company = isNewCompany(form.fields.for_company) ? "" : idIn(String(form.fields.for_company));
    return urls.intake.submitStep(await takeOver(ctx, params.slug ?? "", idIn(params.draftId), company), "controle");
  },
  { repeatable: true, proof: ({ form }) => (isNewCompany(form.fields.for_company) ? "invite" : null) },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    intake: { desk },
  } = useWords();
  const fields = { for_company: { kind: "choice", options: ["new", ...data.companies.map((c) => c.id)] } } as const;
  const says = {
    ...data.words,
    for_company: {
      label: desk.forCompany,
      options: { new: desk.newCompany, ...Object.fromEntries(data.companies.map((c) => [c.id, c.label])) },
    },
  };
  return (
    <Page
      title={String(data.answers.title ?? "") || desk.untitled}
      eyebrow={<a href={urls.intake.desk(data.centre.slug)}>{desk.title}</a>}
      lead={<p>{desk.draftLead(String(data.answers.email ?? ""))}</p>}
      problem={problem}
      fields={says}
      aside={
        <>
          <FitBlock fit={data.fit} />
          <Hints hints={data.hints} />
        </>
      }
    >
      <Section title={desk.take} id="overnemen">
        <p>{data.mayTake ? desk.takeText : desk.takenBy}</p>
        {data.mayTake && (
          <SimpleForm
            form={{ key: data.key }}
            fields={fields}
            words={says}
            button={desk.take}
            problem={problem}
            values={{ for_company: "new" }}
          />
        )}
      </Section>
      <AnswersByStep steps={draftSteps} answers={data.answers} words={data.words} />
    </Page>
  );
}
export default view(Screen);
