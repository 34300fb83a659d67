import { Button } from "#app/ui/button.tsx";
import type { AssignmentStatus } from "#app/domain/words.ts";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { List, Row } from "#app/ui/list.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { urls } from "#app/urls.ts";

type OwnInterest = {
  id: string;
  assignmentId: string;
  title: string | null;
  place: string;
  line: string;
  rank: number;
  /** Says where a question stands that its reader cannot open now; null where they can. */
  stands: AssignmentStatus | null;
};
type InterestBlock = { block: string | null; cap: number; own: readonly OwnInterest[] };
type OverInterest = { id: string; title: string; status: AssignmentStatus };
type Props = { blocks: readonly InterestBlock[]; formKey: string };

/** Shows one's interests per block, each with its place in the order and a way out; works by numbers, without dragging. */
export const OwnInterests = ({ blocks, formKey }: Props) => (
  <>
    {blocks.map((group) => (
      <Block key={group.block ?? ""} group={group} formKey={formKey} />
    ))}
  </>
);

function Block({ group: { block, cap, own }, formKey }: { group: InterestBlock; formKey: string }) {
  const {
    market: { interest: t },
  } = useWords();
  const { month } = useFormats();
  return (
    <Form form={{ key: formKey }} action={urls.market.interests} className="stack">
      <p className="strong">{block ? t.blockTitle(month(block)) : t.noBlock}</p>
      <p className="soft small">{t.used(own.length, cap)}</p>
      <ul className="list">
        {own.map((one) => (
          <Line key={one.id} one={one} n={own.length} />
        ))}
      </ul>
      {own.length > 1 && (
        <FormActs>
          <Button look="beside" name="order" value="save">
            {t.order}
          </Button>
        </FormActs>
      )}
    </Form>
  );
}
function Line({ one, n }: { one: OwnInterest; n: number }) {
  const {
    market: { interest: t },
  } = useWords();
  const title = one.title ?? t.closed;
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          {one.title && one.stands === null ? (
            <a href={urls.assignment.assignment(one.assignmentId)}>{title}</a>
          ) : (
            title
          )}
        </p>
        <p className="row-under">{[one.place, one.line].filter(Boolean).join(" · ")}</p>
      </div>
      {one.title && one.stands && <StatusTag status={one.stands} />}
      {n > 1 && (
        <label className="row-order">
          <span className="unseen">{t.orderOf(title)}</span>
          <select name={`rank.${one.id}`} defaultValue={String(one.rank)}>
            {Array.from({ length: n }, (_, i) => (
              <option key={i} value={String(i + 1)}>
                {i + 1}
              </option>
            ))}
          </select>
        </label>
      )}
      <DropButton id={one.id} title={title} />
    </li>
  );
}
/** Shows what became of questions of one's interest that ended before anybody began. */
export const OverInterests = ({ rows }: { rows: readonly OverInterest[] }) => {
  const {
    market: { interest: t },
  } = useWords();
  return (
    <>
      <p className="strong">{t.over}</p>
      <List>
        {rows.map(({ id, title, status }) => (
          <Row key={id} title={title} mark={<StatusTag status={status} />} />
        ))}
      </List>
    </>
  );
};
/** Takes one interest back; stands in a form that posts to one's interests. */
export const DropButton = ({ id, title }: { id: string; title: string }) => {
  const {
    market: { interest: t },
  } = useWords();
  return (
    <div className="row-mark">
      <Button small look="plain" name="drop" value={id}>
        {t.drop}
        <span className="unseen"> {title}</span>
      </Button>
    </div>
  );
};
