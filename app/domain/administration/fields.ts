import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Fields, Posted } from "#app/domain/fields/fields.ts";
import type { ReadOf } from "#app/domain/fields/typed.ts";
import { isBlank } from "#app/domain/marks.ts";
import type { FieldError } from "#app/domain/refusal.ts";
import { readBlocks, readHolidays, type Rhythm } from "./rhythm.ts";
import { disablingReasons } from "./acts.ts";

const centreKinds = ["civ", "coe", "other"] as const;
const pppTypes = ["developer", "educator", "catalyst", "entrepreneur"] as const;

/**
 * Holds what the first page asks before anything else: the code that the server's log shows. It works once, and who
 * looked it up need not do so again for a mistake elsewhere: its name is none of those that are never shown again
 * (`platform/http/request/form`).
 */
export const codeFields = { code_from_log: { kind: "line", required: true, max: 60 } } as const satisfies Fields;
/** Names who becomes the first administrator of the platform. */
export const administratorFields = {
  name: { kind: "line", required: true, max: 120 },
  email: { kind: "email", required: true },
  password: { kind: "password", required: true },
} as const satisfies Fields;
/**
 * Lists what a centre needs to begin. The signatory may be left out where the institution is here already and has
 * one; blocks and holidays have defaults.
 */
export const openingFields = {
  centre_name: { kind: "line", required: true, max: 120 },
  slug: { kind: "line", required: true, max: 40 },
  kind: { kind: "choice", required: true, options: centreKinds },
  ppp_type: { kind: "choice", required: true, options: pppTypes },
  region: { kind: "line", required: true, max: 60 },
  institution_name: { kind: "line", required: true, max: 160 },
  institution_kvk: { kind: "kvk", required: true },
  institution_place: { kind: "line", required: true, max: 80 },
  coordinator_email: { kind: "email", required: true },
  signatory_email: { kind: "email" },
  signatory_mandate: { kind: "line", max: 200 },
  controller: { kind: "line", max: 200 },
  privacy_contact: { kind: "email", required: true },
  blocks: { kind: "line", max: 200 },
  holidays: { kind: "text", max: 4000 },
} as const satisfies Fields;
/** Holds the same where no school is here yet: then nobody is there to sign, and both fields that say who does are asked. */
const firstOpeningFields = {
  ...openingFields,
  signatory_email: { ...openingFields.signatory_email, required: true },
  signatory_mandate: { ...openingFields.signatory_mandate, required: true },
} as const satisfies Fields;
/** Lists what is asked to open a centre, where schools may be here already or where none is. */
export const openingFieldsWhere = (schools: boolean): typeof openingFields =>
  schools ? openingFields : firstOpeningFields;
export type Opening = Omit<ReadOf<typeof openingFields>, "blocks" | "holidays"> & Rhythm;

/** The address of a centre consists of small letters and digits, with single dashes between them. */
const isSlug = (text: string) => text.split("-").every((part) => part !== "" && !/[^a-z0-9]/.test(part));

type Read = { ok: true; answers: Opening } | { ok: false; errors: Record<string, FieldError> };
/**
 * Reads what opens a centre, every mistake at once. Sloppy capitals and spaces in the address are mended. `schools`:
 * whether one may be here already.
 */
export function readOpening(posted: Posted, schools = true): Read {
  const slug = String(posted.slug ?? "")
    .trim()
    .toLowerCase()
    .replaceAll(" ", "-");
  const read = readAnswers(openingFieldsWhere(schools), { ...posted, slug }, {});
  const blocks = readBlocks(String(posted.blocks ?? ""));
  const holidays = readHolidays(String(posted.holidays ?? ""));
  const errors: Record<string, FieldError> = { ...(read.ok ? {} : read.errors) };
  if (slug !== "" && !errors.slug && !isSlug(slug)) errors.slug = { code: "not_a_slug" };
  if (blocks === null) errors.blocks ??= { code: "not_a_day_of_year" };
  if (holidays === null) errors.holidays ??= { code: "not_a_date" };
  if (!isBlank(String(posted.signatory_email ?? "")) && isBlank(String(posted.signatory_mandate ?? "")))
    errors.signatory_mandate ??= { code: "required" };
  if (!read.ok || blocks === null || holidays === null || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, answers: { ...read.answers, blocks, holidays } };
}

/** Names who is to coordinate a centre that stands. */
export const inviteCoordinatorFields = { coordinator_email: openingFields.coordinator_email } as const satisfies Fields;
/** Names who is to sign for one of the schools of a centre that stands. */
export const inviteSignatoryFields = (schools: readonly string[]) =>
  ({
    school: { kind: "choice", required: true, options: schools },
    signatory_email: { kind: "email", required: true },
    signatory_mandate: { kind: "line", required: true, max: 200 },
  }) as const satisfies Fields;

/**
 * Lists what `npm run setup` repairs in an installation that stands, by the answer that asks for it, with what else
 * it needs: a centre without a coordinator, a school without a signatory, and who lost every second factor.
 */
export const repairs = {
  invite_coordinator: { invite_coordinator: openingFields.coordinator_email, slug: openingFields.slug },
  invite_signatory: {
    invite_signatory: { kind: "email", required: true },
    slug: openingFields.slug,
    signatory_mandate: { kind: "line", required: true, max: 200 },
  },
  take_factors: { take_factors: { kind: "email", required: true } },
} as const satisfies Record<string, Fields>;
/** Describes the address that each repair asks. */
export type RepairAddresses = { [Name in keyof typeof repairs]: { kind: "email"; required: true } };

/** Names whom an administrator looks for: one address, whole. There is no list of people to leaf through. */
export const lookUpFields = { email: { kind: "email", required: true } } as const satisfies Fields;
export const disableFields = {
  reason: { kind: "choice", required: true, options: disablingReasons },
} as const satisfies Fields;
