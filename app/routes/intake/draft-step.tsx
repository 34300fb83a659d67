import { draftStepIds, draftSteps, isDraftStep, stepAfter, type DraftStep } from "#app/domain/intake/draft.ts";
import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { valuesOf, type IntakeStep } from "#app/domain/intake/fields.ts";
import { refuse } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { draftKeyIn } from "#app/platform/guard/drafts.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import { requestSend } from "#app/services/intake/draft-confirm.server.ts";
import { linkDraft, mailOwnDraft, openDraft, saveDraftStep } from "#app/services/intake/drafts.server.ts";
import { DraftCheck, DraftGone, DraftSent } from "#app/ui/intake/draft-check.tsx";
import { questionWords } from "#app/ui/intake/question-words.ts";
import { QuestionPage } from "#app/ui/intake/question-page.tsx";
import { queryIn, searchedIn } from "#app/ui/intake/skill-field.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

const all: Fields = Object.assign({}, ...Object.values(draftSteps));
const wanted = (step: string | undefined): DraftStep | "controle" =>
  step === "controle" || (step !== undefined && isDraftStep(step)) ? step : refuse("not_found");

export const loader = publicPage(async ({ ctx, params, request, url }) => {
  const step = wanted(params.step);
  const { intake } = words(ctx.locale);
  const draft = await openDraft({ ctx, key: draftKeyIn(request) });
  const sent = step === "controle" && url.searchParams.has("verstuurd");
  const title = !draft
    ? intake.draft.gone
    : draft.became
      ? intake.draft.became
      : sent
        ? intake.draft.sentTitle
        : step === "controle"
          ? intake.page.check
          : intake.steps[step];
  return {
    title,
    ...(draft ? { hue: draft.hue } : {}),
    step,
    draft,
    sent,
    mailed: url.searchParams.has("gemaild"),
    query: queryIn(url),
    key: ctx.newId(),
    words: questionWords(ctx.locale, all),
  };
});
/** Is repeatable: the same answers once more change nothing, and a later save than this form saw is refused. */
export const action = publicCommand(
  async ({ ctx, params, form, request, client }) => {
    const step = wanted(params.step);
    const own = { ctx, key: draftKeyIn(request) };
    const act = String(form.fields.act ?? "");
    if (act === "link" || act === "unlink") {
      await linkDraft(own, act === "link" ? String(form.fields.other ?? "") : null);
      return `${urls.intake.draftStep("controle")}#lijkt-op`;
    }
    if (act === "mail" || step === "controle" || step === "adres")
      await throttle(ctx, "draft_letter", {
        ...(step === "adres" ? { account: String(form.fields.email ?? "") } : {}),
        ...client,
      });
    if (act === "mail") {
      await mailOwnDraft(own);
      return withQuery(urls.intake.draftStep(step), { gemaild: true });
    }
    if (step === "controle") {
      await requestSend(ctx, own.key, form.version ?? -1);
      return withQuery(urls.intake.draftStep("controle"), { verstuurd: true });
    }
    await saveDraftStep(own, step, form.fields, form.version ?? -1);
    const searched = searchedIn(form.fields);
    if (searched !== null) return withQuery(urls.intake.draftStep(step), { kennis: searched });
    return urls.intake.draftStep(stepAfter(step));
  },
  { repeatable: true },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const { draft } = data;
  if (!draft || draft.became) return <DraftGone became={Boolean(draft?.became)} />;
  if (data.sent) return <DraftSent email={draft.email} />;
  if (data.step === "controle")
    return <DraftCheck draft={draft} formKey={data.key} words={data.words} problem={problem} mailed={data.mailed} />;
  return <Question data={data} draft={draft} step={data.step} problem={problem} />;
}
function Question({
  data,
  draft,
  step,
  problem,
}: {
  data: Data;
  draft: NonNullable<Data["draft"]>;
  step: DraftStep;
  problem: Problem | null;
}) {
  const { intake } = useWords();
  const fields: Fields = draftSteps[step];
  const own = (id: string): Answers =>
    Object.fromEntries(Object.keys(draftSteps[id as DraftStep]).map((f) => [f, draft.answers[f] ?? null]));
  const values = step === "adres" || step === "bedrijf" ? own(step) : valuesOf(step as IntakeStep, draft.answers);
  const answered = (id: DraftStep) =>
    Object.keys(draftSteps[id]).some((f) => (draft.answers[f] ?? null) !== null && f !== "language");
  const tasks = draftStepIds.map((id) => ({
    key: id,
    label: intake.steps[id],
    href: urls.intake.draftStep(id),
    state: answered(id) && !draft.missing.some((f) => f in draftSteps[id]) ? ("done" as const) : ("todo" as const),
  }));
  return (
    <QuestionPage
      place={{ step, steps: draftStepIds, href: urls.intake.draftStep }}
      title={intake.steps[step]}
      eyebrow={draft.centre}
      form={{ key: data.key, version: draft.version }}
      fields={fields}
      words={data.words}
      values={values}
      saved={draft.answers}
      marks={draft.marks}
      hints={draft.hints}
      problem={problem}
      tasks={tasks}
      query={data.query}
    />
  );
}
export default view(Screen);
