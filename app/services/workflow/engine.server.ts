import { textIn } from "#app/domain/fields/text-in.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { listingOf } from "#app/domain/market/listing.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import {
  fieldsFor,
  evaluate,
  codeFieldOf,
  filesFieldOf,
  hasOwnForm,
  isInTime,
  mayUndo,
  withoutCode,
  allowedRoles,
  namesAny,
  type Facts,
  type Rule,
} from "#app/domain/workflow/machine.ts";
import { besideFields } from "#app/domain/workflow/guard-fields.ts";
import { withFormerRoles } from "#app/domain/workflow/steering-group.ts";
import { canSee, liesWithBoard, nobody } from "#app/domain/workflow/policy.ts";
import { machineOf, type AnyMachine, type MoveOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { fileOwnerOf } from "#app/domain/workflow/editing-rights.ts";
import { unexplained } from "#app/domain/fields/reasons.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import type { Role } from "#app/domain/words.ts";
import {
  findObject,
  insertObject,
  lockAssignment,
  updateIfUnchanged,
  type AnyRow,
  type RowOf,
} from "#db/queries/workflow/objects.server.ts";
import { insertRecord } from "#db/queries/workflow/records.server.ts";
import { useCode } from "#app/services/account/codes.server.ts";
import type { Inside } from "#app/services/context.ts";
import { storeFiles } from "#app/services/files/files.server.ts";
import { relist } from "#app/services/market/catalogue.server.ts";
import { notifyPublicTopics } from "#db/queries/market/catalogue.server.ts";
import {
  place,
  type AnyActing,
  type AnyDone,
  type AnyMoveOptions,
  type MoveOptions,
  type Mover,
  type PostedFor,
} from "./acting.ts";
import { behaviourOf, type AnyBehaviour, type Behaviours } from "./behaviour.ts";
import type { Steps } from "./cascade.server.ts";
import { childFacts } from "./child-facts.server.ts";
import { confirmSides, endConfirmed } from "./confirm.server.ts";
import { factsOf } from "./facts.server.ts";
import {
  aboutWhom,
  ownersOf,
  requireAssignment,
  rolesOnAssignment,
  rolesOnChild,
  accessScopeOf,
} from "./objects.server.ts";
import { refuseIfDone, someoneWasFirst } from "./who-was-first.server.ts";
import { optionsFor } from "./options.server.ts";
import { record } from "#app/services/log/record.server.ts";
import { refuseDuplicate } from "./duplicate-answers.server.ts";
import { runClocks } from "./clocks/run-clocks.server.ts";

/** Holds what the engine is handed: what is not the same for all moves. */
type Handed = { behaviours: Behaviours; steps: Steps };
/** Describes one move as it is written: its row in the table, its behaviour, and the follow-ups it may name. */
type Written = { machine: AnyMachine; rule: Rule<string, string>; behaviour: AnyBehaviour; steps: Steps };

/** Makes the mover of every object alike: finds, asks, judges, and carries out. */
export function moverWith({ behaviours, steps }: Handed): Mover {
  const mover: Mover = async <O extends ObjectName, M extends MoveOf<O>>(
    ctx: Inside,
    object: O,
    id: string,
    name: M,
    posted: PostedFor<O, M> = {},
    typed: MoveOptions<O, M> = {},
  ) => {
    const how = typed as AnyMoveOptions;
    const machine = machineOf(object);
    const rule = machine.moves[name] ?? refuse("not_found");
    const written = { machine, rule, behaviour: behaviourOf(behaviours, object, name), steps };
    const acting = await prepare(ctx, mover, { object, id, name }, rule, how);
    if (how.version !== undefined && acting.row && how.version !== acting.row.version) {
      if (!namesAny(rule, acting.roles)) await authorize(ctx, acting, machine, null);
      await someoneWasFirst(ctx, acting.assignment, "stale", acting);
    }
    await ask(ctx, acting, written, posted as Posted, how);
    await authorize(ctx, acting, machine, acting.answers);
    if (!how.system) await refuseDuplicate(ctx, acting, written);
    const waiting = rule.both && !how.system && (await confirmSides(ctx, acting, rule));
    return (waiting ? acting.row : await carryOut(ctx, acting, written, how)) as RowOf<O>;
  };
  return mover;
}

type Wanted = { object: ObjectName; id: string; name: string };
/** Lines up at the assignment, finds what is moved, and who the mover is to it. What may not be seen is not found. */
async function prepare(
  ctx: Inside,
  mover: Mover,
  { object, id, name }: Wanted,
  rule: Rule<string, string>,
  how: AnyMoveOptions,
): Promise<AnyActing> {
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
  const own = row && ownersOf(row as AnyRow);
  if (!how.system && !how.roles && !canSee(ctx.actor, accessScopeOf(assignment)) && own?.personId !== ctx.actor.id)
    refuse("not_found");
  const roles: ReadonlySet<Role> = how.system
    ? new Set<Role>(["system"])
    : new Set([
        ...rolesOnChild(ctx, base, object, object === "assignment" ? null : (own ?? { personId: ctx.actor.id })),
        ...(how.roles ?? []),
      ]);
  const { facts, gathered, agreement, signed } = await factsOf(ctx, assignment);
  return {
    object,
    name: name as AnyActing["name"],
    id: isNew ? ctx.newId() : id,
    row: row as AnyRow | null,
    assignment,
    facts,
    gathered,
    agreement,
    signed,
    roles,
    as: allowedRoles(rule, row?.status ?? "new").find((role) => roles.has(role)) ?? "anyone",
    system: how.system === true,
    answers: how.answers ?? {},
    files: how.files ?? [],
    move: (...which) => mover(ctx, ...which),
    followUp: (object, id, name, how) => mover(ctx, object, id, name, {}, { system: true, ...how }),
  };
}
/** Reads what was posted against the row's fields, and lets the behaviour check it. */
async function ask(
  ctx: Inside,
  acting: AnyActing,
  { machine, rule, behaviour }: Written,
  posted: Posted,
  how: AnyMoveOptions,
) {
  if (!how.answers && !how.system && !hasOwnForm(rule)) refuse("not_found");
  if (!how.answers && !how.system && rule.fields) {
    const all = fieldsFor(rule, acting.roles, acting.assignment.row);
    const fields = ctx.factor === "given" ? withoutCode(all) : all;
    await authorize(ctx, acting, machine, null);
    const read = readAnswers(
      fields,
      withFiles(rule, posted, acting),
      await optionsFor(ctx, acting.assignment, fields, acting.gathered),
    );
    if (!read.ok) refuseFields(read.errors);
    if (unexplained(fields, read.answers)) refuseFields({ explanation: { code: "required" } });
    acting.answers = read.answers;
  }
  if (rule.because) acting.answers = { ...acting.answers, reason: rule.because };
  const codeField = codeFieldOf(rule);
  if (codeField !== null && !how.system && ctx.factor !== "given")
    await useCode(ctx, acting.id, textIn(acting.answers[codeField]));
  if (!mayUndo(rule, acting.assignment.row, ctx.actor.id, acting.roles)) refuse("not_yours");
  const more = await behaviour.check?.(ctx, acting);
  if (more) acting.answers = { ...acting.answers, ...more };
}
/** Files are no text: what is posted under their field is what came, by name. */
function withFiles(rule: Rule<string, string>, posted: Posted, { files }: AnyActing): Posted {
  const field = filesFieldOf(rule);
  return field === null
    ? posted
    : { ...posted, [field]: files.map((file, at) => `${at + 1}. ${file.name.slice(0, 150)}`) };
}
/** The files of a move belong to what it moved from now on; its answer is which. */
async function keepFiles(ctx: Inside, acting: AnyActing, rule: Rule<string, string>) {
  const [field, part] = [filesFieldOf(rule), fileOwnerOf[acting.object]];
  if (field === null || !part || acting.files.length === 0) return;
  const at = {
    assignmentId: acting.assignment.row.id,
    part,
    partId: acting.object === "assignment" ? null : acting.id,
  };
  acting.answers = { ...acting.answers, [field]: await storeFiles(ctx, at, acting.files) };
}
async function authorize(ctx: Inside, acting: AnyActing, machine: AnyMachine, answers: Answers | null) {
  const { assignment, row, facts, gathered, agreement, signed } = acting;
  const whole = { facts, gathered, agreement, signed, open: undefined };
  const own = await childFacts(ctx, acting.object, { assignment, row, answers: answers ?? {}, whole });
  const verdict = evaluate(machine, acting.name, own, acting.roles, answers);
  if (verdict.ok) return;
  if (verdict.why === "wrong_status") await someoneWasFirst(ctx, assignment, "wrong_status", acting);
  if (verdict.why === "not_yours") await refuseIfDone(ctx, assignment, wasTheirs(acting, machine, own));
  refuse(verdict.why, verdict.missing, answers ? besideFields(machine.moves[acting.name] ?? {}, verdict.missing) : {});
}
/** Tells whether the move was this person's before it was done. */
const wasTheirs = ({ id, name, roles }: AnyActing, { moves }: AnyMachine, facts: Facts) => {
  const rule = moves[name] as Rule<string, string>;
  return { id, name, named: namesAny(rule, withFormerRoles(roles)), inTime: isInTime(rule, facts) };
};
/** Tells whether its page is one that visitors have, and that may be kept for them. */
const seenByAll = (assignment: AnyActing["assignment"]) => canSee(nobody, accessScopeOf(assignment));

/** Carries out everything that a move that may be made brings about. */
async function carryOut(ctx: Inside, acting: AnyActing, written: Written, how: AnyMoveOptions): Promise<AnyRow> {
  const { object, row, assignment } = acting;
  const { rule, behaviour, steps } = written;
  const to = rule.to === "same" ? (row?.status ?? "new") : rule.to;
  await keepFiles(ctx, acting, rule);
  const after = await write(ctx, acting, written, to, how);
  const done: AnyDone = {
    ...acting,
    row: after,
    assignment: object === "assignment" ? { ...assignment, row: after as typeof assignment.row } : assignment,
  };
  await endConfirmed(ctx, acting);
  await behaviour.effect?.(ctx, done);
  if (rule.records)
    await insertRecord(ctx.db, {
      id: ctx.newId(),
      ...place(acting),
      kind: rule.records,
      about: acting.agreement?.number ?? null,
      ...behaviour.record?.(acting, ctx),
      byId: ctx.actor.id || null,
      byRole: acting.as,
      data: acting.answers,
      at: ctx.now(),
    });
  await log(ctx, acting, done, rule, to);
  await runClocks(ctx, done, rule, row?.status ?? null);
  if (object === "assignment" && (listingOf(assignment.row) || listingOf(done.assignment.row)))
    await relist(ctx, [assignment.row.id]);
  else if (seenByAll(assignment) || seenByAll(done.assignment))
    await notifyPublicTopics(ctx.db, [`question ${assignment.row.id}`]);
  for (const step of rule.then ?? []) await steps[step](ctx, done);
  return after;
}
/** Writes the status with its columns, only if nobody moved the row since it was judged. */
async function write(ctx: Inside, acting: AnyActing, { rule, behaviour }: Written, to: string, how: AnyMoveOptions) {
  const { object, row } = acting;
  const set = {
    status: to,
    ...(object === "assignment"
      ? {
          ...rule.sets,
          ...(to !== row?.status ? { enteredAt: ctx.now() } : {}),
          // What the steering group was asked to decide it goes on reading.
          ...(rule.sets?.disputed === false && liesWithBoard(accessScopeOf(acting.assignment))
            ? { boardHeardAt: ctx.now() }
            : {}),
        }
      : {}),
    ...behaviour.columns?.(acting, ctx),
    ...how.columns,
  };
  if (!row) return insertObject(ctx.db, object, { id: acting.id, ...place(acting), ...set });
  return (
    (await updateIfUnchanged(ctx.db, object, row as { id: string; status: string; version: number }, {
      ...set,
      version: row.version + 1,
    })) ?? (await someoneWasFirst(ctx, acting.assignment, "stale", acting))
  );
}
/** Writes the event, and the letters it owes. */
async function log(ctx: Inside, acting: AnyActing, done: AnyDone, rule: Rule<string, string>, to: string) {
  const { object, row } = acting;
  await record(ctx, done.assignment, {
    object,
    objectId: acting.id,
    move: acting.name,
    from: row?.status ?? null,
    to,
    actingAs: acting.as,
    answers: acting.answers,
    guards: rule.guards ?? [],
    notifies: rule.notifies,
    agreementNumber: acting.agreement?.number ?? null,
    system: acting.system || ctx.actor.id === "",
    about: await aboutWhom(ctx, object, done.row, { rule, assignmentId: done.assignment.row.id }),
    links: done.links,
  });
}
