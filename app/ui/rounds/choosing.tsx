import { mostChoices, profileFields } from "#app/domain/rounds/fields.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { skillLevels, type DayPart } from "#app/domain/rounds/words.ts";
import type { DisciplineNeed, SkillAt } from "#app/domain/matching/instance.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldProblem } from "#app/ui/fields/frame.tsx";
import { errorId, fieldId } from "#app/ui/fields/id.ts";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { List, Row } from "#app/ui/list.tsx";
import { first } from "#app/ui/fields/posted-values.ts";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";
import { SkillLevels, useSkillLine } from "./skill-levels.tsx";

type Offered = {
  id: string;
  assignmentId: string;
  title: string;
  place: string;
  company: string | null;
  readable: boolean;
  sizeMin: number;
  sizeMax: number;
  hours: number;
  required: readonly SkillAt[];
  desired: readonly SkillAt[];
  disciplines: readonly DisciplineNeed[];
  mixMbo: number;
  mixHbo: number;
};
type Data = {
  round: { id: string; leastChoices: number };
  open: boolean;
  query: string;
  assignments: readonly Offered[];
  form: { key: string; version: number };
  own: { choices: readonly string[]; hours: number; dayParts: readonly DayPart[]; skills: readonly SkillAt[] };
};
type Props = { data: Data; problem: Problem | null };

/** Shows the assignments of a round as a student may know them: what they ask, and nothing of who else wants them. */
export function OnOffer({ assignments }: { assignments: readonly Offered[] }) {
  const {
    rounds: { choose: t, assignments: fields },
  } = useWords();
  return (
    <List label={t.assignments}>
      {assignments.map((a) => (
        <Row
          key={a.id}
          title={a.title}
          facts={[fields.size(a.sizeMin, a.sizeMax), fields.hours(a.hours)]}
          under={
            <>
              {[a.company ?? t.knownToCentre, a.place].filter(Boolean).join(" · ")}
              <Asked a={a} />
              {a.readable && (
                <a href={urls.assignment.assignment(a.assignmentId)}>
                  {t.read}
                  <span className="unseen"> {a.title}</span>
                </a>
              )}
            </>
          }
        />
      ))}
    </List>
  );
}
function Asked({ a }: { a: Offered }) {
  const {
    rounds: { choose: t, discipline, level },
  } = useWords();
  const line = useSkillLine();
  const team = [
    ...a.disciplines
      .filter((d) => d.min > 0)
      .map((d) => t.atLeast(d.min, wordOf(discipline, d.discipline).toLowerCase())),
    ...(a.mixMbo > 0 ? [t.atLeast(a.mixMbo, level.mbo)] : []),
    ...(a.mixHbo > 0 ? [t.atLeast(a.mixHbo, level.hbo)] : []),
  ].join(", ");
  const lines = [
    [t.needs, line(a.required)],
    [t.wished, line(a.desired)],
    [t.teamNeeds, team],
  ].filter(([, text]) => text);
  return lines.length > 0 ? (
    <span className="asked">
      {lines.map(([term, text]) => (
        <span key={term}>
          <span className="strong">{term}:</span> {text}
        </span>
      ))}
    </span>
  ) : null;
}

/** Shows the list as numbered boxes; each filled one can go a place up or down with a button. After the deadline it is text. */
export function ChoiceList({ data, problem }: Props) {
  const {
    rounds: { choose: t },
  } = useWords();
  const titles = new Map(data.assignments.map((a) => [a.id, a.title]));
  // What takes no part any more is told above; the rest of the list moves up.
  const own = data.own.choices.filter((id) => titles.has(id));
  if (!data.open)
    return (
      <ol className="prose">
        {own.map((id) => (
          <li key={id}>{titles.get(id) ?? ""}</li>
        ))}
      </ol>
    );
  const rows = Math.min(data.assignments.length, mostChoices, Math.max(data.round.leastChoices + 2, own.length + 1));
  const chosen = (n: number) => (problem ? first(problem.typed, `choice.${n}`) : (own[n - 1] ?? ""));
  const filled = Array.from({ length: rows }, (_, i) => i + 1).filter((n) => chosen(n) !== "").length;
  return (
    <Form form={data.form}>
      <div
        className="choice-rows field"
        data-order=""
        data-said={t.dragged("%t", "%n")}
        data-up={t.up("%t")}
        data-down={t.down("%t")}
      >
        {Array.from({ length: rows }, (_, i) => i + 1).map((n) => (
          <ChoiceRow key={n} {...{ n, data, problem, titles, filled }} chosen={chosen(n)} />
        ))}
      </div>
      <FormActs>
        <Button look="forward" name="act" value="save">
          {t.save}
        </Button>
      </FormActs>
    </Form>
  );
}
type RowProps = Props & { n: number; chosen: string; filled: number; titles: ReadonlyMap<string, string> };
function ChoiceRow({ n, chosen, filled, titles, data, problem }: RowProps) {
  const {
    rounds: { choose: t },
  } = useWords();
  const name = `choice.${n}`;
  return (
    <div className="choice-row">
      <label htmlFor={fieldId(name)}>{t.choice(n)}</label>
      <select
        id={fieldId(name)}
        name={name}
        defaultValue={chosen}
        aria-invalid={problem?.errors[name] ? true : undefined}
        aria-describedby={problem?.errors[name] ? errorId(name) : undefined}
      >
        <option value="">{t.none}</option>
        {data.assignments.map((a) => (
          <option key={a.id} value={a.id}>
            {a.title}
          </option>
        ))}
      </select>
      <div className="acts">
        {chosen !== "" && filled > 1 && <Arrows n={n} last={n >= filled} title={titles.get(chosen) ?? ""} />}
      </div>
      <FieldProblem name={name} label={t.choice(n)} errors={problem?.errors} />
    </div>
  );
}
function Arrows({ n, last, title }: { n: number; last: boolean; title: string }) {
  const {
    rounds: { choose: t },
  } = useWords();
  return (
    <>
      {n > 1 && (
        <button
          type="submit"
          className="button button-plain button-small"
          name="act"
          value={`up.${n}`}
          aria-label={t.up(title)}
        >
          {t.upShort}
        </button>
      )}
      {!last && (
        <button
          type="submit"
          className="button button-plain button-small"
          name="act"
          value={`down.${n}`}
          aria-label={t.down(title)}
        >
          {t.downShort}
        </button>
      )}
    </>
  );
}

/** Asks hours, parts of the week and skills, in the student's own words. */
export function AboutSelf({ data, problem }: Props) {
  const {
    rounds: { choose: t, dayPart, skillLevel },
  } = useWords();
  const words = {
    ...t.fields,
    day_parts: { ...t.fields.day_parts, options: dayPart },
  };
  return (
    <Form form={data.form}>
      <input type="hidden" name="part" value="self" />
      <p className="soft lead-in">{t.selfText}</p>
      <div className="two-columns">
        <Fields
          fields={profileFields}
          words={words}
          typed={problem?.typed}
          values={{ hours: data.own.hours, day_parts: data.own.dayParts }}
          errors={problem?.errors}
        />
      </div>
      <SkillLevels
        words={t.fields.skills}
        values={Object.fromEntries(data.own.skills.map((s) => [s.skill, String(s.level)]))}
        options={skillLevels.map((n) => ({ value: String(n), label: skillLevel[n] ?? "" }))}
        query={data.query}
        problem={problem}
      />
      <FormActs>
        <Button look="beside" name="act" value="save">
          {t.saveSelf}
        </Button>
      </FormActs>
    </Form>
  );
}
