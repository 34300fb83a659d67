import { Readable } from "node:stream";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { act, openDelivery, within } from "#db/seed/acts.ts";
import { openFiles } from "#app/platform/files/receive.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { addFiles } from "#app/services/files/uploads.server.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "samenspel-scan-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return openFiles(made);
};
const ticked = { no_personal_data: "on", no_secrets: "on", rights_ok: "on" };

test("text is scanned on its way to the disk, also across pieces; what is no text says so", async () => {
  const store = folder();
  const pieces = [Buffer.from("naam;mail\njan;jan@voor"), Buffer.from("beeld.nl\n")];
  expect((await store.receive(Readable.from(pieces), { name: "lijst.csv" })).findings).toEqual(["email"]);
  expect(
    (await store.receive(Readable.from([Buffer.from("meting;123456789\n")]), { name: "meting.csv" })).findings,
  ).toEqual([]);
  expect(
    (await store.receive(Readable.from([Buffer.from("%PDF-1.4\n%%EOF\n")]), { name: "rapport.pdf" })).findings,
  ).toBeNull();
});
test("a delivery in which the scan found persons is checked only with a word about it", async () => {
  const {
    w,
    c,
    line: { id },
  } = await livedOnce({ to: "in_progress" });
  await act(w, c.teacher, "delivery", id, "prepare", { label: "1.0", handover: "Uitleg in hoofdstuk 4." });
  const delivery = await openDelivery(w, c.teacher, id);
  const stored = await folder().receive(Readable.from([Buffer.from("jan@voorbeeld.nl\n")]), { name: "deelnemers.csv" });
  await within(w, c.teacher, (inside) => addFiles(inside, id, "delivery", delivery?.id ?? "", [stored]));
  expect((await openMoveForm(await w.as(c.teacher), "assignment", id, "check_content")).scanned).toContainEqual({
    name: "deelnemers.csv",
    findings: ["email"],
  });
  await expect(act(w, c.teacher, "assignment", id, "check_content", ticked)).rejects.toMatchObject({
    errors: { scan_answer: { code: "required" } },
  });
  await act(w, c.teacher, "assignment", id, "check_content", {
    ...ticked,
    scan_answer: "Het adres van het bedrijf zelf.",
  });
});
