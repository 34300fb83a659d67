import type { Locale } from "#app/domain/words.ts";
import { moves } from "./nl/moves.ts";
import { moves as movesEn } from "./en/moves.ts";
import { guards } from "./nl/guards.ts";
import { guards as guardsEn } from "./en/guards.ts";
import { fields } from "./nl/fields.ts";
import { fields as fieldsEn } from "./en/fields.ts";
import { toStudent } from "./nl/student.ts";
import { turns } from "./nl/turns.ts";
import { turns as turnsEn } from "./en/turns.ts";
import { accounts } from "./nl/accounts.ts";
import { accounts as accountsEn } from "./en/accounts.ts";
import { agreement } from "./nl/agreement.ts";
import { around } from "./nl/around.ts";
import { around as aroundEn } from "./en/around.ts";
import { chrome } from "./nl/chrome.ts";
import { community } from "./nl/community.ts";
import { community as communityEn } from "./en/community.ts";
import { dossier } from "./nl/dossier.ts";
import { dossier as dossierEn } from "./en/dossier.ts";
import { market } from "./nl/market.ts";
import { market as marketEn } from "./en/market.ts";
import { pages } from "./nl/pages.ts";
import { pages as pagesEn } from "./en/pages.ts";
import { places } from "./nl/places.ts";
import { plans } from "./nl/plans.ts";
import { plans as plansEn } from "./en/plans.ts";
import { places as placesEn } from "./en/places.ts";
import { skills } from "./nl/skills.ts";
import { skills as skillsEn } from "./en/skills.ts";
import { intake } from "./nl/intake.ts";
import { intake as intakeEn } from "./en/intake.ts";
import { letters } from "./nl/letters.ts";
import { letters as lettersEn } from "./en/letters.ts";
import { rounds } from "./nl/rounds.ts";
import { rounds as roundsEn } from "./en/rounds.ts";
import { search } from "./nl/search.ts";
import { search as searchEn } from "./en/search.ts";
import { words as labels } from "./nl/words.ts";
import { agreement as agreementEn } from "./en/agreement.ts";
import { chrome as chromeEn } from "./en/chrome.ts";
import { words as labelsEn } from "./en/words.ts";

const nl = {
  accounts,
  agreement,
  around,
  chrome,
  community,
  dossier,
  fields,
  guards,
  intake,
  letters,
  market,
  moves,
  pages,
  places,
  plans,
  rounds,
  search,
  skills,
  turns,
  words: labels,
};
/** All text of the product, by room. Dutch is the source; English has the same keys or does not compile. */
export type Words = typeof nl;
const en: Words = {
  accounts: accountsEn,
  agreement: agreementEn,
  around: aroundEn,
  chrome: chromeEn,
  community: communityEn,
  dossier: dossierEn,
  fields: fieldsEn,
  guards: guardsEn,
  intake: intakeEn,
  letters: lettersEn,
  market: marketEn,
  moves: movesEn,
  pages: pagesEn,
  places: placesEn,
  plans: plansEn,
  rounds: roundsEn,
  search: searchEn,
  skills: skillsEn,
  turns: turnsEn,
  words: labelsEn,
};

const all: Record<Locale, Words> = { nl, en };
const student = toStudent(nl);
/** The words of one language; Dutch has its own for a student. */
export const words = (locale: Locale, toAStudent = false): Words =>
  toAStudent && locale === "nl" ? student : all[locale];
/** What every role is called, in a centre or in an organisation. */
export const roleNames = (locale: Locale) => ({
  ...all[locale].words.centreRole,
  ...all[locale].words.organizationRole,
});
