import { mostByHand } from "#app/domain/rounds/by-hand.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { inviteByHand, teamByHand } from "#app/services/team/by-hand.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Empty } from "#app/ui/list.tsx";
import { useReasonTexts } from "#app/ui/matching/names.ts";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url: { searchParams } }) => {
  const data = await teamByHand(ctx, idIn(params.assignmentId), {
    search: searchParams.get("zoek") ?? "",
    chosen: searchParams.getAll("student"),
  });
  return {
    ...data,
    title: words(ctx.locale).matching.byHand.title,
    question: data.title,
    forms: { check: ctx.newId(), invite: ctx.newId() },
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.assignmentId);
  if (form.fields.act === "check") return `${urls.team.byHand(id)}?${chosenQuery([form.fields.student ?? []].flat())}`;
  await inviteByHand(ctx, id, form.fields);
  return urls.team.team(id);
});

const chosenQuery = (ids: readonly string[]) =>
  new URLSearchParams(ids.slice(0, mostByHand).map((id) => ["student", id])).toString();
type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    matching: { byHand: t, student: own, counts },
  } = useWords();
  const { list } = useFormats();
  const { wanted } = data;
  const said = useReasonTexts(calledBy(data));
  return (
    <Page
      title={data.title}
      eyebrow={<a href={urls.team.team(wanted.id)}>{data.question}</a>}
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={{ student: { label: counts.students } }}
      aside={data.judged && <Judged data={data} />}
    >
      <Facts
        facts={[
          { term: t.asks, value: t.size(wanted.seatsMin, wanted.seatsMax, wanted.taken) },
          { term: own.skills, value: wanted.skills.length ? list(wanted.skills.map(said.skill)) : "–" },
        ]}
      />
      <Find data={data} />
      <Pick data={data} />
    </Page>
  );
}
function Find({ data }: { data: Data }) {
  const {
    matching: { byHand: t },
  } = useWords();
  return (
    <form method="get" className="acts">
      {data.chosen.map((id) => (
        <input key={id} type="hidden" name="student" value={id} />
      ))}
      <div className="field">
        <label htmlFor="zoek">{t.search}</label>
        <input id="zoek" name="zoek" type="search" defaultValue={data.search} maxLength={100} />
      </div>
      <Button look="beside">{t.find}</Button>
    </form>
  );
}
function Pick({ data }: { data: Data }) {
  const {
    matching: { byHand: t },
  } = useWords();
  return (
    <Form form={{ key: data.forms.check }} className="stack">
      <fieldset className="field">
        <legend>{t.who}</legend>
        {data.candidates.length === 0 ? (
          <Empty title={t.nobody} />
        ) : (
          data.candidates.map((one) => <Candidate key={one.personId} one={one} data={data} />)
        )}
      </fieldset>
      {data.full && <p className="soft">{t.more}</p>}
      <FormActs>
        <Button look={data.judged ? "beside" : "forward"} name="act" value="check">
          {t.check}
        </Button>
      </FormActs>
    </Form>
  );
}
function Candidate({ one, data }: { one: Data["candidates"][number]; data: Data }) {
  const {
    matching: { byHand: t },
  } = useWords();
  const { list } = useFormats();
  const said = useReasonTexts(calledBy(data));
  return (
    <label className="tick">
      <input type="checkbox" name="student" value={one.personId} defaultChecked={data.chosen.includes(one.personId)} />
      <span>
        <span className="strong">{one.name}</span>{" "}
        <span className="soft">
          {[
            one.programme,
            one.track,
            one.interested ? t.interested : "",
            one.skills.length ? list(one.skills.map(({ skill }) => said.skill(skill))) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {one.interest && (
          <>
            <br />
            <span className="soft">{one.interest}</span>
          </>
        )}
      </span>
    </label>
  );
}
const calledBy = ({ candidates, wanted, question }: Pick<Data, "candidates" | "wanted" | "question">) => ({
  students: Object.fromEntries(candidates.map(({ personId, name }) => [personId, name])),
  choices: { [wanted.id]: { title: question } },
  guides: {},
});
/** Shows what the rules say of this team, and the one button that asks them all. */
function Judged({ data }: { data: Data }) {
  const {
    matching: { byHand: t, teams },
    rounds: { dayPart },
  } = useWords();
  const { list } = useFormats();
  const said = useReasonTexts(calledBy(data));
  const judged = data.judged;
  if (!judged) return null;
  return (
    <Section title={t.team(data.chosen.length)} id="team">
      <ul>
        {data.chosen.map((id) => (
          <li key={id}>{said.student(id)}</li>
        ))}
      </ul>
      <Broken data={data} broken={judged.broken} />
      <p>{judged.missing.length ? `${teams.missing}: ${list(judged.missing.map(said.skill))}` : t.allSkills}</p>
      {judged.suits.length > 0 && (
        <>
          <h3>{t.suits}</h3>
          <ul>
            {judged.suits.map(({ personId, skills }) => (
              <li key={personId}>
                {said.student(personId)}: {list(skills.map(said.skill))}
              </li>
            ))}
          </ul>
        </>
      )}
      {judged.hints.length > 0 && (
        <>
          <h3>{t.resolves}</h3>
          <ul>
            {judged.hints.map(({ student }) => (
              <li key={student}>{said.student(student)}</li>
            ))}
          </ul>
        </>
      )}
      {judged.shared.length > 0 && (
        <p>
          {teams.dayParts}: {list(judged.shared.map((part) => wordOf(dayPart, part)))}
        </p>
      )}
      <Invite data={data} />
    </Section>
  );
}
type Judgement = NonNullable<Data["judged"]>;
function Broken({ data, broken }: { data: Data; broken: Judgement["broken"] }) {
  const {
    matching: { byHand: t },
  } = useWords();
  const said = useReasonTexts(calledBy(data));
  return broken.length === 0 ? (
    <Notice kind="done">{t.fine}</Notice>
  ) : (
    <Notice kind="care" title={t.wrong}>
      <ul>
        {broken.map(({ rule, found }, at) => (
          <li key={at}>
            {said.rule(rule)} {t.found(found)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
function Invite({ data }: { data: Data }) {
  const {
    matching: { byHand: t },
  } = useWords();
  return (
    <Form form={{ key: data.forms.invite }} action={`${urls.team.byHand(data.wanted.id)}?${chosenQuery(data.chosen)}`}>
      {data.chosen.map((id) => (
        <input key={id} type="hidden" name="student" value={id} />
      ))}
      <FormActs>
        <Button>{t.invite(data.chosen.length)}</Button>
      </FormActs>
    </Form>
  );
}
export default view(Screen);
