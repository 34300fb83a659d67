import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { bookmark } from "#app/services/market/bookmarks.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
test("staff keep a question and find it back, each their own; out of sight it is not listed", async () => {
  const { w, c } = await freshWorld({ students: 1 });
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl", students: 1 });
  const publish = async (over: Record<string, string>) =>
    (await live(await begin(w, c, "effort", { ...question("effort"), ...over }, { block: "2026-09-01" }), "published"))
      .id;
  const [open, secret] = [
    await publish({ title: "Te bewaren" }),
    await publish({ title: "Geheim", confidentiality: "secret", teaser: "Alleen dit." }),
  ];
  const kept = async (who: string) => (await myWork(await w.as(who), null)).bookmarks.map((r) => r.title);
  const keep = async (who: string, id: string, on = true) => outcome(bookmark(await w.as(who), id, on));
  for (const who of [c.teacher, c.coordinator, other.teacher]) {
    expect(await Promise.all([keep(who, open), keep(who, open)])).toEqual(["done", "done"]);
    expect(await kept(who)).toEqual(["Te bewaren"]);
  }
  expect((await overview(await w.as(c.teacher), open)).bookmarked).toBe(true);
  expect((await overview(await w.as(c.rival), open)).bookmarked).toBe(false);
  expect((await overview(await w.as(c.owner), open)).bookmarked).toBeNull();
  w.travel(new Date(+w.now() + 60_000));
  expect(await keep(c.teacher, secret)).toBe("done");
  expect(await keep(other.teacher, secret)).toBe("not_found");
  for (const who of [c.students[0] ?? "", c.owner]) expect(await keep(who, open)).toBe("not_yours");
  expect(await kept(c.teacher)).toEqual(["Geheim", "Te bewaren"]);
  await act(w, c.coordinator, "assignment", open, "unpublish", {
    reason: "tekst_wijzigt",
    changes: "Nog eens kijken.",
  });
  expect(await kept(c.teacher)).toEqual(["Geheim"]);
  expect(await kept(other.teacher)).toEqual([]);
  expect(await keep(c.teacher, secret, false)).toBe("done");
  expect(await keep(c.teacher, open, false), "also what is out of sight can be let go").toBe("done");
  expect(await kept(c.teacher)).toEqual([]);
});
