/** Holds the words of the question to the company whether a solution is in use. */
export const check = {
  title: "Hoe staat het ermee?",
  lead: (company: string, title: string, months: number) =>
    `Een team maakte voor ${company} een oplossing${title ? ` voor ‘${title}’` : ""}. Dat is nu ${months} ` +
    "maanden geleden. Wordt die gebruikt?",
  send: "Verstuur uw antwoord",
  answered: "Uw bedrijf heeft dit al verteld. U hoeft niets meer te doen.",
  thanks: "Dank u wel",
  thanksText: "Het team en de school lezen uw antwoord.",
};
