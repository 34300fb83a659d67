import { readFileSync } from "node:fs";

/**
 * Returns milliseconds of processor so far: of this thread where the system tells (Linux, in steps of ten), of the
 * whole process elsewhere.
 */
export function threadCpuTime(): number {
  if (process.platform !== "linux") {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  const fields = readFileSync("/proc/thread-self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
