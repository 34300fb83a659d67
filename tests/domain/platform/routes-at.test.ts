import { expect, test } from "vitest";
import { byFirstWord } from "#app/platform/http/pages/route-table.server.ts";
import { urls } from "#app/urls.ts";

const route = (name: string) => ({
  name,
  pattern: new RegExp(`^${name.replaceAll(/:\w+/g, "[^/]+").replace("*", ".*")}/?$`),
});
/** Lists every address of the product with a parameter in it or not, and two that begin with whatever is asked. */
const every = [
  ...Object.values(urls)
    .flatMap((room) => Object.values(room))
    .map((address) => (typeof address === "string" ? address : address.pattern)),
  "/:anything/else",
  "/*",
].map(route);
const asked = every.flatMap(({ name }) => {
  const path = name.replaceAll(/:\w+|\*/g, "iets");
  return [path, `${path}/`, `${path}/meer`, `/${path.slice(1).toUpperCase()}`];
});

test("an address means the same routes, in the same order, as when all of them are tried", () => {
  const routesAt = byFirstWord(every);
  const meaning = (path: string, of: readonly (typeof every)[number][]) =>
    of.filter(({ pattern }) => pattern.test(path)).map(({ name }) => name);
  for (const path of [...asked, "/", "//", "/%76raagstukken", "/nergens", ""])
    expect(meaning(path, routesAt(path)), path).toEqual(meaning(path, every));
});
test("few routes are tried for one address", () => {
  const routesAt = byFirstWord(every);
  const tried = asked.map((path) => routesAt(path).length);
  expect(every.length).toBeGreaterThan(100);
  expect(Math.max(...tried)).toBeLessThan(every.length / 2);
});
