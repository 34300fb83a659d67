/** What follows from the same rows is the same again: ids and choices are drawn from what they are about. */
export const id = (...about: string[]) => `md5(concat(${about.join(", '/', ")}))::uuid`;
/** Draws a number from 1 to `most` from the expression `of`. */
export const drawn = (of: string, most: number) =>
  `1 + (('x' || substr(md5(${of}::text), 1, 6))::bit(24)::int % ${most})`;
