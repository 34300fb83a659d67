/** What the server does by itself, by the name it is written down with. */
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
