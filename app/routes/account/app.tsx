import { appFields } from "#app/domain/account/fields.ts";
import { words } from "#app/i18n/words.ts";
import { appToScan, finishApp, self, startApp } from "#app/platform/guard/factors.server.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { ownFactors } from "#app/services/account/factors.server.ts";
import { QrCode } from "#app/ui/account/qr-code.tsx";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Sets up an app with codes: begins by a form, so that looking changes nothing. */
export const loader = page(
  async ({ ctx, ...visit }) => {
    const me = self(visit);
    const { factors } = await ownFactors(ctx, me.actor.id);
    return {
      title: words(ctx.locale).account.secondFactor.app.title,
      key: ctx.newId(),
      replaces: factors.some(({ kind }) => kind === "app"),
      setup: await appToScan(ctx, me),
    };
  },
  { door: "enrol" },
);
export const action = command(
  async (visit) => {
    if (visit.form.fields.act !== "begin") return finishApp(visit);
    await startApp(visit.ctx, self(visit));
    return urls.account.app;
  },
  { door: "enrol", proof: "change_factors", repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    account: { secondFactor: t },
  } = useWords();
  const { setup } = data;
  return (
    <Page
      title={t.app.title}
      problem={problem}
      fields={t.fields}
      lead={<p>{t.app.lead}</p>}
      eyebrow={<a href={urls.account.secondFactor}>{t.title}</a>}
    >
      {data.replaces && <Notice kind="care">{t.app.replaces}</Notice>}
      {setup ? (
        <>
          <ol className="stack prose">
            <li>
              <p>{t.app.scan}</p>
              <QrCode rows={setup.rows} label={t.app.qr} />
              <p>{t.app.type}</p>
              <p>
                <code>{setup.secret}</code>
              </p>
            </li>
            <li>
              <p>{t.app.fill}</p>
            </li>
          </ol>
          <SimpleForm
            form={{ key: data.key }}
            fields={appFields}
            words={t.fields}
            button={t.app.button}
            problem={problem}
          />
        </>
      ) : (
        <SimpleForm form={{ key: data.key }} fields={{}} words={{}} button={t.app.begin}>
          <input type="hidden" name="act" value="begin" />
        </SimpleForm>
      )}
    </Page>
  );
}
export default view(Screen);
