import type { AssignmentStatus } from "#app/domain/words.ts";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

type Alike = { id: string; title: string; status: AssignmentStatus; company: string | null };
type Props = { similar: readonly Alike[]; buildsOn: string | null; formKey: string; action?: string };
/** Questions that look like this one, each with a way to say that this one builds on it. */
export function SimilarList({ similar, buildsOn, formKey, action }: Props) {
  const {
    intake: {
      advice: { similar: t },
    },
    assignment,
  } = useWords();
  if (similar.length === 0) return null;
  return (
    <Section title={t.title} id="lijkt-op">
      <p>{t.lead}</p>
      <ul className="list">
        {similar.map((s) => (
          <li key={s.id} className="row">
            <div className="row-main">
              <p className="row-title">
                <a href={urls.assignment.assignment(s.id)}>{s.title}</a>
              </p>
              <p className="row-under">{s.company ?? assignment.knownToCentre}</p>
            </div>
            <div className="row-mark acts">
              <StatusTag status={s.status} />
              <Form form={{ key: formKey }} action={action}>
                <input type="hidden" name="act" value={buildsOn === s.id ? "unlink" : "link"} />
                <Button small look={buildsOn === s.id ? "plain" : "beside"} name="other" value={s.id}>
                  {buildsOn === s.id ? t.unlink : t.link}
                  <span className="unseen"> {s.title}</span>
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
/** Shows what this assignment builds on, and what builds on it. */
export function Linked({ assignments }: { assignments: readonly { id: string; title: string; earlier: boolean }[] }) {
  const {
    intake: {
      advice: { similar: t },
    },
  } = useWords();
  if (assignments.length === 0) return null;
  return (
    <Section title={t.earlier} id="voort">
      <ul className="stack">
        {assignments.map((f) => (
          <li key={f.id}>
            {f.earlier ? t.earlier : t.later}: <a href={urls.assignment.assignment(f.id)}>{f.title}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
