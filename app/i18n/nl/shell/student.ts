import type { Words } from "#app/i18n/nl/words.ts";

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
    problem: { ...nl.shell.problem, first: (name, move, at) => `${name} was je voor: ${move}, ${at}.` },
    fieldError: {
      ...nl.shell.fieldError,
      own_words_password: () => "Gebruik in je wachtwoord niet je naam of e-mailadres.",
      already_used: (label) =>
        `Wat je invulde bij ${label ? `‘${label}’` : "dit veld"} is al in gebruik. Kies iets anders.`,
    },
    why: refusals(nl.shell.why),
  };
  const mine = {
    ...nl.work.mine,
    places: "Je centra en organisaties",
    yours: "Jij bent aan zet",
    empty: "Er wacht niets op jou.",
    emptyText: "Zodra je aan zet bent, staat het hier.",
  };
  return { ...nl, shell, work: { ...nl.work, mine } };
}

const refusals = (why: Words["shell"]["why"]): Words["shell"]["why"] => ({
  ...why,
  invalid: { ...why.invalid, text: "Controleer je antwoorden hieronder." },
  not_yours: {
    title: "Dit mag je niet doen",
    text: "Je rol laat dit hier niet toe. Vraag je docent of de coördinator om hulp.",
  },
  guards: { ...why.guards, text: "Regel eerst wat hieronder staat. Daarna kun je deze stap zetten." },
  on_hold: { ...why.on_hold, text: "De opdracht moet eerst verder gaan. Daarna kun je verder." },
  disputed: { ...why.disputed, text: "Eerst moet het geschil zijn opgelost. Daarna kun je verder." },
  stale: {
    title: "Iemand was je voor",
    text: "Deze pagina is intussen veranderd. Je tekst staat er nog. Bekijk wat er nieuw is en verstuur opnieuw.",
  },
  key_reused: {
    ...why.key_reused,
    text: "Laad de pagina opnieuw. Kijk eerst of je eerdere versie al is opgeslagen.",
  },
  busy: { ...why.busy, text: "Je gegevens zijn niet opgeslagen. Wacht een halve minuut en probeer het opnieuw." },
  already_signed: {
    ...why.already_signed,
    text: "Je hoeft niets meer te doen. Bekijk de afspraken voor de laatste stand.",
  },
});
