import type { Problem, ProofAsked, Shell } from "./shell.ts";
import { textOrNull } from "#app/domain/fields/text-in.ts";

/** Holds the surroundings of a page about which nothing is known, as when a loader failed before it began. */
export const guestShell: Shell = { locale: "nl", path: "/", person: null, nav: [], demo: false, origin: "" };

const record = (data: unknown): Record<string, unknown> =>
  typeof data === "object" && data !== null ? { ...data } : {};
const isFirst = (value: unknown): value is NonNullable<Problem["first"]> => {
  const { name, move, at } = record(value);
  return [name, move, at].every((part) => typeof part === "string");
};
const isShell = (value: unknown): value is Shell => {
  const shell = record(value);
  return typeof shell.locale === "string" && typeof shell.path === "string" && Array.isArray(shell.nav);
};

export type Surroundings = {
  shell: Shell;
  title: string | null;
  why: string | null;
  requestId: string | null;
  first: Problem["first"];
  wait: number | null;
  proof: ProofAsked | null;
  /** Holds the assignment that the address lies below, where the reader may open it. */
  above: string | null;
};
const isProof = (value: unknown): value is ProofAsked =>
  typeof record(value).ways === "object" && record(value).ways !== null;
/** Reads what loader data or the body of a refusal says about its surroundings; whatever is missing gets the guest's. */
export function surroundings(data: unknown): Surroundings {
  const { shell, title, why, requestId, first, wait, proof, above } = record(data);
  return {
    shell: isShell(shell) ? shell : guestShell,
    title: textOrNull(title),
    why: textOrNull(why),
    requestId: textOrNull(requestId),
    first: isFirst(first) ? first : null,
    wait: typeof wait === "number" ? wait : null,
    proof: isProof(proof) ? proof : null,
    above: textOrNull(above),
  };
}
