import { retentions, type Retention } from "#app/domain/privacy/retention.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { privacyPage } from "#app/services/privacy/privacy-page.server.ts";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx }) => ({
  title: words(ctx.locale).privacy.title,
  ...(await privacyPage(ctx)),
}));
type Data = DataOf<typeof loader>;

function Screen({ data }: { data: Data }) {
  const { privacy: t } = useWords();
  return (
    <Page title={t.title}>
      <p className="prose">{t.lead}</p>
      <p className="prose">{t.promise}</p>
      <p className="prose">{t.young}</p>
      <Rights />
      <Section title={t.who.title} id="verantwoordelijk">
        <p className="prose">{t.who.text}</p>
        {data.centres.map((centre) => (
          <Controller key={centre.slug} centre={centre} />
        ))}
      </Section>
      <Section title={t.kept.title} id="bewaren">
        {data.groups.map((each) => (
          <Group key={each.group} each={each} />
        ))}
      </Section>
      <Section title={t.cookies.title} id="cookies">
        <p className="prose">{t.cookies.text}</p>
      </Section>
    </Page>
  );
}
function Rights() {
  const {
    privacy: { rights: t },
  } = useWords();
  return (
    <Section title={t.title} id="rechten">
      <ul>
        <li>
          <a href={urls.privacy.myData}>{t.see}</a>
        </li>
        <li>
          <a href={urls.privacy.myData}>{t.correct}</a>
        </li>
        <li>
          <a href={urls.privacy.close}>{t.close}</a>
        </li>
      </ul>
      <p className="prose">{t.login}</p>
      <p className="prose">{t.complain}</p>
    </Section>
  );
}
function Controller({ centre }: { centre: Data["centres"][number] }) {
  const {
    privacy: { who: t },
  } = useWords();
  return (
    <div>
      <h3>{centre.name}</h3>
      <p>{centre.controller ? t.controller(centre.controller) : t.unnamed(centre.name)}</p>
      <p>
        {centre.contact ? (
          <>
            {t.contact} <a href={`mailto:${encodeURIComponent(centre.contact)}`}>{centre.contact}</a>
          </>
        ) : (
          t.noContact
        )}
      </p>
    </div>
  );
}
function Group({ each }: { each: Data["groups"][number] }) {
  const { privacy: t } = useWords();
  const long = (kind: Retention) => {
    const { days } = retentions[kind];
    const length = days === null ? "" : days % 365 === 0 && days > 0 ? t.years(days / 365) : t.days(days);
    return t.retention[kind](length);
  };
  const { title, what, why } = t.group[each.group];
  return (
    <div>
      <h3>{title}</h3>
      <p>{what}</p>
      <Facts
        facts={[
          { term: t.kept.why, value: why },
          { term: t.kept.long, value: each.kept.map(long).join(" ") },
          { term: t.kept.take, value: t.take[each.taken] },
          { term: t.kept.wipe, value: each.wiped.map((how) => t.wipe[how]).join(" ") },
        ]}
      />
    </div>
  );
}
export default view(Screen);
