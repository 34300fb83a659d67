import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

type Promised = { id: string; assignments: number; hours: number; euros: number | null; owner: string } | null;
type Row = {
  id: string;
  name: string;
  promised: Promised;
  actual: { files: number; hours: number; fees: number | null; paid: number | null };
};
type Data = {
  frame: { id: string; changes: boolean };
  year: number;
  years: readonly number[];
  commitments: readonly Row[];
};

/** What partners promised for a year beside what came of it; the second is counted from files. */
export function Promises({ data: { frame, year, years, commitments } }: { data: Data }) {
  const {
    community: { commitments: say },
  } = useWords();
  const base = `/gemeenschappen/${frame.id}`;
  return (
    <Section title={`${say.title}, ${year}`} id="toezeggingen">
      <p className="soft">{say.lead}</p>
      {years.length > 1 && (
        <p className="tabular">
          {say.year}:{" "}
          {years.map((one, i) => (
            <span key={one}>
              {i > 0 && " · "}
              {one === year ? (
                <span className="strong" aria-current="true">
                  {one}
                </span>
              ) : (
                <a href={`${base}?jaar=${one}#toezeggingen`}>{one}</a>
              )}
            </span>
          ))}
        </p>
      )}
      {commitments.length === 0 ? (
        <p className="soft">{say.none}</p>
      ) : (
        <>
          <Table rows={commitments} base={base} changes={frame.changes} />
          <p className="small soft">{say.note}</p>
        </>
      )}
      {frame.changes && (
        <div className="acts">
          <ButtonLink look="beside" href={`${base}/toezeggingen/nieuw`}>
            {say.add}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
function Table({ rows, base, changes }: { rows: readonly Row[]; base: string; changes: boolean }) {
  const {
    community: { commitments: say },
  } = useWords();
  const { money, number } = useFormats();
  const done = (actual: number, promised: number | undefined) =>
    promised === undefined ? number(actual) : say.of(number(actual), number(promised));
  const euros = ({ promised, actual }: Row) =>
    [
      promised?.euros != null ? say.promised(money(promised.euros)) : "",
      actual.fees !== null ? say.fees(money(actual.fees), money(actual.paid ?? 0)) : "",
    ]
      .filter(Boolean)
      .map((line) => (
        <span key={line}>
          {line}
          <br />
        </span>
      ));
  return (
    <DataTable
      caption={say.title}
      hideCaption
      rows={rows}
      rowKey={(r) => r.id}
      columns={[
        { key: "partner", title: say.partner, head: true, cell: (r) => r.name },
        { key: "files", title: say.assignments, cell: (r) => done(r.actual.files, r.promised?.assignments) },
        { key: "hours", title: say.hours, cell: (r) => done(r.actual.hours, r.promised?.hours) },
        ...(rows.some((r) => r.promised?.euros != null || r.actual.fees !== null)
          ? [{ key: "euros", title: say.euros, cell: euros }]
          : []),
        {
          key: "owner",
          title: say.owner,
          cell: (r) => r.promised?.owner ?? <span className="soft">{say.nothing}</span>,
        },
        ...(changes && rows.some((r) => r.promised)
          ? [
              {
                key: "edit",
                title: say.edit,
                cell: (r: Row) =>
                  r.promised && (
                    <ButtonLink small look="plain" href={`${base}/toezeggingen/${r.promised.id}`}>
                      {say.change}
                      <span className="unseen"> {r.name}</span>
                    </ButtonLink>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

type Taking = {
  id: string;
  name: string;
  employees: number | null;
  people: number;
  share: number | null;
  names: readonly string[] | null;
};
/** How many employees of each company took part in a year; names for its own hr_contact alone (DOMAIN.md §7). */
export function Rotation({ rows }: { rows: readonly Taking[] }) {
  const {
    community: { rotation: say },
  } = useWords();
  const { number, percent } = useFormats();
  return (
    <Section title={say.title} id="deelname">
      <p className="soft">{say.lead}</p>
      {rows.length === 0 ? (
        <p className="soft">{say.none}</p>
      ) : (
        <DataTable
          caption={say.title}
          hideCaption
          rows={rows}
          rowKey={(r) => r.id}
          columns={[
            { key: "company", title: say.company, head: true, cell: (r) => r.name },
            { key: "took", title: say.took, number: true, cell: (r) => number(r.people) },
            {
              key: "employees",
              title: say.employees,
              number: true,
              cell: (r) => (r.employees === null ? say.unknown : number(r.employees)),
            },
            {
              key: "share",
              title: say.share,
              number: true,
              cell: (r) => (r.share === null ? "–" : r.people > 0 && r.share < 0.01 ? say.underOne : percent(r.share)),
            },
          ]}
        />
      )}
      {rows.flatMap((r) =>
        r.names
          ? [
              <Disclosure key={r.id} summary={`${say.names}: ${r.name}`}>
                {r.names.length === 0 ? (
                  <p className="soft">{say.nobody}</p>
                ) : (
                  <ul className="tight">
                    {r.names.map((name, i) => (
                      <li key={i}>{name}</li>
                    ))}
                  </ul>
                )}
              </Disclosure>,
            ]
          : [],
      )}
    </Section>
  );
}
