/** Milliseconds this process worked on something. Other programs on the machine do not count, so a loaded machine gives no other answer. */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
