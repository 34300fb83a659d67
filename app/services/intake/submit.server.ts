import { mayEdit } from "#app/domain/workflow/editing-rights.ts";
import { fitOf } from "#app/domain/intake/fit.ts";
import { hintsFor } from "#app/domain/intake/hints.ts";
import { intakeMinimum, intakeStepIds, lacking, stepsDone, type IntakeStep } from "#app/domain/intake/fields.ts";
import type { Actor } from "#app/domain/workflow/policy.ts";
import { refuse } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { companiesOf, companiesIn, centresOf } from "#db/queries/intake/submit.server.ts";
import { openFrame } from "#app/services/assignment/frame.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { similarInCentre, similarInSight } from "#app/services/market/similar.server.ts";

type Membership = Actor["memberships"][number];
const asksFor = (m: Membership) =>
  m.centreId === null && m.organizationId !== null && (m.role === "client_owner" || m.role === "problem_owner");
/** Tells who finishes drafts for companies of a centre; nobody starts what they may not go on with. */
const helpsAt = (m: Membership) => m.centreId !== null && mayEdit("draft", new Set([m.role]));
/** Tells whether this person may start a question at all. */
export const mayStart = ({ memberships }: Actor) => memberships.some((m) => asksFor(m) || helpsAt(m));
/** Lists where this person may start a question: own companies, or as business developer the companies of the centre. */
export const places = (ctx: Context) =>
  inTransaction(ctx, async ({ db, actor }) => {
    const own = actor.memberships.filter(asksFor).map((m) => m.organizationId as string);
    const centres = actor.memberships.filter(helpsAt).map((m) => m.centreId as string);
    const companies = [...(await companiesOf(db, own)), ...(await companiesIn(db, centres))];
    return {
      companies: companies.filter((c, i) => companies.findIndex((o) => o.id === c.id) === i),
      centres: await centresOf(db, own, centres),
    };
  });
/** Returns one page of the intake, or the check of all, with advice. Refuses `wrong_status` when the text may not be edited now. */
export const openSteps = (ctx: Context, id: string, step: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await openFrame(inside, id);
    const { row, centre } = open.assignment;
    if (!mayEdit(row.status, open.roles)) refuse(open.frame.involved ? "wrong_status" : "not_found");
    if (step !== "controle" && !(intakeStepIds as string[]).includes(step)) refuse("not_found");
    const answers = open.gathered.text?.intake ?? {};
    const submit = open.frame.offers.find((o) => o.name === "submit");
    const reading = { switches: switchesOf(centre.switches), now: inside.now() };
    const steers = open.roles.has("coordinator") || open.roles.has("business_developer");
    const question = { centreId: row.centreId, answers, not: id };
    return {
      frame: open.frame,
      step: step as IntakeStep | "controle",
      answers,
      hints: hintsFor(answers, reading),
      fit: fitOf(answers, reading),
      missing: submit?.missing.map((m) => m.guard) ?? [],
      maySubmit: submit !== undefined,
      form: { key: inside.newId(), version: row.version },
      done: stepsDone(answers),
      lacking: lacking(answers, intakeMinimum),
      similar:
        step !== "controle"
          ? []
          : steers
            ? await similarInCentre(inside, question)
            : await similarInSight(inside, question),
      buildsOn: row.buildsOn,
    };
  });
/** Returns the page after this one; after the last all is read back. */
export const nextStep = (step: IntakeStep): IntakeStep | "controle" =>
  intakeStepIds[intakeStepIds.indexOf(step) + 1] ?? "controle";
