import { columnKinds, type ColumnKind } from "#app/domain/privacy/kinds.ts";
import { retentions, type Retention } from "#app/domain/privacy/retention.ts";
import { retainedTables } from "#db/queries/privacy/register.server.ts";
import { code, item, table } from "./markdown.ts";

const starts: Record<(typeof retentions)[Retention]["from"], string> = {
  end: "its end or its use",
  sent: "it was sent",
  last_try: "the last try",
  removed: "it was taken away",
  taken_back: "it was taken back",
  read: "it was read",
  role_ended: "the role ended",
  filled_in: "it was filled in",
  made: "it was made",
  round_made: "the round was made",
  closed: "the assignment closed",
  account: "as long as the account is there",
  community: "as long as the community is there",
  taking_part: "as long as the organisation takes part",
  log: "words as long as the assignment, steps as long as the log",
  platform: "as long as the platform is there",
};
const length = (days: number) =>
  days === 0 ? "at once" : days % 365 === 0 ? `${days / 365} years` : days === 1 ? "1 day" : `${days} days`;

/** Says how long each kind is kept, from when, and the tables it ends. */
export const retentionTable = () =>
  table(
    ["Kind", "Kept", "Counted from", "Tables"],
    (Object.keys(retentions) as Retention[]).map((kind) => {
      const { days, from } = retentions[kind];
      const of = retainedTables.filter(({ keeps }) => keeps === kind).map(({ name }) => name);
      return [`\`${kind}\``, days === null ? "" : length(days), starts[from], code(of)];
    }),
  );

const erased = {
  stays: "stays",
  pseudonym: "becomes a pseudonym",
  blank: "is emptied",
  name_out: "stays without the name",
} as const;
/** Says what an export and an erasure do with each kind of column. */
export const columnKindTable = () =>
  table(
    ["Kind of column", "In an export", "After an erasure"],
    (Object.keys(columnKinds) as ColumnKind[]).map((kind) => [
      `\`${kind}\``,
      columnKinds[kind].exported ? "yes" : "no",
      erased[columnKinds[kind].erased],
    ]),
  );

/** Writes the register itself: of each table its columns by kind. */
export const registerList = () =>
  retainedTables
    .map(({ name, keeps, removed, ends, kinds }) => {
      const of = (wanted: ColumnKind) => Object.keys(kinds).filter((column) => kinds[column] === wanted);
      const lines = (Object.keys(columnKinds) as ColumnKind[])
        .filter((kind) => of(kind).length > 0)
        .map((kind) => `${kind}: ${of(kind).join(", ")}.`);
      const how = [
        `kept by \`${keeps}\``,
        ...(ends
          ? [`ends by ${ends.from.join(" or ")}, then it is ${ends.act === "remove" ? "removed" : "emptied"}`]
          : []),
        ...(removed ? ["an erasure removes the row"] : []),
      ];
      return item(`**${name}**`, [`${how.join("; ")}.`, ...lines]);
    })
    .join("\n");
