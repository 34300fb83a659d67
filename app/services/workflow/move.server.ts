import { readAnswers } from "#app/domain/fields/answers.ts";
import { shelfOf } from "#app/domain/market/listing.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import { requiresCode, fieldsFor, evaluate, allowedRoles, type Rule } from "#app/domain/workflow/machine.ts";
import { canSee } from "#app/domain/workflow/policy.ts";
import { processes, type AnyMachine, type MoveOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { unexplained } from "#app/domain/fields/reasons.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import type { Role } from "#app/domain/words.ts";
import { lastMove } from "#db/queries/workflow/events.server.ts";
import {
  findObject,
  insertObject,
  lockAssignment,
  updateIfUnchanged,
  type AnyRow,
  type RowOf,
} from "#db/queries/workflow/objects.server.ts";
import { insertRecord } from "#db/queries/work/work.server.ts";
import type { AssignmentMove } from "#app/domain/assignment/process.ts";
import type { Acting } from "./acting.ts";
import { place } from "./acting.ts";
import { checks } from "./checks.server.ts";
import { useCode } from "#app/services/account/codes.server.ts";
import { assignmentColumns, partColumns } from "./columns.server.ts";
import { confirmSides } from "./confirm.server.ts";
import { assignmentEffects, recordOf } from "./consequences.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { factsOf } from "./facts.server.ts";
import { follow } from "./cascade.server.ts";
import { requireAssignment, rolesOnAssignment, rolesOnChild, accessScopeOf } from "./objects.server.ts";
import { optionsFor } from "./options.server.ts";
import { partEffects } from "./child-effects.server.ts";
import { partFacts } from "./child-facts.server.ts";
import { relist } from "#app/services/market/catalogue.server.ts";
import { record } from "./record.server.ts";
import { runClocks } from "./run-clocks.server.ts";

/** How a move came about. `system`: a clock or a follow-up. `asked`: answers already read. `version`: the row version the person saw. */
export type How = {
  system?: boolean;
  answers?: Answers;
  version?: number;
  roles?: readonly Role[];
  files?: readonly string[];
  assignmentId?: string;
  columns?: Record<string, unknown>;
};

/**
 * The only writer of a status, for every object (docs/domain.md 6.9 `applyMove`): judge, write, record, tell, start
 * clocks and follow up succeed or fail together.
 * For a new object `id` is the assignment's. Refuses `not_found`, `invalid`, `guards`, `wrong_status`, `not_yours`, `stale` with who was first.
 */
export const move = <O extends ObjectName>(
  ctx: Context | Inside,
  object: O,
  id: string,
  name: MoveOf<O>,
  posted: Posted = {},
  how: How = {},
): Promise<RowOf<O>> => inTransaction(ctx, (inside) => moveInside(inside, object, id, name, posted, how));

export async function moveInside<O extends ObjectName>(
  ctx: Inside,
  object: O,
  id: string,
  name: MoveOf<O>,
  posted: Posted = {},
  how: How = {},
): Promise<RowOf<O>> {
  const machine = processes[object] as unknown as AnyMachine;
  const rule = machine.moves[name] ?? refuse("not_found");
  const acting = await prepare(ctx, object, id, name, rule, how);
  const row = acting.row;
  if (how.version !== undefined && row && how.version !== row.version) await someoneWasFirst(ctx, acting);
  const fields = fieldsFor(rule, acting.roles, acting.assignment.row.obligation);
  if (!how.answers && !how.system && rule.fields) {
    await authorize(ctx, acting, machine, null);
    const read = readAnswers(fields, posted, await optionsFor(ctx, acting.assignment, fields, acting.gathered));
    if (!read.ok) refuseFields(read.errors);
    if (unexplained(fields, read.answers)) refuseFields({ explanation: { code: "required" } });
    acting.answers = read.answers;
  }
  if (rule.because) acting.answers = { ...acting.answers, reason: rule.because };
  if (requiresCode(rule) && !how.system) await useCode(ctx, id, String(acting.answers.code ?? ""));
  await checks[`${object}.${name}`]?.(ctx, acting);
  await authorize(ctx, acting, machine, acting.answers);
  if (rule.both && !how.system) {
    const waiting = await confirmSides(ctx, acting, rule);
    if (waiting) return row as RowOf<O>;
  }
  return (await carryOut(ctx, acting, rule, how)) as RowOf<O>;
}

/** Lines up at the assignment, finds what is moved, and who the mover is to it. What may not be seen is not found. */
async function prepare(
  ctx: Inside,
  object: ObjectName,
  id: string,
  name: string,
  rule: Rule<string, string>,
  how: How,
): Promise<Acting> {
  const isNew = rule.from.includes("new");
  const part =
    object === "assignment" || isNew
      ? null
      : (((await findObject(ctx.db, object, id)) as (AnyRow & { assignmentId: string }) | undefined) ??
        refuse("not_found"));
  const assignmentId = part?.assignmentId ?? id;
  await lockAssignment(ctx.db, assignmentId);
  const assignment = await requireAssignment(ctx, assignmentId);
  const row = object === "assignment" ? assignment.row : part && ((await findObject(ctx.db, object, id)) ?? null);
  const base = rolesOnAssignment(ctx, assignment);
  const own = row as { personId?: string; leadId?: string } | null;
  if (!how.system && !how.roles && !canSee(ctx.actor, accessScopeOf(assignment)) && own?.personId !== ctx.actor.id)
    refuse("not_found");
  const roles: ReadonlySet<Role> = how.system
    ? new Set<Role>(["system"])
    : new Set([
        ...rolesOnChild(ctx, base, object, object === "assignment" ? null : (own ?? { personId: ctx.actor.id })),
        ...(how.roles ?? []),
      ]);
  const whole = await factsOf(ctx, assignment);
  const as = allowedRoles(rule, row?.status ?? "new").find((role) => roles.has(role)) ?? "anyone";
  return {
    object,
    name: name as Acting["name"],
    id: isNew ? ctx.newId() : id,
    row: row as AnyRow | null,
    assignment,
    facts: whole.facts,
    gathered: whole.gathered,
    agreement: whole.agreement,
    signed: whole.signed,
    roles,
    as,
    system: how.system === true,
    answers: how.answers ?? {},
    files: how.files ?? [],
  };
}
async function authorize(ctx: Inside, acting: Acting, machine: AnyMachine, answers: Answers | null) {
  const whole = {
    facts: acting.facts,
    gathered: acting.gathered,
    agreement: acting.agreement,
    signed: acting.signed,
    open: undefined,
  };
  const facts = await partFacts(ctx, acting.object, {
    assignment: acting.assignment,
    row: acting.row,
    answers: answers ?? {},
    whole,
  });
  const verdict = evaluate(machine, acting.name, facts, acting.roles, answers);
  if (verdict.ok) return;
  if (verdict.why === "wrong_status") await someoneWasFirst(ctx, acting, "wrong_status");
  refuse(verdict.why, verdict.missing);
}
/** The loser of a race is told who did what, and when (docs/trust.md 4.2). */
export async function someoneWasFirst(
  ctx: Inside,
  { assignment }: Pick<Acting, "assignment">,
  why: "stale" | "wrong_status" = "stale",
): Promise<never> {
  const last = await lastMove(ctx.db, assignment.row.id);
  throw new Refusal(
    why,
    [],
    {},
    last
      ? { name: last.actorId === ctx.actor.id ? "" : (last.name ?? ""), move: last.move, at: last.at.toISOString() }
      : null,
  );
}

async function carryOut(ctx: Inside, acting: Acting, rule: Rule<string, string>, how: How): Promise<AnyRow> {
  const { object, name, row, assignment, answers } = acting;
  const columns =
    object === "assignment" ? assignmentColumns[name as AssignmentMove] : partColumns[`${object}.${name}`];
  const to = rule.to === "same" ? (row?.status ?? "new") : rule.to;
  const set = {
    status: to,
    ...(object === "assignment" ? { ...rule.sets, ...(to !== row?.status ? { enteredAt: ctx.now() } : {}) } : {}),
    ...columns?.(acting, ctx),
    ...how.columns,
  };
  const after = row
    ? ((await updateIfUnchanged(ctx.db, object, row as { id: string; status: string; version: number }, {
        ...set,
        version: row.version + 1,
      })) ?? (await someoneWasFirst(ctx, acting)))
    : await insertObject(ctx.db, object, {
        id: acting.id,
        ...place(acting),
        ...(object === "claim" || object === "guarantee_case" ? { obligation: answers.obligation } : {}),
        ...set,
      });
  const done: Acting = {
    ...acting,
    row: after as AnyRow,
    assignment: object === "assignment" ? { ...assignment, row: after as typeof assignment.row } : assignment,
  };
  await (object === "assignment" ? assignmentEffects[name as AssignmentMove] : partEffects[`${object}.${name}`])?.(
    ctx,
    done,
  );
  if (rule.records)
    await insertRecord(ctx.db, {
      id: ctx.newId(),
      ...place(acting),
      ...recordOf(acting, rule.records),
      byId: ctx.actor.id || null,
      byRole: acting.as,
      data: answers,
      at: ctx.now(),
    });
  const { personId: person, leadId: lead } = after as { personId?: string; leadId?: string };
  // A claim's own lead hears of it; the file's lead is another person until one is chosen.
  const about =
    object === "member"
      ? person
      : object === "claim" && (rule.notifies as readonly string[]).includes("claim_lead")
        ? lead
        : undefined;
  await record(ctx, done.assignment, {
    object,
    objectId: acting.id,
    move: name,
    from: row?.status ?? null,
    to,
    actingAs: acting.as,
    answers: withoutSecrets(answers),
    guards: rule.guards ?? [],
    notifies: rule.notifies,
    agreementNumber: acting.agreement?.number ?? null,
    system: acting.system || ctx.actor.id === "",
    alsoTell: about && about !== ctx.actor.id ? [about] : [],
    links: done.links,
  });
  await runClocks(ctx, done, rule, row?.status ?? null);
  if (object === "assignment" && (shelfOf(assignment.row) || shelfOf(done.assignment.row)))
    await relist(ctx, [assignment.row.id]);
  for (const step of rule.then ?? []) await follow(ctx, step, done);
  return after as AnyRow;
}
/** A code is no part of the log. */
const withoutSecrets = ({ code: _, ...answers }: Answers & { code?: unknown }): Answers => answers;
