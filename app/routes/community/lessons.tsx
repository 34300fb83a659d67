import { pageIn } from "#app/domain/paging.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { lessonsTab } from "#app/services/community/review.server.ts";
import { idIn } from "#app/services/ids.ts";
import { CommunityScreen } from "#app/ui/community/frame.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Pagination } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await lessonsTab(ctx, idIn(params.communityId), pageIn(url.searchParams));
  return { title: `${data.frame.name}: ${words(ctx.locale).community.tabs.borgen}`, hue: data.frame.hue, ...data };
});

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  return (
    <CommunityScreen frame={data.frame} tab="borgen">
      <Lessons data={data} />
      <Share data={data} />
    </CommunityScreen>
  );
}
function Lessons({ data }: { data: Data }) {
  const {
    community: { lessons: t },
    assignment,
  } = useWords();
  const noted = useNoted();
  type Assignment = Data["rows"][number];
  const cell = (assignment: Assignment, lines: readonly string[]) =>
    !assignment.readable ? (
      <span className="soft">{t.closed}</span>
    ) : lines.length === 0 ? (
      <span className="soft">{t.missing}</span>
    ) : (
      <ul className="tight">
        {lines.map((line, i) => (
          <li key={i} className="kept">
            {line}
          </li>
        ))}
      </ul>
    );
  return (
    <Section title={t.title} id="borging">
      {data.transfers.all > 0 && <p>{t.missingCount(data.transfers.missing, data.transfers.all)}</p>}
      {data.rows.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          hideCaption
          rows={data.rows}
          rowKey={(f) => f.id}
          columns={[
            {
              key: "assignment",
              title: t.assignment,
              head: true,
              cell: (f) => {
                const title = f.title || assignment.untitled;
                return f.readable ? <a href={urls.aftercare.anchoring(f.id)}>{title}</a> : title;
              },
            },
            { key: "curriculum", title: t.curriculum, cell: (f) => cell(f, f.curriculum.map(noted.curriculum)) },
            { key: "knowledge", title: t.knowledge, cell: (f) => cell(f, f.knowledge.map(noted.knowledge)) },
            { key: "follow", title: t.followUp, cell: (f) => cell(f, f.followUp.map(noted.followUp)) },
          ]}
        />
      )}
      <Pagination {...data} href={(n) => withQuery(urls.community.lessons(data.frame.id), { pagina: n })} />
    </Section>
  );
}
/** Returns one line for each thing that was noted, its kind in words. */
function useNoted() {
  const {
    community: { lessons: t },
  } = useWords();
  type Row = Data["rows"][number];
  const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" · ");
  const kind = (kinds: Readonly<Record<string, string>>, id: string | undefined) => (id ? wordOf(kinds, id) : "");
  return {
    curriculum: (r: Row["curriculum"][number]) => joined(kind(t.transfer, r.transfer), r.what, r.programme),
    knowledge: (r: Row["knowledge"][number]) => joined(r.title, kind(t.licence, r.licence), r.link),
    followUp: (r: Row["followUp"][number]) => joined(kind(t.next, r.follow_up), r.what),
  };
}
function Share({ data: { share } }: { data: Data }) {
  const {
    community: { lessons: t },
  } = useWords();
  const { number, percent } = useFormats();
  return (
    <Section title={t.share} id="spreiding">
      <p className="soft">{t.shareLead}</p>
      {!share ? (
        <p className="soft">{t.noShare}</p>
      ) : (
        <div className="stack">
          {share.leans && (
            <Notice kind="care" title={t.leans}>
              <p>{t.leansText}</p>
            </Notice>
          )}
          <Figures>
            <Figure value={percent(share.largest)} label={t.largest} />
            {share.companies > 3 && <Figure value={percent(share.three)} label={t.three} />}
          </Figures>
          <p>{t.companies(share.companies)}</p>
          <DataTable
            caption={t.share}
            hideCaption
            rows={share.top}
            rowKey={(c) => c.id}
            columns={[
              { key: "company", title: t.company, head: true, cell: (c) => c.name ?? t.other },
              { key: "assignments", title: t.assignments, number: true, cell: (c) => number(c.assignments) },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
export default view(Screen);
