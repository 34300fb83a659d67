import type { Sql } from "postgres";
import type { Database } from "#db/client.server.ts";
import type { Transact } from "#app/services/context.ts";

/** Makes the same door, counting what goes through it. */
export function counting(transact: Transact) {
  let n = 0;
  const door: Transact = (reach, work) =>
    transact(reach, (db) =>
      work(
        new Proxy(db, {
          get: (target, name) => {
            const found = Reflect.get(target, name) as unknown;
            if (typeof found !== "function") return found;
            if (["select", "selectDistinct", "execute", "insert", "update"].includes(String(name))) n++;
            return found.bind(target) as unknown;
          },
        }) as Database,
      ),
    );
  return { door, count: () => n };
}

/** Makes thirty copies of an assignment and of its result. */
export async function thirtyMore(raw: Sql, id: string) {
  const [own] = await raw`
    select string_agg(quote_ident(column_name), ', ') filter (where column_name <> 'id') as columns
    from information_schema.columns
    where table_schema = 'public' and table_name = 'assignments' and is_generated = 'NEVER'`;
  const columns = String(own?.columns);
  await raw.unsafe(
    `insert into assignments (id, ${columns})
      select gen_random_uuid(), ${columns} from assignments, generate_series(1, 30) where id = $1`,
    [id],
  );
  await raw`
    insert into showcases select (r).* from (
      select jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'assignment_id', a.id)) as r
      from showcases s join assignments a on a.title = 'In gebruik nu' and a.id <> s.assignment_id
    ) as copies`;
}
