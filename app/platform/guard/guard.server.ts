import type { Shell } from "#app/ui/shell/shell.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { refuse } from "#app/domain/refusal.ts";
import { idempotent, idempotentOutsideTransaction } from "#app/services/idempotent.server.ts";
import { data, redirect, serverOnly, type LoaderFunctionArgs } from "#app/framework.server.ts";
import { failureOf } from "#app/platform/http/reply/failure.server.ts";
import { readForm, refuseUnreadable, sentForm, type PostedForm } from "#app/platform/http/request/form.server.ts";
import { publicUrl } from "#app/platform/runtime/runtime.server.ts";
import { shellOf } from "#app/platform/http/pages/shell.server.ts";
import { removeOrphans } from "#app/platform/files/leftovers.server.ts";
import { readUpload, type Upload } from "#app/platform/files/upload.server.ts";
import { safeRedirectPath } from "#app/platform/http/reply/safe-redirect.server.ts";
import type { TopicsOf, RouteMarks } from "#app/platform/http/pages/route-table.server.ts";
import type { ProvenAct } from "#app/domain/account/fresh-proof.ts";
import {
  answered,
  asError,
  enter,
  enterToEnrol,
  enterToProve,
  logged,
  look,
  rememberTyped,
  stateOf,
  visit,
  type Entrance,
  type Visit,
} from "./entrance.server.ts";
import { requireProof } from "./fresh-proof.server.ts";

export { chooseLanguage } from "#app/platform/http/request/language.server.ts";
export { safeRedirectPath, publicUrl };
export type { Visit } from "./entrance.server.ts";
export type { PostedForm };

export type CommandVisit<C> = Visit<C> & { form: PostedForm };
/**
 * Tells where to go after a command; cookies only where a session begins or ends, or a language is chosen. `forget`
 * where it ends: the browser drops what it kept of our pages, also of those that "back" would show.
 */
export type Answer = string | { to: string; cookies: readonly string[]; forget?: boolean };
type Args = LoaderFunctionArgs;
type Titled = { title: string };
type Loader<D> = ((args: Args) => Promise<{ [serverOnly]: D & { shell: Shell } }>) & RouteMarks;
type Action = ((args: Args) => Promise<unknown>) & RouteMarks;
/** A route's screen gets this data: `DataOf<typeof loader>`. */
export type DataOf<L> = L extends Loader<infer D> ? D & { shell: Shell } : never;

const guarded = <F extends (args: Args) => Promise<unknown>>(
  kind: string,
  work: F,
  marks: Omit<RouteMarks, "guarded"> = {},
): F & RouteMarks => Object.assign(work, { guarded: kind, ...marks });

/** Answers for an address that only takes a form: there is nothing to read. After a refused form the page says what was refused. */
export const postOnly = async (): Promise<{ title: string }> => refuse("not_found");

/** Tells who comes in: people with a session (`in`), or those few who stand before or in their second step. */
const doors = { in: enter, prove: enterToProve, enrol: enterToEnrol } as const;
type Door = { door?: keyof typeof doors };
/**
 * Makes a page for people with a session; a visitor is sent to log in and comes back. The work's data goes to the
 * screen, as it is.
 */
export const page = <D extends Titled>(
  work: (visit: Visit<Context>) => Promise<D>,
  { door = "in" }: Door = {},
): Loader<D> => guarded("page", (args: Args) => runPage(args, doors[door], work), { door });

/**
 * Tells what a public page says of itself. `topics`: its bytes are kept for visitors. `aSecondOld`: it only reads,
 * and nobody without a session expects to see there what they just wrote: visitors read it from the replica, where
 * there is one.
 */
type Public = { topics?: TopicsOf; aSecondOld?: boolean };

/**
 * Makes a page for everyone. With `topics` its bytes are kept for visitors, until one of the topics it names changes:
 * then it holds no form key and nothing that differs between them.
 */
export const publicPage = <D extends Titled>(
  work: (visit: Visit<Context>) => Promise<D>,
  { topics, aSecondOld = false }: Public = {},
): Loader<D> =>
  guarded("publicPage", (args: Args) => runPage(args, aSecondOld ? look : visit, work), { topics, aSecondOld });

/**
 * Makes a file, feed or export for whoever has a session, or with `open` for everyone; the work decides who may have
 * it. With `topics` its bytes are kept for visitors, as of a page.
 */
export const resource = (
  work: (visit: Visit<Context>) => Promise<Response>,
  { open = false, topics, aSecondOld = false, door = "in" }: Public & { open?: boolean } & Door = {},
): ((args: Args) => Promise<Response>) & RouteMarks =>
  guarded(
    "resource",
    async (args: Args) => {
      try {
        return await work(await (aSecondOld ? look : open ? visit : doors[door])(args));
      } catch (error) {
        if (error instanceof Response) return error;
        const { status, why } = logged(error, args);
        return new Response(null, { status, headers: why ? { "X-Why": why } : {} });
      }
    },
    { topics, aSecondOld, ...(open || aSecondOld ? {} : { door }) },
  );

type Repeatable = { repeatable: true; outsideTransaction?: boolean; uploads?: false };
type Once = { repeatable?: false; outsideTransaction?: false; uploads?: Upload };
type AfterRefusal = {
  before?: (visit: CommandVisit<Context>) => Promise<unknown>;
  afterRefusal?: (visit: CommandVisit<Context>, why: unknown) => Promise<unknown>;
};
/** Tells what the form does, where that asks who somebody is once more; of a form that does more than one thing, by what it says. */
type Proven = { proof?: ProvenAct | ((visit: CommandVisit<Context>) => ProvenAct | null) };

/**
 * Makes a form's effect for people with a session, once per form key, in one transaction; answers an address. A
 * refusal is answered in place with what was typed. `repeatable`: no transaction, for what may safely happen twice;
 * with `outsideTransaction` still once per key, for what spends a link or a password. `before` runs ahead of the
 * transaction and `afterRefusal` when everything was rolled back, for what must count even so. `proof`: what it does
 * asks for a fresh proof of who somebody is (docs/trust.md 3.17). `uploads`: the form brings files; who may bring
 * them here is asked before the first byte of its body is read.
 */
export function command(
  work: (visit: CommandVisit<Context>) => Promise<Answer>,
  options: Repeatable & AfterRefusal & Proven & Door,
): Action;
export function command(
  work: (visit: CommandVisit<Inside>) => Promise<Answer>,
  options?: Once & AfterRefusal & Proven & Door,
): Action;
export function command(
  work: (visit: CommandVisit<never>) => Promise<Answer>,
  options: (Repeatable | Once) & AfterRefusal & Proven & Door = {},
): Action {
  const { door = "in", uploads, proof } = options;
  return guarded("command", (args: Args) => runCommand(args, doors[door], work, options), {
    uploads: uploads ? (uploads.only ?? true) : false,
    door,
    proof: typeof proof === "function" ? "some" : proof,
  });
}

/** Does the same for visitors and for whoever opened a one-time link. */
export function publicCommand(
  work: (visit: CommandVisit<Context>) => Promise<Answer>,
  options: Repeatable & AfterRefusal,
): Action;
export function publicCommand(
  work: (visit: CommandVisit<Inside>) => Promise<Answer>,
  options?: Once & AfterRefusal,
): Action;
export function publicCommand(
  work: (visit: CommandVisit<never>) => Promise<Answer>,
  options: (Repeatable | Once) & AfterRefusal = {},
): Action {
  return guarded("publicCommand", (args: Args) => runCommand(args, visit, work, options), {
    uploads: options.uploads ? (options.uploads.only ?? true) : false,
  });
}

/**
 * Answers what a mail program does for its reader with one POST from anywhere, without a session (RFC 8058).
 * Everything it says stands in the address; its body is not read. Only for work that may happen again and again, and
 * gives nothing away. Answers the page itself: a mail program follows no redirect.
 */
export const oneClick = (work: (visit: Visit<Context>) => Promise<void>): Action =>
  guarded(
    "oneClick",
    async (args: Args) => {
      try {
        await work(await visit(args));
        return data(null);
      } catch (error) {
        throw await asError(error, args);
      }
    },
    { oneClick: true },
  );

async function runPage<D extends Titled>(args: Args, entrance: Entrance, work: (visit: Visit<Context>) => Promise<D>) {
  try {
    const entered = await entrance(args);
    const drawn = await work(entered);
    const shell = shellOf(entered.url, entered.ctx, entered.signed);
    // Before the second step nothing of the menu works.
    const nav = entered.half && entered.signed ? [] : shell.nav;
    return { [serverOnly]: { ...drawn, shell: { ...shell, nav } } };
  } catch (error) {
    throw await asError(error, args);
  }
}

async function runCommand(
  args: Args,
  entrance: Entrance,
  work: (visit: CommandVisit<never>) => Promise<Answer>,
  { repeatable, outsideTransaction, uploads, before, afterRefusal, proof }: (Repeatable | Once) & AfterRefusal & Proven,
) {
  let commanded: CommandVisit<Context> | undefined;
  let failed: unknown;
  try {
    const entered = await entrance(args);
    const form =
      uploads && bringsFiles(uploads, args)
        ? await readUpload(entered, stateOf(args).body, uploads, noteSent(args))
        : await readForm(args.request);
    commanded = { ...entered, form };
    refuseUnreadable(form.fields);
    const act = typeof proof === "function" ? proof(commanded) : proof;
    if (act) commanded = { ...commanded, ctx: { ...entered.ctx, ...(await requireProof(commanded, act)) } };
    await before?.(commanded);
    const answer =
      repeatable && !outsideTransaction
        ? await work(commanded as never)
        : await runOncePerKey(commanded, work, outsideTransaction);
    return redirectTo(answer);
  } catch (error) {
    failed = error;
    await rememberTyped(args);
    try {
      if (commanded && failureOf(error).refusal) await afterRefusal?.(commanded, error);
    } catch (other) {
      return answered(other, args);
    }
    return answered(error, args);
  } finally {
    if (commanded?.form.files.length) await removeOrphans(commanded.form.files, failed);
  }
}
/** Tells whether the form at this address is one that brings files. */
const bringsFiles = ({ only }: Upload, { params }: Args) =>
  only === undefined || only.some((said) => Object.entries(said).every(([name, text]) => params[name] === text));
/** Remembers what was typed in a form with files; that of other forms is known before they come here. */
const noteSent = (args: Args) => (pairs: readonly (readonly [string, string])[]) => {
  const { pathname, search } = new URL(args.request.url);
  stateOf(args).sent = () => sentForm(pathname + search, pairs, true);
};

/** Cookies travel with the first answer only: a replay repeats the address. */
async function runOncePerKey(
  commanded: CommandVisit<Context>,
  work: (visit: CommandVisit<never>) => Promise<Answer>,
  outsideTransaction = false,
): Promise<Answer> {
  const { ctx, form } = commanded;
  let besides: Omit<Exclude<Answer, string>, "to"> = { cookies: [] };
  const first = async (inside: Context) => {
    const answer = await work({ ...commanded, ctx: inside } as never);
    if (typeof answer === "string") return answer;
    const { to, ...rest } = answer;
    besides = rest;
    return to;
  };
  const to = outsideTransaction
    ? await idempotentOutsideTransaction(ctx, form.key, form.fingerprint, () => first(ctx))
    : await idempotent(ctx, form.key, form.fingerprint, first);
  return { to, ...besides };
}

function redirectTo(answer: Answer): Response {
  const { to, cookies, forget = false } = typeof answer === "string" ? { to: answer, cookies: [] } : answer;
  const headers = new Headers(forget ? { "Clear-Site-Data": '"cache", "storage"' } : {});
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(safeRedirectPath(to, publicUrl()), { status: 303, headers });
}
