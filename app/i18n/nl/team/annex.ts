/** An annex that a student signs. */
export const annex = {
  done: "Je hebt deze bijlage getekend.",
  back: "Terug naar je uitnodiging",
  sign: "Onderteken",
  name: "Je naam",
  consent: "Ik heb dit gelezen en ga akkoord",
  choice: "Wat kies je?",
};
