import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/**
 * Shows the pins of one student or assignment, each with a button to unpin it. The form posts to the plan page and
 * names the run it came from.
 */
export function Held({
  pins,
  round,
  from,
}: {
  pins: readonly { id: string; text: string; why: string; key: string }[];
  round: string;
  from: number;
}) {
  const {
    matching: { held: t },
  } = useWords();
  if (pins.length === 0) return null;
  return (
    <ul className="list" aria-label={t.title}>
      {pins.map((hold) => (
        <li key={hold.id} className="row">
          <div className="row-main">
            <p className="row-title">{hold.text}</p>
            <p className="row-under">{hold.why}</p>
          </div>
          <div className="row-mark">
            <Form form={{ key: hold.key }} action={urls.rounds.plan(round)}>
              <input type="hidden" name="hold" value={hold.id} />
              <input type="hidden" name="from" value={from} />
              <Button look="plain" small>
                {t.end}
                <span className="unseen">: {hold.text}</span>
              </Button>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}
