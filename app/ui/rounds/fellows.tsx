import { peerWishFields, mostPeerWishes } from "#app/domain/rounds/fields.ts";
import type { PeerWishKind } from "#app/domain/rounds/words.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { List, Row } from "#app/ui/list.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { FindForm } from "./find-form.tsx";

type Data = {
  open: boolean;
  search: string;
  form: { key: string };
  mostNames: number;
  peerWishes: readonly { id: string; kind: PeerWishKind; name: string; why: string }[];
  candidates: readonly { id: string; label: string }[];
};
type Props = { data: Data; problem: Problem | null };

/** Shows whom a student named, and room to name another: three at most. */
export function Fellows({ data, problem }: Props) {
  const {
    rounds: { choose: t },
  } = useWords();
  return (
    <>
      <p className="soft">{t.peerWishesText}</p>
      {data.peerWishes.length > 0 && <Named data={data} />}
      {data.open &&
        (data.peerWishes.length >= mostPeerWishes ? <p>{t.full}</p> : <NameAnother data={data} problem={problem} />)}
    </>
  );
}
function Named({ data }: Pick<Props, "data">) {
  const {
    rounds: { choose: t, peerWish },
  } = useWords();
  return (
    <List label={t.peerWishes}>
      {data.peerWishes.map((b) => (
        <Row
          key={b.id}
          title={b.name}
          under={[capital(peerWish[b.kind]), b.why].filter(Boolean).join(" · ")}
          mark={
            data.open && (
              <Form form={{ key: data.form.key }}>
                <Button small look="plain" name="unname" value={b.id}>
                  {t.remove}
                  <span className="unseen"> {b.name}</span>
                </Button>
              </Form>
            )
          }
        />
      ))}
    </List>
  );
}
function NameAnother({ data, problem }: Props) {
  const {
    rounds: { choose: t },
  } = useWords();
  const words = {
    ...t.fields,
    other: { ...t.fields.other, options: Object.fromEntries(data.candidates.map((o) => [o.id, o.label])) },
  };
  return (
    <>
      {(data.candidates.length + data.peerWishes.length >= data.mostNames || data.search !== "") && (
        <FindForm label={t.search} value={data.search} button={t.find} />
      )}
      {data.candidates.length + data.peerWishes.length >= data.mostNames && (
        <p className="small soft">{t.many(data.mostNames)}</p>
      )}
      {data.candidates.length === 0 ? (
        <p>{t.alone}</p>
      ) : (
        <SimpleForm
          form={{ key: data.form.key }}
          fields={peerWishFields(data.candidates.map((o) => o.id))}
          words={words}
          button={t.add}
          look="beside"
          problem={problem}
        >
          <input type="hidden" name="part" value="peerWish" />
        </SimpleForm>
      )}
    </>
  );
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
