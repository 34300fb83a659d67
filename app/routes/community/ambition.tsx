import { ambitionFields } from "#app/domain/community/forms.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { ambitionPage, approveAmbition, writeAmbition } from "#app/services/community/ambition.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await ambitionPage(ctx, idIn(params.communityId));
  return {
    title: words(ctx.locale).community.ambition.title,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form: { fields, version } }) => {
  const id = idIn(params.communityId);
  if (typeof fields.approve === "string")
    await approveAmbition(ctx, id, idIn([fields.ambition ?? ""].flat()[0]), idIn(fields.approve));
  else await writeAmbition(ctx, id, fields, version);
  return withQuery(urls.community.ambition(id), { bewaard: true });
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    community: { ambition: t },
  } = useWords();
  const { frame, now } = data;
  return (
    <CommunitySubpage frame={frame} title={t.title} problem={problem} fields={t.fields} saved={data.saved}>
      {now ? (
        <Now data={data} now={now} />
      ) : (
        <p className="soft">
          {t.none} {t.noneText}
        </p>
      )}
      {frame.changes && (
        <Section title={now ? t.write : t.first} id="schrijven">
          <SimpleForm
            form={data.form}
            fields={ambitionFields}
            words={t.fields}
            button={t.save}
            problem={problem}
            values={{ text: now?.text ?? "" }}
          />
        </Section>
      )}
      {data.versions.length > 1 && <Older versions={data.versions} />}
    </CommunitySubpage>
  );
}
function Now({ data, now }: { data: Data; now: NonNullable<Data["now"]> }) {
  const {
    community: { ambition: t },
  } = useWords();
  const { date, list } = useFormats();
  return (
    <Section title={t.version(now.number)} id="nu">
      <p className="ambition kept">{now.text}</p>
      <p className="small soft">{t.by(now.by, date(now.at))}</p>
      <h3>{t.agreed}</h3>
      {now.yes.length === 0 ? (
        <p className="soft">{t.nobody}</p>
      ) : (
        <ul className="tight">
          {now.yes.map((y) => (
            <li key={y.organizationId}>
              {y.organization} <span className="soft">{t.by(y.by, date(y.at))}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{now.waiting.length === 0 ? t.whole : `${t.waiting} ${list(now.waiting)}.`}</p>
      {now.asksYou.length > 0 && (
        <Form form={{ key: data.form.key }}>
          <input type="hidden" name="ambition" value={now.id} />
          <p className="soft">{t.approveText}</p>
          <div className="acts form-acts">
            {now.asksYou.map((p) => (
              <Button key={p.id} name="approve" value={p.id}>
                {t.approve(p.name)}
              </Button>
            ))}
          </div>
        </Form>
      )}
    </Section>
  );
}
function Older({ versions }: { versions: Data["versions"] }) {
  const {
    community: { ambition: t },
  } = useWords();
  const { date, list } = useFormats();
  return (
    <Section title={t.older} id="versies">
      {versions.map((v) => (
        <Disclosure key={v.id} summary={`${t.version(v.number)}, ${t.by(v.by, date(v.at))}`}>
          <p className="kept">{v.text}</p>
          <p className="small soft">
            {v.yes.length === 0 ? t.nobody : `${t.agreed}: ${list(v.yes.map((y) => y.organization))}`}
          </p>
        </Disclosure>
      ))}
    </Section>
  );
}
export default view(Screen);
