import { instalmentsOf } from "#app/domain/agreement/terms/instalments.ts";
import { elsewhere } from "#app/domain/community/forms.ts";
import { approveAmbition, ambitionPage } from "#app/services/community/ambition.server.ts";
import { saveContribution } from "#app/services/community/money.server.ts";
import { peersPage, savePeerReview } from "#app/services/community/peer-visits.server.ts";
import { saveCommitment } from "#app/services/community/partners.server.ts";
import { changeOwnReflection, reflectionPage, writeReflection } from "#app/services/community/reflections.server.ts";
import { saveStory } from "#app/services/community/stories.server.ts";
import { planMeeting } from "#app/services/community/meetings.server.ts";
import { and, eq } from "drizzle-orm";
import { allAgreements } from "#db/queries/agreement/agreements.server.ts";
import { assignments } from "#db/schema.ts";
import { act, day, within } from "../acts.ts";
import type { Life } from "./community-life.ts";
import { gained } from "./community-voices.ts";
import { meeting } from "./community-meetings.ts";

/** Adds what stands there today: promises, money, stories and what others saw of it. */
export async function today(life: Life, now: Date) {
  const { w, id, staff, partners, story } = life;
  const lead = await w.as(staff.teacher);
  const page = await ambitionPage(lead, id);
  for (const [who, organization] of [
    [staff.institutionSigner, staff.institutionId],
    ...partners.slice(0, 2).map((p) => [p.owner, p.companyId]),
  ] as [string, string][])
    await approveAmbition(await w.as(who), id, page.now?.id ?? "", organization);
  const year = now.getUTCFullYear();
  const owner = w.names.get(partners[0]?.owner ?? "") ?? "De directie";
  for (const [i, { companyId }] of partners.entries())
    for (const back of [1, 0])
      await saveCommitment(
        lead,
        id,
        null,
        {
          organization: companyId,
          year: String(year - back),
          assignments: String(3 - i),
          hours: String(80 - 20 * i),
          euros: String(5000 - 2000 * i),
          owner: w.names.get(partners[i]?.owner ?? "") ?? owner,
        },
        null,
      );
  await paid(life, year);
  for (const [who, forWhom, changed] of story.stories)
    await saveStory(await w.as(staff.practor), id, { who, for_whom: forWhom, changed });
  await gained(life, "end", 1);
  await seedPeerVisit(life);
  const student = await w.as(staff.students[0] ?? "");
  await writeReflection(student, id, { text: story.reflection });
  const [own] = (await reflectionPage(student, id, 1)).rows;
  if (own) await changeOwnReflection(student, id, own.id, "share", own.version);
  w.travel(now);
  await worked(life);
  await planMeeting(
    lead,
    id,
    meeting(w, story.meetings.at(-1) ?? "", {
      host: partners[1]?.companyId ?? staff.institutionId,
      place: "Kantine",
      inDays: 12,
    }),
  );
}
/** A colleague from another centre was there; one advice was answered, another still waits. */
async function seedPeerVisit({ w, id, staff, story }: Life) {
  const lead = await w.as(staff.teacher);
  const [other] = (await peersPage(lead, id, 1)).centres;
  for (const [i, [reviewer, place, saw, advice, answer]] of story.peers.entries())
    await savePeerReview(
      lead,
      id,
      null,
      {
        reviewer,
        centre: i === 0 ? (other?.id ?? elsewhere) : elsewhere,
        place,
        seen_on: day(w, -20 - 90 * i),
        saw,
        advice,
        answer,
      },
      null,
    );
}
/** Employees write down their hours where their team is at work, and a fee was paid. */
async function worked({ w, staff, partners }: Life) {
  for (const { companyId, employee, owner } of partners) {
    const signed = await within(w, staff.coordinator, ({ db }) =>
      db
        .select({
          id: assignments.id,
          status: assignments.status,
          fee: assignments.feeAmount,
          kind: assignments.feeKind,
          startOn: assignments.startOn,
        })
        .from(assignments)
        .where(
          and(
            eq(assignments.organizationId, companyId),
            eq(assignments.communityId, staff.communityId),
            eq(assignments.onHold, false),
            eq(assignments.disputed, false),
          ),
        ),
    );
    const seated = new Set(
      (await w.as(employee)).actor.seats
        .filter((seat) => seat.active && seat.role === "employee_participant")
        .map((seat) => seat.assignmentId),
    );
    for (const { id, startOn } of signed.filter((f) => f.status === "in_progress" && seated.has(f.id)))
      for (const on of [3, 2, 1].map((back) => day(w, -7 * back)).filter((on) => on >= (startOn ?? on)))
        await act(w, employee, "assignment", id, "log_hours", {
          on,
          spent: "4 uur",
          what: "Meegewerkt met het team",
        });
    // What is closed was paid before it could be.
    for (const { id } of signed
      .filter((f) => f.kind !== "none" && f.fee > 0 && /completed|implement|anchoring/.test(f.status))
      .slice(0, 1)) {
      const signed = (await within(w, owner, ({ db }) => allAgreements(db, id))).find((a) => a.status === "signed");
      const [first] = instalmentsOf({ terms: signed?.terms ?? {} });
      if (first)
        await act(w, owner, "assignment", id, "record_payment", {
          instalment: first.id,
          amount: String(Math.floor(first.amount / 100)),
          invoiced_on: day(w, -20),
          paid_on: day(w, -6),
        });
    }
  }
}
async function paid({ w, id, staff, partners }: Life, year: number) {
  const [first, second] = partners;
  const lead = await w.as(staff.teacher);
  // What was given lies behind today, on whatever day the demo begins.
  const period = { from_on: day(w, -180), to_on: day(w, -10) };
  if (first)
    await saveContribution(
      lead,
      id,
      null,
      {
        organization: first.companyId,
        kind: "hours",
        what: "Begeleiding op de werkvloer",
        hours: "36",
        rate: "65",
        ...period,
        proof: "Urenstaat van het afgelopen halfjaar",
      },
      null,
    );
  if (second)
    await saveContribution(
      await w.as(second.owner),
      id,
      null,
      {
        organization: second.companyId,
        kind: "kit",
        what: "Meetopstelling in bruikleen",
        amount: "4200",
        ...period,
        proof: "Bruikleenovereenkomst, bijlage 2",
      },
      null,
    );
  if (first)
    await saveContribution(
      lead,
      id,
      null,
      {
        organization: first.companyId,
        kind: "cash",
        what: "Jaarlijkse bijdrage",
        amount: "2500",
        ...period,
        proof: `Factuur ${year}-014`,
      },
      null,
    );
}
