import type { Words } from "#app/i18n/nl/words.ts";
import { allSpoken } from "./spoken.ts";

/**
 * Dutch says "je" to a student where it says "u" to everybody else: all words are spoken so, and a few say something else
 * to a student.
 */
export function toStudent(nl: Words): Words {
  const all = allSpoken(nl);
  const { shell, work } = all;
  return {
    ...all,
    shell: {
      ...shell,
      turn: {
        ...shell.turn,
        yours: "Jij bent aan zet",
      },
      why: {
        ...shell.why,
        not_yours: {
          title: "Dit mag je niet doen",
          text: "Je rol laat dit hier niet toe. Vraag je docent of de coördinator om hulp.",
        },
        on_hold: {
          ...shell.why.on_hold,
          text: "De opdracht moet eerst verder gaan. Daarna kun je verder.",
        },
        disputed: {
          ...shell.why.disputed,
          text: "Eerst moet het geschil zijn opgelost. Daarna kun je verder.",
        },
      },
    },
    work: {
      ...work,
      mine: {
        ...work.mine,
        yours: "Jij bent aan zet",
      },
    },
  };
}
