import { Fragment } from "react";
import type { MarketRow } from "#app/domain/market/row.ts";
import { Row } from "#app/ui/list.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Signs around found words, as the search puts them. */
const [from, to] = ["\u0001", "\u0002"];
/** Shows text with the found words marked. */
const Marked = ({ text }: { text: string }) => (
  <>
    {text.split(from).map((part, i) => {
      const [found, rest] = i === 0 ? ["", part] : part.split(to);
      return (
        <Fragment key={i}>
          {found && <mark>{found}</mark>}
          {rest}
        </Fragment>
      );
    })}
  </>
);

/** Shows a question in a list: title, who and where, a piece of the text, the facts that decide. */
export function FoundRow({ row }: { row: MarketRow }) {
  const {
    market: t,
    enums: labels,
    assignment,
    market: { search },
  } = useWords();
  const { dateShort } = useFormats();
  const facts = [
    row.obligations.map((o) => labels.obligation[o]).join(" / "),
    row.levels.map((l) => labels.level[l]).join(", "),
    row.start ? t.list.start(dateShort(row.start)) : t.list.weeks(row.weeks),
    ...(row.hours ? [t.list.hours(row.hours)] : []),
    ...(row.interests === null ? [] : [t.list.interests(row.interests)]),
    ...(row.onHold ? [search.paused] : []),
  ];
  const under = (
    <>
      {row.companyId ? <a href={urls.company.company(row.companyId)}>{row.company}</a> : assignment.knownToCentre} ·{" "}
      {row.place} · {row.centre}
      {row.marked?.piece.includes(from) && (
        <span className="row-piece">
          <Marked text={row.marked.piece} />
        </span>
      )}
    </>
  );
  return (
    <Row
      href={urls.assignment.assignment(row.id)}
      title={row.marked ? <Marked text={row.marked.title} /> : row.title}
      under={under}
      facts={facts}
    />
  );
}
