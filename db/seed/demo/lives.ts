import type { Answers } from "#app/domain/fields/fields.ts";
import { coming, switchesOf } from "#app/domain/centre/switches.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { act, later, until } from "../acts.ts";
import type { Cast } from "../cast.ts";
import { begin, chapters, endInNotInUse } from "../chapters.ts";
import { claimed } from "../chapters/asking.ts";
import type { Line } from "../chapters/line.ts";
import { atTime, type World } from "../world.ts";
import { dispute, endings, hold } from "./endings.ts";

const days = 86_400_000;
/**
 * Holds days from the start of a story to a status before the work, and from the start of the work to one after it:
 * what the chapters of `chapters.ts` take.
 */
const before: Partial<Record<AssignmentStatus, number>> = {
  draft: 0,
  submitted: 0,
  intake: 1,
  published: 4,
  agreeing: 11,
  signed: 13,
};
const after: Record<Obligation, Partial<Record<AssignmentStatus, number>>> = {
  effort: {
    in_progress: 0,
    delivered: 35,
    closing_review: 36,
    completed: 41,
    implementing: 46,
    not_implemented: 76,
    implemented: 86,
    anchoring: 90,
    closed: 160,
  },
  result: {
    in_progress: 0,
    delivered: 35,
    acceptance_test: 36,
    rework: 38,
    completed: 47,
    implementing: 52,
    not_implemented: 82,
    implemented: 92,
    anchoring: 96,
    closed: 166,
  },
};
/**
 * Says how a story goes and where it stands today. `claims`, `interested`: how many communities claimed a published one, how
 * many students like it. `rest`: days since the last thing happened.
 */
export type Course = {
  obligation: Obligation;
  status: AssignmentStatus;
  overlay?: "hold" | "dispute";
  claims?: number;
  interested?: number;
  rest?: number;
  openTo?: "public" | "centre";
  claimDays?: number;
};
type AssignmentStory = {
  plan: Course;
  intake: Answers;
  cast: Cast;
  switches: Record<string, unknown>;
  now: Date;
  seed: number;
  file?: Line["file"];
  /** Adds what is lived after all that, with the days that are left. */
  afterwards?: (line: Line) => Promise<unknown>;
};

/** Lives one story so that it stands today where its plan says, a few days ago at most; the clocks ring until today. */
export async function liveOut(w: World, story: AssignmentStory): Promise<Line> {
  const { plan, now } = story;
  const ending = endings[plan.status];
  const goal = ending?.from ?? (plan.status === "not_implemented" ? "implementing" : plan.status);
  const tail =
    (ending?.days ?? 0) +
    (plan.status === "not_implemented" ? 30 : 0) +
    (plan.overlay ? 12 : 0) +
    2 * (plan.claims ?? 0) +
    (plan.rest ?? 1 + (story.seed % 3));
  const early = before[goal];
  const work = after[plan.obligation][goal] ?? 0;
  const idle = work > 0 ? halfway(story.intake) : 0;
  const block = early === undefined ? lastBlock(story.switches, new Date(+now - (work + idle + tail) * days)) : "";
  const start =
    early === undefined
      ? new Date(Date.parse(`${block}T08:00:00Z`) - 45 * days)
      : new Date(+now - (early + tail) * days);
  const own = atTime(
    w,
    new Date(`${start.toISOString().slice(0, 10)}T08:${String(10 + (story.seed % 40)).padStart(2, "0")}:00Z`),
  );
  const line = await begin(own, story.cast, plan.obligation, story.intake, {
    block,
    ...(story.file ? { file: story.file } : {}),
    ...(plan.openTo ? { openTo: plan.openTo } : {}),
    ...(plan.claimDays ? { claimDays: plan.claimDays } : {}),
  });
  own.only = line.id;
  if (!line.block) line.block = nextBlock(story.switches, new Date(+own.now() + 36 * days));
  await liveTo(line, goal, early === undefined ? byDay(new Date(+now - (work + tail) * days)) : null);
  if (ending) await ending.live(line);
  if (plan.status === "not_implemented") await endInNotInUse(line);
  await (plan.overlay === "hold" ? hold(line) : plan.overlay === "dispute" ? dispute(line) : null);
  await withClaims(line, plan.claims ?? 0, plan.interested ?? Math.min(1, plan.claims ?? 0));
  await story.afterwards?.(line);
  await until(own, now);
  return line;
}
/**
 * Returns days that pass at work before the chapters go on, so that the midterm is in its own weeks when they come to
 * it: half of the work, without the three weeks they take before it, and with holidays to spare.
 */
const halfway = ({ weeks }: Answers): number => Math.max(0, Math.ceil(Number(weeks ?? 10) * 3.5) - 11);
/** People work by day, whenever the demo is filled. */
const byDay = (moment: Date) => new Date(`${moment.toISOString().slice(0, 10)}T09:30:00Z`);
/** Lives the chapters in order; time that is over is spent at work, with a report every two weeks. */
async function liveTo(line: Line, goal: AssignmentStatus, idleUntil: Date | null) {
  if (goal === "draft") return;
  for (const [status, chapter] of chapters[line.obligation]) {
    await chapter(line);
    if (status === "in_progress" && idleUntil) await work(line, idleUntil);
    if (status === goal) return;
  }
  throw new Error(`no chapter ends in ${goal}`);
}
async function work(line: Line, to: Date) {
  const { w, c, id, tell } = line;
  for (let turn = 0; +to - +w.now() > 14 * days; turn++) {
    await later(w, 14);
    await act(w, c.teacher, "assignment", id, "report", tell.reports[turn % 3] ?? {});
  }
  await until(w, to);
}
async function withClaims(line: Line, n: number, interested: number) {
  const { c } = line;
  if (n > 0) await claimed(line, c.teacher, c.communityId);
  if (n > 1) await claimed(line, c.rival, c.rivalCommunityId);
  for (const student of c.students.slice(0, interested))
    await act(line.w, student, "interest", line.id, "show_interest", {
      rank: "1",
      line: "Dit past bij wat ik wil leren.",
    });
}
/** Returns the last start of the centre's calendar on or before a day, and the first after it. */
function lastBlock(switches: Record<string, unknown>, day: Date): string {
  const read = switchesOf(switches);
  const last = day.toISOString().slice(0, 10);
  return (
    coming(new Date(+day - 400 * days), read, 20)
      .filter((b) => b <= last)
      .at(-1) ?? last
  );
}
const nextBlock = (switches: Record<string, unknown>, day: Date) => coming(day, switchesOf(switches), 1)[0] ?? "";
