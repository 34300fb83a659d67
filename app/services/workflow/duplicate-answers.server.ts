import { dayNumber } from "#app/domain/calendar/holidays.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { filesFieldOf, type Guard, type Rule } from "#app/domain/workflow/machine.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { machineOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { isRepeatable, madeAlike, makesPart, standingLines } from "#app/domain/log/repeated.ts";
import { looksSame } from "#app/domain/marks.ts";
import { refuse } from "#app/domain/refusal.ts";
import { findFile } from "#db/queries/files/files.server.ts";
import { findObject } from "#db/queries/workflow/objects.server.ts";
import { newestEvents, type Event } from "#db/queries/log/events.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { AnyActing } from "./acting.ts";
import type { AnyBehaviour } from "./behaviour.ts";
import { sidesHeld } from "./confirm.server.ts";
import { canonical } from "#app/services/log/record.server.ts";

/**
 * Refuses `already_done` where this person said just this before and it still stands: nothing is logged, kept or mailed twice
 * (docs/domain.md 6.3). The column `repeats` of a row says when the same words are news.
 */
export async function refuseDuplicate(
  ctx: Inside,
  acting: AnyActing,
  { rule, behaviour }: { rule: Rule<string, string>; behaviour: AnyBehaviour },
): Promise<void> {
  if (makesPart(rule) && (await standsAlready(ctx, acting, rule))) refuse("already_done");
  if (!isRepeatable(rule) || rule.repeats?.after === 0 || isAsked(acting, rule)) return;
  if (isAboutAnother(ctx, acting, rule, behaviour)) return;
  const { object, id, name, answers } = acting;
  const said = { object, id, name, by: ctx.actor.id, answers, sides: sidesHeld(acting, rule) };
  const log = (await newestEvents(ctx.db, acting.assignment.row.id)).map(({ event }) => event);
  for (const line of standingLines(rule, said, log, isSame))
    if (!isPast(rule, line, ctx.now()) && (await hasSameFiles(ctx, acting, rule, line))) refuse("already_done");
}
/** Tells whether the same part was made before, and stands as it was made: two forms of one person make it once. */
async function standsAlready(ctx: Inside, acting: AnyActing, rule: Rule<string, string>): Promise<boolean> {
  const { object, name, answers, assignment } = acting;
  for (const line of await alike(ctx, rule, { object, name, answers, assignmentId: assignment.row.id }))
    if (await hasSameFiles(ctx, acting, rule, line)) return true;
  return false;
}
type Made = { object: ObjectName; name: string; answers: Answers; assignmentId: string };
/** Finds what this person made before and is the same as this, of what stands as it was made (docs/domain.md 6.3). */
export async function alike(
  ctx: Inside,
  rule: Rule<string, string>,
  { assignmentId, ...made }: Made,
): Promise<Event[]> {
  const log = (await newestEvents(ctx.db, assignmentId)).map(({ event }) => event);
  const standing = [];
  for (const line of madeAlike(rule, { ...made, by: ctx.actor.id }, log, isSame)) {
    const part = (await findObject(ctx.db, made.object, line.objectId)) as { status?: string } | undefined;
    if (part?.status === rule.to) standing.push(line);
  }
  return standing;
}
/** What people read as the same is said twice, also with signs in it that show nothing. */
const isSame = (one: unknown, other: unknown) => looksSame(canonical(one), canonical(other));
/**
 * Tells whether something asks for it now: a clock that it answers runs, or what was said before no longer satisfies the
 * guard that it is made for.
 */
function isAsked({ object, facts, roles, answers }: AnyActing, rule: Rule<string, string>): boolean {
  if (object !== "assignment") return false;
  const runs = (clock: keyof typeof facts.clocks) => ["running", "paused"].includes(facts.clocks[clock]?.status ?? "");
  const guard = rule.repeats?.while;
  const guards = machineOf(object).guards as Readonly<Record<string, Guard<typeof facts>>>;
  return (rule.meets ?? []).some(runs) || (guard !== undefined && guards[guard]?.(facts, roles, answers) === false);
}
const isPast = ({ repeats }: Rule<string, string>, { at }: Event, now: Date) =>
  repeats?.after !== undefined && dayNumber(amsterdamDay(now)) - dayNumber(amsterdamDay(at)) >= repeats.after;
/** What is kept is about a version of something: of another version the same words are news. */
function isAboutAnother(ctx: Inside, acting: AnyActing, rule: Rule<string, string>, behaviour: AnyBehaviour): boolean {
  if (!rule.records) return false;
  const record = { kind: rule.records, about: acting.agreement?.number ?? null, ...behaviour.record?.(acting, ctx) };
  const last = acting.gathered.records.filter(({ kind, byId }) => kind === record.kind && byId === ctx.actor.id).at(-1);
  return last !== undefined && (last.about ?? null) !== record.about;
}
/** Files are the same by their contents, in the same order. */
async function hasSameFiles(ctx: Inside, { files }: AnyActing, rule: Rule<string, string>, { answers }: Event) {
  const field = filesFieldOf(rule);
  const before = field === null ? [] : [answers[field] ?? []].flat();
  const filesBefore = await Promise.all(before.map((id) => findFile(ctx.db, String(id))));
  return canonical(filesBefore.map((found) => found?.file.sha256)) === canonical(files.map(({ sha256 }) => sha256));
}
