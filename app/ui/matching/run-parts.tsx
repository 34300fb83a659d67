import type { PlanShown, RunShown } from "./plan-data.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { BarPlot } from "#app/ui/figure.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";
import { useReasonTexts } from "./names.ts";

/** Shows a run that is still being worked out: how far it is, and a way to stop it. */
export function Busy({ data: { run, key, round } }: { data: RunShown }) {
  const { matching } = useWords();
  const done = run.progress.map((level) => wordOf(matching.level, level));
  return (
    <Notice title={matching.busy.title}>
      <p>
        {matching.status[run.status]}. {matching.busy.text}
      </p>
      {done.length > 0 && (
        <p>
          {matching.busy.level} {done.join(", ")}
        </p>
      )}
      <div className="acts">
        <a href="">{matching.busy.refresh}</a>
        <Form form={{ key }} action={urls.rounds.plan(round.id)}>
          <Button look="beside" name="stop" value={String(run.number)}>
            {matching.busy.stop}
          </Button>
        </Form>
      </div>
    </Notice>
  );
}
/** No plan obeys every rule: which ones, and the least to let go. */
export function Impossible({
  data: {
    run: { conflict },
    called,
  },
}: {
  data: RunShown;
}) {
  const {
    matching: { impossible: t },
  } = useWords();
  const said = useReasonTexts(called);
  return (
    <Notice kind="care" title={t.title}>
      {conflict && (
        <>
          <p>{t.text}</p>
          <ul>
            {conflict.rules.map((rule, at) => (
              <li key={at}>{said.rule(rule)}</li>
            ))}
          </ul>
        </>
      )}
      {conflict && conflict.unpin.length > 0 && (
        <>
          <p>{t.unpin}</p>
          <ul>
            {conflict.unpin.map((rule, at) => (
              <li key={at} className="strong">
                {said.rule(rule)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
/** Says how good a plan is, in words, with the spread over the choices. */
export function Quality({ plan }: { plan: PlanShown }) {
  const { matching } = useWords();
  const { sum: t, columns } = matching;
  const { summary } = plan;
  const lines = [
    t.placed(summary.placed, summary.students),
    t.first(summary.first, summary.firstShare),
    t.top(summary.topThree),
    t.worst(summary.worst),
    ...(plan.desired.asked ? [t.desired(plan.desired.covered, plan.desired.asked)] : []),
    ...(plan.wishes.asked ? [t.wishes(plan.wishes.honoured, plan.wishes.asked)] : []),
    ...(plan.blocking ? [t.blocking(plan.blocking)] : []),
  ];
  return (
    <Section title={t.title} id="kwaliteit">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="strong">
        {summary.proven ? matching.proven : matching.notProven}
        {!summary.proven && (
          <span className="soft">
            {" "}
            ({summary.open.map(({ id, value, bound }) => matching.open(matching.level[id], value, bound)).join("; ")})
          </span>
        )}
      </p>
      <BarPlot
        title={t.profile}
        description={t.profileText(summary.students)}
        labelTitle={columns.choice}
        valueTitle={columns.student}
        bars={summary.profile.map((count, at) => ({ key: String(at), label: matching.place(at + 1), value: count }))}
      />
      <p className="small soft">{t.seed(plan.seed)}</p>
    </Section>
  );
}
type Group = PlanShown["assignments"][number];
/** Shows every assignment with its teams; each name leads to why, and to what can be decided. */
export function Teams({ data, plan }: { data: RunShown; plan: PlanShown }) {
  const { matching } = useWords();
  const said = useReasonTexts(data.called);
  const sorted = [...plan.assignments].sort(
    (a, b) =>
      Number(b.teams.length > 0) - Number(a.teams.length > 0) || said.title(a.id).localeCompare(said.title(b.id)),
  );
  return (
    <Section title={matching.teams.title} id="teams">
      {sorted.map((group) => (
        <article
          key={group.id}
          className="stack"
          id={`v-${group.id}`}
          {...(data.movable ? { "data-choice": group.id, "data-name": said.title(group.id) } : {})}
        >
          <h3>
            <a href={urls.rounds.runChoice(data.round.id, data.run.number, group.id)}>{said.title(group.id)}</a>
          </h3>
          <p className="soft">
            {[
              data.called.choices[group.id]?.company,
              matching.teams.size(group.size.min, group.size.max, group.most),
              matching.teams.wanted(group.wanted),
              data.held.fixed.includes(group.id) ? matching.teams.fixed : "",
              group.teams.length === 0 ? matching.teams.notRunning : "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {group.teams.map((team) => (
            <Team key={team.team} team={team} group={group} data={data} />
          ))}
        </article>
      ))}
    </Section>
  );
}
type TeamProps = { team: Group["teams"][number]; group: Group; data: RunShown };
function Team({ team, group, data }: TeamProps) {
  const { matching } = useWords();
  const said = useReasonTexts(data.called);
  const { teams: t } = matching;
  const facts = [
    t.mix(team.mbo, team.hbo),
    team.guides.length ? `${t.guides}: ${team.guides.map(said.guide).join(", ")}` : "",
    team.missing.length ? `${t.missing}: ${team.missing.map(said.skill).join(", ")}` : "",
    data.held.locked.includes(`${group.id} ${team.team}`) ? t.locked : "",
  ].filter(Boolean);
  return (
    <div
      className="stack"
      {...(data.movable
        ? {
            "data-choice": group.id,
            "data-team": team.team,
            "data-name": `${said.title(group.id)}, ${t.team(team.team)}`,
          }
        : {})}
    >
      <p>
        <span className="strong">{t.team(team.team)}</span> <span className="soft">{facts.join(" · ")}</span>
      </p>
      {team.gaps.length > 0 && (
        <p className="strong">
          {t.gaps}: {team.gaps.map(said.skill).join(", ")}
        </p>
      )}
      <ul className="list" aria-label={`${said.title(group.id)}, ${t.team(team.team)}`}>
        {team.students.map((student) => (
          <Placed key={student.id} student={student} data={data} />
        ))}
      </ul>
    </div>
  );
}
type PlacedProps = { student: TeamProps["team"]["students"][number]; data: RunShown };
function Placed({ student, data }: PlacedProps) {
  const {
    matching,
    rounds: { back },
  } = useWords();
  const said = useReasonTexts(data.called);
  const { teams: t } = matching;
  const href = urls.rounds.runStudent(data.round.id, data.run.number, student.id);
  return (
    <li className="row" {...(data.movable && !student.left ? { "data-student": href } : {})}>
      <div className="row-main">
        <p className="row-title">
          <a href={href}>{student.name}</a>
        </p>
        <p className="row-under">
          {[student.programme, student.reason && student.first ? said.reason(student.reason, student.first) : ""]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <ul className="row-facts">
        <li>{student.rank !== null && student.rank > 0 ? matching.place(student.rank) : matching.outside}</li>
        {data.held.pinned.includes(student.id) && <li className="strong">{t.pinned}</li>}
        {student.priority && <li className="strong">{back.has}</li>}
        {student.left && <li className="strong">{t.left}</li>}
      </ul>
    </li>
  );
}
/** Shows assignments that get no team, and why: what a teacher must know before anything else. */
export function NoTeam({ data, plan }: { data: RunShown; plan: PlanShown }) {
  const {
    matching: { noTeam: t },
  } = useWords();
  const said = useReasonTexts(data.called);
  if (plan.withoutTeam.length === 0) return null;
  return (
    <Section title={`${t.title} (${plan.withoutTeam.length})`} id="zonder-team">
      <ul className="list">
        {plan.withoutTeam.map((one) => (
          <li key={one.assignment} className="row">
            <div className="row-main">
              <p className="row-title">
                <a href={urls.rounds.runChoice(data.round.id, data.run.number, one.assignment)}>
                  {said.title(one.assignment)}
                </a>
              </p>
              <p className="row-under">
                {[data.called.choices[one.assignment]?.company, said.noTeam(one)].filter(Boolean).join(" · ")}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
/** Shows who has no place, and why. */
export function Unplaced({ data, plan }: { data: RunShown; plan: PlanShown }) {
  const {
    matching: { unplaced: t },
    rounds: { back },
  } = useWords();
  if (plan.unplaced.length === 0) return <Notice kind="done">{t.none}</Notice>;
  return (
    <Section title={`${t.title} (${plan.unplaced.length})`} id="niet-geplaatst">
      <ul className="list">
        {plan.unplaced.map((student) => (
          <li
            key={student.id}
            className="row"
            {...(data.movable && !student.left
              ? { "data-student": urls.rounds.runStudent(data.round.id, data.run.number, student.id) }
              : {})}
          >
            <div className="row-main">
              <p className="row-title">
                <a href={urls.rounds.runStudent(data.round.id, data.run.number, student.id)}>{student.name}</a>
              </p>
              <p className="row-under">{t.because[student.because]}</p>
            </div>
            {student.priority && (
              <ul className="row-facts">
                <li className="strong">{back.has}</li>
              </ul>
            )}
          </li>
        ))}
      </ul>
      {data.run.published && (
        <p>
          <a href={urls.rounds.carryOver(data.round.id)}>{back.link}</a>
        </p>
      )}
    </Section>
  );
}
