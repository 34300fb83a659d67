import type { Locale } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import type { AssignmentTab } from "#app/urls.ts";

/** Tells what the browser calls a page: its title, and on a tab of an assignment also the tab; there one without a title says so. */
export function pageName(locale: Locale, { title, assignmentTab }: { title: string; assignmentTab?: AssignmentTab }) {
  if (!assignmentTab) return title;
  const { tabs, untitled } = words(locale).assignment;
  const own = title || untitled;
  return assignmentTab === "overzicht" ? own : `${own}: ${tabs[assignmentTab]}`;
}
