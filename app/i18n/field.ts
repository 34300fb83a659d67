/** The words of one form field. `options` names the choices of `choice` and `choices`; `of` names the fields of `rows` and `each`. */
export type FieldWords = {
  label: string;
  hint?: string;
  example?: string;
  options?: Readonly<Record<string, string>>;
  of?: FieldsWords;
};
export type FieldsWords = Readonly<Record<string, FieldWords>>;

/** The label of a posted name such as `title`, `criteria.0.text` or `results.<id>.met`; null for a name no field owns. */
export function labelOf(words: FieldsWords, name: string): string | null {
  const [head = "", key, ...rest] = name.split(".");
  const found = words[head];
  if (!found) return null;
  if (key === undefined || !found.of) return found.label;
  const inner = rest.length ? labelOf(found.of, rest.join(".")) : null;
  const place = /^\d+$/.test(key) ? `${found.label} ${Number(key) + 1}` : found.label;
  return inner ? `${place}: ${inner}` : place;
}
