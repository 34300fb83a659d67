import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { centreOutbox, resend } from "#app/services/centre/pipeline.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await centreOutbox(ctx, params.slug ?? "");
  return { title: words(ctx.locale).letters.dead.title, hue: data.centre.hue, ...data };
});
export const action = command(async ({ ctx, params, form }) => {
  await resend(ctx, params.slug ?? "", idIn(String(form.fields.letter ?? "")));
  return urls.intake.postForCompany(params.slug ?? "");
});

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const {
    letters: { dead },
  } = useWords();
  const { dateTime } = useFormats();
  return (
    <Page title={dead.title} eyebrow={<a href={urls.centre.centre(data.centre.slug)}>{data.centre.name}</a>}>
      {data.letters.length === 0 ? (
        <Empty title={dead.empty} />
      ) : (
        <DataTable
          caption={dead.title}
          hideCaption
          rows={data.letters}
          rowKey={(l) => l.id}
          columns={[
            { key: "whom", title: dead.whom, head: true, cell: (l) => l.name ?? l.email ?? "" },
            {
              key: "about",
              title: dead.about,
              cell: (l) => <a href={urls.assignment.assignment(l.assignmentId)}>{l.title}</a>,
            },
            {
              key: "why",
              title: dead.why,
              cell: (l) => `${l.lastError ?? ""}${l.deadAt ? `, ${dateTime(l.deadAt)}` : ""}`,
            },
            { key: "tries", title: dead.tries, number: true, cell: (l) => l.tries },
            {
              key: "again",
              title: dead.again,
              cell: (l) => (
                <Form form={{ key: data.key }}>
                  <Button small look="plain" name="letter" value={l.id}>
                    {dead.again}
                    <span className="unseen"> {l.name ?? l.email}</span>
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
export default view(Screen);
