/** Returns one pattern that finds what any of these finds; long patterns are written one alternative a line. None has flags. */
export const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => `(?:${source})`).join("|"));
