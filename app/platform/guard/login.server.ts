import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { refuse } from "#app/domain/refusal.ts";
import { hasDeviceCookie, deviceKnownTo, rememberDevice } from "#app/platform/session/devices.server.ts";
import { begin } from "#app/platform/session/session.server.ts";
import { rightPassword } from "#app/platform/session/passwords.server.ts";
import { log } from "#app/platform/runtime/log.server.ts";
import { mostlyFails, noteOutcome } from "#app/platform/session/slips.server.ts";
import { triesToLogIn, whyDisabled, type Person } from "#app/services/account/proof.server.ts";
import { forgiveTry, manyWrong, noteWrong, throttle } from "#app/services/account/throttle.server.ts";
import { secondStepTo, urls } from "#app/urls.ts";
import type { Answer, Visit } from "./guard.server.ts";
import type { Context } from "#app/services/context.ts";

/**
 * Finds who has this address and password. A browser that is known to the account has tries of its own, so that who
 * guesses at it from elsewhere keeps nobody out (docs/trust.md H24). Refuses `too_many`, and `wrong_credentials`
 * without saying which of the two was wrong. Only who had both right hears that the account is disabled, and why
 * (`account_disabled`).
 */
export async function personWith(
  { ctx, request, client }: Pick<Visit<Context>, "ctx" | "request" | "client">,
  email: string,
  password: string,
): Promise<Person> {
  // Only a browser that brings a mark is looked up before its try is counted: a spray of tries is refused without a question.
  const early = hasDeviceCookie(request) ? await triesToLogIn(ctx, email) : null;
  const device = deviceKnownTo(request, early);
  const tried = device ? { device: `${early?.id} ${device}` } : { account: email, ...client };
  await throttle(ctx, "login", tried);
  const person = early ?? (await triesToLogIn(ctx, email));
  // Known browsers go first, then connections from where more was right than wrong lately.
  const rank = device ? 0 : mostlyFails(client.address) ? 2 : 1;
  const trying = { client: client.address, rank, slow: rank === 2 && manyWrong(ctx) } as const;
  const right = await rightPassword(person?.passwordHash ?? null, password, trying);
  noteOutcome(client.address, right);
  log("info", "password tried", {
    requestId: ctx.requestId,
    right,
    person: person?.id,
    knownBrowser: device !== null,
    from: client.address.slice(0, 12),
  });
  if (!right || !person) {
    await noteWrong(ctx);
    refuse("wrong_credentials");
  }
  await forgiveTry(ctx, "login", tried);
  if (!mayComeIn(person)) {
    const reason = await whyDisabled(ctx, person.id);
    refuse("account_disabled", reason ? [reason] : []);
  }
  return person;
}

type Account = { id: string; passwordHash: string | null };
/**
 * Begins a session and goes on: to the second step of whoever has one or needs one, else to where they wanted to go. A browser
 * is known to an account only after all that is asked: who guesses codes has no tries of their own.
 */
export async function startSession(
  { request }: Pick<Visit<Context>, "request">,
  account: Account,
  to: string,
  cookies: readonly string[] = [],
): Promise<Answer> {
  const { cookie, standing } = await begin(request, account);
  const then = { whole: to, prove: secondStepTo(to), enrol: urls.account.secondFactor }[standing];
  const known = standing === "prove" || !account.passwordHash ? [] : [rememberDevice(request, account)];
  return { to: then, cookies: [cookie, ...known, ...cookies] };
}
