import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { listIn } from "#app/platform/guard/sheets.server.ts";
import { words } from "#app/i18n/words.ts";
import { idIn } from "#app/services/ids.ts";
import { checkList, openImportForm } from "#app/services/rounds/import.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { RoundFrame } from "#app/ui/rounds/frame.tsx";
import { ListHelp } from "#app/ui/rounds/list-help.tsx";
import { sheetWords } from "#app/ui/rounds/sheet-words.ts";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).rounds.sheet.title,
  ...(await openImportForm(ctx, idIn(params.roundId))),
}));
export const action = command(
  async ({ ctx, params, form }) => {
    const id = idIn(params.roundId);
    return urls.rounds.importCheck(id, await checkList(ctx, id, () => listIn(form, "list", sheetWords())));
  },
  {
    uploads: {
      field: "list",
      mayUpload: ({ ctx, params }) => openImportForm(ctx, idIn(params.roundId)),
      prepare: (form) => listIn(form, "list", sheetWords()),
    },
  },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    rounds: { sheet: t },
  } = useWords();
  const fields = { list: { label: t.file, hint: t.fileHint } };
  return (
    <RoundFrame
      round={data.round}
      part="students"
      title={t.title}
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={fields}
    >
      <Form form={{ key: data.key }} files>
        <Fields fields={{ list: { kind: "files", required: true } }} words={fields} errors={problem?.errors} />
        <FormActs>
          <Button>{t.check}</Button>
          <ButtonLink look="plain" href={urls.rounds.template(data.round.id)}>
            {t.template}
          </ButtonLink>
        </FormActs>
      </Form>
      <ListHelp />
    </RoundFrame>
  );
}
export default view(Screen);
