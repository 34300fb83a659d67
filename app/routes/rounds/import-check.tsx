import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { applyImport, dropImport, openImport } from "#app/services/rounds/import.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Pagination } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { RoundFrame } from "#app/ui/rounds/frame.tsx";
import { ListHelp } from "#app/ui/rounds/list-help.tsx";
import { useSkillLine } from "#app/ui/rounds/skill-levels.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => ({
  title: words(ctx.locale).rounds.sheet.preview,
  ...(await openImport(ctx, idIn(params.roundId), idIn(params.importId), pageIn(url.searchParams))),
}));
export const action = command(
  async ({ ctx, params, form }) => {
    const [roundId, importId] = [idIn(params.roundId), idIn(params.importId)];
    if (form.fields.act === "drop") await dropImport(ctx, roundId, importId);
    else await applyImport(ctx, roundId, importId);
    return urls.rounds.students(roundId);
  },
  { proof: ({ form }) => (form.fields.act === "drop" ? null : "invite") },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    rounds: { sheet: t },
  } = useWords();
  const base = urls.rounds.students(data.round.id);
  const none = data.total > 0 && data.tally.same === data.total;
  return (
    <RoundFrame round={data.round} part="students" title={t.preview} lead={<p>{data.fileName}</p>} problem={problem}>
      {data.ended ? (
        <>
          <Notice kind={data.applied ? "done" : "note"}>{data.applied ? t.applied : t.gone}</Notice>
          <p>
            <a href={base}>{t.back}</a>
          </p>
        </>
      ) : (
        <>
          <Notice kind={data.counts && !none ? "done" : data.counts ? "note" : "care"}>
            {none ? t.nothing : data.counts ? t.fine : t.stopped}
          </Notice>
          {data.problemCount > 0 && <Problems data={data} />}
          {data.total > 0 && data.counts && <Outcome data={data} />}
          <Form form={{ key: data.key }}>
            <FormActs>
              {data.counts && !none && data.total > 0 && (
                <Button name="act" value="apply">
                  {t.confirm}
                </Button>
              )}
              {!data.counts && <ButtonLink href={urls.rounds.import(data.round.id)}>{t.again}</ButtonLink>}
              <Button look="plain" name="act" value="drop">
                {t.drop}
              </Button>
            </FormActs>
          </Form>
          <ListHelp />
        </>
      )}
    </RoundFrame>
  );
}
/** Shows everything that is wrong or worth knowing, by row and column, with what to do. */
function Problems({ data }: { data: Data }) {
  const {
    rounds: { sheet: t },
  } = useWords();
  const { number } = useFormats();
  return (
    <Section title={t.problems(data.problemCount)} id="opmerkingen">
      {data.problemCount > data.problems.length && <p className="soft">{t.shown(data.problems.length)}</p>}
      <DataTable
        caption={t.problems(data.problemCount)}
        hideCaption
        rows={data.problems.map((p, i) => ({ ...p, key: String(i) }))}
        rowKey={(p) => p.key}
        columns={[
          { key: "row", title: t.row, number: true, head: true, cell: (p) => number(p.row) },
          { key: "column", title: t.column, cell: (p) => (p.column ? t.columns[p.column] : t.noColumn) },
          { key: "what", title: t.what, cell: (p) => t.problem[p.code](p.value) },
        ]}
      />
    </Section>
  );
}
function Outcome({ data }: { data: Data }) {
  const {
    rounds: { sheet: t, discipline, level, people },
  } = useWords();
  const skills = useSkillLine();
  const { number } = useFormats();
  const kinds = ["invited", "added", "changed", "same"] as const;
  return (
    <Section title={t.outcome} id="gevolg">
      <Figures>
        {kinds
          .filter((kind) => data.tally[kind] > 0)
          .map((kind) => (
            <Figure key={kind} value={data.tally[kind]} label={t.tally[kind]} />
          ))}
      </Figures>
      <DataTable
        caption={t.rows}
        hideCaption
        rows={data.rows}
        rowKey={(r) => String(r.row)}
        columns={[
          { key: "row", title: t.row, number: true, cell: (r) => number(r.row) },
          { key: "name", title: people.who, head: true, cell: (r) => r.name },
          { key: "email", title: t.columns.email, cell: (r) => r.email },
          {
            key: "discipline",
            title: people.discipline,
            cell: (r) =>
              [discipline[r.discipline], level[r.level], people.hours(r.hours), skills(r.skills)]
                .filter(Boolean)
                .join(", "),
          },
          { key: "fate", title: t.outcome, cell: (r) => t.fate[r.fate] },
        ]}
      />
      <Pagination
        page={data.page}
        pages={data.pages}
        total={data.total}
        href={(at) => `${withQuery(urls.rounds.importCheck(data.round.id, data.importId), { pagina: at })}#gevolg`}
      />
    </Section>
  );
}
export default view(Screen);
