/** Says what a parent or guardian is asked. */
export const guardian = {
  title: "Toestemming",
  ask: "Vraag toestemming aan je ouder of verzorger",
  askText:
    "Je bent nog geen 18. Daarom vragen wij ook een ouder of verzorger om toestemming. Die krijgt een mail met een link.",
  sent: (name: string) => `De vraag ligt bij ${name}.`,
  approved: "Er is toestemming.",
  recorded: "De school heeft vastgelegd dat je ouder of verzorger het goed vindt.",
  refused: "Er is geen toestemming gegeven. Praat erover met je docent.",
  again: "Vraag opnieuw",
  lead: (student: string) => `${student} wil meedoen aan een opdracht. U beslist of dat mag.`,
  when: "Wanneer",
  where: "Waar",
  consent: "Ik geef toestemming",
  fullName: "Uw voor- en achternaam",
  consentLabel: "Ik ben ouder of voogd en geef toestemming",
  no: "Ik geef geen toestemming",
  question: "Uw vraag of reden (mag leeg blijven)",
  thanks: "Dank u wel",
  thanksText: "Uw antwoord is vastgelegd. De docent krijgt bericht. U hoeft niets meer te doen.",
};
