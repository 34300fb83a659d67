import { isUnderWay } from "#app/domain/rounds/words.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { runPage } from "#app/services/rounds/plan.server.ts";
import { numberIn, runAt } from "#app/services/rounds/runs.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DifferenceTable } from "#app/ui/matching/difference.tsx";
import { Busy, Impossible, NoTeam, Quality, Teams, Unplaced } from "#app/ui/matching/run-parts.tsx";
import { useReasonTexts } from "#app/ui/matching/names.ts";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Most proposals take a second or two: the page waits for them so long, and no longer. */
const maxWait = 3000;
const look = 150;

export const loader = page(async ({ ctx, params, url }) => {
  const [id, number] = [idIn(params.roundId), numberIn(params.run)];
  for (const from = Date.now(); isUnderWay((await runAt(ctx, id, number)).status) && Date.now() - from < maxWait; )
    await new Promise((resolve) => setTimeout(resolve, look));
  const data = await runPage(ctx, id, number);
  const { matching } = words(ctx.locale);
  return {
    title: matching.number(number),
    ...(isUnderWay(data.run.status) ? { refresh: 2 } : {}),
    ...(data.movable ? { script: "/move.js" } : {}),
    done: url.searchParams.has("gepubliceerd"),
    ...data,
  };
});

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const { matching } = useWords();
  const { run, plan, round } = data;
  return (
    <Page
      title={data.title}
      eyebrow={<a href={urls.rounds.plan(round.id)}>{round.name}</a>}
      lead={<Kind data={data} />}
      actions={plan && <Doors data={data} />}
    >
      {data.done && <Notice kind="done">{matching.publish.done}</Notice>}
      {isUnderWay(run.status) && <Busy data={data} />}
      {run.status === "impossible" && <Impossible data={data} />}
      {run.status === "stopped" && <Notice>{matching.stopped}</Notice>}
      {run.status === "broken" && <Notice kind="care">{matching.broken}</Notice>}
      {run.tried && <Tried data={data} />}
      {plan && plan.gone > 0 && <Notice kind="care">{matching.gone(plan.gone)}</Notice>}
      {plan && <NoTeam data={data} plan={plan} />}
      {data.difference && run.before !== null && (
        <Section title={matching.difference.since(run.before)} id="verschil">
          <DifferenceTable
            difference={data.difference}
            called={data.called}
            student={(id) => urls.rounds.runStudent(round.id, run.number, id)}
          />
        </Section>
      )}
      {data.movable && <p className="soft">{matching.teams.drag}</p>}
      {plan && (
        <>
          <Quality plan={plan} />
          <Unplaced data={data} plan={plan} />
          <Teams data={data} plan={plan} />
        </>
      )}
    </Page>
  );
}
function Kind({ data: { run, plan } }: { data: Data }) {
  const { matching } = useWords();
  return (
    <p>
      {[
        matching.preset[run.preset],
        matching.kind[run.kind],
        run.published ? matching.published : "",
        run.old && plan ? matching.old : "",
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
  );
}
/** A plan can be taken along as a file; only a whole, fresh one can be published. */
function Doors({ data: { run, plan, round } }: { data: Data }) {
  const { matching } = useWords();
  const publishable = plan && run.kind !== "what_if" && !run.published && !run.old;
  return (
    <>
      {publishable && <ButtonLink href={urls.rounds.publish(round.id, run.number)}>{matching.publish.link}</ButtonLink>}
      <ButtonLink look="beside" href={urls.rounds.exportRun(round.id, run.number, "csv")}>
        {matching.export.csv}
      </ButtonLink>
      <ButtonLink look="beside" href={urls.rounds.exportRun(round.id, run.number, "xlsx")}>
        {matching.export.xlsx}
      </ButtonLink>
    </>
  );
}
function Tried({
  data: {
    run: { tried },
    called,
  },
}: {
  data: Data;
}) {
  const { matching } = useWords();
  const said = useReasonTexts(called);
  return (
    tried && (
      <Notice>{matching.choice.tried(said.title(tried.choice), tried.sizeMin, tried.sizeMax, tried.teams)}</Notice>
    )
  );
}
export default view(Screen);
