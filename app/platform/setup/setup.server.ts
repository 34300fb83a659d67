import {
  administratorFields,
  openingFields,
  openingFieldsWhere,
  readOpening,
  type Opening,
} from "#app/domain/administration/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Field, Fields, Posted } from "#app/domain/fields/fields.ts";
import { Refusal, type FieldError } from "#app/domain/refusal.ts";
import type { Locale } from "#app/domain/words.ts";
import { labelOf, wordsOf } from "#app/i18n/field.ts";
import { words } from "#app/i18n/words.ts";
import { hashPassword, passwordProblem } from "#app/platform/session/passwords.server.ts";
import {
  begin,
  hasSchools,
  isKnownAccount,
  isUnbegun,
  openAtMachine,
  type First,
} from "#app/services/administration/first-use.server.ts";
import type { Opened } from "#app/services/administration/opening.server.ts";
import type { Context } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import type { Asking } from "./asking.server.ts";

type Errors = Record<string, FieldError>;
/** Answers that will not do, a sentence for each. */
export class NotYet extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join(" "));
  }
}
/** Whoever answered went away before the end. */
export class Stopped extends NotYet {}

/** Returns Dutch, unless the terminal or the operator speaks English. */
export const localeOf = (given: string | undefined): Locale => (given?.toLowerCase().startsWith("en") ? "en" : "nl");

type Given = { answers: Readonly<Record<string, unknown>>; asking: Asking | null; origin: string };
/**
 * Makes the first administrator and centre, or a next centre where there is an administrator; answers what to say of it.
 * With `asking` each answer is asked until it will do; without, all that is wrong is told at once (`NotYet`). One
 * transaction at the end: who stops before it has made nothing.
 */
export async function setUp(ctx: Context, { answers, asking, origin }: Given): Promise<string[]> {
  const first = await isUnbegun(ctx);
  const opening = openingFieldsWhere(await hasSchools(ctx));
  const fields: Fields = first ? { ...administratorFields, ...opening } : opening;
  const opened = asking ? await asked(ctx, fields, first, asking) : await given(ctx, fields, first, answers);
  return report(ctx.locale, opened, origin);
}

/** Everything was given as options, so every mistake is named at once. */
async function given(ctx: Context, fields: Fields, first: boolean, answers: Given["answers"]): Promise<Opened> {
  const t = words(ctx.locale).administration.setup;
  // An answer that nothing asks is a mistake in a name, and would silently be left out.
  const known = { ...administratorFields, ...openingFields };
  const strange = Object.keys(answers).filter((name) => !(name in known));
  if (strange.length) throw new NotYet(strange.map(t.machine.unknown));
  const posted: Posted = Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join("\n") : String(value ?? ""),
    ]),
  );
  const errors = await errorsIn(ctx, fields, first, posted);
  if (Object.keys(errors).length) throw new NotYet(sentences(ctx.locale, errors));
  try {
    return await make(ctx, first, posted);
  } catch (error) {
    if (error instanceof Refusal) throw new NotYet(refusedWith(ctx.locale, error));
    throw error;
  }
}

/** Asks one question after another; what the database refuses at the end is asked again. */
async function asked(ctx: Context, fields: Fields, first: boolean, asking: Asking): Promise<Opened> {
  const t = words(ctx.locale).administration.setup;
  asking.print(first ? t.machine.begin : t.machine.again);
  const posted: Record<string, string> = {};
  for (const id of Object.keys(fields)) await askOne(ctx, fields, first, id, posted, asking);
  for (;;) {
    // One answer may ask another: who signs, and by what right.
    const errors = await errorsIn(ctx, fields, first, posted);
    for (const id of Object.keys(errors)) await askOne(ctx, fields, first, id, posted, asking);
    if (Object.keys(errors).length > 0) continue;
    try {
      return await make(ctx, first, posted);
    } catch (error) {
      if (!(error instanceof Refusal) || Object.keys(error.errors).length === 0) throw error;
      for (const line of refusedWith(ctx.locale, error)) asking.print(line);
      for (const id of Object.keys(error.errors)) await askOne(ctx, fields, first, id, posted, asking);
    }
  }
}
async function askOne(
  ctx: Context,
  fields: Fields,
  first: boolean,
  id: string,
  posted: Record<string, string>,
  asking: Asking,
) {
  const t = words(ctx.locale).administration.setup;
  const field = fields[id];
  if (!field) return;
  if (id === "password" && (await isKnownAccount(ctx, posted.email ?? ""))) return asking.print(t.machine.known);
  for (;;) {
    posted[id] = await answerTo(ctx.locale, id, field, asking);
    const { [id]: error } = await errorsIn(ctx, fields, first, posted);
    if (!error) return;
    for (const line of sentences(ctx.locale, { [id]: error }).slice(1)) asking.print(line);
  }
}
async function answerTo(locale: Locale, id: string, field: Field, asking: Asking): Promise<string> {
  const { fields, machine: t } = words(locale).administration.setup;
  const { label, hint, options } = wordsOf(fields, id);
  const read = async (question: string, how?: { hidden: boolean }) => {
    const line = await asking.ask(question, how);
    if (line === null) throw new Stopped([t.stopped]);
    return line;
  };
  asking.print(`\n${label}${field.required ? "" : ` ${t.optional}`}`);
  if (hint) asking.print(`  ${hint}`);
  if (field.kind === "choice") {
    field.options.forEach((option, at) => asking.print(`  ${at + 1}. ${options?.[option] ?? option}`));
    const chosen = await read(`${t.choose}:`);
    return field.options[Number(chosen.trim()) - 1] ?? chosen.trim();
  }
  if (field.kind === "text") {
    asking.print(`  ${t.lines}`);
    const lines: string[] = [];
    for (let line = await read(">"); line.trim() !== ""; line = await read(">")) lines.push(line);
    return lines.join("\n");
  }
  if (field.kind !== "password") return read(">");
  const [one, two] = [await read(">", { hidden: true }), await read(`${t.repeat}:`, { hidden: true })];
  return one === two ? one : "";
}

/** Finds what is wrong with the answers so far, by the name of each. */
async function errorsIn(ctx: Context, fields: Fields, first: boolean, posted: Posted): Promise<Errors> {
  const opening = readOpening(posted, await hasSchools(ctx));
  const errors: Errors = opening.ok ? {} : { ...opening.errors };
  if (!first) return errors;
  const read = readAnswers(administratorFields, posted, {});
  const password = String(posted.password ?? "");
  const own = [String(posted.name ?? ""), String(posted.email ?? "")];
  const weak = password === "" ? null : passwordProblem(password, own);
  if (!read.ok) Object.assign(errors, read.errors);
  if (weak) errors.password = weak;
  if (await isKnownAccount(ctx, String(posted.email ?? ""))) delete errors.password;
  return Object.fromEntries(Object.entries(errors).filter(([id]) => id in fields));
}
async function make(ctx: Context, first: boolean, posted: Posted): Promise<Opened> {
  const opening = readOpening(posted) as { ok: true; answers: Opening };
  if (!first) return openAtMachine(ctx, opening.answers);
  const email = String(posted.email ?? "").trim();
  const known = await isKnownAccount(ctx, email);
  const password = String(posted.password ?? "");
  const who: First = {
    name: String(posted.name ?? "").trim(),
    email,
    passwordHash: known ? null : await hashPassword(password),
  };
  return begin(ctx, who, opening.answers, null);
}

/** Returns a line for each answer that will not do. */
export function sentences(locale: Locale, errors: Errors): string[] {
  const { shell, administration } = words(locale);
  const { fields, machine } = administration.setup;
  return [
    machine.wrong,
    ...Object.entries(errors).map(
      ([id, error]) => `  ${id}: ${shell.fieldError[error.code](labelOf(fields, id) ?? "", error.limit)}`,
    ),
  ];
}
/** Says in lines what the services refused. */
export const refusedWith = (locale: Locale, refusal: Refusal): string[] =>
  Object.keys(refusal.errors).length
    ? sentences(locale, refusal.errors)
    : [words(locale).shell.why[refusal.why].title, words(locale).shell.why[refusal.why].text];

function report(locale: Locale, opened: Opened, origin: string): string[] {
  const t = words(locale).administration.setup;
  return [
    t.done(opened.centre),
    ...(opened.institution === "joined" ? [t.joined(opened.school)] : []),
    ...(opened.invited.length ? [t.invited(opened.invited.join(", ")), t.machine.letters] : []),
    t.machine.login(new URL(urls.account.login, origin).href),
  ];
}
