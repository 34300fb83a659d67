import { outcomePoints } from "#app/domain/community/words.ts";
import { outcomeFields } from "#app/domain/community/forms.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { saveOutcome, outcomePage } from "#app/services/community/outcomes.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { EmployeeYields } from "#app/ui/community/employee-outcomes.tsx";
import { OwnMarks } from "#app/ui/community/own-marks.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await outcomePage(ctx, idIn(params.communityId));
  return {
    title: words(ctx.locale).community.gains.own,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.communityId);
  await saveOutcome(ctx, id, form.fields);
  return withQuery(urls.community.outcomes(id), { bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { gains: t },
  } = useWords();
  const { date } = useFormats();
  const fields = { ...outcomeFields, moment: { ...outcomeFields.moment, options: data.left } };
  return (
    <CommunitySubpage
      frame={data.frame}
      from="beoordelen"
      title={t.own}
      lead={t.lead}
      problem={problem}
      fields={t.fields}
      saved={data.saved}
    >
      {data.done.length > 0 && (
        <OwnMarks
          said={data.done.map(({ moment, at, marks }) => ({ label: t.doneOn(t.moments[moment], date(at)), marks }))}
          points={outcomePoints.map((point) => t.points[point])}
        />
      )}
      {data.left.length === 0 ? (
        <p className="soft">{t.done}</p>
      ) : (
        <SimpleForm
          form={{ key: data.key }}
          fields={fields}
          words={t.fields}
          button={t.save}
          problem={problem}
          values={{ moment: data.left[0] ?? "" }}
        />
      )}
      <Section title={t.title} id="medewerkers">
        <EmployeeYields table={data.table} />
      </Section>
    </CommunitySubpage>
  );
}
export default view(Screen);
