import { asRead, withoutMarks } from "#app/domain/marks.ts";

const wordsOf = (name: string): string[] => withoutMarks(asRead(name)).split(" ");
const parts = (words: readonly string[]) => words.flatMap((word) => word.split("-"));
/** The family name in a name: its last word, and both halves of a double one. */
const familyOf = (name: string): string[] => {
  const words = wordsOf(name);
  return parts(words.filter((word, at) => at === words.length - 1 || word.includes("-")));
};
/**
 * Whether somebody who is called this may sign as that: initials or an official first name differ from what people are called,
 * but the family name is the same, or one half of a double name.
 */
export const signsAsSelf = (signed: string, called: string): boolean => {
  const written = parts(wordsOf(signed));
  return familyOf(called).some((word) => word !== "" && written.includes(word));
};
/** Whether a name that somebody else gave holds a family name: one word, as "Mama", says not how that person signs. */
export const holdsFamilyName = (name: string): boolean => wordsOf(name).filter((word) => word !== "").length > 1;
