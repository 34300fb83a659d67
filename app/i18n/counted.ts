/** Returns a number with the word for it: "1 claim", "4 claims". */
export const counted = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
