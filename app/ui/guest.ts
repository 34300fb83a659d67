import type { Shell } from "./shell.ts";

/** The surroundings of a page about which nothing is known, as when a loader failed before it began. */
export const guestShell: Shell = { locale: "nl", path: "/", person: null, nav: [], demo: false, origin: "" };

const record = (data: unknown): Record<string, unknown> => (typeof data === "object" && data !== null ? { ...data } : {});
const isShell = (value: unknown): value is Shell => { const shell = record(value); return typeof shell.locale === "string" && typeof shell.path === "string" && Array.isArray(shell.nav); };

export type Surroundings = { shell: Shell; title: string | null; why: string | null; requestId: string | null };
/** What loader data or the body of a refusal says about its surroundings; whatever is missing gets the guest's. */
export function surroundings(data: unknown): Surroundings {
  const { shell, title, why, requestId } = record(data);
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return { shell: isShell(shell) ? shell : guestShell, title: text(title), why: text(why), requestId: text(requestId) };
}
