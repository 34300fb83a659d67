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
/** What the act that keeps this kind of record asked. */
export type RecordedAnswers<K extends RecordKind> = Partial<AnswersOf<FieldsOf<K>>>;

const fields = new Map<string, Fields>(
  Object.values(rows).flatMap((row) => ("records" in row ? [[row.records, row.fields] as const] : [])),
);
/** The answers kept in a record, with the types of the fields that asked them. */
export const recordedAnswers = <K extends RecordKind>(kind: K, data: Answers): RecordedAnswers<K> =>
  storedAnswers(fields.get(kind) ?? {}, data) as RecordedAnswers<K>;
