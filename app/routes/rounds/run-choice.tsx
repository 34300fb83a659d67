import { lockFields, teamCountFields, whatIfFields } from "#app/domain/rounds/pins.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { fixTeamCount, lockTeam } from "#app/services/rounds/pins.server.ts";
import { choiceInPlan } from "#app/services/rounds/plan.server.ts";
import { requestWhatIf, numberIn } from "#app/services/rounds/runs.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Held } from "#app/ui/matching/pinned.tsx";
import { useReasonTexts } from "#app/ui/matching/names.ts";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await choiceInPlan(ctx, idIn(params.roundId), numberIn(params.run), idIn(params.choiceId));
  return { title: data.called.choices[data.own.id]?.title ?? words(ctx.locale).matching.title, ...data };
});
export const action = command(async ({ ctx, params, form: { fields } }) => {
  const id = idIn(params.roundId);
  const at = { number: numberIn(params.run), choice: idIn(params.choiceId) };
  if (fields.act === "lock") return lockTeam(ctx, id, at, fields);
  return fields.act === "try" ? requestWhatIf(ctx, id, at, fields) : fixTeamCount(ctx, id, at, fields);
});

type Data = DataOf<typeof loader>;
type Props = { data: Data; problem: Problem | null };
function Screen({ data, problem }: Props) {
  const { matching } = useWords();
  const { choice: t } = matching;
  const { run, round, own } = data;
  return (
    <Page
      title={data.title}
      eyebrow={
        <a href={`${urls.rounds.run(round.id, run.number)}#v-${own.id}`}>
          {round.name}: {matching.number(run.number)}
        </a>
      }
      problem={problem}
      fields={t.fields}
      lead={<p>{data.called.choices[own.id]?.company}</p>}
    >
      <Rules data={data} />
      {data.teams.map((team) => (
        <Team key={team.team} team={team} data={data} />
      ))}
      {data.open && run.status === "done" && <Decisions data={data} problem={problem} />}
    </Page>
  );
}
/** Shows a team, and who could be added to mend what it misses. */
function Team({ team, data: { run, round, own, called } }: { team: Data["teams"][number]; data: Data }) {
  const {
    matching: { choice: t, teams },
  } = useWords();
  const said = useReasonTexts(called);
  return (
    <Section title={teams.team(team.team)} id={`team-${team.team}`}>
      <ul className="list">
        {team.students.map((id) => (
          <li key={id} className="row">
            <div className="row-main">
              <p className="row-title">
                <a href={urls.rounds.runStudent(round.id, run.number, id)}>{said.student(id)}</a>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {team.hints.length > 0 && (
        <>
          <h3>{t.hints}</h3>
          <ul>
            {team.hints.map((hint) => (
              <li key={hint.student}>
                <a
                  href={withQuery(urls.rounds.runStudent(round.id, run.number, hint.student), {
                    vraagstuk: own.id,
                  })}
                >
                  {said.student(hint.student)}
                </a>
                : {hint.resolves.map(said.rule).join(" ")}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
/** Shows what can be decided of a finished run: the number of teams, a team that stays, and a trial with other sizes. */
function Decisions({ data, problem }: Props) {
  const {
    matching: { choice: t, held },
  } = useWords();
  const { run, round, own } = data;
  const text = (hold: Data["pins"][number]) =>
    hold.kind === "teams"
      ? held.teams(data.title, hold.teams ?? 0)
      : held.lock(data.title, hold.team ?? 1, data.teams.find(({ team }) => team === hold.team)?.students.length ?? 0);
  return (
    <>
      <Held pins={data.pins.map((hold) => ({ ...hold, text: text(hold) }))} round={round.id} from={run.number} />
      <Decide
        data={data}
        problem={problem}
        at={0}
        title={t.teamsTitle}
        fields={teamCountFields}
        act="teams"
        button={t.button}
        values={{ teams: Math.max(1, data.teams.length) }}
      />
      {data.teams.length > 0 && (
        <Decide
          data={data}
          problem={problem}
          at={1}
          title={t.lockTitle}
          fields={lockFields}
          act="lock"
          button={t.lock}
          values={{ team: data.teams[0]?.team ?? 1 }}
        />
      )}
      <Decide
        data={data}
        problem={problem}
        at={2}
        title={t.whatTitle}
        hint={t.whatHint}
        fields={whatIfFields}
        act="try"
        button={t.tryIt}
        values={{ size_min: own.size.min, size_max: own.size.max, teams: own.teams }}
      />
    </>
  );
}
type Deciding = Props & {
  at: number;
  title: string;
  hint?: string;
  fields: Parameters<typeof Fields>[0]["fields"];
  act: string;
  button: string;
  values: Record<string, number>;
};
/** Shows one of the three forms; what was typed and refused stands in the one it was typed in. */
function Decide({ data, problem, at, title, hint, fields, act, button, values }: Deciding) {
  const {
    matching: { choice: t },
  } = useWords();
  const mine = problem?.typed.act === act ? problem : null;
  return (
    <Section title={title} id={act}>
      {hint && <p className="soft">{hint}</p>}
      <Form form={{ key: data.keys[at] ?? data.key }}>
        <input type="hidden" name="act" value={act} />
        <Fields fields={fields} words={t.fields} typed={mine?.typed} values={values} errors={mine?.errors} />
        <FormActs>
          <Button look="beside">{button}</Button>
        </FormActs>
      </Form>
    </Section>
  );
}
function Rules({ data: { own, wanted, called } }: { data: Data }) {
  const { matching } = useWords();
  const { list } = useFormats();
  const said = useReasonTexts(called);
  const skills = (asked: typeof own.required) =>
    asked.length ? list(asked.map(({ skill }) => said.skill(skill))) : "–";
  return (
    <Facts
      facts={[
        {
          term: matching.choice.rules,
          value: [
            matching.teams.size(own.size.min, own.size.max, own.teams),
            matching.student.hours(own.hours),
            matching.counts.chosen && `${wanted} ${matching.counts.chosen}`,
          ].join(" · "),
        },
        { term: matching.choice.required, value: skills(own.required) },
        { term: matching.choice.desired, value: skills(own.desired) },
        ...(own.disciplines.length
          ? [
              {
                term: matching.columns.discipline,
                value: own.disciplines
                  .map(({ discipline, min, max }) => `${said.discipline(discipline)} ${min}–${max ?? "…"}`)
                  .join(", "),
              },
            ]
          : []),
        ...(own.mix.mbo + own.mix.hbo > 0
          ? [{ term: "mbo / hbo", value: matching.teams.mix(own.mix.mbo, own.mix.hbo) }]
          : []),
      ]}
    />
  );
}
export default view(Screen);
