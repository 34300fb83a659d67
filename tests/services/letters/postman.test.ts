// @module-tag slow
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { act, within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { mailbox, outbox, people } from "#db/schema.ts";
import { mailboxMailer, type Mail, type Mailer } from "#app/platform/mail/mailer.server.ts";
import { deliverMail } from "#app/platform/mail/postman.server.ts";
import { centreOutbox, resend } from "#app/services/centre/pipeline.server.ts";
import { noReach } from "#app/services/context.ts";
import { sendLink } from "#app/services/letters/link-letters.server.ts";
import { urls } from "#app/urls.ts";

async function house(over: Record<string, string> = {}) {
  const { house: assignment } = await freshDatabase();
  const w = world(assignment, new Date("2026-03-02T09:00:00Z"));
  const c = await cast(w);
  const line = await live(await begin(w, c, "effort", { ...question("effort"), ...over }), "published");
  const outside = { transact: assignment.transact, now: w.now, newId: w.newId };
  const round = (mailer: Mailer) => deliverMail({ runtime: outside, mailer, origin: "https://samenspel.voorbeeld.nl" });
  const all = async (mailer: Mailer) => {
    while ((await round(mailer)) > 0);
  };
  const owed = () =>
    within(w, c.coordinator, ({ db }) =>
      db
        .select()
        .from(outbox)
        .where(and(isNull(outbox.sentAt), isNull(outbox.deadAt))),
    );
  return { w, c, line, outside, round, all, owed };
}
const collecting = () => {
  const mails: Mail[] = [];
  return { mails, mailer: { send: async (mail: Mail) => void mails.push(mail), close: () => {} } satisfies Mailer };
};

test("every letter that is owed goes once, also with four postmen at once; nothing is left", {
  tags: ["postgres"],
}, async () => {
  const { all, owed } = await house();
  const wanted = (await owed()).length;
  expect(wanted).toBeGreaterThan(5);
  const { mails, mailer } = collecting();
  await Promise.all([all(mailer), all(mailer), all(mailer), all(mailer)]);
  expect(new Set(mails.map((m) => m.messageId)).size).toBe(mails.length);
  expect(mails.length).toBe(wanted);
  expect(await owed()).toEqual([]);
});
test("letters are in the reader's language, say what happened and what to do, and lead to the assignment", async () => {
  const { w, c, line, all } = await house();
  await w.database.transact(noReach, (db) => db.update(people).set({ locale: "en" }).where(eq(people.id, c.owner)));
  const { mails, mailer } = collecting();
  await all(mailer);
  const published = mails.filter((m) => /published the question|publiceerde het vraagstuk/.test(m.text));
  expect(
    published.map((m) => [
      m.to,
      /Open it on|See it on|Samenspel:/.test(m.text) || m.text.includes("https://samenspel.voorbeeld.nl"),
    ]),
  ).toContainEqual(["sietske.bruinsma@voorbeeld.nl", true]);
  expect(published.find((m) => m.to === "sietske.bruinsma@voorbeeld.nl")?.html).toContain('lang="en"');
  for (const mail of mails) {
    expect(mail.text).toContain(`/vraagstukken/${line.id}`);
    expect(mail.html).not.toMatch(/<script/);
  }
});
test("a letter about a secret question says nothing of it", async () => {
  const { all } = await house({ confidentiality: "secret", teaser: "Alleen dit.", title: "Kanariegeel geheim" });
  const { mails, mailer } = collecting();
  await all(mailer);
  expect(mails.length).toBeGreaterThan(2);
  for (const mail of mails)
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/Kanariegeel|Rioolbeheer|gemalen/i);
});
// The coordinator sees a letter that is dead, and sends it again.
test("while a mail server is away a letter is tried later, longer each time, and is dead after eight", async () => {
  const { w, c, line, round, all, owed } = await house();
  await all(collecting().mailer);
  await act(w, c.coordinator, "assignment", line.id, "pause", {
    reason: "vakantie",
    until: new Date(+w.now() + 9 * 86_400_000).toISOString().slice(0, 10),
  });
  const away: Mailer = {
    send: async () => {
      throw Object.assign(new Error("away"), { code: "ECONNREFUSED" });
    },
    close: () => {},
  };
  const waits: number[] = [];
  for (let tries = 0; tries < 8; tries++) {
    await round(away);
    const left = await owed();
    if (left[0]) {
      waits.push(+left[0].dueAt - +w.now());
      w.travel(new Date(Math.max(...left.map((l) => +l.dueAt)) + 1000));
    }
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits).toHaveLength(7);
  expect(await owed()).toEqual([]);
  const dead = await centreOutbox(await w.as(c.coordinator), "waterkracht");
  expect(dead.letters.length).toBeGreaterThan(0);
  expect(dead.letters[0]).toMatchObject({ tries: 8, lastError: "ECONNREFUSED" });
  await expect(centreOutbox(await w.as(c.teacher), "waterkracht")).rejects.toThrow("not_found");
  await resend(await w.as(c.coordinator), "waterkracht", dead.letters[0]?.id ?? "");
  const { mails, mailer } = collecting();
  await all(mailer);
  expect(mails).toHaveLength(1);
});
test("whoever lost access gets no letter about it", async () => {
  const { w, c, all } = await house();
  await w.database.transact(noReach, (db) =>
    db.update(people).set({ disabledAt: w.now() }).where(eq(people.id, c.owner)),
  );
  const { mails, mailer } = collecting();
  await all(mailer);
  expect(mails.map((m) => m.to)).not.toContain("sietske.bruinsma@voorbeeld.nl");
  const withheld = await within(w, c.coordinator, ({ db }) => db.select().from(outbox).where(isNotNull(outbox.deadAt)));
  expect(withheld.every((l) => l.lastError?.startsWith("withheld:"))).toBe(true);
  expect((await centreOutbox(await w.as(c.coordinator), "waterkracht")).letters).toEqual([]);
});
test("in the demo letters stay in the product, each once", async () => {
  const { w, outside, all } = await house();
  await all(mailboxMailer(outside));
  const kept = await w.database.transact(noReach, (db) => db.select().from(mailbox));
  expect(kept.length).toBeGreaterThan(5);
  await mailboxMailer(outside).send({
    to: kept[0]?.email ?? "",
    subject: "x",
    text: "x",
    html: "x",
    messageId: `<${kept[0]?.id}>`,
  });
  expect(await w.database.transact(noReach, (db) => db.select().from(mailbox))).toHaveLength(kept.length);
});
test("a letter with a personal link: in the language of who has an account, in both for who has none", async () => {
  const { w, c, line, all } = await house();
  await all(collecting().mailer);
  await w.database.transact(noReach, (db) => db.update(people).set({ locale: "en" }).where(eq(people.id, c.teacher)));
  await act(w, c.coordinator, "assignment", line.id, "invite_community", { community: c.communityId });
  await within(w, c.coordinator, (inside) =>
    sendLink(
      inside,
      { assignmentId: line.id, centreId: c.centreId, organizationId: c.companyId },
      {
        about: "guardian",
        email: "ouder@elders.nl",
        name: "Ans de Boer",
        path: urls.team.guardian,
        payload: {},
        days: 21,
        relation: "guardian",
      },
    ),
  );
  const { mails, mailer } = collecting();
  await all(mailer);
  const to = (address: string) =>
    mails.find((m) => m.to === address && /invited|toestemming|uitgenodigd/.test(m.subject));
  expect(to("annelies.postma@voorbeeld.nl")).toMatchObject({
    subject: "Your community is invited",
    html: expect.not.stringContaining('lang="nl"'),
  });
  const both = to("ouder@elders.nl");
  expect(both?.subject).toBe("Vraag om toestemming / Request for consent");
  expect(both?.html).toMatch(/<div lang="nl">[^]*<div lang="en">/);
  expect(both?.text.match(/https:\/\/samenspel\.voorbeeld\.nl\/toestemming\/\S+/g)).toHaveLength(2);
});
