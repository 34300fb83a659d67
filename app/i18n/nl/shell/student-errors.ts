import { bytesSaid as bytes } from "#app/i18n/format.ts";
import type { Words } from "#app/i18n/nl/words.ts";

const field = (label: string) => (label ? `‘${label}’` : "dit veld");

/** What a student reads beside a field; what only money asks, and so never a student, stays as it is. */
export const errorsToStudent = (all: Words["shell"]["fieldError"]): Words["shell"]["fieldError"] => ({
  ...all,
  check_not_yet: (_, __, [day = ""] = []) => `Dat kan nog niet. Je kunt dit vertellen vanaf ${day}.`,
  duration_too_long: (l, n = 0) =>
    `Dat is te lang voor ${field(l)}: hoogstens ${n / 60} uur. Bedoel je minuten? Schrijf dan 90 min.`,
  own_words_password: () => "Gebruik in je wachtwoord niet je naam of e-mailadres.",
  file_quota: (_, n = 0) =>
    `Je bewaart hier al zo veel bestanden dat dit er niet meer bij past: hoogstens ${bytes(n)}. Kies een kleiner bestand.`,
  upload_budget_person: (_, n = 0) =>
    `Je hebt vandaag al veel bestanden gestuurd: hoogstens ${bytes(n)} op één dag. Probeer het morgen opnieuw.`,
  already_used: (l) => `Wat je invulde bij ${field(l)} is al in gebruik. Kies iets anders.`,
});

/** Why something is refused, as a student reads it. */
export const refusalsToStudent = (why: Words["shell"]["why"]): Words["shell"]["why"] => ({
  ...why,
  invalid: { ...why.invalid, text: "Controleer je antwoorden hieronder." },
  not_yours: {
    title: "Dit mag je niet doen",
    text: "Je rol laat dit hier niet toe. Vraag je docent of de coördinator om hulp.",
  },
  logged_out: { ...why.logged_out, title: "Je bent niet meer ingelogd" },
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
  wrong_credentials: {
    ...why.wrong_credentials,
    text: "Controleer je e-mailadres en wachtwoord. Of vraag een nieuw wachtwoord aan.",
  },
  somebody_else: {
    ...why.somebody_else,
    text: "Je bent ingelogd met een ander account. Log uit en open de link nog een keer.",
  },
  prove_first: { ...why.prove_first, title: "Bevestig dat jij het bent" },
  account_disabled: {
    title: "Je account staat uit",
    text: "Je kunt niet inloggen. Denk je dat dit niet klopt? Vraag het aan je centrum.",
  },
  already_signed: {
    ...why.already_signed,
    text: "Je hoeft niets meer te doen. Bekijk de afspraken voor de laatste stand.",
  },
});
