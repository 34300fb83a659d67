import { freshEnough, provenActs, type Proof, type ProvenAct } from "#app/domain/account/fresh-proof.ts";
import { refuse, Refusal } from "#app/domain/refusal.ts";
import type { SignedIn } from "#app/platform/http/request/context.server.ts";
import { askToShow } from "#app/platform/session/passkeys.server.ts";
import { wrongFactor, wrongPassword } from "#app/platform/session/proving.server.ts";
import { factorRows, noteProof } from "#app/services/account/factors.server.ts";
import { loginOf } from "#app/services/account/proof.server.ts";
import type { Context } from "#app/services/context.ts";
import type { ProofWays } from "#app/ui/shell/shell.ts";

/** Lists what somebody can prove with: their factors, or without any their password. Makes a challenge for their passkeys. */
export async function waysOf(ctx: Context, signed: SignedIn): Promise<ProofWays> {
  if (!signed.hasFactor) return { password: true, code: false, passkey: null };
  const factors = await factorRows(ctx, signed.actor.id);
  const keys = factors.filter(({ kind }) => kind === "passkey");
  const who = { personId: signed.actor.id, sessionId: signed.sessionId };
  return { password: false, code: true, passkey: keys.length ? await askToShow(ctx, who, keys) : null };
}

type Asked = { ctx: Context; request: Request; signed: SignedIn | null; form: { key: string; proof: Proof } };
/**
 * Looks at what was given as a proof and remembers it in the session: a second factor of whoever has one, else the password.
 * Refuses `prove_first` with what is wrong, and `too_many`.
 */
export async function takeProof({ ctx, request, signed, form }: Asked): Promise<void> {
  if (!signed) return refuse("logged_out");
  const { hasFactor, sessionId, email } = signed;
  const who = { personId: signed.actor.id, sessionId, email, request, formKey: form.key };
  const wrong = await (hasFactor ? wrongFactor : wrongPassword)(ctx, who, form.proof);
  if (wrong) throw new Refusal("prove_first", [], { [wrong.field]: { code: wrong.code } });
  await noteProof(ctx, sessionId, hasFactor);
}
const given = ({ password, code, passkey }: Proof) => Boolean(password || code || passkey);

/**
 * Asks who somebody is once more before an act that needs it (docs/trust.md 3.17), unless this session proved it lately.
 * Answers what the context says of it from here on. Refuses `prove_first`; the page of that refusal sends the same form
 * again with the proof. Whoever came by a link and has neither password nor factor has nothing to prove with.
 */
export async function requireProof(asked: Asked, act: ProvenAct): Promise<Pick<Context, "factor">> {
  const { ctx, signed, form } = asked;
  if (!signed) return {};
  const takes = signed.hasFactor || provenActs[act] === "recent";
  if (given(form.proof) && takes) await takeProof(asked);
  else if (!freshEnough(act, signed, ctx.now()) && !(await hasNothing(ctx, signed))) {
    // Left empty it is refused beside the field; before it was ever asked there is nothing to say of it.
    if (form.proof.asked && takes) await takeProof(asked);
    refuse("prove_first");
  }
  return signed.hasFactor && provenActs[act] === "now" ? { factor: "given" } : {};
}
const hasNothing = async (ctx: Context, { hasFactor, email }: SignedIn) =>
  !hasFactor && !(await loginOf(ctx, email))?.passwordHash;
