type Turn = { deadline: { dueAt: Date } | null };
type Question = { at: Date };
/**
 * Orders what waits for somebody in one list: turns by their deadline, and questions, which wait from the day they
 * were asked. What has no date comes last.
 */
export function toDoByDate<T extends Turn, Q extends Question>(
  turns: readonly T[],
  questions: readonly Q[],
): ({ turn: T } | { question: Q })[] {
  const dated = [
    ...turns.map((turn) => ({ row: { turn } as { turn: T } | { question: Q }, at: turn.deadline?.dueAt ?? null })),
    ...questions.map((question) => ({ row: { question }, at: question.at })),
  ];
  const order = (at: Date | null) => (at ? +at : Infinity);
  return dated
    .sort((one, other) => (order(one.at) === order(other.at) ? 0 : order(one.at) - order(other.at)))
    .map(({ row }) => row);
}
