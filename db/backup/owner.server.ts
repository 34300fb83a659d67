import type { Sql, TransactionSql } from "postgres";

/** Holds what a transaction of the owner says, for itself only, to read every row. */
const spoken = "app.backup";
const policy = "read_for_backup";
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Holds tables whose row policies bind the one who asks, and that have no policy by which a back-up of theirs sees the rows. */
const blind = `
  select c.oid::regclass::text as name
  from pg_class c
  join pg_roles me on me.rolname = current_user
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
    and not me.rolsuper and not me.rolbypassrls
    and not exists (
      select from pg_policy p where p.polrelid = c.oid and p.polname = '${policy}' and p.polroles = array[me.oid]
    )
  order by 1`;

/**
 * Lets the owner of the tables read every row, in a transaction that says so first (`readPastPolicies`): the policies are forced, so
 * that they bind the owner too, and a back-up would else be empty without a word. Nobody but the owner is named, who
 * could take the policies down anyhow; the product's role gets nothing. Part of migrating, so that a new table is never
 * forgotten; a superuser needs none of it.
 */
export async function allowOwnerReads(sql: Sql): Promise<void> {
  const tables = await sql.unsafe<{ name: string }[]>(blind);
  const [me] = await sql.unsafe("select current_user::text as name");
  for (const { name } of tables)
    await sql.begin(async (tx) => {
      await tx.unsafe(`drop policy if exists ${policy} on ${name}`);
      await tx.unsafe(
        `create policy ${policy} on ${name} for select to ${quoted(String(me?.name))}
          using ((select current_setting('${spoken}', true)) = 'all')`,
      );
    });
}

/**
 * Opens the owner's eyes for this transaction. Throws a sentence when rows would stay hidden even so: a back-up without
 * them would look like a whole one.
 */
export async function readPastPolicies(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`set local ${spoken} = 'all'`);
  const hidden = await tx.unsafe<{ name: string }[]>(blind);
  if (hidden.length > 0)
    throw new Error(
      `This database user may not read every row (of ${hidden.length} tables, such as ${hidden[0]?.name}). ` +
        "Give the owner of the tables in MIGRATION_DATABASE_URL, and run `npm run db:migrate` once.",
    );
}
