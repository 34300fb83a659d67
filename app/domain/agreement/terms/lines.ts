/**
 * Reads a list that somebody typed as text: one item a line, or between semicolons or commas when it is a single short
 * line. Bullets and numbers fall away.
 */
export function linesOf(text: string): string[] {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim())
    .filter(Boolean);
  const [only] = lines;
  const items =
    lines.length === 1 && only !== undefined && only.length < 200 && !/[.!?]/.test(only)
      ? only
          .split(",")
          .map((item) => item.trim())
          .filter(Boolean)
      : lines;
  return items.map((item) => item.slice(0, 200));
}
