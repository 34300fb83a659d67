import { columnKinds, dataGroups, type DataGroup } from "#app/domain/privacy/kinds.ts";
import type { Retention } from "#app/domain/privacy/retention.ts";
import { register, tableName, type Entry } from "#db/register.ts";

type Wiped = "removed" | "blank" | "pseudonym" | "name_out" | "signed" | "number" | "nothing";
/** Tells what a group of data comes to for a reader: how long, whether it is in an export, what an erasure does. */
type RetainedGroup = {
  group: DataGroup;
  kept: readonly Retention[];
  taken: "all" | "some" | "none";
  wiped: readonly Wiped[];
};
const personal = ({ own, acted }: Entry) => own.length + acted.length > 0;
function wipedOf(entry: Entry): Wiped[] {
  const kinds = Object.values(entry.kinds);
  if (!personal(entry)) return [];
  if (entry.removed) return ["removed"];
  const own = entry.own.length > 0;
  return [
    ...(own && kinds.some((kind) => columnKinds[kind].erased === "pseudonym") ? (["pseudonym"] as const) : []),
    ...(own && kinds.some((kind) => columnKinds[kind].erased === "blank") ? (["blank"] as const) : []),
    ...(kinds.some((kind) => columnKinds[kind].erased === "name_out" && kind === "words")
      ? (["name_out"] as const)
      : []),
    ...(kinds.includes("signed") ? (["signed"] as const) : []),
    ...(entry.acted.length > 0 ? (["number"] as const) : []),
  ];
}
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** Shows the register as a reader meets it, one row per group. */
export const retainedGroups: readonly RetainedGroup[] = dataGroups.map((group) => {
  const entries = register.filter((entry) => entry.group === group);
  const about = entries.filter(personal);
  const withheld = about.some((entry) =>
    Object.values(entry.kinds).some((kind) => kind === "other" || kind === "secret"),
  );
  const wiped = unique(about.flatMap(wipedOf));
  return {
    group,
    kept: unique(entries.map(({ keeps }) => keeps)),
    taken: about.length === 0 ? "none" : withheld ? "some" : "all",
    wiped: wiped.length ? wiped : ["nothing"],
  };
});

/** Shows the same table by table, for the documents. */
export const retainedTables = register.map((entry) => ({
  name: tableName(entry),
  group: entry.group,
  keeps: entry.keeps,
  removed: entry.removed,
  ends: entry.ends,
  kinds: entry.kinds,
}));
