/** These words stand on the public page of a school. */
export const school = {
  eyebrow: "School",
  communities: "Leergemeenschappen",
  programmes: "Opleidingen die meedoen",
  results: "Resultaten",
  working: "opdrachten in uitvoering",
  inUse: "oplossingen in gebruik",
  open: "open vraagstukken",
  openIn: (centre: string) => `Open vraagstukken bij ${centre}`,
  none: "Hier is nog niets te zien.",
  noResults: "Er is nog geen resultaat dat iedereen mag zien.",
  few: (least: number) => `minder dan ${least}`,
  figures: "Geteld zijn opdrachten die iedereen mocht vinden.",
};
