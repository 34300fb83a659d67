import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { storedAnswers, type AnswersOf } from "#app/domain/fields/typed.ts";
import { overlays } from "./overlays.ts";
import { recordOnlyMoves } from "./record-only.ts";
import type { RecordKind } from "./record-rows.ts";

const { answer_dispute, escalate_dispute } = overlays;
const rows = { ...recordOnlyMoves, answer_dispute, escalate_dispute };
type Row = (typeof rows)[keyof typeof rows];
type FieldsOf<K extends RecordKind> =
  Extract<Row, { records: K }> extends { fields: infer F extends Fields } ? F : never;
/** Says what the act that keeps this kind of record asked. */
export type RecordedAnswers<K extends RecordKind> = Partial<AnswersOf<FieldsOf<K>>>;

const fields = new Map<string, Fields>(
  Object.values(rows).flatMap((row) => ("records" in row ? [[row.records, row.fields] as const] : [])),
);
type Said = { assignmentId: string; kind: string; byId: string | null };
/** Returns, of records in order of time, those that count where everybody is heard once: of each person the newest of its kind. */
export const newestOfEach = <R extends Said>(records: readonly R[]): R[] =>
  records.filter(
    ({ assignmentId, kind, byId }, at) =>
      byId === null ||
      !records
        .slice(at + 1)
        .some((later) => later.byId === byId && later.kind === kind && later.assignmentId === assignmentId),
  );
/** The answers kept in a record, with the types of the fields that asked them. */
export const recordedAnswers = <K extends RecordKind>(kind: K, data: Answers): RecordedAnswers<K> =>
  storedAnswers(fields.get(kind) ?? {}, data) as RecordedAnswers<K>;
