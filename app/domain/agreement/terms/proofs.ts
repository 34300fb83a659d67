import type { Side } from "#app/domain/words.ts";

export const mandateProofs = ["trade_register", "mandate_register", "letter"] as const;
export type MandateProof = (typeof mandateProofs)[number];

/** Tells what the proof on record is called by who wrote it down: the first of these words that is in it says what it is. */
const called: Record<MandateProof, RegExp> = {
  trade_register: /kvk|kamer van koophandel|handelsregister|trade register|chamber of commerce/iu,
  mandate_register: /mandaat|mandate/iu,
  letter: /volmacht|machtiging|brief|besluit|letter|power of attorney|decision/iu,
};
/** Tells where it is on record who may bind each side, when the proof itself does not say. */
const registerOf: Record<Side, MandateProof> = { company: "trade_register", education: "mandate_register" };

/** Tells from what it shows that somebody may sign for this side: as the proof on record says, else this side's own register. */
export const proofOf = (side: Side, recorded: string | null): MandateProof =>
  mandateProofs.find((proof) => called[proof].test(recorded ?? "")) ?? registerOf[side];
