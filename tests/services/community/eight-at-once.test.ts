import { beforeAll, expect, test } from "vitest";
import { addContact } from "#app/services/community/people.server.ts";
import { writeReflection } from "#app/services/community/reflections.server.ts";
import { saveStory, storyPage } from "#app/services/community/stories.server.ts";
import type { Cast } from "#db/seed/cast.ts";
import { joinCommunity, type World } from "#db/seed/world.ts";
import { neighbourhood } from "#tests/support/town/community.ts";

let w: World;
let c: Cast;
let id: string;
beforeAll(async () => {
  ({ w, c, id } = await neighbourhood());
  await joinCommunity(w, id, c.employee, "employee", false);
});
/** Says how eight forms end that are sent at once, each from a page of its own; a mark is made of signs that show nothing. */
const atOnce = async (send: (mark: string) => Promise<unknown>) =>
  (
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        send("\u200B".repeat(n)).then(
          () => "done",
          (error: { why?: string }) => error.why ?? String(error),
        ),
      ),
    )
  ).sort((a, b) => Number(a !== "done") - Number(b !== "done"));

const once = ["done", ...Array<string>(7).fill("already_done")];

test("a story that is sent eight times at once stands there once", async () => {
  const teller = await w.as(c.employee);
  const tell = (mark: string) =>
    saveStory(teller, id, { who: "Het team", for_whom: "monteurs", changed: `Minder nachtritten${mark}` });
  expect(await atOnce(tell)).toEqual(once);
  expect((await storyPage(teller, id, 1)).total).toBe(1);
});
test("a reflection and an end user that are sent eight times at once stand there once", async () => {
  const once = ["done", ...Array(7).fill("already_done")];
  const [writer, lead] = [await w.as(c.employee), await w.as(c.teacher)];
  expect(await atOnce((mark) => writeReflection(writer, id, { text: `Samen meten helpt.${mark}` }))).toEqual(once);
  const contact = (mark: string) => addContact(lead, id, { name: `Mw. Acht${mark}`, stands_for: "Bewoners" });
  expect(await atOnce(contact)).toEqual(once);
});
