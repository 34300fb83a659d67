import { expect, test } from "vitest";
import { signsAsSelf } from "#app/domain/agreement/own-name.ts";

test("who signs writes their own family name, with the first name or initials they like", () => {
  const called = "Milan Peters";
  for (const own of ["Milan Peters", "M. Peters", "milan  PETERS", "Emiliano Peters", "M. Peters-Smit", "Péters"])
    expect(signsAsSelf(own, called), own).toBe(true);
  for (const other of ["Piet Puk", "Milan", "M.", "", "Naam", "Milan Pieters"])
    expect(signsAsSelf(other, called), other).toBe(false);
  for (const own of ["Y. el Amrani", "Yara El Amrani"]) expect(signsAsSelf(own, "Yara el Amrani"), own).toBe(true);
  expect(signsAsSelf("Piet de Vries", "Kees de Wit"), "only the little word is the same").toBe(false);
  for (const own of ["I. Jansen", "Ineke de Wit"]) expect(signsAsSelf(own, "Ineke Jansen-de Wit"), own).toBe(true);
  expect(signsAsSelf("Piet", ""), "nobody is called nothing").toBe(false);
});
