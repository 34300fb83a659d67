/** Holds the words of an annex that a student signs. */
export const annex = {
  done: "Je hebt deze bijlage getekend.",
  back: "Terug naar je uitnodiging",
  sign: "Onderteken",
  name: "Je naam",
  consent: "Ik heb dit gelezen en ga akkoord",
  choice: "Wat kies je?",
  code: "Code",
  codeHint: "De code uit de mail die je net kreeg.",
  kept: "Deze woorden worden bewaard zoals ze hier staan.",
};
