import { refuse } from "#app/domain/refusal.ts";
import { pageMoves, ruleOf, type PageMove } from "#app/domain/rounds/process.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { moveRound, remindStudents } from "#app/services/rounds/moves.server.ts";
import { roundPage } from "#app/services/rounds/round-page.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Log, Notice, Steps } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { RoundFrame } from "#app/ui/rounds/frame.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const round = await roundPage(ctx, idIn(params.roundId));
  return { title: round.name, reminded: url.searchParams.get("herinnerd"), ...round };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.roundId);
  const { move, seen, act } = form.fields;
  if (act === "remind") return withQuery(urls.rounds.round(id), { herinnerd: await remindStudents(ctx, id) });
  const name = pageMoves.find((known) => known === move) ?? refuse("not_found");
  await moveRound(ctx, id, name, form.fields, typeof seen === "string" ? seen : "");
  return urls.rounds.round(id);
});

type Data = DataOf<typeof loader>;
type Props = { data: Data; problem: Problem | null };
function Screen({ data, problem }: Props) {
  const {
    rounds: { round: t },
  } = useWords();
  const { dateTime } = useFormats();
  const by = data.chooseBy ? dateTime(data.chooseBy) : "";
  const lead = { ...t.next, choosing: t.next.choosing(by) }[data.status];
  return (
    <RoundFrame round={data} part="overview" lead={<p>{lead}</p>} problem={problem} fields={t.fields}>
      {data.reminded !== null && !problem && (
        <Notice kind="done">{data.reminded === "0" ? t.nobody : t.reminded}</Notice>
      )}
      <Next data={data} problem={problem} />
      <Counts data={data} />
      {data.problems.length > 0 && <Short data={data} />}
      {data.status === "choosing" && <Reminders data={data} />}
      <More data={data} problem={problem} />
      <SetUp data={data} />
      <History data={data} />
    </RoundFrame>
  );
}
/** Shows the one way forward from here. */
function Next({ data, problem }: Props) {
  const {
    rounds: { round: t, back },
  } = useWords();
  if (data.status === "matching")
    return (
      <div className="acts">
        <ButtonLink href={urls.rounds.plan(data.id)}>{t.plan}</ButtonLink>
      </div>
    );
  if (data.status === "published")
    return (
      <div className="acts">
        <ButtonLink href={urls.rounds.plan(data.id)}>{t.result}</ButtonLink>
        <ButtonLink look="beside" href={urls.rounds.carryOver(data.id)}>
          {back.link}
        </ButtonLink>
      </div>
    );
  const open = data.moves.find(({ name }) => name === "open_choosing");
  return open && open.missing.length === 0 ? (
    <MoveForm name="open_choosing" data={data} problem={problem} forward />
  ) : null;
}
/** Shows one move as a form: what it asks, what it means, its button. */
function MoveForm({ name, data, problem, forward }: Props & { name: PageMove; forward?: boolean }) {
  const {
    rounds: { round: t, move },
  } = useWords();
  const own = problem?.typed.move === name ? problem : null;
  const fields = { ...t.fields, choose_by: { label: t.at, hint: t.atHint } };
  return (
    <Form form={{ key: data.key }}>
      <input type="hidden" name="seen" value={data.seen} />
      <input type="hidden" name="move" value={name} />
      <Fields fields={ruleOf(name).fields ?? {}} words={fields} typed={own?.typed} errors={own?.errors} />
      {name === "close_choosing" && <p className="soft">{t.closeText}</p>}
      {name === "cancel_round" && <p className="soft">{data.status === "draft" ? t.cancelDraft : t.cancelText}</p>}
      <FormActs>
        <Button look={forward ? "forward" : name === "cancel_round" ? "danger" : "beside"}>{move[name]}</Button>
      </FormActs>
    </Form>
  );
}
function Counts({ data: { id, counts } }: { data: Data }) {
  const {
    rounds: { round: t },
  } = useWords();
  return (
    <Section title={t.counts} id="stand">
      <Figures>
        <Figure value={counts.students} label={t.students(counts.students)} href={urls.rounds.students(id)} />
        <Figure
          value={counts.chosen}
          label={t.chosen(counts.chosen)}
          href={withQuery(urls.rounds.students(id), { koos: "ja" })}
        />
        <Figure
          value={counts.students - counts.chosen}
          label={t.notYet(counts.students - counts.chosen)}
          href={withQuery(urls.rounds.students(id), { koos: "nee" })}
        />
        <Figure value={counts.seats} label={t.seats(counts.seats, counts.teams)} href={urls.rounds.assignments(id)} />
        <Figure
          value={counts.guided ?? t.unlimited}
          label={t.guided(counts.guided, counts.fewestTeams)}
          href={urls.rounds.guides(id)}
        />
      </Figures>
      {counts.wishesToJudge > 0 && (
        <p>
          <a href={urls.rounds.peerWishes(id)}>{t.wishesToJudge(counts.wishesToJudge)}</a>
        </p>
      )}
    </Section>
  );
}
const places = {
  has_students: urls.rounds.students,
  has_assignments: urls.rounds.assignments,
  enough_to_choose: urls.rounds.assignments,
  enough_seats: urls.rounds.assignments,
  has_guides: urls.rounds.guides,
  enough_guides: urls.rounds.guides,
} as const;
function Short({ data }: { data: Data }) {
  const {
    rounds: { round: t, problem },
  } = useWords();
  return (
    <Section title={t.short} id="let-op">
      <Steps
        open
        label={t.short}
        tasks={data.problems.map((key) => ({
          key,
          label: problem[key],
          href: places[key](data.id),
          state: key === "enough_seats" || key === "has_guides" || key === "enough_guides" ? "may" : "todo",
        }))}
      />
    </Section>
  );
}
function Reminders({ data }: { data: Data }) {
  const {
    rounds: { round: t },
  } = useWords();
  return (
    <Section title={t.remindTitle} id="herinneringen">
      <p className="soft">{t.remindText}</p>
      {data.toRemind > 0 ? (
        <Form form={{ key: data.key }}>
          <Button look="beside" name="act" value="remind">
            {t.remind(data.toRemind)}
          </Button>
        </Form>
      ) : (
        data.counts.students > data.counts.chosen && <p>{t.nobody}</p>
      )}
    </Section>
  );
}
/** Says what is done seldom. */
function More({ data, problem }: Props) {
  const {
    rounds: { round: t, move },
  } = useWords();
  const rare = data.moves.filter(({ name, missing }) => name !== "open_choosing" && missing.length === 0);
  if (rare.length === 0) return null;
  return (
    <Section title={t.more} id="meer">
      {rare.map(({ name }) => (
        <Disclosure key={name} summary={move[name]} open={problem?.typed.move === name}>
          <MoveForm name={name} data={data} problem={problem} />
        </Disclosure>
      ))}
    </Section>
  );
}
/** Says what was chosen when the round was opened. */
function SetUp({ data }: { data: Data }) {
  const {
    rounds: {
      round: t,
      new: { fields },
    },
  } = useWords();
  const { date, list } = useFormats();
  return (
    <Section title={t.setUp} id="ingesteld">
      <Facts
        facts={[
          { term: fields.block.label, value: date(data.block) },
          { term: t.programmes, value: data.programmes.length > 0 ? list(data.programmes) : t.anyProgramme },
          { term: t.choices, value: t.least(data.leastChoices) },
          { term: fields.seed.label, value: <span className="tabular">{data.seed}</span> },
        ]}
      />
    </Section>
  );
}
/** Shows what happened to this round, the latest first. */
function History({ data }: { data: Data }) {
  const {
    rounds: { log: t },
    letters,
  } = useWords();
  const { dateTime } = useFormats();
  // A log outlives its table: a move that no longer exists is described in general words.
  const done: Readonly<Record<string, string>> = t.done;
  if (data.log.length === 0) return null;
  return (
    <Section title={t.title} id="logboek">
      <Log
        lines={data.log.map(({ id, at, by, move, chooseBy }) => ({
          id,
          at,
          actor: by,
          sentence: `${done[move] ?? letters.happened}.`,
          detail: chooseBy ? t.until(dateTime(chooseBy)) : undefined,
        }))}
      />
    </Section>
  );
}
export default view(Screen);
