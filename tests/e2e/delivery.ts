import { expect } from "@playwright/test";
import type { Obligation } from "#app/domain/words.ts";
import type { Posted } from "./filling.ts";
import { still } from "./still.ts";
import type { Stage } from "./stage.ts";
import { who } from "./story.ts";

/** Sends a file through the form, on the tab where it belongs; then it can be downloaded. */
async function upload(s: Stage, email: string, tab: string, name: string) {
  const page = await s.as(email);
  await s.open(page, tab);
  await page
    .getByRole("link", { name: /^Bestanden toevoegen/ })
    .first()
    .click(still);
  await s.look(page);
  await page.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"),
  });
  await page.getByRole("button", { name: "Voeg toe" }).click(still);
  await s.fine(page, "upload");
  const link = page.getByRole("link", { name: new RegExp(name) });
  const got = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(got.status()).toBe(200);
  expect(got.headers()["content-disposition"]).toContain("attachment");
}
export async function prepare(s: Stage, label: string, obligation: Obligation) {
  await pressLink(s, who.teacher, "/oplevering", "Maak een oplevering klaar", {
    label,
    handover: "Draait bij het bedrijf; uitleg in hoofdstuk 4.",
  });
  await upload(s, who.teacher, "/oplevering", `rapport-${label}.pdf`);
  if (obligation === "result") {
    await s.move(
      who.teacher,
      "ask_quality_check",
      {
        "self_check.0.met": "yes",
        "self_check.0.proof": "Tabel 3",
        "self_check.1.met": "yes",
        "self_check.1.proof": "Tabel 4",
      },
      { tab: "/oplevering" },
    );
    await s.move(
      who.quality,
      "clear",
      { "judgement.0.verdict": "meets", "judgement.1.verdict": "meets" },
      { tab: "/oplevering" },
    );
  }
  await s.move(who.teacher, "check_content", { no_personal_data: "yes", no_secrets: "yes", rights_ok: "yes" });
}
async function pressLink(s: Stage, email: string, tab: string, name: string, posted: Posted) {
  const page = await s.as(email);
  await s.open(page, tab);
  await page.locator("main").getByRole("link", { name }).first().click(still);
  await s.look(page);
  await s.fill(page, posted);
  await page.locator("main form").last().getByRole("button").last().click(still);
  await s.fine(page, name);
}
