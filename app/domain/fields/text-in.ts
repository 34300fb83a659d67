/** Returns the text in what came from outside the types, such as a stored answer or data of a letter; "" where there is none. */
export const textIn = (value: unknown): string => (typeof value === "string" ? value : "");
/** Returns the same; null where there is none. */
export const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);
