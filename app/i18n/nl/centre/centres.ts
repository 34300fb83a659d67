/** Holds the words of centres and what they are. */
export const centres = {
  title: "Centra",
  lead: "In een centrum werken bedrijven en scholen samen.",
  open: "Open vraagstukken",
  none: "Er staan nu geen vraagstukken open.",
  all: "Bekijk alle vraagstukken",
  communities: "Leergemeenschappen",
  region: "Regio",
  about: "Over dit centrum",
  pipeline: "Pijplijn",
  people: "Mensen",
  post: "Post",
};
