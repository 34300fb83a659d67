import type { TransactionSql } from "postgres";
import { learnable } from "#app/domain/market/words.ts";

/** Learns every word of the public texts, as `services/market/catalogue` does question by question. */
export async function learnAll(tx: TransactionSql): Promise<void> {
  const words = new Set<string>();
  await tx
    .unsafe<{ text: string }[]>(
      "select concat_ws(' ', title, tags, body, whereabouts) as text from catalogue where not gone",
    )
    .cursor(500, (rows) => {
      for (const { text } of rows) for (const word of learnable(text)) words.add(word);
    });
  await tx.unsafe(
    "insert into catalogue_words select jsonb_array_elements_text($1::text::jsonb) on conflict do nothing",
    [JSON.stringify([...words].sort())],
  );
  await tx.unsafe("analyze catalogue_words");
}
