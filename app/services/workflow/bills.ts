import { recordOnlyMoves } from "#app/domain/assignment/record-only.ts";
import { storedAnswers, type AnswersOf } from "#app/domain/fields/typed.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";

const { fields } = recordOnlyMoves.record_payment;
type Bill = Partial<AnswersOf<typeof fields>>;
/** The last that was said of each instalment. */
export const billsOf = (records: Gathered["records"]): ReadonlyMap<string, Bill> =>
  new Map(
    records
      .filter((r) => r.kind === "payment")
      .map((r) => storedAnswers(fields, r.data))
      .map((bill) => [bill.instalment ?? "", bill]),
  );
export const isOpen = ({ paid_on, note }: Bill): boolean => !paid_on && !note;
