import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

type Promised = { id: string; assignments: number; hours: number; euros: number | null; owner: string } | null;
type Row = {
  id: string;
  name: string;
  promised: Promised;
  done: { assignments: number; hours: number; logged: number; noted: number };
  euros: { done: number; cash: number; paid: number; inKind: number; fees: number } | null;
};
type Data = {
  frame: { id: string; changes: boolean };
  year: number;
  years: readonly number[];
  commitments: readonly Row[];
};

/** Shows what partners promised for a year beside what came of it; the second is counted from assignments. */
export function Promises({ data: { frame, year, years, commitments } }: { data: Data }) {
  const {
    community: { commitments: t },
  } = useWords();
  return (
    <Section title={`${t.title}, ${year}`} id="toezeggingen">
      <p className="soft">{t.lead}</p>
      {years.length > 1 && (
        <p className="tabular">
          {t.year}:{" "}
          {years.map((one, i) => (
            <span key={one}>
              {i > 0 && " · "}
              {one === year ? (
                <span className="strong" aria-current="true">
                  {one}
                </span>
              ) : (
                <a href={`${withQuery(urls.community.community(frame.id), { jaar: one })}#toezeggingen`}>{one}</a>
              )}
            </span>
          ))}
        </p>
      )}
      {commitments.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <>
          <Table rows={commitments} frame={frame} />
          <p className="small soft">{t.note}</p>
        </>
      )}
      {frame.changes && (
        <div className="acts">
          <ButtonLink look="beside" href={urls.community.newCommitment(frame.id)}>
            {t.add}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
/** Tells what was done against what was promised, in words. */
function useFigures() {
  const {
    community: { commitments: t },
  } = useWords();
  const { money, number } = useFormats();
  const against = (done: string, promised: string | undefined) =>
    promised === undefined ? done : t.of(done, promised);
  const lines = (all: readonly string[]) =>
    all.filter(Boolean).map((line, i) => (
      <span key={line} className={i > 0 ? "small soft" : undefined}>
        {line}
        <br />
      </span>
    ));
  const hours = ({ promised, done }: Row) =>
    lines([
      against(number(done.hours), promised ? number(promised.hours) : undefined),
      done.noted > 0 ? t.hoursFrom(number(done.logged), number(done.noted)) : "",
    ]);
  const euros = ({ promised, euros: own }: Row) =>
    own &&
    lines([
      against(money(own.done), promised?.euros != null ? money(promised.euros) : undefined),
      own.done > 0 ? t.eurosFrom(money(own.cash), money(own.paid)) : "",
      own.fees > 0 ? t.fees(money(own.fees)) : "",
      own.inKind > 0 ? t.inKind(money(own.inKind)) : "",
    ]);
  return { against, hours, euros };
}
function Table({ rows, frame }: { rows: readonly Row[]; frame: Data["frame"] }) {
  const {
    community: { commitments: t },
  } = useWords();
  const { number } = useFormats();
  const { against, hours, euros } = useFigures();
  return (
    <DataTable
      caption={t.title}
      hideCaption
      rows={rows}
      rowKey={(r) => r.id}
      columns={[
        { key: "partner", title: t.partner, head: true, cell: (r) => r.name },
        {
          key: "assignments",
          title: t.assignments,
          cell: (r) => against(number(r.done.assignments), r.promised ? number(r.promised.assignments) : undefined),
        },
        { key: "hours", title: t.hours, cell: hours },
        ...(rows.some((r) => r.euros !== null) ? [{ key: "euros", title: t.euros, cell: euros }] : []),
        {
          key: "owner",
          title: t.owner,
          cell: (r) => r.promised?.owner ?? <span className="soft">{t.nothing}</span>,
        },
        ...(frame.changes && rows.some((r) => r.promised)
          ? [
              {
                key: "edit",
                title: t.edit,
                cell: (r: Row) =>
                  r.promised && (
                    <ButtonLink small look="plain" href={urls.community.commitment(frame.id, r.promised.id)}>
                      {t.change}
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
/**
 * Says how many employees of each company took part in a year; names for its own hr_contact alone (docs/domain.md 7).
 */
export function Rotation({ rows }: { rows: readonly Taking[] }) {
  const {
    community: { rotation: t },
  } = useWords();
  const { number, percent } = useFormats();
  return (
    <Section title={t.title} id="deelname">
      <p className="soft">{t.lead}</p>
      {rows.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          hideCaption
          rows={rows}
          rowKey={(r) => r.id}
          columns={[
            { key: "company", title: t.company, head: true, cell: (r) => r.name },
            { key: "took", title: t.took, number: true, cell: (r) => number(r.people) },
            {
              key: "employees",
              title: t.employees,
              number: true,
              cell: (r) => (r.employees === null ? t.unknown : number(r.employees)),
            },
            {
              key: "share",
              title: t.share,
              number: true,
              cell: (r) => (r.share === null ? "–" : r.people > 0 && r.share < 0.01 ? t.underOne : percent(r.share)),
            },
          ]}
        />
      )}
      {rows.flatMap((r) =>
        r.names
          ? [
              <Disclosure key={r.id} summary={`${t.names}: ${r.name}`}>
                {r.names.length === 0 ? (
                  <p className="soft">{t.nobody}</p>
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
