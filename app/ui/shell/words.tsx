import { createContext, useContext, type ReactNode } from "react";
import type { Days } from "#app/domain/fields/days.ts";
import type { Why } from "#app/domain/refusal.ts";
import type { Locale } from "#app/domain/words.ts";
import { formats, type Formats } from "#app/i18n/format.ts";
import { roleNames, words, type Words } from "#app/i18n/words.ts";

type Spoken = { locale: Locale; student: boolean; coordinates: boolean; today?: string };
const WordsContext = createContext<Spoken>({ locale: "nl", student: false, coordinates: false });

/** Everything below speaks this language, to a student or to somebody else. `Document` provides it. */
export const Speaking = ({
  locale,
  student = false,
  coordinates = false,
  today,
  children,
}: {
  locale: Locale;
  student?: boolean;
  coordinates?: boolean;
  today?: string;
  children: ReactNode;
}) => <WordsContext.Provider value={{ locale, student, coordinates, today }}>{children}</WordsContext.Provider>;
/** Answers the language of the page. */
export const useLocale = (): Locale => useContext(WordsContext).locale;
/** Says what dates are held against on a page that knows no assignment. */
export const useToday = (): Days | null => {
  const { today } = useContext(WordsContext);
  return today ? { today } : null;
};
/** Answers all words of the page's language, by noun, as in `useWords().shell.form.save`. */
export const useWords = (): Words => {
  const { locale, student } = useContext(WordsContext);
  return words(locale, student);
};
/** Says why something was refused, and to whom this reader can turn: a coordinator is not sent to the coordinator. */
export const useWhy = () => {
  const { shell } = useWords();
  const { coordinates } = useContext(WordsContext);
  return (why: Why): { title: string; text: string } =>
    why === "not_yours" && coordinates ? { ...shell.why[why], text: shell.toCoordinator } : shell.why[why];
};
/** Tells what a role in a centre or an organisation is called; an unknown one by its own name. */
export const useRole = () => {
  const names: Record<string, string> = roleNames(useLocale());
  return (role: string) => names[role] ?? role;
};
/** Writes dates, money and numbers in the page's language. */
export const useFormats = (): Formats => formats(useLocale());
