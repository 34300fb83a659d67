import { expect, test } from "vitest";
import { signsAsSelf } from "#app/domain/agreement/own-name.ts";

/** Lists somebody's name, what they may sign as, and what is somebody else. */
const people: readonly (readonly [called: string, own: readonly string[], others: readonly string[]])[] = [
  [
    "Milan Peters",
    ["Milan Peters", "M. Peters", "M.J. Peters", "milan  PETERS", "M. Peters-Smit", "M. Péters", "Dhr. M. Peters"],
    [
      "Piet Puk",
      "Milan",
      "M.",
      "",
      "Naam",
      "Milan Pieters",
      "Peters",
      "Lisa Peters",
      "Milan Peters namens het bestuur",
    ],
  ],
  ["Lisa Jansen", ["L. Jansen", "Lisa Jansen MSc"], ["Mark Jansen", "Directie Jansen B.V.", "Jansen B.V.", "Lisa"]],
  ["Anne-Marie de Wit", ["Anne-Marie de Wit", "A.-M. de Wit", "A. de Wit"], ["Marie Bakker", "Marie de Wit"]],
  ["Marie Bakker", ["M. Bakker"], ["Anne-Marie de Wit"]],
  ["Kees Bos MSc", ["Kees Bos", "K. Bos MSc"], ["Mark Jansen MSc", "Mark MSc"]],
  ["Piet Pietersen jr.", ["Piet Pietersen", "P. Pietersen jr."], ["Mark Jansen jr.", "Mark jr."]],
  ["Sean O'Neill", ["Sean O’Neill", "S. O`Neill", "Sean O\u02BCNeill"], ["Sean Neill"]],
  ["Yara el Amrani", ["Y. el Amrani", "Yara El Amrani"], ["Kees el Bakri", "S. el Amrani"]],
  ["Kees de Wit", ["K. de Wit"], ["Piet de Vries", "Kees de Vries"]],
  ["Ineke Jansen-de Wit", ["I. Jansen", "Ineke de Wit", "Ineke Jansen-de Wit"], ["Jansen de Boer", "Ineke de Boer"]],
  ["Amadou Ba", ["Amadou Ba", "A. Ba"], ["Amadou", "Kees Ba"]],
  ["Mevrouw Jansen", ["P. Jansen", "Mevrouw Jansen"], ["P. de Boer"]],
  ["Mama de Jong", ["Petra de Jong", "Mama de Jong"], ["Petra de Boer", "Mama"]],
  ["Ouder van Jip de Jong", ["Petra de Jong", "Ouder van Jip de Jong"], ["Petra de Boer"]],
  ["", [], ["Piet", ""]],
];

test("who signs writes their own first name or its initial and their own family name, and nobody else's", () => {
  for (const [called, own, others] of people) {
    for (const name of own) expect(signsAsSelf(name, called), `${called} signs as ${name}`).toBe(true);
    for (const name of others) expect(signsAsSelf(name, called), `${called} signs as ${name}`).toBe(false);
  }
});
