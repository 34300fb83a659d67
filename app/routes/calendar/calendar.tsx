import { words } from "#app/i18n/words.ts";
import { command, publicUrl, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { calendarPage, switchOffCalendar, switchOnCalendar } from "#app/services/calendar/calendar.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx }) => {
  const data = await calendarPage(ctx);
  return {
    title: words(ctx.locale).community.calendar.title,
    ...data,
    address: new URL(urls.calendar.feed(data.fresh), publicUrl()).href,
  };
});
export const action = command(async ({ ctx, form: { fields } }) => {
  if (fields.act === "off") await switchOffCalendar(ctx);
  else await switchOnCalendar(ctx, [fields.token ?? ""].flat()[0] ?? "");
  return urls.calendar.calendar;
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { calendar: t },
    market: {
      saved: { account },
    },
  } = useWords();
  const { date } = useFormats();
  return (
    <Page
      title={t.title}
      eyebrow={<a href={urls.account.account}>{account}</a>}
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={t.fields}
    >
      <div className="stack">
        <p>{data.since ? t.on(date(data.since)) : t.off}</p>
        {data.since && (
          <Form form={{ key: data.key }}>
            <Button look="danger" name="act" value="off">
              {t.stop}
            </Button>
          </Form>
        )}
      </div>
      <Section title={t.fresh} id="nieuw">
        <p>{t.freshText}</p>
        <p className="ambition kept">
          <code>{data.address}</code>
        </p>
        <p className="soft">{t.secret}</p>
        <Form form={{ key: data.key }}>
          <input type="hidden" name="token" value={data.fresh} />
          <div className="acts form-acts">
            <Button>{t.button}</Button>
          </div>
        </Form>
      </Section>
    </Page>
  );
}
export default view(Screen);
