/** The id of a field's control: what error links and labels point at. */
export const fieldId = (name: string) => `f-${name}`;
export const hintId = (name: string) => `${fieldId(name)}-hint`;
export const errorId = (name: string) => `${fieldId(name)}-error`;
/** Ids for `aria-describedby`, only those that exist. */
export const describedBy = (name: string, hint: boolean, error: boolean) =>
  [hint && hintId(name), error && errorId(name)].filter(Boolean).join(" ") || undefined;
