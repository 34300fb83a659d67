import type { pipeline as nl } from "#app/i18n/nl/centre/pipeline.ts";

export const pipeline: typeof nl = {
  title: (centre) => `Pipeline of ${centre}`,
  still: "What stands still",
  stop: "State",
  count: "Number",
  all: "All",
  empty: "Nothing here now.",
  late: "late",
  held: "paused",
  disputed: "dispute",
  deadlines: "Runs until",
  running: "Everything running",
  moving: "Nothing stands still.",
  rows: "Assignments",
  open: "Empty seats",
  openWhy: "The work may wait for somebody who is no longer there. Ask somebody else for this seat.",
};
