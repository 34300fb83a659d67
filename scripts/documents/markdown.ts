/** Makes small pieces of Markdown that the generated parts of the documents share. */
const widest = 110;
/** Writes ids beside each other, each marked as code. */
export const code = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(", ");

/** Returns a table as GitHub draws it; a bar inside a cell would end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Returns a list item whose sentences go on below it, each line short enough to read as a difference. */
export function item(first: string, sentences: readonly string[]): string {
  return [`- ${first}`, ...sentences.flatMap((sentence) => folded(sentence).map((line) => `  ${line}`))].join("\n");
}

function folded(sentence: string): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= widest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
