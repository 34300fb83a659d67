import { inArray, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { catalogue, catalogueInside, catalogueWords } from "#db/schema.ts";

/** Returns words of the catalogue near each term: those that hold it (compounds), and those that look like it (typing errors). */
export const wordsNear = (db: Database, terms: readonly string[]) => {
  const given = sql.join(
    terms.map((term) => sql`${term}::text`),
    sql`, `,
  );
  const w = catalogueWords.word;
  return db.execute<{ term: string; word: string; contains: boolean; similarity: number }>(sql`
    select t.term, n.word, n.word like '%' || t.term || '%' as contains, similarity(n.word, t.term)::float as similarity
    from unnest(array[${given}]) as t(term)
    cross join lateral (
      (select ${w} as word from ${catalogueWords} where ${w} like '%' || t.term || '%' limit 40)
      union (
        select ${w} from ${catalogueWords} where ${w} % t.term order by similarity(${w}, t.term) desc limit 6
      )
    ) n
  `);
};

/**
 * Describes a search in PostgreSQL's own words: `match` finds, `terms` count how much of what was asked is there
 * (none: it is the same everywhere), `rank` says in how weighty places.
 */
export type WordQuery = { match: string; rank: string; terms: readonly string[] };
/** Returns a query of its own, so that it is read once and not for every row that is compared with it. */
const asQuery = (text: string): SQL => sql`(select to_tsquery('samenspel_nl', ${text}))`;
/** `open`: for everybody; `inside`: what else is within reach. */
const catalogues = { open: catalogue, inside: catalogueInside } as const;
/**
 * Finds what the query finds in one catalogue, best first: who has more of the terms, then who has them in weightier
 * places. The inner catalogue answers within reach only. One text of ids and ranks ("id rank,id rank"): thousands of
 * rows would cost more to take apart than to find.
 */
export const hits = async (
  db: Database,
  on: keyof typeof catalogues,
  { match, rank: weighed, terms }: WordQuery,
  most: number,
): Promise<string> => {
  const listed = catalogues[on];
  const rank = sql.join(
    [
      ...terms.map((term) => sql`(${listed.document} @@ ${asQuery(term)})::int`),
      sql`ts_rank('{0.05, 0.2, 0.5, 1}', ${listed.document}, ${asQuery(weighed)})`,
    ],
    sql` + `,
  );
  const found = sql`
    select ${listed.assignmentId} as id, ${rank} as rank
    from ${listed}
    where ${listed.document} @@ ${asQuery(match)}
    order by 2 desc, 1
    limit ${most}
  `;
  const [row] = await db.execute<{ found: string | null }>(
    sql`select string_agg(id || ' ' || rank, ',' order by rank desc, id) as found from (${found}) first`,
  );
  return row?.found ?? "";
};

/** They stand around each matched word; the marks cannot stand in what people write, since control characters are refused there. */
const marks = { from: "\u0001", to: "\u0002" } as const;
const around = `StartSel=${marks.from}, StopSel=${marks.to}, `;
/** Reads title and a piece of the text of these questions with the found words marked. */
export const excerpts = (db: Database, ids: readonly string[], wide: string) => {
  const of = (listed: typeof catalogue | typeof catalogueInside) => sql`
    select
      ${listed.assignmentId} as id,
      ts_headline('samenspel_nl', ${listed.title}, ${asQuery(wide)}, ${`${around}HighlightAll=true`}) as title,
      ts_headline(
        'samenspel_nl', ${listed.body}, ${asQuery(wide)}, ${`${around}MaxFragments=1, MaxWords=28, MinWords=14`}
      ) as piece
    from ${listed}
    where ${inArray(listed.assignmentId, [...ids])} and not ${listed.gone}
  `;
  return db.execute<{ id: string; title: string; piece: string }>(
    sql`${of(catalogue)} union all ${of(catalogueInside)}`,
  );
};
