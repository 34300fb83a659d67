import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { firstDay } from "#app/domain/assignment/guards.ts";
import { isUnanswered } from "#app/domain/work/milestones.ts";
import type { Answers, Fields, Options } from "#app/domain/fields/fields.ts";
import { evaluate, fieldsFor, hasOwnForm, isInTime, namesAny, withoutCode } from "#app/domain/workflow/machine.ts";
import { machineOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { refuse } from "#app/domain/refusal.ts";
import { withFormerRoles } from "#app/domain/workflow/steering-group.ts";
import { canSee } from "#app/domain/workflow/policy.ts";
import { findObject, type AnyRow } from "#db/queries/workflow/objects.server.ts";
import type { Showcase } from "#db/queries/showcase/showcases.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { confirmationOf } from "#app/domain/workflow/machine.ts";
import { openFrame, type AssignmentFrame, type OpenAssignment } from "#app/services/assignment/frame.server.ts";
import { behaviourOf, type FormExtras } from "./behaviour.ts";
import { behaviours } from "./behaviours.server.ts";
import { refuseIfDone, someoneWasFirst } from "./who-was-first.server.ts";
import { ownersOf, rolesOnChild, accessScopeOf } from "./objects.server.ts";
import { optionsFor } from "./options.server.ts";
import { childOffers } from "./child-offers.server.ts";
import { childFacts } from "./child-facts.server.ts";
import { matterOf, nothing } from "./matter.server.ts";
import { storyOf } from "#app/services/showcase/showcase.server.ts";

/** Describes a move's own page: what it asks, filled in where something is known, and what still stands in the way. */
type MoveForm = {
  frame: AssignmentFrame;
  object: ObjectName;
  name: string;
  fields: Fields;
  options: Options;
  values: Answers;
  missing: readonly string[];
  /** Tells from which day on it can be made, where only that keeps it. */
  opens: string | null;
  /** Holds the milestones that hold a delivery back, each with what this reader may do about it. */
  unanswered: Awaited<ReturnType<typeof unansweredOf>>;
  form: { key: string; version: number };
  /** Sides whose yes is missing still, and those of them that are not the reader's; `saidYes`: the reader's own is there. */
  waitsFor: readonly string[];
  waitsForOthers: readonly string[];
  saidYes: boolean;
  story: ReturnType<typeof storyOf> | null;
  /** Holds what the form is about; `folded` where it begins with what was written before. */
  matter: Awaited<ReturnType<typeof matterOf>> & { folded: boolean };
} & FormExtras;

/** Whoever asks for a move's page: its row, what it is to be made on, what they are to that, and what the judge says of it. */
async function judged(inside: Inside, object: ObjectName, id: string, name: string) {
  const machine = machineOf(object);
  const rule = Object.hasOwn(machine.moves, name) ? machine.moves[name] : undefined;
  if (!rule || !hasOwnForm(rule)) refuse("not_found");
  const isNew = rule.from.includes("new");
  const part =
    object === "assignment" || isNew ? null : ((await findObject(inside.db, object, id)) ?? refuse("not_found"));
  const open = await openFrame(inside, part && "assignmentId" in part ? part.assignmentId : id);
  if (!canSee(inside.actor, accessScopeOf(open.assignment))) refuse("not_found");
  const row = (object === "assignment" ? open.assignment.row : part) as AnyRow | null;
  const owners = object === "assignment" ? null : part ? ownersOf(part) : { personId: inside.actor.id };
  const roles = rolesOnChild(inside, open.roles, object, owners);
  const facts = await childFacts(inside, object, { assignment: open.assignment, row, answers: {}, whole: open });
  const verdict = evaluate(machine, name, facts, object === "assignment" ? open.roles : roles);
  return { rule, part, open, row, roles, verdict, inTime: isInTime(rule, facts) };
}

/**
 * Opens the form of a move on an assignment or one of its parts. Refuses `not_found` for whoever may not move it, so that a
 * form never promises what the judge refuses. `chosen`: what the address says that the form is to be filled with.
 */
export const openMoveForm = (
  ctx: Context,
  object: ObjectName,
  id: string,
  name: string,
  chosen: string | null = null,
): Promise<MoveForm> =>
  inTransaction(ctx, async (inside) => {
    const { rule, part, open, row, roles, verdict, inTime } = await judged(inside, object, id, name);
    const wanted = { id, name, named: namesAny(rule, withFormerRoles(roles)), inTime };
    if (!verdict.ok && verdict.why === "wrong_status")
      await someoneWasFirst(inside, open.assignment, "wrong_status", wanted);
    if (!verdict.ok && verdict.why === "not_yours") await refuseIfDone(inside, open.assignment, wanted);
    if (!verdict.ok && verdict.why !== "guards") refuse(verdict.why === "not_yours" ? "not_found" : verdict.why);
    const behaviour = behaviourOf(behaviours, object, name);
    const all = fieldsFor(rule, roles, open.assignment.row);
    const asked = ctx.factor ? withoutCode(all) : all;
    const whole = { fields: asked, options: await optionsFor(inside, open.assignment, asked, open.gathered) };
    const { fields, options } = behaviour.narrows?.(whole, open) ?? whole;
    const story = object === "showcase" && part ? storyOf(part as Showcase) : null;
    const said = open.gathered.confirmed.filter((c) => c.move === confirmationOf(object, name, id));
    const waitsFor = rule.both?.some((r) => roles.has(r))
      ? rule.both.filter((r) => !said.some((c) => c.relation === r))
      : [];
    const values: Answers = {
      ...(await behaviour.prefill?.(open, row, inside, chosen)),
      ...Object.assign({}, ...said.map((c) => c.data)),
    };
    return {
      frame: open.frame,
      object,
      name,
      fields,
      options,
      values,
      missing: verdict.ok ? [] : verdict.missing,
      opens: object === "assignment" && !verdict.ok ? firstDay(open.facts, verdict.missing) : null,
      unanswered:
        !verdict.ok && verdict.missing.includes("milestones_answered") ? await unansweredOf(inside, open) : [],
      form: { key: inside.newId(), version: row && "version" in row ? row.version : open.frame.version },
      waitsFor,
      waitsForOthers: waitsFor.filter((r) => !roles.has(r)),
      saidYes: rule.both?.some((r) => roles.has(r) && said.some((c) => c.relation === r)) ?? false,
      story: name === "rewrite_showcase" ? null : story,
      // A public result has a drawing of its own beside the form.
      matter: {
        ...(story ? nothing : await matterOf(inside, open, { object, id, name, row })),
        folded: !rule.both && isFilledIn(fields, values),
      },
      scanned: [],
      unticked: [],
      effort: null,
      invoices: [],
      settles: null,
      judged: null,
      ...(await behaviour.formExtras?.(inside, open)),
    };
  });

/** Returns milestones of which nobody said yet what became of them, by their day. */
async function unansweredOf(inside: Inside, open: OpenAssignment) {
  const today = amsterdamDay(inside.now());
  const rows = open.gathered.openMilestones.filter((milestone) => isUnanswered(milestone, today));
  const found = [];
  for (const row of rows) {
    const offers = await childOffers(inside, open, "milestone", row);
    found.push({ id: row.id, title: row.title, dueOn: row.dueOn, offers });
  }
  return found;
}
/** Tells whether a form begins with all that it asks, so that what was written before stands in it already. */
const isFilledIn = (fields: Fields, values: Answers) =>
  Object.keys(values).length > 0 &&
  Object.entries(fields).every(([id, { kind }]) => kind === "files" || values[id] !== undefined);

/**
 * Tells who may send files with the form of this move, and to which centre: whoever the row names, also when somebody
 * was first or a guard holds it back. That is for the move itself to say, which knows whether the same form came
 * before.
 */
export const openMoveUpload = (ctx: Context, object: ObjectName, id: string, name: string) =>
  inTransaction(ctx, async (inside) => {
    const { rule, open, roles } = await judged(inside, object, id, name);
    if (!namesAny(rule, roles)) refuse("not_found");
    return { centreId: open.assignment.row.centreId };
  });
