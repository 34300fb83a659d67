import { approvalFields } from "#app/domain/agreement/terms/annexes.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openApprovals, recordApproval } from "#app/services/centre/approvals.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Day } from "#app/ui/deadline.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).account.approvals.title,
  ...(await openApprovals(ctx, params.slug ?? "")),
}));
export const action = command(async ({ ctx, params, form: { fields } }) => {
  const slug = params.slug ?? "";
  await recordApproval(ctx, slug, idIn(String(fields.student)), fields.act === "withdraw" ? null : fields);
  return urls.centre.approvals(slug);
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const { approvals: t } = useWords().account;
  return (
    <Page
      title={t.title}
      eyebrow={<a href={urls.centre.people(data.slug)}>{data.name}</a>}
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={t.fields}
    >
      {data.students.length === 0 && <Empty title={t.empty}>{t.emptyText}</Empty>}
      {data.students.map((student) => (
        <Section key={student.id} title={student.name} id={`student-${student.id}`}>
          {student.approvedOn ? (
            <Recorded student={student} formKey={data.key} />
          ) : (
            <>
              <Notice kind={student.asked ? "care" : undefined}>{student.asked ? t.waits : t.none}</Notice>
              <SimpleForm
                form={{ key: data.key }}
                fields={approvalFields}
                words={t.fields}
                button={t.record}
                problem={problem?.typed.student === student.id ? problem : null}
              >
                <input type="hidden" name="student" value={student.id} />
              </SimpleForm>
            </>
          )}
        </Section>
      ))}
    </Page>
  );
}
/** Shows what the school recorded, and lets it be taken back when the guardian does so. */
function Recorded({ student, formKey }: { student: Data["students"][number]; formKey: string }) {
  const { approvals: t } = useWords().account;
  return (
    <>
      <Facts
        facts={[
          { term: t.fields.guardian_name.label, value: student.guardianName },
          { term: t.fields.approved_on.label, value: <Day at={student.approvedOn ?? ""} /> },
          { term: t.fields.approval_proof.label, value: student.approvalProof },
          { term: t.by, value: student.recordedBy ?? "–" },
        ]}
      />
      <Disclosure summary={t.withdraw}>
        <Form form={{ key: formKey }}>
          <input type="hidden" name="student" value={student.id} />
          <Button small look="danger" name="act" value="withdraw">
            {t.withdrawSure}
          </Button>
        </Form>
      </Disclosure>
    </>
  );
}
export default view(Screen);
