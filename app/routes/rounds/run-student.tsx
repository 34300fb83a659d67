import { kindOfStars } from "#app/domain/rounds/candidate-ratings.ts";
import type { DayPart } from "#app/domain/rounds/words.ts";
import { studentPinFields } from "#app/domain/rounds/pins.ts";
import type { WordsFor } from "#app/i18n/field.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { pinStudent } from "#app/services/rounds/pins.server.ts";
import { studentInPlan } from "#app/services/rounds/plan.server.ts";
import { numberIn } from "#app/services/rounds/runs.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Held } from "#app/ui/matching/pinned.tsx";
import { useReasonTexts } from "#app/ui/matching/names.ts";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await studentInPlan(ctx, idIn(params.roundId), numberIn(params.run), idIn(params.studentId));
  return {
    title: data.student.name,
    chosen: url.searchParams.get("vraagstuk") ?? "",
    team: /^[1-9]\d?$/.exec(url.searchParams.get("team") ?? "")?.[0] ?? null,
    ...data,
  };
});
export const action = command(({ ctx, params, form }) =>
  pinStudent(ctx, idIn(params.roundId), { number: numberIn(params.run), student: idIn(params.studentId) }, form.fields),
);

type Data = DataOf<typeof loader>;
type Props = { data: Data; problem: Problem | null };
function Screen({ data, problem }: Props) {
  const { matching } = useWords();
  const { student: t } = matching;
  const said = useReasonTexts(data.called);
  const { student, place, run, round } = data;
  const first = student.choices[0]?.[0];
  const says = {
    ...t.fields,
    choice: { ...t.fields.choice, options: Object.fromEntries(data.choices.map(({ id }) => [id, said.title(id)])) },
  };
  return (
    <Page
      title={data.title}
      eyebrow={
        <a href={urls.rounds.run(round.id, run.number)}>
          {round.name}: {matching.number(run.number)}
        </a>
      }
      problem={problem}
      fields={says}
      lead={<Placed data={data} />}
    >
      <About data={data} />
      <Choices data={data} />
      {(!place || place.rank > 1) && first && (
        <Section title={t.why} id="waarom">
          <p>{data.reason ? said.reason(data.reason, first) : t.soon}</p>
        </Section>
      )}
      {data.open && run.status === "done" && <Decide data={data} problem={problem} says={says} />}
    </Page>
  );
}
/** Shows where the student is placed, and which of their choices that is. */
function Placed({ data: { student, place, called } }: { data: Data }) {
  const { matching } = useWords();
  const { student: t } = matching;
  const said = useReasonTexts(called);
  return (
    <p>
      {place ? t.has(said.title(place.assignment), 0) : t.nowhere}
      {place && (
        <span className="strong">
          {" "}
          {place.rank > 0 && student.choices.some((tie) => tie.includes(place.assignment))
            ? matching.place(place.rank)
            : matching.outside}
        </span>
      )}
    </p>
  );
}
function About({ data: { student, ratings, called } }: { data: Data }) {
  const {
    matching: { columns, student: t },
    rounds: { back, dayPart, skillLevel, stars },
  } = useWords();
  const { list } = useFormats();
  const said = useReasonTexts(called);
  return (
    <Facts
      facts={[
        {
          term: columns.student,
          value: [
            student.programme,
            said.discipline(student.discipline),
            student.level,
            t.hours(student.hours),
            student.priority ? back.has : "",
          ]
            .filter(Boolean)
            .join(" · "),
        },
        {
          term: t.skills,
          value: student.skills.length
            ? list(
                student.skills.map(
                  ({ skill, level }) => `${said.skill(skill)} (${skillLevel[String(level)] ?? level})`,
                ),
              )
            : "–",
        },
        {
          term: stars.when,
          value: student.dayParts.length ? list(student.dayParts.map((part) => dayPart[part as DayPart])) : "–",
        },
        ...ratings.map((rating) => ({
          term: `${stars.says}: ${said.title(rating.choiceId)}`,
          value: [stars.kind[kindOfStars(rating.stars)], rating.why].filter(Boolean).join(": "),
        })),
      ]}
    />
  );
}
function Choices({ data: { student, place, run, round, called } }: { data: Data }) {
  const { matching } = useWords();
  const { student: t } = matching;
  const said = useReasonTexts(called);
  return (
    <Section title={t.list} id="lijst">
      {student.choices.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <ul>
          {student.choices.map((tie, at) => (
            <li key={tie.join()}>
              <span className="soft tabular">{matching.place(at + 1)}: </span>
              {tie.map((id) => (
                <span key={id} className={place?.assignment === id ? "strong" : undefined}>
                  <a href={urls.rounds.runChoice(round.id, run.number, id)}>{said.title(id)}</a>
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
/** Shows what is pinned for this student, and a form to pin or forbid more. */
function Decide({ data, problem, says }: Props & { says: WordsFor<ReturnType<typeof studentPinFields>> }) {
  const {
    matching: { student: t, held },
  } = useWords();
  const said = useReasonTexts(data.called);
  const { student, run, round } = data;
  const first = student.choices[0]?.[0];
  const text = (hold: Data["pins"][number]) =>
    hold.kind === "pin"
      ? held.pin(student.name, said.title(hold.choiceId), null)
      : held.forbid(student.name, said.title(hold.choiceId));
  const many = (data.choices.find(({ id }) => id === data.chosen)?.teams ?? 1) > 1;
  return (
    <Section title={t.decide} id="vastzetten">
      <Held pins={data.pins.map((hold) => ({ ...hold, text: text(hold) }))} round={round.id} from={run.number} />
      <SimpleForm
        form={{ key: data.key }}
        fields={studentPinFields(data.choices.map(({ id }) => id))}
        words={says}
        values={{
          kind: "pin",
          choice: data.choices.some(({ id }) => id === data.chosen) ? data.chosen : (first ?? null),
          team: many && data.team ? Number(data.team) : null,
        }}
        button={t.button}
        problem={problem}
      />
    </Section>
  );
}
export default view(Screen);
