import type { Database } from "./client.server.ts";

type Values = Record<string, unknown>;
/** Describes something that is asked by one statement (`fixed`). */
type Question = (db: Database, values: Values) => Promise<unknown>;
type Questions = Readonly<Record<string, Question>>;
type AnswersOf<Q extends Questions> = { [N in keyof Q]: Awaited<ReturnType<Q[N]>> };

type Rows = unknown[][];
type Client = { unsafe: (text: string, values: unknown[]) => { values: () => Promise<Rows> } };
/** Stands in the place of a connection: whom a statement of so many columns is given to, to be sent with others. */
export type Gathering = { gather: (columns: number) => Client };
type Asked = { text: string; columns: number; values: readonly unknown[] };
/** Describes one text for several statements, each value in it once; `places` are the numbers by which each finds its own. */
type Whole = { texts: readonly string[]; text: string };

/**
 * Returns several questions asked by one statement, whose answer is a list of rows for each. To send a statement and
 * to read it back costs more than most of these cost to answer: a page asked twenty of them. Rows travel as JSON: it
 * keeps no digits of a number past 2^53, nor those of a numeric that say nothing.
 */
export function batch<Q extends Questions>(questions: Q) {
  const names = Object.keys(questions) as (keyof Q)[];
  const made = new Map<string, Whole>();
  return async (db: Database, values: Values): Promise<AnswersOf<Q>> => {
    const asked: Asked[] = [];
    let send = () => {};
    const sent = new Promise<void>((resolve) => (send = resolve)).then(() => answersTo(db, asked, made));
    const one = async (name: keyof Q) => {
      let at = -1;
      const gather = (columns: number): Client => ({
        unsafe: (text, own) => ({
          values: async () => {
            if (at >= 0) throw new Error(`${String(name)} asks twice: give the second a name of its own`);
            at = asked.push({ text, columns, values: own }) - 1;
            if (asked.length === names.length) send();
            return (await sent)[at] ?? [];
          },
        }),
      });
      const gathering = Object.create(db, { _: { value: { session: { gather } } } }) as Database;
      const answer = await questions[name]?.(gathering, values);
      // The others would wait for it for ever.
      if (at < 0) throw new Error(`${String(name)} asks nothing: it does not belong among these`);
      return answer;
    };
    const answers = await Promise.all(names.map(one));
    return Object.fromEntries(names.map((name, at) => [name, answers[at]])) as AnswersOf<Q>;
  };
}
async function answersTo(db: Database, asked: readonly Asked[], made: Map<string, Whole>): Promise<Rows[]> {
  const values: unknown[] = [];
  const places = asked.map((one) => one.values.map((value) => placeOf(value, values)));
  const { client } = db._.session as unknown as { client: Client };
  const [row] = await client.unsafe(textOf(asked, places, made), values).values();
  return (row as object[][]).map((rows) => rows.map((columns) => Object.values(columns)));
}
/** Returns the number of a value among all, where it stands once: a list of ids goes with every question. */
function placeOf(value: unknown, values: unknown[]): number {
  const at = values.indexOf(value);
  return at < 0 ? values.push(value) : at + 1;
}
/** Answers the text that was made before, as long as the same is asked: a statement is prepared by its text. */
function textOf(asked: readonly Asked[], places: readonly (readonly number[])[], made: Map<string, Whole>): string {
  const shape = places.join(";");
  const known = made.get(shape);
  if (known && asked.every(({ text }, at) => text === known.texts[at])) return known.text;
  const lists = asked.map(({ text, columns }, at) => listOf(text, columns, places[at] ?? []));
  const whole = { texts: asked.map(({ text }) => text), text: `select ${lists.join(", ")}` };
  made.set(shape, whole);
  return whole.text;
}
/** Columns are told apart by their place, for two may have one name. */
function listOf(text: string, columns: number, places: readonly number[]): string {
  const names = Array.from({ length: columns }, (_, at) => `c${at}`).join();
  // What stands between quotes is no place for a value.
  const own = text.replaceAll(/'[^']*'|\$(\d+)/g, (as, number?: string) =>
    number === undefined ? as : `$${places[Number(number) - 1]}`,
  );
  return `(select coalesce(json_agg(q), '[]') from (${own}) as q(${names}))`;
}
