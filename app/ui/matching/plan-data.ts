import type { LevelId } from "#app/domain/matching/levels.ts";
import type { Conflict } from "#app/domain/matching/solving/conflict.ts";
import type { TeamReport } from "#app/domain/matching/report.ts";
import type { Reason } from "#app/domain/matching/explanations.ts";
import type { WithoutTeam } from "#app/domain/matching/without-team.ts";
import type { RunStatus } from "#app/domain/rounds/words.ts";

type PlanStudent = {
  id: string;
  name: string;
  programme: string;
  rank: number | null;
  left: boolean;
  priority: boolean;
  reason: Reason | null;
  first: string | null;
};
/** Describes a plan as its page shows it: what it comes to, and every assignment with its teams. */
export type PlanShown = {
  summary: {
    placed: number;
    students: number;
    first: number;
    firstShare: number;
    topThree: number;
    profile: readonly number[];
    worst: number;
    total: number;
    proven: boolean;
    open: readonly { id: LevelId; value: number; bound: number }[];
  };
  seed: number;
  desired: { covered: number; asked: number };
  wishes: { honoured: number; asked: number };
  blocking: number;
  gone: number;
  withoutTeam: readonly WithoutTeam[];
  unplaced: readonly (PlanStudent & { because: "no_choice_open" | "no_seat" })[];
  assignments: readonly {
    id: string;
    size: { min: number; max: number };
    most: number;
    wanted: number;
    teams: readonly (Omit<TeamReport, "students"> & { students: readonly PlanStudent[] })[];
  }[];
};
/** This is what the page of a run shows. */
export type RunShown = {
  /** Decisions about students may be made from this plan. */
  movable: boolean;
  key: string;
  round: { id: string; name: string };
  called: {
    students: Record<string, string>;
    choices: Record<string, { title: string; company: string }>;
    guides: Record<string, string>;
  };
  run: {
    number: number;
    status: RunStatus;
    published: boolean;
    progress: readonly string[];
    conflict: Conflict | null;
  };
  held: { pinned: readonly string[]; locked: readonly string[]; fixed: readonly string[] };
};
