import type { Author } from "#app/domain/log/readers.ts";
import type { Words } from "./words.ts";

/**
 * Says how whoever did something is called at the start of a sentence: the same in the log, on pages and in letters.
 */
export function authorWords({ log, enums }: Pick<Words, "log" | "enums">, { actor, as }: Author): string {
  if (actor === null) return log.system;
  const said = actor || (as ? (log.one[as] ?? enums.relation[as]) : log.somebody);
  return actor ? said : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}
