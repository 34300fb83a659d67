/** The server runs these jobs on its own; a job is logged under its name. */
export type JobName =
  | "post"
  | "clocks"
  | "matching"
  | "rounds of matching"
  | "alerts"
  | "files"
  | "removed files"
  | "catalogue"
  | "tries"
  | "retention"
  | "log"
  | "first use";
