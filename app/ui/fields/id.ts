/** Error links and labels point at this id of a field's control. */
export const fieldId = (name: string) => `f-${name}`;
export const hintId = (name: string) => `${fieldId(name)}-hint`;
export const errorId = (name: string) => `${fieldId(name)}-error`;
/** Answers the ids for `aria-describedby`, only those that exist. */
export const describedBy = (name: string, hint: boolean, error: boolean) =>
  [hint && hintId(name), error && errorId(name)].filter(Boolean).join(" ") || undefined;
