import { endings } from "#app/platform/files/kinds.ts";
import { settingsTable } from "#app/platform/settings/settings.ts";
import { code, table } from "./markdown.ts";
import * as domain from "./domain.ts";
import * as privacy from "./privacy.ts";
import { houseDrawn, houseTable } from "./house.ts";
import * as glossary from "./glossary.ts";
import * as workflow from "./workflow.ts";

/** Holds the parts of the documents that are made from the code, by file and mark; a test compares them. */
export const generated: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  "README.md": { settings: settingsTable },
  "docs/domain.md": {
    roles: domain.roleTable,
    appointing: domain.appointingTable,
    relations: domain.relationTable,
    parts: domain.partTable,
    terms: domain.termTable,
    fixed_terms: domain.fixedTermList,
    retention: privacy.retentionTable,
    column_kinds: privacy.columnKindTable,
    statuses: domain.statusTable,
    clocks: workflow.clockTable,
    guards: workflow.guardTable,
    reasons: domain.reasonList,
    switches: domain.switchTable,
  },
  "docs/trust.md": { kinds: () => table(["Endings that are taken"], [[code(endings)]]) },
  "docs/register.md": { register: privacy.registerList },
  "docs/glossary.md": {
    roles: glossary.roles,
    states: glossary.states,
    moves: glossary.movesTable,
    values: glossary.values,
  },
  "docs/workflow.md": {
    assignment: () => workflow.drawn("assignment"),
    assignment_moves: () => workflow.movesOf("assignment", "steps"),
    assignment_records: () => workflow.movesOf("assignment", "record-only"),
    claim: () => workflow.drawn("claim"),
    claim_moves: () => workflow.movesOf("claim"),
    agreement: () => workflow.drawn("agreement"),
    agreement_moves: () => workflow.movesOf("agreement"),
    small_moves: workflow.smallMoves,
    round: () => workflow.drawn("round"),
    round_moves: () => workflow.movesOf("round"),
  },
};

/**
 * Lists what is counted in the house itself. Each change of the code makes other figures, so a test asks of them that
 * they are near: `npm run docs` writes them anew.
 */
export const measured: typeof generated = { "docs/architecture.md": { house: houseTable, floors: houseDrawn } };
