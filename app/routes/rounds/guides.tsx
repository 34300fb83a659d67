import { guideFields, limitsOf } from "#app/domain/rounds/fields.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { addGuide, editGuide, guidesPage, removeGuide } from "#app/services/rounds/guides.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { UnsavedAnswers } from "#app/ui/fields/unsaved-answers.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { RoundFrame } from "#app/ui/rounds/frame.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).rounds.guides.title,
  ...(await guidesPage(ctx, idIn(params.roundId))),
}));
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.roundId);
  const { guide, act } = form.fields;
  if (typeof guide !== "string") await addGuide(ctx, id, form.fields);
  else if (act === "remove") await removeGuide(ctx, id, idIn(guide), form.version);
  else await editGuide(ctx, id, idIn(guide), form.fields, form.version);
  return urls.rounds.guides(id);
});

type Data = DataOf<typeof loader>;
type Props = { data: Data; problem: Problem | null };
function Screen({ data, problem }: Props) {
  const {
    rounds: { guides: t, guideKind },
  } = useWords();
  const limits = ({ teams, students }: Data["guides"][number]) =>
    [teams === null ? "" : t.teams(teams), students === null ? "" : t.students(students)].filter(Boolean).join(", ") ||
    t.noLimit;
  return (
    <RoundFrame round={data.round} part="guides" lead={<p>{t.lead}</p>} problem={problem} fields={t.fields}>
      {problem && problem.typed.guide !== undefined && !data.guides.some((g) => g.id === problem.typed.guide) && (
        <UnsavedAnswers typed={problem.typed} />
      )}
      {data.guides.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <List label={t.title}>
          {data.guides.map((g) => (
            <Row
              key={g.id}
              title={g.name}
              under={
                <>
                  {guideKind[g.kind]} · {limits(g)}
                  {data.open && <Edit data={data} guide={g} problem={problem} />}
                </>
              }
            />
          ))}
        </List>
      )}
      {data.open && data.people.length > 0 && <Add data={data} problem={problem} />}
    </RoundFrame>
  );
}
function Edit({ data, guide, problem }: Props & { guide: Data["guides"][number] }) {
  const {
    rounds: { guides: t },
  } = useWords();
  const own = problem?.typed.guide === guide.id ? problem : null;
  return (
    <Disclosure summary={t.edit(guide.name)} open={own !== null}>
      <Form form={{ key: data.key, version: guide.version }}>
        <input type="hidden" name="guide" value={guide.id} />
        <Fields
          fields={limitsOf(guide.id)}
          words={{ [`teams.${guide.id}`]: t.fields.teams, [`students.${guide.id}`]: t.fields.students }}
          typed={own?.typed}
          values={{ [`teams.${guide.id}`]: guide.teams, [`students.${guide.id}`]: guide.students }}
          errors={own?.errors}
        />
        <FormActs>
          <Button look="beside">{t.save}</Button>
        </FormActs>
      </Form>
      <Form form={{ key: data.key, version: guide.version }}>
        <input type="hidden" name="guide" value={guide.id} />
        <Button small look="plain" name="act" value="remove">
          {t.remove}
        </Button>
      </Form>
    </Disclosure>
  );
}
function Add({ data, problem }: Props) {
  const {
    rounds: { guides: t, guideKind },
  } = useWords();
  const own = problem && problem.typed.guide === undefined ? problem : null;
  const fields = {
    ...t.fields,
    person: { ...t.fields.person, options: Object.fromEntries(data.people.map((p) => [p.id, p.label])) },
    kind: { ...t.fields.kind, options: guideKind },
  };
  return (
    <Section title={t.addTitle} id="toevoegen">
      <SimpleForm
        form={{ key: data.key }}
        fields={guideFields(data.people.map((p) => p.id))}
        words={fields}
        values={{ kind: "coach", teams: 2 }}
        button={t.add}
        problem={own}
      />
    </Section>
  );
}
export default view(Screen);
