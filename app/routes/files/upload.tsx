import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { addFiles, openUpload } from "#app/services/files/uploads.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type Params = Readonly<Record<string, string | undefined>>;
const where = (params: Params) =>
  [idIn(params.assignmentId), params.part ?? "", params.partId === undefined ? null : idIn(params.partId)] as const;
export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).files.title,
  ...(await openUpload(ctx, ...where(params))),
}));
export const action = command(async ({ ctx, params, form }) => addFiles(ctx, ...where(params), form.files), {
  uploads: { field: "files", mayUpload: ({ ctx, params }) => openUpload(ctx, ...where(params)) },
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { files, assignment } = useWords();
  const says = { files: { label: files.files, hint: files.hint } };
  return (
    <Page title={data.title} eyebrow={<a href={data.back}>{data.heading}</a>} problem={problem} fields={says}>
      <Form form={{ key: data.key }} files>
        <Fields fields={{ files: { kind: "files", required: true } }} words={says} errors={problem?.errors} />
        <FormActs>
          <Button>{files.add}</Button>
          <ButtonLink look="plain" href={data.back}>
            {assignment.form.cancel}
          </ButtonLink>
        </FormActs>
      </Form>
    </Page>
  );
}
export default view(Screen);
