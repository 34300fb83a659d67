// @module-tag slow
import { expect, test } from "vitest";
import { act } from "#db/seed/acts.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

test("who confided something reads what they said, and nothing of what is noted about it", async () => {
  const { w, c, line } = await livedOnce({ to: "in_progress" });
  const { id } = await act(w, c.employee, "flag", line.id, "raise_concern", {
    flag_kind: "team_trouble",
    flag_what: "Het team praat niet.",
  });
  await act(w, c.teacher, "flag", id, "follow_concern", { flag_note: "Het ligt aan het bedrijf." });
  const read = async (who: string) => (await progressTab(await w.as(who), line.id)).flags.find((f) => f.id === id);
  const hidden = { what: "Het team praat niet.", notes: [] };
  expect(await read(c.employee)).toMatchObject(hidden);
  expect(await read(c.coordinator)).toMatchObject({
    notes: [{ note: "Het ligt aan het bedrijf.", by: { actor: expect.anything() } }],
  });
  await act(w, c.teacher, "flag", id, "settle_concern", { flag_note: "Besproken met het team." });
  expect(await read(c.employee)).toMatchObject(hidden);
});
