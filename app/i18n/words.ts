import type { Locale } from "#app/domain/words.ts";
import { en } from "./en/words.ts";
import { toStudent } from "./nl/shell/student.ts";
import { nl, type Words } from "./nl/words.ts";

export type { Words } from "./nl/words.ts";
const all: Record<Locale, Words> = { nl, en };
const student = toStudent(nl);
/** The words of one language; Dutch has its own for a student. */
export const words = (locale: Locale, toAStudent = false): Words =>
  toAStudent && locale === "nl" ? student : all[locale];
/** What every role is called, in a centre or in an organisation. */
export const roleNames = (locale: Locale) => ({
  ...all[locale].enums.centreRole,
  ...all[locale].enums.organizationRole,
});
