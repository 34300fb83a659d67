/** These words stand on the public page of a centre. */
export const centre = {
  results: "Resultaten",
  partners: "Partners",
  schools: "Scholen",
  companies: "Bedrijven met een vraagstuk of resultaat",
  follow: "Volg dit centrum",
  feeds: "Nieuwe vraagstukken van dit centrum in uw feedlezer:",
  themes: "Thema’s die nu open staan",
  communities: "Leergemeenschappen",
};
