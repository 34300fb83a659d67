import { mostPeerWishes, moved } from "#app/domain/rounds/fields.ts";
import { rests } from "#app/domain/rounds/taking-part.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import {
  savePreferences,
  preferencesPage,
  describeSelf,
  addPeerWish,
  withdrawPeerWish,
} from "#app/services/rounds/preferences.server.ts";
import { UnsavedAnswers } from "#app/ui/fields/unsaved-answers.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { queryIn, searchedIn } from "#app/ui/intake/skill-field.tsx";
import { AboutSelf, ChoiceList, OnOffer } from "#app/ui/rounds/choosing.tsx";
import { Fellows } from "#app/ui/rounds/fellows.tsx";
import { searchIn } from "#app/ui/rounds/find-form.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await preferencesPage(ctx, idIn(params.roundId), searchIn(url));
  return {
    title: words(ctx.locale).rounds.choose.title,
    query: queryIn(url),
    ...(data.open ? { script: "/order.js" } : {}),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form: { fields, version } }) => {
  const id = idIn(params.roundId);
  if (typeof fields.unname === "string") {
    await withdrawPeerWish(ctx, id, idIn(fields.unname));
    return `${urls.rounds.choose(id)}#met-wie`;
  }
  if (fields.part === "peerWish") {
    await addPeerWish(ctx, id, fields);
    return `${urls.rounds.choose(id)}#met-wie`;
  }
  if (fields.part === "self") {
    await describeSelf(ctx, id, fields, version);
    const query = searchedIn(fields);
    return query === null
      ? `${urls.rounds.choose(id)}#over-jou`
      : `${withQuery(urls.rounds.choose(id), { kennis: query })}#f-skill_search`;
  }
  await savePreferences(ctx, id, fields, version);
  return `${urls.rounds.choose(id)}#lijst`;
});

type Data = DataOf<typeof loader>;
/** Names what the summary of problems calls each field: the places of the list are told apart by their number. */
const fieldWords = (t: ReturnType<typeof useWords>["rounds"]["choose"]) => ({
  ...t.fields,
  choice: { label: t.list },
  ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`choice.${i + 1}`, { label: t.choice(i + 1) }])),
});
/** Shows where this student stands: whether they go first, and whether their list is in and still long enough. */
function Standing({ data: { own, open, priorityFrom } }: { data: Data }) {
  const {
    rounds: { choose: t, back, mine },
  } = useWords();
  const { dateTime } = useFormats();
  return (
    <>
      {own.priority && <Notice>{back.own(priorityFrom)}</Notice>}
      {own.chosenAt && own.chosen ? (
        <Notice kind="done">{t.saved(dateTime(own.chosenAt))}</Notice>
      ) : own.chosenAt ? (
        <Notice kind="care">{mine.short(own.counted, own.wanted)}.</Notice>
      ) : (
        open && <Notice>{t.notYet}</Notice>
      )}
    </>
  );
}
/** Shows what stood on this student's list and takes no part any more or rests, and what that does to the list. */
function Gone({ data: { gone, open, own } }: { data: Data }) {
  const {
    rounds: { choose: t, out },
  } = useWords();
  const resting = gone.filter((one) => rests(one.out));
  const left = gone.filter((one) => !rests(one.out));
  return (
    <>
      {resting.length > 0 && (
        <Notice title={t.resting}>
          <ul>
            {resting.map((one) => (
              <li key={one.id}>{t.keeps(one.title, own.choices.indexOf(one.id) + 1)}</li>
            ))}
          </ul>
          <p>{t.restingText}</p>
        </Notice>
      )}
      {left.length > 0 && (
        <Notice kind="care" title={t.gone}>
          <ul>
            {left.map((one) => (
              <li key={one.id}>
                {one.title}: {wordOf(out, one.out ?? "")}.
              </li>
            ))}
          </ul>
          <p>{open ? t.goneOpen : t.goneClosed}</p>
        </Notice>
      )}
    </>
  );
}
/** Shows a student's page of a round: what there is to choose, the list, what they say of themselves, whom they name. */
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    rounds: { choose: t, title },
  } = useWords();
  const { dateTime } = useFormats();
  const { round } = data;
  const by = round.chooseBy ? dateTime(round.chooseBy) : "";
  const at = (part: string) => (problem && (problem.typed.part ?? "choices") === part ? problem : null);
  const choices = at("choices");
  const list =
    choices && typeof choices.typed.act === "string"
      ? { ...choices, typed: moved(choices.typed, choices.typed.act) }
      : choices;
  return (
    <Page
      title={data.open ? t.title : t.closedTitle}
      eyebrow={`${title} · ${round.name} · ${round.centre}`}
      lead={
        <p>
          {round.status === "cancelled"
            ? t.cancelled
            : data.open
              ? t.lead(Math.min(round.leastChoices, data.assignments.length), by)
              : t.closed}
        </p>
      }
      problem={problem}
      fields={fieldWords(t)}
    >
      {problem && (!data.open || (at("peerWish") && data.peerWishes.length >= mostPeerWishes)) && (
        <UnsavedAnswers typed={problem.typed} />
      )}
      <Standing data={data} />
      <Gone data={data} />
      <Section title={t.assignments} id="opdrachten">
        <OnOffer assignments={data.assignments} />
      </Section>
      <Section title={t.list} id="lijst">
        <ChoiceList data={data} problem={list} />
      </Section>
      {data.open && (
        <Section title={t.self} id="over-jou">
          <AboutSelf data={data} problem={at("self")} />
        </Section>
      )}
      {(data.open || data.peerWishes.length > 0) && (
        <Section title={t.peerWishes} id="met-wie">
          <Fellows data={data} problem={at("peerWish")} />
        </Section>
      )}
    </Page>
  );
}
export default view(Screen);
