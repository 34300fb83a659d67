import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Tells, in cents of what was signed, what was invoiced and paid, and what that leaves. */
export type Settles = { agreed: number; billed: number; paid: number; left: number };

/** Shows what an amount is settled of, above the form that asks for it. */
export function ToSettle({ of: { agreed, billed, paid, left } }: { of: Settles }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { money } = useFormats();
  return <p>{t.settles(money(agreed), money(billed), money(paid), money(left))}</p>;
}
