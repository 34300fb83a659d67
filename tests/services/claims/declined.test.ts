// @module-tag slow
import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { letterOf } from "#app/platform/mail/letters.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { claimsTab } from "#app/services/claims/claims-tab.server.ts";
import { events, outbox } from "#db/schema.ts";
import { act, claimsOn, seatOf } from "#db/seed/acts.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { claimed } from "#db/seed/chapters/asking.ts";
import { question } from "#db/seed/question.ts";
import { joinCommunity } from "#db/seed/world.ts";
import { freshWorld } from "#tests/support/database/fresh-world.ts";

async function staged() {
  const { w, c } = await freshWorld();
  const line = await begin(w, c, "effort", question("effort"));
  /** Returns the last letter to the rival about their claim, as it is written at this moment. */
  const letter = () =>
    inTransaction(
      systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres),
      async (inside) => {
        const [owed] = await inside.db
          .select()
          .from(outbox)
          .where(and(eq(outbox.personId, c.rival), eq(outbox.assignmentId, line.id), eq(outbox.relation, "claim_lead")))
          .orderBy(desc(outbox.dueAt))
          .limit(1);
        return owed ? letterOf(inside, owed) : null;
      },
    );
  /** Returns the letter about a move of a claim; to whoever led the chosen one, unless to somebody else. */
  const ending = (move: string, to = c.teacher) =>
    inTransaction(
      systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres),
      async (inside) => {
        const [owed] = await inside.db
          .select({ letter: outbox })
          .from(outbox)
          .innerJoin(events, eq(events.id, outbox.eventId))
          .where(
            and(
              eq(outbox.personId, to),
              eq(outbox.assignmentId, line.id),
              eq(events.object, "claim"),
              eq(events.move, move),
            ),
          );
        return owed ? letterOf(inside, owed.letter) : null;
      },
    );
  return { w, c, line, letter, ending };
}

test("a claim the company declines says why, to the company and to who claimed", async () => {
  const { w, c, line, letter } = await staged();
  await live(line, "published");
  await claimed(line, c.teacher, c.communityId);
  await claimed(line, c.rival, c.rivalCommunityId);
  const theirs = (await claimsOn(w, c.owner, line.id)).find((claim) => claim.leadId === c.rival);
  await act(w, c.owner, "claim", theirs?.id ?? "", "decline_claim", {
    reason: "ander_team_gekozen",
    personal_line: "Uw aanpak sprak ons aan, het andere team kan eerder beginnen.",
  });
  const why = async (who: string) => (await claimsTab(await w.as(who), line.id)).claims.map((claim) => claim.declined);
  const said = { reason: "ander_team_gekozen", line: "Uw aanpak sprak ons aan, het andere team kan eerder beginnen." };
  expect(await why(c.rival)).toEqual([said]);
  expect(await why(c.teacher), "another's answer is not theirs to read").toEqual([null]);
  expect(await why(c.coordinator)).toEqual([null, said]);
  expect(JSON.stringify(await letter())).toContain("Reden");
});

test("a claim that is withdrawn says why, to who claimed and to who chooses", async () => {
  const { w, c, line } = await staged();
  await live(line, "published");
  await claimed(line, c.teacher, c.communityId);
  await claimed(line, c.rival, c.rivalCommunityId);
  const theirs = (await claimsOn(w, c.owner, line.id)).find((claim) => claim.leadId === c.rival);
  const said = { reason: "planning_gewijzigd", explanation: "Het blok is vol." };
  await act(w, c.rival, "claim", theirs?.id ?? "", "withdraw_claim", said);
  const why = async (who: string) => (await claimsTab(await w.as(who), line.id)).claims.map((claim) => claim.declined);
  const told = { reason: said.reason, line: said.explanation };
  expect(await why(c.rival)).toEqual([told]);
  expect(await why(c.owner)).toEqual([null, told]);
  expect(await why(c.teacher), "another's words are not theirs to read").toEqual([null]);
});

test("why a claim was declined and why somebody left stand in no letter to who may not read that", async () => {
  const { w, c, line, letter } = await staged();
  await live(line, "published");
  const [student = ""] = c.students;
  await joinCommunity(w, c.rivalCommunityId, student, "student", false);
  await act(w, student, "interest", line.id, "show_interest", { rank: "1", line: "" });
  await claimed(line, c.rival, c.rivalCommunityId);
  const [theirs] = await claimsOn(w, c.owner, line.id);
  await act(w, c.owner, "claim", theirs?.id ?? "", "decline_claim", {
    reason: "ander_team_gekozen",
    personal_line: "Nee.",
  });
  const lettersTo = (who: string, move: string) =>
    inTransaction(
      systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres),
      async (inside) => {
        const owed = await inside.db
          .select({ letter: outbox })
          .from(outbox)
          .innerJoin(events, eq(events.id, outbox.eventId))
          .where(and(eq(outbox.personId, who), eq(events.move, move)));
        const written = [];
        for (const one of owed) written.push(JSON.stringify(await letterOf(inside, one.letter)));
        return written;
      },
    );
  expect(JSON.stringify(await letter())).toContain("Reden");
  expect(await lettersTo(student, "decline_claim")).toEqual([expect.not.stringContaining("Reden")]);
  const working = await begin(w, c, "effort", question("effort"));
  await live(working, "in_progress");
  const { examiner } = c;
  await act(w, c.teacher, "member", working.id, "invite", { person: examiner, role: "examiner" });
  await act(w, examiner, "member", (await seatOf(w, c.teacher, working.id, examiner))?.id ?? "", "join", {});
  const seat = await seatOf(w, c.teacher, working.id, student);
  await act(w, student, "member", seat?.id ?? "", "leave", { reason: "ziekte", explanation: "Langdurig." });
  expect(await lettersTo(c.teacher, "leave")).toEqual([expect.stringContaining("Reden")]);
  expect(await lettersTo(examiner, "leave")).toEqual([expect.not.stringMatching(/Reden|Langdurig/)]);
});

test("who was not chosen hears so by letter, and reads back only what they offered themselves", async () => {
  const { w, c, line, letter } = await staged();
  await live(line, "signed");
  expect((await claimsTab(await w.as(c.rival), line.id)).claims.map((claim) => claim.lead)).toEqual(["Kees de Wit"]);
  const written = await letter();
  expect(written).toMatchObject({ button: { path: expect.stringContaining(line.id) } });
  expect(JSON.stringify(written)).toContain("Reden");
  expect(JSON.stringify(written)).not.toContain("price");
});

test.each([
  ["owner", "let_go"],
  ["coordinator", "run_off"],
] as const)(
  "when the %s ends the choice for a claim, its lead reads why: on the page and by letter",
  async (who, move) => {
    const { w, c, line, ending } = await staged();
    await live(line, "agreeing");
    await act(w, c[who], "assignment", line.id, "reopen_matching", {
      reason: "geen_overeenstemming",
      explanation: "De uren\npasten niet.",
    });
    const written = JSON.stringify(await ending(move));
    expect(written).toContain("Reden: Geen overeenstemming");
    expect(written).toContain("Toelichting: De uren pasten niet.");
    const mine = (await claimsTab(await w.as(c.teacher), line.id)).claims.map((claim) => claim.declined);
    expect(mine).toEqual([{ reason: "geen_overeenstemming", line: "De uren\npasten niet." }]);
    expect(
      (await claimsTab(await w.as(c.rival), line.id)).claims.map((claim) => claim.declined),
      "another's answer is not theirs to read",
    ).toEqual([null]);
  },
);

test("who claimed reads why also when the team fell out, or the company withdrew without a word more", async () => {
  const lost = await staged();
  await live(lost.line, "in_progress");
  const { w, c, line } = lost;
  await act(w, c.teacher, "assignment", line.id, "report_team_loss", {
    who: "Drie studenten",
    possible: "Een nieuw team.",
  });
  await act(w, c.owner, "assignment", line.id, "consent_to_rematch", { consent: "on" });
  await act(w, c.coordinator, "assignment", line.id, "record_agreement_end", {
    settlement: "Niets verschuldigd.",
    amount: "0",
  });
  await act(w, c.coordinator, "assignment", line.id, "rematch", {
    explanation: "Het team is gestopt.",
    kept: "De metingen.",
  });
  expect(JSON.stringify(await lost.ending("give_up"))).toMatch(/Reden: .+Toelichting: Het team is gestopt\./);
  const gone = await staged();
  await live(gone.line, "agreeing");
  await act(gone.w, gone.c.owner, "assignment", gone.line.id, "withdraw", { reason: "geen_budget" });
  const written = JSON.stringify(await gone.ending("let_go"));
  expect(written).toContain("Reden: ");
  expect(written).not.toContain("Toelichting");
});

test("who was not chosen reads so, is kept in reserve and changes nothing; who may know reads who was", async () => {
  const { w, c, line, ending } = await staged();
  await live(line, "published");
  await claimed(line, c.teacher, c.communityId);
  await claimed(line, c.rival, c.rivalCommunityId);
  const offered = async (who: string) =>
    (await claimsTab(await w.as(who), line.id)).claims.flatMap(({ leadId, reserve, offers }) =>
      leadId === c.rival ? [{ reserve, moves: offers.map(({ name }) => name) }] : [],
    );
  expect(await offered(c.rival)).toEqual([{ reserve: false, moves: ["revise_claim", "withdraw_claim"] }]);
  expect((await offered(c.owner))[0]?.moves).toContain("shortlist");
  const ours = (await claimsOn(w, c.owner, line.id)).find((claim) => claim.leadId === c.teacher);
  await act(w, c.owner, "claim", ours?.id ?? "", "select_claim", { message: "Wij kiezen dit team." });
  expect(await offered(c.rival)).toEqual([{ reserve: true, moves: ["withdraw_claim"] }]);
  expect((await offered(c.owner))[0]?.moves).not.toContain("shortlist");
  const told = async (who: string) => JSON.stringify(await ending("select_claim", who));
  const [community] = (await claimsTab(await w.as(c.teacher), line.id)).claims.map((claim) => claim.community);
  expect(await told(c.rival)).toContain("Uw claim is niet gekozen");
  expect(await told(c.rival), "a rival is told no names").not.toContain(community);
  for (const who of [c.teacher, c.coordinator, c.developer]) {
    expect(await told(who)).toContain(`Gekozen: ${community}`);
    expect(await told(who)).not.toContain("niet gekozen");
  }
});

test("of students only those of the community whose claim was declined hear it, and what it was", async () => {
  const { w, c, line } = await staged();
  await live(line, "published");
  const [ours = "", theirs = "", nobodys = "", idle = ""] = c.students;
  await joinCommunity(w, c.communityId, ours, "student", false);
  for (const student of [theirs, idle]) await joinCommunity(w, c.rivalCommunityId, student, "student", false);
  for (const student of [ours, theirs, nobodys])
    await act(w, student, "interest", line.id, "show_interest", { rank: "1", line: "" });
  await claimed(line, c.teacher, c.communityId);
  await claimed(line, c.rival, c.rivalCommunityId);
  const claim = (await claimsOn(w, c.owner, line.id)).find(({ leadId }) => leadId === c.rival);
  await act(w, c.owner, "claim", claim?.id ?? "", "decline_claim", { reason: "prijs", personal_line: "Helaas." });
  const told = await inTransaction(
    systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres),
    async (inside) => {
      const owed = await inside.db
        .select({ letter: outbox })
        .from(outbox)
        .innerJoin(events, eq(events.id, outbox.eventId))
        .where(and(eq(outbox.assignmentId, line.id), eq(events.move, "decline_claim")));
      const letters = [];
      for (const { letter } of owed) letters.push([letter.personId, await letterOf(inside, letter)] as const);
      return letters;
    },
  );
  expect(told.map(([who]) => who).sort()).toEqual([c.rival, theirs].sort());
  const letter = told.find(([who]) => who === theirs)?.[1];
  expect(letter).toMatchObject({ subject: expect.stringContaining("koos niet voor de claim van je community") });
  expect(JSON.stringify(letter)).not.toMatch(/Helaas|Reden/);
});
