// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, seatOf, within } from "#db/seed/acts.ts";
import { begin, endInNotInUse, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { guardianLink } from "#db/seed/parents.ts";
import { approve, makersOf, sayYes, showcaseIdOf, tellResult, writeAndAsk } from "#db/seed/showing.ts";
import { events, outbox, showcaseConsents } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { showcaseGallery, resultPage } from "#app/services/showcase/gallery.server.ts";
import { companyPage } from "#app/services/company/company.server.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { answerConsent, openConsent } from "#app/services/showcase/showcase.server.ts";
import { answerByLink } from "#app/services/team/guardian-links.server.ts";
import { openShowcaseGuardian } from "#app/services/showcase/guardian.server.ts";
import { implementationTab } from "#app/services/assignment/implementation-tab.server.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { letterOf } from "#app/platform/mail/letters.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { all, everywhere, outcome, settle, spoken, told, visitor } from "./town.ts";

test("nothing of it stands anywhere until the company and every maker said yes; then it stands everywhere", async () => {
  const town = await settle();
  const { w, c, line } = town;
  await writeAndAsk(line, told);
  const makers = await makersOf(line);
  expect(makers.map((m) => m.name).sort()).toEqual([
    "Annelies Postma",
    "Douwe Hofstra",
    "Noor Visser",
    "Tim Bakker",
    "Yara el Amrani",
  ]);
  expect(await spoken(town)).toBe(false);
  await approve(line, "named");
  for (const [i, maker] of makers.entries()) {
    expect(await spoken(town), maker.name).toBe(false);
    await sayYes(line, maker.id, (["full_name", "first_name", "unnamed"] as const)[i % 3] ?? "unnamed");
  }
  const { result } = await resultPage(visitor(w), line.id);
  expect(result).toMatchObject({
    title: told.title,
    company: "Rioolbeheer Lage Polders",
    companyId: c.companyId,
    quoteBy: told.quote_by,
    degree: "full",
    makers: ["Annelies Postma", "Douwe", "Tim Bakker", "Yara"],
    unnamed: 1,
  });
  const all = await everywhere(town);
  for (const path of [`/resultaten/${line.id}`, `/bedrijven/${c.companyId}`, `/scholen/${c.institutionId}`])
    expect(all).toContain(path);
  expect(all.match(/Kanarieboek/g)?.length).toBeGreaterThanOrEqual(6);
  expect(all).not.toMatch(/Noor|Hofstra|el Amrani/);
});
test("whoever takes a yes back takes it off every page in the same moment, and is named to nobody", async () => {
  const town = await settle();
  const { w, c, line } = town;
  await tellResult(line, told);
  expect(await spoken(town)).toBe(true);
  const [yara = ""] = c.students;
  await answerConsent(await w.as(yara), line.id, "back", {}, null);
  expect(await spoken(town)).toBe(false);
  for (const who of [c.owner, c.teacher, c.students[1] ?? "", c.developer]) {
    const { lines } = await logTab(await w.as(who), line.id);
    expect(
      lines.some((l) => l.move === "hide" && l.actor === null),
      who,
    ).toBe(true);
    expect(
      lines.filter((l) => /consent|ask_maker|give_as/.test(l.move) && l.actor === "Yara el Amrani"),
      who,
    ).toEqual([]);
    expect((await implementationTab(await w.as(who), line.id)).showcase).toMatchObject({
      status: "asked",
      company: true,
      agreed: 4,
      makers: 5,
    });
  }
  const late = await move(
    await w.as(c.owner),
    "showcase",
    await showcaseIdOf(line),
    "refuse_showcase",
    {},
    { version: 0 },
  ).catch((error: Refusal) => error);
  expect(late).toMatchObject({ why: "stale", first: { move: "hide", name: "" } });
  await sayYes(line, yara, "unnamed");
  expect(await spoken(town)).toBe(true);
});
test("a yes belongs to its words: new words go offline and ask everybody anew", async () => {
  const town = await settle();
  const { w, c, line } = town;
  await tellResult(line, told);
  await act(w, c.teacher, "showcase", await showcaseIdOf(line), "rewrite_showcase", {
    ...told,
    changed: "Kanarie, maar dan mooier",
  });
  expect(await spoken(town)).toBe(false);
  await act(w, c.teacher, "showcase", await showcaseIdOf(line), "ask_showcase");
  const consents = await within(w, c.coordinator, ({ db }) => db.select().from(showcaseConsents));
  expect(consents.map((x) => [x.status, x.naming])).toEqual(Array.from({ length: 5 }, () => ["asked", "unnamed"]));
  expect((await myWork(await w.as(c.students[0] ?? ""), null)).consents.map((x) => x.assignmentId)).toEqual([line.id]);
  await act(w, c.owner, "showcase", await showcaseIdOf(line), "refuse_showcase", { explanation: "Toch niet." });
  expect((await myWork(await w.as(c.students[0] ?? ""), null)).consents).toEqual([]);
  expect(await outcome(sayYes(line, c.students[0] ?? "", "unnamed"))).toBe("guards consent_asked");
});
// A name that must go later goes at once.
test("a company may agree without its name; its name, its town and who is quoted then stand nowhere", async () => {
  const town = await settle();
  const { w, c, line } = town;
  await tellResult(line, told, { company: "unnamed" });
  expect((await resultPage(visitor(w), line.id)).result).toMatchObject({
    company: null,
    companyId: null,
    quoteBy: "",
    place: "",
  });
  expect(JSON.stringify((await showcaseGallery(visitor(w), new URLSearchParams())).rows)).not.toMatch(
    /Rioolbeheer|Sneek/,
  );
  expect((await companyPage(visitor(w), c.companyId)).results).toEqual([]);
  await act(w, c.coordinator, "showcase", await showcaseIdOf(line), "withdraw_showcase", { explanation: "" });
  expect(await spoken(town)).toBe(false);
});
test("a question that keeps its company's name keeps it in its result too, whatever is chosen", async () => {
  const { w, line } = await settle({ intake: { hide_company: true } });
  await tellResult(line, told, { company: "named" });
  expect((await resultPage(visitor(w), line.id)).result).toMatchObject({
    title: told.title,
    company: null,
    companyId: null,
    place: "",
  });
});
test("nobody answers for another; who may not see the assignment may not even know that something is asked", async () => {
  const { w, c, line } = await settle();
  await writeAndAsk(line, told);
  for (const stranger of [c.owner, c.contact, c.rival, c.coordinator, c.developer, c.quality, c.students[3] ?? ""]) {
    expect(await outcome(openConsent(await w.as(stranger), line.id)), stranger).toBe("not_found");
    for (const doing of ["yes", "minor", "no", "back"])
      expect(
        await outcome(
          answerConsent(await w.as(stranger), line.id, doing, { naming: "full_name", consent: "on" }, null),
        ),
        stranger,
      ).toBe("not_found");
  }
  expect(await outcome(openConsent(visitor(w), line.id))).toBe("not_found");
  expect(await outcome(answerConsent(await w.as(c.teacher), line.id, "show", {}, null))).toBe("not_found");
  for (const who of [c.teacher, c.developer, c.contact, c.companySigner])
    expect(
      await outcome(
        act(w, who, "showcase", await showcaseIdOf(line), "approve_showcase", {
          company_naming: "named",
          company_consent: "on",
        }),
      ),
      who,
    ).toBe("not_yours");
});
test("who left the team made it too: the letter reaches them, and so does the page to answer on", async () => {
  const { w, c, line, raw } = await settle();
  const [, tim = ""] = c.students;
  await act(w, tim, "member", (await seatOf(w, c.teacher, line.id, tim))?.id ?? "", "leave", {
    reason: "studie",
    explanation: "",
  });
  await raw.unsafe("update memberships set ended_at = now() where person_id = $1", [tim]);
  await writeAndAsk(line, told);
  const known = await w.as(tim);
  const without = { ...known, reach: { ...known.reach, centres: [] } };
  expect(await openConsent(without, line.id), "it needs no centre").toMatchObject({
    status: "asked",
    open: true,
    minor: false,
    story: { title: told.title },
  });
  const letters = await inTransaction(all(w), ({ db }) =>
    db
      .select()
      .from(outbox)
      .where(and(eq(outbox.personId, tim), eq(outbox.relation, "makers"))),
  );
  const letter = await inTransaction(all(w), (inside) => letterOf(inside, letters[0] as never));
  expect(letter).toMatchObject({ button: { path: `/resultaten/${line.id}/toestemming` } });
  await sayYes(line, tim, "full_name");
  expect((await openConsent(await w.as(tim), line.id)).status).toBe("given");
  expect(await outcome(implementationTab(await w.as(tim), line.id))).toBe("not_found");
});
test("for who is 16 or 17 nothing counts until a guardian agreed, with a code of their own; no last name ever", async () => {
  const town = await settle({ minors: 1 });
  const { w, c, line } = town;
  const [, tim = ""] = c.students;
  await writeAndAsk(line, told);
  await approve(line, "named");
  for (const maker of await makersOf(line)) if (maker.id !== tim) await sayYes(line, maker.id, "full_name");
  const asks = { name: "Moeder Bakker", email: "moeder@voorbeeld.nl", consent: "on" };
  expect(
    await outcome(answerConsent(await w.as(tim), line.id, "yes", { naming: "first_name", consent: "on" }, null)),
  ).toBe("guards of_age");
  expect(await outcome(answerConsent(await w.as(tim), line.id, "minor", { naming: "full_name", ...asks }, null))).toBe(
    "invalid naming:not_an_option",
  );
  await answerConsent(await w.as(tim), line.id, "minor", { naming: "first_name", ...asks }, null);
  expect(await spoken(town)).toBe(false);
  const token = await guardianLink(w, line.id, asks.email);
  expect(await openShowcaseGuardian(all(w), token)).toMatchObject({
    student: "Tim Bakker",
    naming: "first_name",
    story: { title: told.title },
  });
  expect(
    await outcome(
      answerByLink(all(w), "showcase_guardian", token, true, { full_name: "Moeder", consent: "on", code: "000000" }),
    ),
  ).toBe("invalid code:wrong_code");
  await answerByLink(all(w), "showcase_guardian", token, false, {});
  expect(await outcome(openShowcaseGuardian(all(w), token))).toBe("link_invalid");
  expect(await spoken(town)).toBe(false);
  await sayYes(line, tim, "full_name");
  expect((await resultPage(visitor(w), line.id)).result.makers).toContain("Tim");
  expect(await everywhere(town)).not.toContain("Bakker");
});
test("what is secret, or not in use, is not written down for everybody at all", async () => {
  const { w, c, line } = await settle({ to: "implementing" });
  const write = () => outcome(act(w, c.teacher, "showcase", line.id, "write_showcase", told));
  expect(await write()).toBe("guards result_in_use");
  await endInNotInUse(line);
  expect(await write()).toBe("guards result_in_use");
  const secret = await live(
    await begin(w, c, "effort", { ...question("effort"), title: "Geheim", confidentiality: "secret" }),
    "implemented",
  );
  expect(await outcome(act(w, c.teacher, "showcase", secret.id, "write_showcase", told))).toBe("guards not_secret");
});
test("five makers who say yes at once show it once (10 rounds), and never while one took it back", {
  tags: ["postgres"],
}, async () => {
  const { w, c, line } = await settle();
  await tellResult(line, told);
  const makers = await makersOf(line);
  for (let round = 0; round < 10; round++) {
    await Promise.all(makers.map(async (m) => answerConsent(await w.as(m.id), line.id, "back", {}, null)));
    await Promise.all(
      makers.map(async (m) =>
        answerConsent(await w.as(m.id), line.id, "yes", { naming: "unnamed", consent: "on" }, null),
      ),
    );
    expect((await resultPage(visitor(w), line.id)).result).toMatchObject({ makers: [], unnamed: 5 });
  }
  const count = async (move: string) =>
    (
      await within(w, c.coordinator, ({ db }) =>
        db
          .select({ id: events.id })
          .from(events)
          .where(and(eq(events.assignmentId, line.id), eq(events.move, move))),
      )
    ).length;
  expect([await count("show"), await count("hide")]).toEqual([11, 10]);
});
