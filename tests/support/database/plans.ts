import { openRaw } from "#db/client.server.ts";
import type { Statement } from "../../../bench/recorder.ts";

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Node[];
};
/** Describes a table that a statement would read as a whole, and how. */
type WholeRead = { table: string; how: string; statement: string };

/**
 * Reads the plans of recorded statements, each under the reach it was asked with, in a database in which PostgreSQL may
 * not read a table row by row where an index helps:
 * what it reads as a whole even so has no index. A partial index that is walked (`walked`) is one that holds just what is asked.
 */
export async function wholeReads(
  url: string,
  statements: readonly Statement[],
  { small, walked }: { small: readonly string[]; walked: readonly string[] },
): Promise<WholeRead[]> {
  const sql = openRaw(url, { max: 1 });
  // Parameters were recorded as text: they go out as they are.
  const { serializers } = sql.options as unknown as { serializers: Record<string, (value: unknown) => unknown> };
  for (const type of Object.keys(serializers)) serializers[type] = (value) => value;
  const found: WholeRead[] = [];
  const look = (node: Node, statement: string): void => {
    const table = node["Relation Name"];
    const byIndex =
      node["Index Cond"] !== undefined ||
      walked.includes(node["Index Name"] ?? "") ||
      node["Node Type"] === "Bitmap Heap Scan";
    if (table && !small.includes(table) && !byIndex)
      found.push({
        table,
        how: [node["Node Type"], node["Index Name"]].filter(Boolean).join(" "),
        statement: statement.slice(0, 200),
      });
    for (const inner of node.Plans ?? []) look(inner, statement);
  };
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe("set local enable_seqscan = off");
      for (const { text, params } of statements) {
        if (/^\s*select set_config/.test(text)) await tx.unsafe(text, params as never[]);
        else if (/^\s*(select|with)\b/i.test(text))
          look(
            (
              (await tx.unsafe(`explain (format json) ${text}`, params as never[]))[0]?.["QUERY PLAN"] as {
                Plan: Node;
              }[]
            )[0]?.Plan as Node,
            text,
          );
      }
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
  return found;
}
