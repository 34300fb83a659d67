import type { Role } from "#app/domain/words.ts";
import { intakeFields } from "#app/domain/intake/fields.ts";
import type { Field } from "#app/domain/fields/fields.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { versionsTab } from "#app/services/intake/report.server.ts";
import { questionWords } from "#app/ui/intake/question-words.ts";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { AnswerText } from "#app/ui/summary.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  ...(await versionsTab(ctx, idIn(params.assignmentId))),
  title: words(ctx.locale).intake.versions.title,
  words: questionWords(ctx.locale, intakeFields),
}));

const plain: Field = { kind: "text" };
function Screen({ data }: { data: DataOf<typeof loader> }) {
  const {
    intake: { versions: t },
    enums: labels,
    assignment,
    shell: { form },
  } = useWords();
  const { dateTime } = useFormats();
  // A version outlives the form: a question that was dropped since keeps its answers here.
  const own = (id: string) => data.words[id] ?? { label: form.fieldGone };
  const role = (id: string) => labels.relation[id as Role];
  return (
    <Page
      title={t.title}
      eyebrow={<a href={urls.assignment.assignment(data.frame.id)}>{data.frame.title || assignment.untitled}</a>}
      lead={<p>{t.lead}</p>}
    >
      {data.versions.length === 0 && <p className="soft">{t.none}</p>}
      {data.versions.map((v) => (
        <Section key={v.number} id={`v-${v.number}`} title={t.number(v.number)}>
          <p className="soft">{t.by(v.by, role(v.role), dateTime(v.at))}</p>
          <DataTable
            caption={t.number(v.number)}
            hideCaption
            rows={Object.entries(v.changes)}
            rowKey={([id]) => id}
            columns={[
              { key: "field", title: t.field, head: true, cell: ([id]) => own(id).label },
              {
                key: "before",
                title: t.before,
                cell: ([id, c]) => <AnswerText field={intakeFields[id] ?? plain} answer={c.before} words={own(id)} />,
              },
              {
                key: "after",
                title: t.after,
                cell: ([id, c]) => <AnswerText field={intakeFields[id] ?? plain} answer={c.after} words={own(id)} />,
              },
            ]}
          />
        </Section>
      ))}
    </Page>
  );
}
export default view(Screen);
