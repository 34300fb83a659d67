/** Says how long a proof in a session counts for what asks a recent one, in milliseconds. */
const proofLasts = 10 * 60_000;
/**
 * Says how fresh a proof must be: `recent`, or given with the act itself. `now` is asked of whoever has a second factor; who has
 * none signs with a mailed code instead (docs/decisions/053).
 */
type Freshness = "recent" | "now";
/** Lists what asks who somebody is once more (docs/trust.md 3.17): what gives or takes rights, and what one signs. */
export const provenActs = {
  invite: "recent",
  end_role: "recent",
  change_role: "recent",
  accept_secrecy: "recent",
  change_password: "recent",
  change_address: "recent",
  change_name: "recent",
  change_factors: "recent",
  take_factors: "recent",
  close_account: "recent",
  platform: "recent",
  switch: "recent",
  privacy_contact: "recent",
  sign: "now",
} as const satisfies Record<string, Freshness>;
export type ProvenAct = keyof typeof provenActs;
/**
 * Holds what a form may carry beside its own fields, as a proof of whoever sends it. `asked`: it comes from the page
 * that asks for one, whether or not it was filled in.
 */
export type Proof = { password?: string; code?: string; passkey?: string; asked?: boolean };
export const proofFields = ["_password", "_code", "_passkey"] as const;

type Proofs = { provedAt: Date | null; factorAt: Date | null; hasFactor: boolean };
/**
 * Tells whether what a session proved is fresh enough. Whoever has a factor proves with that: a password alone does not
 * do.
 */
export function freshEnough(act: ProvenAct, { provedAt, factorAt, hasFactor }: Proofs, now: Date): boolean {
  if (provenActs[act] === "now") return !hasFactor;
  const proof = hasFactor ? factorAt : provedAt;
  return proof !== null && +now - +proof <= proofLasts;
}
