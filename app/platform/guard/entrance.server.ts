import type { Shell } from "#app/ui/shell/shell.ts";
import type { Context } from "#app/services/context.ts";
import { refuse } from "#app/domain/refusal.ts";
import { data, redirect, type LoaderFunctionArgs } from "#app/framework.server.ts";
import { languageIn } from "#app/platform/http/request/cookies.server.ts";
import { contextFor, type RequestState, type SignedIn } from "#app/platform/http/request/context.server.ts";
import type { Client } from "#app/platform/http/request/client.server.ts";
import { sentAtFirst } from "#app/platform/http/request/beginning.server.ts";
import { failureOf } from "#app/platform/http/reply/failure.server.ts";
import { hasWords, typedIn } from "#app/platform/http/request/form.server.ts";
import { log, errorFields } from "#app/platform/runtime/log.server.ts";
import { lookingRuntime } from "#app/platform/runtime/runtime.server.ts";
import { shellOf } from "#app/platform/http/pages/shell.server.ts";
import { loginTo, secondStepTo, urls } from "#app/urls.ts";
import { mayOpen } from "#app/services/assignment/opening.server.ts";
import { nobody, reachOf } from "#app/domain/workflow/policy.ts";
import { waysOf } from "./fresh-proof.server.ts";

type Args = LoaderFunctionArgs;
/** Holds what a route's work is given. `url` holds path and query; `params` are texts nobody has checked yet. */
export type Visit<C> = {
  ctx: C;
  params: Readonly<Record<string, string | undefined>>;
  request: Request;
  url: URL;
  signed: SignedIn | null;
  /** Holds somebody before their second step: to all but its pages they are nobody. */
  half: SignedIn | null;
  /** Tells from where the request came, for counting tries. */
  client: Client;
};
/** This travels beside the request. */
export const stateOf = ({ context }: Args) => context as unknown as RequestState;

/** Knows what was typed in a form with files that nobody has begun to read: its rights are asked first. */
export async function rememberTyped(args: Args): Promise<void> {
  const state = stateOf(args);
  if (state.sent || !state.body) return;
  const { pathname, search } = new URL(args.request.url);
  const sent = await sentAtFirst(state.body, pathname + search);
  if (sent) state.sent = () => sent;
}

/** A request is let in as anybody's, or only with a session. */
export type Entrance = (args: Args) => Promise<Visit<Context>>;
export const visit: Entrance = async (args) => ({
  ...(await contextFor(args.request, stateOf(args))),
  params: args.params,
  request: args.request,
  url: new URL(args.request.url),
  client: stateOf(args).client,
});
/** As anybody, for a page that may be a second old: but who has a session may have written just now. */
export const look: Entrance = async (args) => {
  const visited = await visit(args);
  return visited.signed ? visited : { ...visited, ctx: { ...visited.ctx, ...lookingRuntime() } };
};
/** Lets in who has a session; sends anybody else to log in, with what they typed kept for them. */
export const enter: Entrance = async (args) => {
  const entered = await visit(args);
  if (entered.signed) return entered;
  const { pathname, search } = entered.url;
  if (entered.half) throw redirect(secondStepTo(args.request.method === "POST" ? pathname : pathname + search), 303);
  await rememberTyped(args);
  // Whoever wrote something and is no longer known reads it back; there is nothing to lose on the way to a page.
  if (hasWords(stateOf(args).sent?.())) refuse("logged_out");
  throw redirect(loginTo(args.request.method === "POST" ? pathname : pathname + search), 303);
};

/** Lets in who logged in and has still to give their second factor; anybody else is sent on. */
export const enterToProve: Entrance = async (args) => {
  const entered = await visit(args);
  if (entered.half?.standing === "prove") return asHalf(entered, entered.half);
  throw redirect(
    entered.half ? urls.account.secondFactor : entered.signed ? urls.work.myWork : urls.account.login,
    303,
  );
};
/** Lets in to one's own second factors who is wholly in, or must set one up and has none. */
export const enterToEnrol: Entrance = async (args) => {
  const entered = await visit(args);
  return entered.half?.standing === "enrol" ? asHalf(entered, entered.half) : enter(args);
};
/** Known by name and number, without a role or a centre: what they may do elsewhere waits. */
const asHalf = (entered: Visit<Context>, half: SignedIn): Visit<Context> => {
  const actor = { ...nobody, id: half.actor.id };
  return { ...entered, signed: half, ctx: { ...entered.ctx, actor, reach: reachOf(actor) } };
};

/** A refusal becomes the page again, with what was typed; anything else the error page. */
export async function answered(error: unknown, args: Args) {
  const { status, why, refusal } = failureOf(error);
  stateOf(args).why = why;
  const sent = stateOf(args).sent?.();
  // The page of whoever is no longer known would lead to the door, and lose what was typed.
  // Nor would it ask for a proof: the page of that refusal does, and sends the same form again.
  const elsewhere = refusal?.why === "logged_out" || refusal?.why === "prove_first";
  if (error instanceof Response || !refusal || elsewhere) throw await asError(error, args);
  return data(
    {
      why: refusal.why,
      missing: refusal.missing,
      errors: refusal.errors,
      typed: sent ? typedIn(sent) : {},
      first: refusal.first,
      wait: refusal.wait,
    },
    { status },
  );
}

/** Errors leave as a status, a reason and the request's id; the log keeps the rest (docs/trust.md H22). */
export async function asError(error: unknown, args: Args) {
  if (error instanceof Response) return error;
  const { status, why, refusal } = logged(error, args);
  const { requestId } = stateOf(args);
  const { first = null, wait = null, errors = {} } = refusal ?? {};
  const proof = why === "prove_first" ? { ways: await waysFor(args), errors } : null;
  const [shell, above] = await Promise.all([shellFor(args), assignmentAbove(args)]);
  return data({ why, requestId, first, wait, proof, shell, above }, { status });
}
/** Returns the assignment that the address lies below, where who asks may open it: no page leads to one that is not there for them. */
async function assignmentAbove(args: Args): Promise<string | null> {
  const { pathname } = new URL(args.request.url);
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(pathname)?.[0];
  if (!id || !pathname.startsWith(`${urls.assignment.assignment(id)}/`)) return null;
  // What failed once may fail again, as when the database is out of reach: then there is nothing to lead to.
  return visit(args)
    .then(({ ctx }) => mayOpen(ctx, id))
    .then(
      (open) => (open ? id : null),
      () => null,
    );
}
/** Tells with what who asks may prove who they are; also of somebody half in, who sets up their first factor. */
async function waysFor(args: Args) {
  const { ctx, signed, half } = await visit(args);
  const known = signed ?? half;
  return known && waysOf(ctx, known);
}

/** Tells what a failure is to the outside; one of ours is written down with the rest. */
export function logged(error: unknown, args: Args) {
  const failure = failureOf(error);
  const { request } = args;
  const { requestId, path } = stateOf(args);
  stateOf(args).why = failure.why;
  if (failure.status >= 500)
    log("error", "failed", {
      requestId,
      method: request.method,
      path,
      status: failure.status,
      ...errorFields(error),
    });
  return failure;
}

/** Returns the surroundings, as far as they can be known when something failed: else at least the language of this browser. */
async function shellFor(args: Args): Promise<Shell> {
  const { request } = args;
  return visit(args).then(
    ({ url, ctx, signed }) => shellOf(url, ctx, signed),
    () => ({
      ...shellOf(new URL(request.url), { locale: languageIn(request.headers.get("cookie")) }, null),
      nav: [],
    }),
  );
}
