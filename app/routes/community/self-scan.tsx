import { principles } from "#app/domain/community/words.ts";
import { selfScanFields } from "#app/domain/community/forms.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { saveSelfScan, selfScanPage } from "#app/services/community/self-scan.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { OwnMarks } from "#app/ui/community/own-marks.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { ScanPlot } from "#app/ui/community/scan-plot.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await selfScanPage(ctx, idIn(params.communityId));
  return {
    title: words(ctx.locale).community.scan.title,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.communityId);
  await saveSelfScan(ctx, id, form.fields);
  return withQuery(urls.community.selfScan(id), { bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { scan: t },
  } = useWords();
  const { date } = useFormats();
  const fields = { ...selfScanFields, moment: { ...selfScanFields.moment, options: data.left } };
  return (
    <CommunitySubpage
      frame={data.frame}
      title={t.title}
      lead={t.lead}
      problem={problem}
      fields={t.fields}
      saved={data.saved}
    >
      {data.done.length > 0 && (
        <OwnMarks
          said={data.done.map(({ moment, at, marks }) => ({ label: t.doneOn(t.moments[moment], date(at)), marks }))}
          points={principles.map((point) => t.principles[point])}
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
      <ScanPlot scan={data.scan} id="scan" />
    </CommunitySubpage>
  );
}
export default view(Screen);
