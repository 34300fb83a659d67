import type { Locale } from "#app/domain/words.ts";
import { moves } from "#app/i18n/nl/moves.ts";
import { moves as movesEn } from "#app/i18n/en/moves.ts";
import { log } from "#app/i18n/nl/workflow/log.ts";
import { log as logEn } from "#app/i18n/en/workflow/log.ts";
import { reasons } from "#app/i18n/nl/workflow/reasons.ts";
import { reasons as reasonsEn } from "#app/i18n/en/workflow/reasons.ts";
import { guards } from "#app/i18n/nl/guards.ts";
import { guards as guardsEn } from "#app/i18n/en/guards.ts";
import { fields } from "#app/i18n/nl/workflow/fields.ts";
import { fields as fieldsEn } from "#app/i18n/en/workflow/fields.ts";
import { toStudent } from "#app/i18n/nl/student.ts";
import { turns } from "#app/i18n/nl/turns.ts";
import { turns as turnsEn } from "#app/i18n/en/turns.ts";
import { accounts } from "#app/i18n/nl/account.ts";
import { accounts as accountsEn } from "#app/i18n/en/account.ts";
import { agreement } from "#app/i18n/nl/agreement.ts";
import { around } from "#app/i18n/nl/questions.ts";
import { around as aroundEn } from "#app/i18n/en/questions.ts";
import { chrome } from "#app/i18n/nl/shell.ts";
import { community } from "#app/i18n/nl/community.ts";
import { community as communityEn } from "#app/i18n/en/community.ts";
import { dossier } from "#app/i18n/nl/assignment.ts";
import { dossier as dossierEn } from "#app/i18n/en/assignment.ts";
import { market } from "#app/i18n/nl/market.ts";
import { market as marketEn } from "#app/i18n/en/market.ts";
import { pages } from "#app/i18n/nl/showcase.ts";
import { pages as pagesEn } from "#app/i18n/en/showcase.ts";
import { places } from "#app/i18n/nl/pages.ts";
import { plans } from "#app/i18n/nl/matching.ts";
import { plans as plansEn } from "#app/i18n/en/matching.ts";
import { places as placesEn } from "#app/i18n/en/pages.ts";
import { skills } from "#app/i18n/nl/skills.ts";
import { skills as skillsEn } from "#app/i18n/en/skills.ts";
import { intake } from "#app/i18n/nl/intake.ts";
import { intake as intakeEn } from "#app/i18n/en/intake.ts";
import { letters } from "#app/i18n/nl/letters.ts";
import { letters as lettersEn } from "#app/i18n/en/letters.ts";
import { rounds } from "#app/i18n/nl/rounds.ts";
import { rounds as roundsEn } from "#app/i18n/en/rounds.ts";
import { search } from "#app/i18n/nl/search.ts";
import { search as searchEn } from "#app/i18n/en/search.ts";
import { words as labels } from "#app/i18n/nl/enums.ts";
import { agreement as agreementEn } from "#app/i18n/en/agreement.ts";
import { chrome as chromeEn } from "#app/i18n/en/shell.ts";
import { words as labelsEn } from "#app/i18n/en/enums.ts";

const nl = {
  account: accounts,
  agreement: agreement,
  questions: around,
  shell: chrome,
  community: community,
  assignment: dossier,
  fields: fields,
  guards: guards,
  intake: intake,
  letters: letters,
  market: market,
  moves: moves,
  log: log,
  reasons: reasons,
  showcase: pages,
  pages: places,
  matching: plans,
  rounds: rounds,
  search: search,
  skills: skills,
  turns: turns,
  enums: labels,
};
/** All text of the product, by room. Dutch is the source; English has the same keys or does not compile. */
export type Words = typeof nl;
const en: Words = {
  account: accountsEn,
  agreement: agreementEn,
  questions: aroundEn,
  shell: chromeEn,
  community: communityEn,
  assignment: dossierEn,
  fields: fieldsEn,
  guards: guardsEn,
  intake: intakeEn,
  letters: lettersEn,
  market: marketEn,
  moves: movesEn,
  log: logEn,
  reasons: reasonsEn,
  showcase: pagesEn,
  pages: placesEn,
  matching: plansEn,
  rounds: roundsEn,
  search: searchEn,
  skills: skillsEn,
  turns: turnsEn,
  enums: labelsEn,
};

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
