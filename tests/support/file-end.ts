const waiting: (() => unknown)[] = [];

/** Does this when the test file ends. Workers go on to the next file, so what a file opened is closed by hand. */
export const atFileEnd = (work: () => unknown): void => void waiting.push(work);

/** Is called once after each file (`strict.ts`): what was opened last is closed first. */
export async function endFile(): Promise<void> {
  for (const work of waiting.splice(0).reverse()) await work();
}
