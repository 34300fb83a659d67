import { pageIn } from "#app/domain/paging.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { ratingFields, ratingKinds, kindOfStars } from "#app/domain/rounds/candidate-ratings.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { saveRatings, ratingPage } from "#app/services/rounds/candidate-ratings.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Frame, tied } from "#app/ui/fields/frame.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Empty, Pagination } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { useSkillLine } from "#app/ui/rounds/skill-levels.tsx";
import { first } from "#app/ui/fields/posted-values.ts";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => ({
  title: words(ctx.locale).rounds.stars.title,
  saved: url.searchParams.has("bewaard"),
  ...(await ratingPage(ctx, idIn(params.roundId), idIn(params.choiceId), pageIn(url.searchParams))),
}));
// Runs with transactions of its own: the company's reach ends at its door, the candidates are the centre's.
export const action = command(
  async ({ ctx, params, url, form }) => {
    const [roundId, choiceId] = [idIn(params.roundId), idIn(params.choiceId)];
    await saveRatings(ctx, roundId, choiceId, form.fields);
    const page = pageIn(url.searchParams);
    return withQuery(urls.rounds.candidateRatings(roundId, choiceId), {
      bewaard: true,
      pagina: page > 1 ? page : undefined,
    });
  },
  { repeatable: true, outsideTransaction: true },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    rounds: { stars: t },
  } = useWords();
  const here = (at?: number) => withQuery(urls.rounds.candidateRatings(data.roundId, data.choiceId), { pagina: at });
  return (
    <Page
      title={`${t.title}: ${data.assignment}`}
      eyebrow={data.round}
      lead={
        data.closed === null && (
          <>
            <p>{t.lead}</p>
            <p>{t.rule(data.most)}</p>
          </>
        )
      }
      problem={problem}
      fields={t.fields}
    >
      {data.saved && !problem && <Notice kind="done">{t.saved}</Notice>}
      {data.closed !== null ? (
        <Became data={data} closed={data.closed} />
      ) : data.rows.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <>
          <p className="strong">{t.used(data.starred, data.most)}</p>
          <Form form={{ key: data.key }} action={here(data.page > 1 ? data.page : undefined)}>
            {data.rows.map((one) => (
              <Candidate key={one.id} one={one} problem={problem} />
            ))}
            <FormActs>
              <Button>{t.save}</Button>
            </FormActs>
          </Form>
          {/* How many there are stands above them already. */}
          {data.pages > 1 && <Pagination page={data.page} pages={data.pages} total={data.total} href={here} />}
        </>
      )}
    </Page>
  );
}
/** Says why nothing is asked here, and what became of it once teams are known. */
function Became({ data, closed }: { data: Data; closed: NonNullable<Data["closed"]> }) {
  const {
    rounds: {
      out,
      stars: { became: t },
    },
  } = useWords();
  const { teams } = data;
  const said =
    closed === "choosing" || closed === "published" || closed === "cancelled" ? t[closed] : t.out(out[closed]);
  return (
    <>
      <Notice title={teams === null ? said : teams.length === 0 ? t.noTeam : t.teams(teams.length)}>
        {teams !== null && <p>{teams.length === 0 ? t.noTeamNow : t.sizes(teams)}</p>}
      </Notice>
      <p>
        <a href={urls.team.team(data.assignmentId)}>{t.toTeam}</a>
      </p>
    </>
  );
}
/** Shows one candidate: what helps to judge, never who it is. */
function Candidate({ one, problem }: { one: Data["rows"][number]; problem: Problem | null }) {
  const {
    rounds: { stars: t, discipline, level },
  } = useWords();
  const skills = useSkillLine();
  const [stars, why] = [`stars.${one.id}`, `why.${one.id}`];
  return (
    <section className="candidate" aria-labelledby={`k-${one.number}`}>
      <div>
        <h2 id={`k-${one.number}`}>{t.candidate(one.number)}</h2>
        <p>
          {[wordOf(discipline, one.discipline), level[one.level], one.programme, t.hours(one.hours)]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="small soft">{skills(one.skills) || t.noSkills}</p>
      </div>
      <div className="candidate-says">
        <Frame
          name={stars}
          field={{ kind: "choice", required: true, options: [] }}
          words={t.fields.stars}
          errors={problem?.errors}
        >
          <select
            {...tied(stars, t.fields.stars, undefined, problem?.errors)}
            name={stars}
            defaultValue={problem ? first(problem.typed, stars) : kindOfStars(one.stars)}
          >
            {ratingKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t.kind[kind]}
              </option>
            ))}
          </select>
        </Frame>
        <Fields
          fields={{ [why]: ratingFields.why }}
          words={{ [why]: t.fields.why }}
          typed={problem?.typed}
          values={{ [why]: one.why }}
          errors={problem?.errors}
        />
      </div>
    </section>
  );
}
export default view(Screen);
