import { pageIn } from "#app/domain/paging.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { addAssignment, roundAssignmentsPage } from "#app/services/rounds/assignments.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Empty, List, Pagination, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { RoundFrame } from "#app/ui/rounds/frame.tsx";
import { FindForm, searchIn } from "#app/ui/rounds/find-form.tsx";
import { useSkillLine } from "#app/ui/rounds/skill-levels.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => ({
  title: words(ctx.locale).rounds.assignments.title,
  ...(await roundAssignmentsPage(ctx, idIn(params.roundId), { page: pageIn(url.searchParams), search: searchIn(url) })),
}));
export const action = command(async ({ ctx, params, form }) =>
  urls.rounds.assignment(
    idIn(params.roundId),
    await addAssignment(ctx, idIn(params.roundId), idIn(String(form.fields.add ?? ""))),
  ),
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    rounds: {
      assignments: t,
      choose: { knownToCentre: hidden },
      out,
    },
  } = useWords();
  const skillLine = useSkillLine();
  return (
    <RoundFrame round={data.round} part="assignments" lead={<p>{t.lead}</p>} problem={problem}>
      {data.rows.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <div>
          <List label={t.title}>
            {data.rows.map((a) => (
              <Row
                key={a.id}
                href={urls.rounds.assignment(data.round.id, a.id)}
                title={a.title}
                under={[a.hidden ? hidden : a.company, skillLine(a.required), a.out && t.out(wordOf(out, a.out))]
                  .filter(Boolean)
                  .join(" · ")}
                facts={[t.size(a.sizeMin, a.sizeMax), t.teams(a.teams), t.hours(a.hours)]}
                mark={
                  <ButtonLink small look="plain" href={urls.rounds.assignment(data.round.id, a.id)}>
                    {t.edit}
                    <span className="unseen"> {a.title}</span>
                  </ButtonLink>
                }
              />
            ))}
          </List>
          <Pagination
            page={data.page}
            pages={data.pages}
            total={data.total}
            href={(at) =>
              withQuery(
                urls.rounds.assignments(data.round.id),
                new URLSearchParams({ ...(data.search ? { zoek: data.search } : {}), pagina: String(at) }),
              )
            }
          />
        </div>
      )}
      {data.open && <Add data={data} />}
    </RoundFrame>
  );
}
function Add({ data }: { data: Data }) {
  const {
    rounds: { assignments: t, choose },
    enums,
  } = useWords();
  return (
    <Section title={t.addTitle} id="toevoegen">
      <FindForm label={t.search} value={data.search} button={t.find} />
      {data.offered.length === 0 ? (
        <p className="soft">{t.nothing}</p>
      ) : (
        <Form form={{ key: data.key }}>
          <List label={t.addTitle}>
            {data.offered.map((a) => (
              <Row
                key={a.id}
                href={a.readable ? urls.assignment.assignment(a.id) : undefined}
                title={a.title}
                under={[a.company ?? choose.knownToCentre, a.place, enums.status[a.status]].filter(Boolean).join(" · ")}
                mark={
                  <Button small look="beside" name="add" value={a.id}>
                    {t.add}
                    <span className="unseen"> {a.title}</span>
                  </Button>
                }
              />
            ))}
          </List>
        </Form>
      )}
    </Section>
  );
}
export default view(Screen);
