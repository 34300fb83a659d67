import { beforeAll, expect, test } from "vitest";
import { asksOpenLicence } from "#app/domain/agreement/terms/fit.ts";
import { fundingRegimes } from "#app/domain/words.ts";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { act } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  fresh = await freshDatabase();
  w = world(fresh.house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
});

test("a draft that would give everybody what it keeps secret is refused beside the field that was filled in", async () => {
  const { id } = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const version = await startChange(await w.as(c.teacher), id);
  const edit = async (terms: Parameters<typeof editTerms>[2], at: number) =>
    editTerms(await w.as(c.teacher), version, terms, at);
  const refused = (field: string) => ({ errors: { [field]: { code: "secret_not_open" } } });
  await expect(edit({ confidentiality: "secret", ip_foreground: "open_licence" }, 1)).rejects.toMatchObject(
    refused("ip_foreground"),
  );
  await edit({ ip_foreground: "open_licence", confidentiality: "public" }, 1);
  await expect(edit({ confidentiality: "secret" }, 2)).rejects.toMatchObject(refused("confidentiality"));
  await edit({ ip_foreground: "company_licence" }, 2);
  await edit({ confidentiality: "secret" }, 3);
  await expect(edit({ ip_foreground: "open_licence" }, 4)).rejects.toMatchObject(refused("ip_foreground"));
  await edit({ problem_summary: "Iets anders." }, 4);
});

test("what was learned in subsidised work is offered open licences alone, and takes no other", async () => {
  const { id } = await live(await begin(w, c, "effort", question("effort")), "anchoring");

  for (const regime of fundingRegimes) {
    await fresh.raw`update assignments set funding_regime = ${regime} where id = ${id}`;
    const form = await openMoveForm(await w.as(c.teacher), "assignment", id, "note_knowledge");
    const { options } = form.fields.licence as { options: readonly string[] };
    expect(options.includes("none"), regime).toBe(!asksOpenLicence(regime));
    expect(options).toContain("cc_by");
    const doing = act(w, c.teacher, "assignment", id, "note_knowledge", {
      title: `Handleiding, ${regime}`,
      licence: "none",
      link: "",
    });
    if (asksOpenLicence(regime))
      await expect(doing).rejects.toMatchObject({ errors: { licence: { code: "open_licence_asked" } } });
    else await doing;
  }
});

test("what was learned in secret work is offered no open licence, whether the version or the card says that it is secret", async () => {
  const { id } = await live(await begin(w, c, "effort", question("effort")), "anchoring");
  const licences = async () => {
    const form = await openMoveForm(await w.as(c.teacher), "assignment", id, "note_knowledge");
    return (form.fields.licence as { options: readonly string[] }).options;
  };
  const note = (licence: string) =>
    act(w, c.teacher, "assignment", id, "note_knowledge", { title: `Handleiding ${licence}`, licence, link: "" });
  const secret = (confidentiality: string) => fresh.raw`
    update agreements set terms = terms || ${fresh.raw.json({ confidentiality })} where assignment_id = ${id}
  `;
  await secret("secret");
  expect(await licences()).toEqual(["none"]);
  for (const licence of ["cc_by", "cc_by_sa", "cc0"])
    await expect(note(licence)).rejects.toMatchObject({ errors: { licence: { code: "secret_not_open" } } });
  await note("none");
  await secret("public");
  expect(await licences()).toContain("cc_by");
  await fresh.raw`update agreements set terms = terms - 'confidentiality' where assignment_id = ${id}`;
  await fresh.raw`update assignments set confidentiality = 'secret' where id = ${id}`;
  await expect(note("cc_by")).rejects.toMatchObject({ errors: { licence: { code: "secret_not_open" } } });
});
