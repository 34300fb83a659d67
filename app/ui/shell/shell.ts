import type { Posted } from "#app/domain/fields/fields.ts";
import type { FieldError, First, Why } from "#app/domain/refusal.ts";
import type { Locale } from "#app/domain/words.ts";
import type { Words } from "#app/i18n/words.ts";

export type NavKey = keyof Words["shell"]["nav"];
export type NavItem = { href: string; label: NavKey; current: boolean };
/** Holds what every page knows about its surroundings; added to loader data by `page()` and `publicPage()`. */
export type Shell = {
  locale: Locale;
  path: string;
  /** `student`: is only that, so Dutch says "je". `coordinates`: is who others are sent to for help. */
  person: { name: string; student?: boolean; coordinates?: boolean } | null;
  nav: readonly NavItem[];
  demo: boolean;
  origin: string;
  /** The day it is in the Netherlands, for dates that may not lie beyond it. */
  today?: string;
};
/**
 * Describes a form that was sent and came to nothing: what may be shown of it. `again`: it can be sent once more just
 * as it was, under its own key.
 */
export type Sent = { action: string; pairs: readonly (readonly [name: string, value: string])[]; again: boolean };
/** Tells with what somebody may prove who they are: a password, a code, or a passkey (what the browser is asked, as JSON). */
export type ProofWays = { password: boolean; code: boolean; passkey: string | null };
/** It is the proof that a form asks before it continues, and what was wrong with one that was given. */
export type ProofAsked = { ways: ProofWays; errors: Readonly<Record<string, FieldError>> };
/** Describes a refused form: why, the guards that failed, errors per field name, what was typed, and who was first. */
export type Problem = {
  why: Why;
  missing: readonly string[];
  errors: Readonly<Record<string, FieldError>>;
  typed: Posted;
  first: First | null;
  /** Tells in how many minutes it may be tried again. */
  wait?: number | null;
};
