import type { Words } from "#app/i18n/nl/words.ts";
import { marketToStudent } from "./student-market.ts";
import { errorsToStudent, refusalsToStudent } from "./student-errors.ts";

/** Dutch says "je" to a student where it says "u" to everybody else: the words of the pages students share with others. */
export function toStudent(nl: Words): Words {
  const shell: Words["shell"] = {
    ...nl.shell,
    turn: { ...nl.shell.turn, yours: "Jij bent aan zet" },
    line: { ...nl.shell.line, here: "je bent hier" },
    moves: { ...nl.shell.moves, title: "Wat je nu kunt doen", none: "Je hoeft nu niets te doen." },
    form: {
      ...nl.shell.form,
      check: "Controleer je antwoorden",
      rowsHint: "Laat regels leeg die je niet nodig hebt.",
    },
    errorPage: {
      ...nl.shell.errorPage,
      reference: "Je kenmerk",
      failed: {
        ...nl.shell.errorPage.failed,
        text:
          "Het ligt niet aan jou. Probeer het over een paar minuten opnieuw. Blijft het misgaan? Geef dan dit " +
          "kenmerk door aan het centrum.",
      },
      closed: { ...nl.shell.errorPage.closed, text: "Wij zijn zo terug. Wat je eerder opsloeg, is bewaard." },
    },
    problem: {
      ...nl.shell.problem,
      first: (name, move, at) =>
        name ? `${name} was je voor: ${move}, ${at}.` : nl.shell.problem.first(name, move, at),
      kept: "Je tekst",
      keptText: "Dit is niet bewaard. Kopieer hier wat je nog nodig hebt.",
      again: {
        ...nl.shell.problem.again,
        afterLogin: "Ben je weer ingelogd? Verstuur dan hier het formulier. De tekst staat hieronder.",
      },
    },
    fieldError: errorsToStudent(nl.shell.fieldError),
    why: refusalsToStudent(nl.shell.why),
  };
  const mine = {
    ...nl.work.mine,
    places: "Je centra en organisaties",
    yours: "Jij bent aan zet",
    empty: "Er wacht niets op jou.",
    emptyText: "Zodra je aan zet bent, staat het hier.",
    answer: "Laat weten of je meedoet",
  };
  return { ...nl, shell, market: marketToStudent(nl.market), work: { ...nl.work, mine } };
}
