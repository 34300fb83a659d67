import { addStudentsFields } from "#app/domain/rounds/fields.ts";
import { pageIn } from "#app/domain/paging.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { takeInAll } from "#app/services/rounds/carry-over.server.ts";
import { addStudents, dropStudent, roundStudentsPage } from "#app/services/rounds/students.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Empty, Pagination } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { FindForm, searchIn } from "#app/ui/rounds/find-form.tsx";
import { RoundFrame } from "#app/ui/rounds/frame.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { DataTable, type Column } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

const chosenIn = (url: URL) => {
  const said = url.searchParams.get("koos");
  return said === "ja" ? true : said === "nee" ? false : null;
};
export const loader = page(async ({ ctx, params, url }) => {
  const found = await roundStudentsPage(ctx, idIn(params.roundId), {
    page: pageIn(url.searchParams),
    search: searchIn(url),
    chosen: chosenIn(url),
  });
  return {
    title: words(ctx.locale).rounds.people.title,
    fields: addStudentsFields(found.from.map((f) => f.id)),
    ...found,
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.roundId);
  if (typeof form.fields.drop === "string") await dropStudent(ctx, id, idIn(form.fields.drop), form.version);
  else if (form.fields.act === "take_in") await takeInAll(ctx, id);
  else await addStudents(ctx, id, form.fields);
  return urls.rounds.students(id);
});

type Data = DataOf<typeof loader>;
type Props = { data: Data; problem: Problem | null };
function Screen({ data, problem }: Props) {
  const {
    rounds: { people: t },
  } = useWords();
  const read = data.open && (
    <ButtonLink look={data.total === 0 ? "forward" : "beside"} href={urls.rounds.import(data.round.id)}>
      {t.import}
    </ButtonLink>
  );
  const whole = data.search === "" && data.chosen === null;
  return (
    <RoundFrame
      round={data.round}
      part="students"
      lead={<p>{t.lead}</p>}
      actions={read}
      problem={problem}
      fields={t.fields}
    >
      <Waiting data={data} />
      {(data.total > 0 || !whole) && <Find data={data} />}
      {data.rows.length === 0 ? (
        whole ? (
          <Empty title={t.none}>{t.noneText}</Empty>
        ) : (
          <p className="soft">{t.noneFound}</p>
        )
      ) : (
        <div>
          <People data={data} />
          <Pagination page={data.page} pages={data.pages} total={data.total} href={(at) => pageOf(data, at)} />
        </div>
      )}
      {data.open && data.from.length > 0 && <Add data={data} problem={problem} />}
    </RoundFrame>
  );
}
/** Returns this page of what was searched for. */
const pageOf = ({ round, search, chosen }: Data, at: number) =>
  withQuery(
    urls.rounds.students(round.id),
    new URLSearchParams({
      ...(search ? { zoek: search } : {}),
      ...(chosen === null ? {} : { koos: chosen ? "ja" : "nee" }),
      pagina: String(at),
    }),
  );
/** Shows what waits to be looked at: a list that was read, and students who have priority from an earlier round. */
function Waiting({ data }: { data: Data }) {
  const {
    rounds: { people: t, back },
  } = useWords();
  return (
    <>
      {data.waiting && (
        <Notice>
          <p>
            {t.waiting(data.waiting.fileName)}{" "}
            <a href={urls.rounds.importCheck(data.round.id, data.waiting.id)}>{t.look}</a>
          </p>
        </Notice>
      )}
      {data.first > 0 && (
        <Notice>
          <p>{back.waiting(data.first)}</p>
          <Form form={{ key: data.key }}>
            <Button look="beside" name="act" value="take_in">
              {back.takeIn}
            </Button>
          </Form>
        </Notice>
      )}
    </>
  );
}
function Find({ data }: { data: Data }) {
  const {
    rounds: { people: t },
  } = useWords();
  return (
    <FindForm label={t.search} value={data.search} button={t.find}>
      <div className="field">
        <label htmlFor="koos">{t.state}</label>
        <select id="koos" name="koos" defaultValue={data.chosen === null ? "" : data.chosen ? "ja" : "nee"}>
          <option value="">{t.all}</option>
          <option value="ja">{t.chosen}</option>
          <option value="nee">{t.notYet}</option>
        </select>
      </div>
    </FindForm>
  );
}
function People({ data }: { data: Data }) {
  const {
    rounds: { people: t, discipline, level, back },
  } = useWords();
  type One = Data["rows"][number];
  const columns: Column<One>[] = [
    {
      key: "who",
      title: t.who,
      head: true,
      cell: (s) => (
        <>
          {s.name}
          {s.priority && <span className="strong"> ({back.mark})</span>}
          {!s.joined && <span className="soft"> ({t.invited})</span>}
        </>
      ),
    },
    { key: "number", title: t.number, cell: (s) => s.number },
    { key: "programme", title: t.programmeTitle, cell: (s) => s.programme },
    {
      key: "discipline",
      title: t.discipline,
      cell: (s) => `${wordOf(discipline, s.discipline)}, ${level[s.level]}, ${t.hours(s.hours)}`,
    },
    {
      key: "state",
      title: t.state,
      cell: (s) => (s.chosenAt ? t.choices(s.counted, s.chosen ? 0 : s.wanted) : t.notYet),
    },
    ...(data.droppable
      ? [
          {
            key: "act",
            title: t.act,
            cell: (s: One) => (
              <Form form={{ key: data.key, version: s.version }}>
                <Button small look="plain" name="drop" value={s.id}>
                  {t.drop}
                  <span className="unseen"> {s.name}</span>
                </Button>
              </Form>
            ),
          },
        ]
      : []),
  ];
  return <DataTable caption={t.title} hideCaption columns={columns} rows={data.rows} rowKey={(s) => s.id} />;
}
function Add({ data, problem }: Props) {
  const {
    rounds: { people: t, discipline, level },
  } = useWords();
  const own = problem && problem.typed.drop === undefined ? problem : null;
  const fields = {
    ...t.fields,
    from: {
      ...t.fields.from,
      options: Object.fromEntries(
        data.from.map((f) => [f.id, f.kind === "community" ? t.community(f.label, f.n) : t.programme(f.label, f.n)]),
      ),
    },
    discipline: { ...t.fields.discipline, options: discipline },
    level: { ...t.fields.level, options: level },
  };
  return (
    <Section title={t.addTitle} id="toevoegen">
      <p className="soft">{t.addLead}</p>
      <SimpleForm
        form={{ key: data.key }}
        fields={data.fields}
        words={fields}
        values={{ hours: 16 }}
        button={t.add}
        problem={own}
      />
    </Section>
  );
}
export default view(Screen);
