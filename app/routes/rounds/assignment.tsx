import { assignmentFields } from "#app/domain/rounds/fields.ts";
import { skillLevels } from "#app/domain/rounds/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import {
  editRoundAssignment,
  openRoundAssignment,
  removeRoundAssignment,
} from "#app/services/rounds/assignments.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { queryIn, searchedIn } from "#app/ui/intake/skill-field.tsx";
import { UnsavedAnswers } from "#app/ui/fields/unsaved-answers.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { RoundFrame } from "#app/ui/rounds/frame.tsx";
import { SkillLevels } from "#app/ui/rounds/skill-levels.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const found = await openRoundAssignment(ctx, idIn(params.roundId), idIn(params.choiceId));
  return { title: found.choice.title, query: queryIn(url), ...found };
});
export const action = command(async ({ ctx, params, form }) => {
  const [roundId, choiceId] = [idIn(params.roundId), idIn(params.choiceId)];
  const back = urls.rounds.assignments(roundId);
  if (form.fields.act === "remove") {
    await removeRoundAssignment(ctx, roundId, choiceId, form.version);
    return back;
  }
  await editRoundAssignment(ctx, roundId, choiceId, form.fields, form.version);
  const query = searchedIn(form.fields);
  return query === null
    ? back
    : `${withQuery(urls.rounds.assignment(roundId, choiceId), { kennis: query })}#f-skill_search`;
});

type Data = DataOf<typeof loader>;
type Props = { data: Data; problem: Problem | null };
function Screen({ data, problem }: Props) {
  const {
    rounds: { assignments: t },
  } = useWords();
  const words = useAssignmentWords(data.guides);
  return (
    <RoundFrame
      round={data.round}
      part="assignments"
      title={data.choice.title}
      lead={<p>{t.editTitle}</p>}
      problem={problem}
      fields={words}
    >
      {!data.open ? (
        <>
          <Notice>{t.later}</Notice>
          {problem && <UnsavedAnswers typed={problem.typed} />}
        </>
      ) : (
        <Edit data={data} problem={problem} words={words} />
      )}
      {data.round.status === "draft" && (
        <Form form={data.form}>
          <Button look="danger" name="act" value="remove">
            {t.remove}
          </Button>
        </Form>
      )}
    </RoundFrame>
  );
}
/** Gives the words of the form's fields, with the options of this round in them. */
function useAssignmentWords(guides: Data["guides"]) {
  const {
    rounds: { assignments: t, discipline },
  } = useWords();
  const of = t.fields.disciplines;
  return {
    ...t.fields,
    disciplines: {
      ...of,
      of: {
        ...of.of,
        discipline: { ...of.of.discipline, options: discipline },
      },
    },
    guides: { ...t.fields.guides, options: Object.fromEntries(guides.map((g) => [g.id, g.label])) },
  };
}
function Edit({ data, problem, words }: Props & { words: ReturnType<typeof useAssignmentWords> }) {
  const {
    rounds: { assignments: t, skillLevel },
  } = useWords();
  const { choice } = data;
  const values = {
    size_min: choice.sizeMin,
    size_max: choice.sizeMax,
    teams: choice.teams,
    hours: choice.hours,
    mix_mbo: choice.mixMbo,
    mix_hbo: choice.mixHbo,
    disciplines: choice.disciplines.map((d) => ({ ...d })),
    guides: choice.guides,
  };
  const { guides, ...numbers } = assignmentFields(data.guides.map((g) => g.id));
  const options = [
    ...skillLevels.map((n) => ({ value: `r${n}`, label: t.needed(skillLevel[n] ?? "") })),
    ...skillLevels.map((n) => ({ value: `d${n}`, label: t.desired(skillLevel[n] ?? "") })),
  ];
  const skills = Object.fromEntries([
    ...choice.required.map((s) => [s.skill, `r${s.level}`]),
    ...choice.desired.map((s) => [s.skill, `d${s.level}`]),
  ]);
  return (
    <Form form={data.form}>
      <div className="fields-beside">
        <Fields fields={numbers} words={words} typed={problem?.typed} values={values} errors={problem?.errors} />
      </div>
      <Fields fields={{ guides }} words={words} typed={problem?.typed} values={values} errors={problem?.errors} />
      <SkillLevels
        words={{ label: t.skills, hint: t.skillsHint }}
        values={skills}
        options={options}
        query={data.query}
        problem={problem}
      />
      <FormActs>
        <Button look="forward" name="act" value="save">
          {t.save}
        </Button>
      </FormActs>
    </Form>
  );
}
export default view(Screen);
