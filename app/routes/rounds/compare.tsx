import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { comparePlans } from "#app/services/rounds/plan.server.ts";
import { numberIn } from "#app/services/rounds/runs.server.ts";
import { DifferenceTable } from "#app/ui/matching/difference.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useReasonTexts } from "#app/ui/matching/names.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url: { searchParams } }) => {
  const data = await comparePlans(
    ctx,
    idIn(params.roundId),
    numberIn(searchParams.get("een") ?? ""),
    numberIn(searchParams.get("ander") ?? ""),
  );
  return { title: words(ctx.locale).matching.compare.title, ...data };
});

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const { matching } = useWords();
  const {
    columns,
    compare: { of },
  } = matching;
  const { list } = useFormats();
  const said = useReasonTexts(data.called);
  const [one, other] = data.sides;
  const line = (key: keyof typeof columns, figureOf: (side: typeof one) => string | number) => ({
    key,
    title: columns[key],
    one: figureOf(one),
    other: figureOf(other),
  });
  const rows = [
    line("how", (s) => matching.preset[s.preset]),
    line("placed", (s) => of(s.summary.placed, s.summary.students)),
    line("first", (s) => `${s.summary.first} (${s.summary.firstShare}%)`),
    line("topThree", (s) => `${s.summary.topThree}%`),
    line("worst", (s) => (s.summary.worst > 0 ? matching.place(s.summary.worst) : "–")),
    line("total", (s) => s.summary.total),
    line("teams", (s) => s.teams),
    line("withoutTeam", (s) => (s.withoutTeam.length > 0 ? list(s.withoutTeam.map(said.title)) : matching.noTeam.none)),
    line("desired", (s) => of(s.desired.covered, s.desired.asked)),
    line("wishes", (s) => of(s.wishes.honoured, s.wishes.asked)),
    line("proof", (s) => (s.summary.proven ? matching.proven : matching.notProven)),
  ];
  const base = urls.rounds.plan(data.round.id);
  return (
    <Page title={data.title} eyebrow={<a href={base}>{data.round.name}</a>}>
      <DataTable
        caption={data.title}
        hideCaption
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: "title", title: matching.title, head: true, cell: (row) => row.title },
          { key: "one", title: matching.number(one.number), cell: (row) => row.one },
          { key: "other", title: matching.number(other.number), cell: (row) => row.other },
        ]}
      />
      <p className="acts">
        {data.sides.map(({ number }) => (
          <a key={number} href={urls.rounds.run(data.round.id, number)}>
            {matching.number(number)}
          </a>
        ))}
      </p>
      <Section title={matching.difference.title} id="verschil">
        <DifferenceTable
          difference={data.difference}
          called={data.called}
          student={(id) => urls.rounds.runStudent(data.round.id, other.number, id)}
        />
      </Section>
    </Page>
  );
}
export default view(Screen);
