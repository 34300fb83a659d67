import type { Locale } from "#app/domain/words.ts";
import { en } from "#app/i18n/en/words.ts";
import { toStudent } from "#app/i18n/nl/shell/student.ts";
import { nl, type Words } from "#app/i18n/nl/words.ts";

export type { Words } from "#app/i18n/nl/words.ts";
const all: Record<Locale, Words> = { nl, en };
const student = toStudent(nl);
/** Returns the words of one language; Dutch has its own for a student. */
export const words = (locale: Locale, toAStudent = false): Words =>
  toAStudent && locale === "nl" ? student : all[locale];
/** Tells what every role is called: in a centre, in an organisation, or over the platform. */
export const roleNames = (locale: Locale) => ({
  ...all[locale].enums.centreRole,
  ...all[locale].enums.organizationRole,
  platform_admin: all[locale].administration.role,
});
