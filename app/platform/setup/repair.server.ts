import { repairs } from "#app/domain/administration/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { inviteAtMachine, type Successor } from "#app/services/administration/appointing.server.ts";
import { takeFactorsAtMachine } from "#app/services/administration/factors.server.ts";
import type { Context } from "#app/services/context.ts";
import { NotYet, refusedWith, sentences } from "./setup.server.ts";

type Repair = keyof typeof repairs;

/** Returns the repair that these answers ask for; undefined when they set something up. */
export const repairIn = (answers: Readonly<Record<string, unknown>>): Repair | undefined =>
  (Object.keys(repairs) as Repair[]).find((name) => name in answers);

/** Repairs it, with the rules an administrator has on the web; answers what to say of it. Throws `NotYet`. */
export async function repair(
  ctx: Context,
  name: Repair,
  answers: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const { machine } = words(ctx.locale).administration.setup;
  const fields: Fields = repairs[name];
  const strange = Object.keys(answers).filter((answer) => !(answer in fields));
  if (strange.length) throw new NotYet(strange.map(machine.unknown));
  const posted = Object.fromEntries(Object.entries(answers).map(([answer, value]) => [answer, String(value ?? "")]));
  const read = readAnswers(fields, posted, {});
  if (!read.ok) throw new NotYet(sentences(ctx.locale, read.errors));
  try {
    return await done(ctx, name, read.answers as Record<string, string>);
  } catch (error) {
    if (error instanceof Refusal && error.why === "not_found") throw new NotYet([machine.noCentre(posted.slug ?? "")]);
    if (error instanceof Refusal) throw new NotYet(refusedWith(ctx.locale, error));
    throw error;
  }
}
async function done(ctx: Context, name: Repair, answers: Record<string, string>): Promise<string[]> {
  const t = words(ctx.locale).administration.setup;
  const to = answers[name] ?? "";
  if (name === "take_factors")
    return [(await takeFactorsAtMachine(ctx, to)) ? t.machine.factorsTaken(to) : t.machine.noFactors(to)];
  const successor: Successor =
    name === "invite_coordinator"
      ? { role: "coordinator", email: to }
      : { role: "authorised_signatory", email: to, schoolId: null, mandate: answers.signatory_mandate ?? "" };
  const centre = await inviteAtMachine(ctx, answers.slug ?? "", successor);
  return [t.machine.invitedTo(to, centre), t.machine.letters];
}
