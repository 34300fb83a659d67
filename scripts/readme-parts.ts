import { settingsTable } from "#app/platform/settings/settings.ts";
import { diagram } from "#app/domain/workflow/machine.ts";
import { processes, type AnyMachine } from "#app/domain/workflow/processes.ts";

const drawn = (machine: unknown) => ["```mermaid", diagram(machine as AnyMachine), "```"].join("\n");
/** The parts of the README that are made from the code; a test compares them. */
export const generated = {
  settings: settingsTable,
  workflow: () => drawn(processes.assignment),
  workflow_claim: () => drawn(processes.claim),
  workflow_agreement: () => drawn(processes.agreement),
} as const;
