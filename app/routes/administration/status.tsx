import type { EvaluatedPart, StatusPart, Verdict } from "#app/domain/administration/status.ts";
import type { Family } from "#app/domain/assignment/process.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { statusPage } from "#app/platform/guard/status.server.ts";
import { AdministrationPage } from "#app/ui/administration/administration-page.tsx";
import { Moment } from "#app/ui/deadline.tsx";
import { List, Row } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable, type Column } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { Tag } from "#app/ui/workflow/status-tag.tsx";

export const loader = page(async ({ ctx }) => ({
  title: words(ctx.locale).administration.status.title,
  ...(await statusPage(ctx)),
}));
type Data = DataOf<typeof loader>;

/** Holds a shape beside each word: colour never speaks alone. */
const family: Record<Verdict, Family> = { good: "in_use", care: "judging", wrong: "ended" };

function Screen({ data }: { data: Data }) {
  const t = useWords().administration.status;
  const { dateTime } = useFormats();
  const facts = useFacts(data);
  return (
    <AdministrationPage tab="status" title={t.title} lead={t.lead(dateTime(data.now))}>
      <Notice kind={data.worst === "good" ? "done" : "care"}>{t.worst[data.worst]}</Notice>
      <List label={t.title}>
        {data.judged.map((each) => (
          <Row
            key={each.part}
            title={t.part[each.part]}
            under={<Under judged={each} facts={facts[each.part]} />}
            mark={<Tag family={family[each.verdict]}>{t.verdict[each.verdict]}</Tag>}
          />
        ))}
      </List>
      <Jobs jobs={data.jobs} />
    </AdministrationPage>
  );
}
function Under({ judged, facts }: { judged: EvaluatedPart; facts: string }) {
  const t = useWords().administration.status;
  const why = t.reason[judged.reason](judged.about ? t.job[judged.about] : "");
  return (
    <>
      {facts}
      {facts && why && <br />}
      {why && <strong>{why}</strong>}
    </>
  );
}

/** Tells what is known of each part, in one line. */
function useFacts(data: Data): Record<StatusPart, string> {
  const t = useWords().administration.status.facts;
  const { dateTime, number } = useFormats();
  const size = (bytes: number) =>
    bytes >= 1024 ** 3 ? `${number(bytes / 1024 ** 3)} GB` : `${number(Math.ceil(bytes / 1024 ** 2))} MB`;
  const { database, disk, mail, solver, logCheck, backup } = data;
  return {
    version: `${t.version(data.version, data.node, dateTime(data.startedAt))}. ${t.migrations(data.migrations.n)}`,
    database: t.database(database.version, size(database.bytes), database.connections, database.mostConnections),
    disk: disk ? t.disk(size(disk.free), size(disk.size)) : t.noDisk,
    mail: `${t.mail(mail.waiting, mail.dead)}. ${mail.lastSent ? t.lastSent(dateTime(mail.lastSent)) : t.neverSent}`,
    jobs: "",
    solver: t.solver(solver.waiting, solver.running),
    log_check: logCheck ? t.checked(dateTime(logCheck.at), logCheck.broken) : t.notChecked,
    backup: backup ? t.backup(dateTime(backup.at)) : t.noBackup,
    uploads: t.uploads(size(data.uploaded)),
    page_cache: t.cache(data.cache.pages, size(data.cache.bytes)),
    event_loop: t.late(data.late.p50, data.late.p99),
  };
}

type Job = Data["jobs"][number];
function Jobs({ jobs }: Pick<Data, "jobs">) {
  const { jobs: t, job } = useWords().administration.status;
  const columns: readonly Column<Job>[] = [
    { key: "name", title: t.name, head: true, cell: ({ name }) => job[name] },
    { key: "last", title: t.last, cell: ({ ranAt }) => (ranAt ? <Moment at={ranAt} /> : t.never) },
    { key: "took", title: t.took, number: true, cell: ({ tookMs }) => (tookMs === null ? "" : t.ms(tookMs)) },
    { key: "failed", title: t.failed, cell: ({ failedAt }) => (failedAt ? <Moment at={failedAt} /> : t.none) },
  ];
  return (
    <Section title={t.title} id="rondes">
      <DataTable caption={t.title} hideCaption columns={columns} rows={jobs} rowKey={({ name }) => name} />
    </Section>
  );
}
export default view(Screen);
