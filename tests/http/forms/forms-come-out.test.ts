// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { sungInForms, type SungForm } from "#tests/support/town/sung-forms.ts";
import { formOf, formWordsIn, typedForms } from "#tests/support/town/typed-forms.ts";
import type { Answered } from "#tests/support/town/walk.ts";
import { walkedTown } from "#tests/support/town/walked.ts";

let pages: Answered[];
let sung: SungForm[];
const kindOf = (word: string) => `${formOf(word)?.form} ${formOf(word)?.id}`;
beforeAll(async () => {
  const town = await walkedTown();
  pages = town.pages.filter(({ status }) => status === 200);
  const { house, raw } = await town.database();
  sung = await sungInForms(house, raw, town.people, town.t.c);
});

test("what is typed in a form is read by nobody whom its table does not name", () => {
  const mayRead = new Set(
    sung.flatMap(({ word, assignment, readers }) =>
      [...readers].flatMap((who) => [`${word} ${who}`, `${word} ${who} ${assignment}`]),
    ),
  );
  // On a page of an assignment it is the readers of that one; lists and desks show what may be read anywhere.
  const ofAssignment = new Set(sung.flatMap(({ word, assignment }) => (assignment ? [word] : [])));
  const reader = (word: string, who: string, path: string) => {
    const [, id] = /^\/vraagstukken\/([0-9a-f-]{36})/.exec(path) ?? [];
    return id && ofAssignment.has(word) ? `${word} ${who} ${id}` : `${word} ${who}`;
  };
  const everybody = new Set(typedForms.filter(({ by }) => by === "everybody" || by === "text").map(({ word }) => word));
  const leaks = pages.flatMap(({ who, path, html }) =>
    formWordsIn(html)
      .filter((word) => !mayRead.has(reader(word, who, path)) && !(who === "visitor" && everybody.has(word)))
      .map((word) => `${kindOf(word)}: ${who} at ${path}`),
  );
  expect([...new Set(leaks)]).toEqual([]);
});

test("what is typed in a form is found again, on the page that its table says, by everybody whom it names", () => {
  const at = new Map<string, Answered[]>();
  for (const page of pages) at.set(page.who, [...(at.get(page.who) ?? []), page]);
  const silent = sung.flatMap(({ word, kind, finders, page }) =>
    [...finders]
      .filter((who) => {
        const read = (at.get(who) ?? []).filter(({ path }) => page.test(path));
        return read.length > 0 && !read.some(({ html }) => html.includes(word));
      })
      .map((who) => `${kind}: ${who} at ${page.source}`),
  );
  console.log(census());
  expect([...new Set(silent)].sort()).toEqual([]);
});

/** Which answers of forms were typed in the town, and who of it reads them: the census as a table. */
function census(): string {
  const rows = new Map<string, Set<string>>();
  for (const { kind, readers } of sung) rows.set(kind, new Set([...(rows.get(kind) ?? []), ...readers]));
  return [...rows].map(([kind, who]) => `${kind} | ${[...who].join(", ")}`).join("\n");
}

test("every field of a form in which people type was typed in, and somebody found it", () => {
  const found = new Set(
    sung
      .filter(({ word, finders, page }) =>
        pages.some(({ who, path, html }) => finders.has(who) && page.test(path) && html.includes(word)),
      )
      .map(({ kind }) => kind),
  );
  expect(typedForms.map(({ word }) => kindOf(word)).filter((kind) => !found.has(kind))).toEqual([]);
});
