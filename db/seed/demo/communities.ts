import type { Posted } from "#app/domain/fields/fields.ts";
import { elsewhere } from "#app/domain/community/forms.ts";
import { participationLevels, principles, outcomePoints } from "#app/domain/community/words.ts";
import { approveAmbition, ambitionPage, writeAmbition } from "#app/services/community/ambition.server.ts";
import { saveContribution } from "#app/services/community/money.server.ts";
import { addContact, addMember, peoplePage, setLevel } from "#app/services/community/people.server.ts";
import { peersPage, savePeerReview } from "#app/services/community/peer-visits.server.ts";
import { addPartner, saveCommitment } from "#app/services/community/partners.server.ts";
import { changeOwnReflection, reflectionPage, writeReflection } from "#app/services/community/reflections.server.ts";
import { saveSelfScan } from "#app/services/community/self-scan.server.ts";
import { savePulse } from "#app/services/community/pulse.server.ts";
import { saveStory } from "#app/services/community/stories.server.ts";
import { saveOutcome } from "#app/services/community/outcomes.server.ts";
import { planMeeting, writeMinutes } from "#app/services/community/meetings.server.ts";
import type { Context } from "#app/services/context.ts";
import { and, eq } from "drizzle-orm";
import { assignments } from "#db/schema.ts";
import { act, day, within } from "../acts.ts";
import { addPerson, elsewhen, grant, type World } from "../world.ts";
import { mailOf } from "./names.ts";
import type { Company, Staff } from "./people.ts";
import told from "./communities.json" with { type: "json" };

type Told = {
  hr: string;
  ambition: [string, string];
  endUser: [name: string, standsFor: string];
  meetings: string[];
  stories: [who: string, forWhom: string, changed: string][];
  peers: [reviewer: string, place: string, saw: string, advice: string, answer: string][];
  reflection: string;
};
const stories = told as unknown as Record<string, Told>;
const days = 86_400_000;
type Life = {
  w: World;
  id: string;
  staff: Staff;
  partners: readonly Company[];
  told: Told;
  as: (person: string) => Promise<Context>;
};

/**
 * A year and more in the life of a centre's first community, lived through the services; where nothing is told of it,
 * it only gets its partners.
 */
export async function liveCommunity(w: World, slug: string, staff: Staff, companies: readonly Company[], now: Date) {
  const own = elsewhen(w, new Date(+now - 420 * days));
  own.pace = 0; // what happens today does not end tomorrow
  const [told, partners] = [stories[slug], companies.slice(0, 3)];
  const as = remembered(own);
  for (const { companyId } of partners)
    await addPartner(await as(staff.teacher), staff.communityId, { organization: companyId });
  if (!told) return;
  const life: Life = { w: own, id: staff.communityId, staff, partners, told, as };
  await begin(life);
  await meet(life, now);
  await today(life, now);
}
/** Somebody's context at every moment, read once; only joining a community makes it old. */
function remembered(w: World) {
  const known = new Map<string, Context>();
  return async (person: string, anew = false) => {
    const found = (!anew && known.get(person)) || (await w.as(person));
    known.set(person, found);
    return found;
  };
}
async function begin({ w, id, staff, partners, told, as }: Life) {
  await writeAmbition(await as(staff.teacher), id, { text: told.ambition[0] }, 0);
  for (const [i, person] of staff.students.slice(0, 5).entries())
    await addMember(await as(staff.teacher), id, "student", {
      person,
      participation: participationLevels[1 + (i % 3)] ?? "",
    });
  for (const { employee } of partners) await addMember(await as(staff.teacher), id, "employee", { person: employee });
  for (const [role, person] of [
    ["coordinator", staff.coordinator],
    ["business_developer", staff.developer],
  ] as const)
    await addMember(await w.as(staff.coordinator), id, role, { person });
  for (const person of [staff.teacher, staff.practor])
    await inTheCore(await w.as(person), id, w.names.get(person) ?? "");
  const [first] = partners;
  if (first)
    await grant(
      w,
      await addPerson(w, { name: told.hr, email: mailOf(told.hr, "personeelszaken.voorbeeld.nl"), demo: true }),
      { role: "hr_contact", organizationId: first.companyId },
    );
  await addContact(await as(staff.teacher), id, { name: told.endUser[0], stands_for: told.endUser[1] });
}
/** Who guides says so: their own role is one of the core. */
async function inTheCore(ctx: Context, id: string, name: string) {
  const own = (await peoplePage(ctx, id, 1)).rows.find((row) => row.name === name);
  if (own) await setLevel(ctx, id, own.id, { participation: "core", was: own.level });
}
/** Nobody meets in a weekend: that many days from now, or one or two later. */
const weekdayFrom = (w: World, inDays: number) =>
  inDays + ([1, 0, 0, 0, 0, 0, 2][new Date(`${day(w, inDays)}T12:00:00Z`).getUTCDay()] ?? 0);
const meeting = (w: World, subject: string, at: { host: string; place: string; inDays: number }): Posted => {
  const date = day(w, weekdayFrom(w, at.inDays));
  return { subject, host: at.host, place: at.place, starts: date, "starts.time": "13:30", minutes: "150" };
};
/** Meetings go round the partners; one scan at the start and one half way, a pulse in the last months. */
async function meet(life: Life, now: Date) {
  const { w, id, staff, partners, told } = life;
  const hosts = [
    { host: staff.institutionId, place: "Praktijklokaal" },
    ...partners.map((p, i) => ({ host: p.companyId, place: `Werkvloer, hal ${i + 1}` })),
  ];
  const lead = await w.as(staff.teacher);
  const joined = [...staff.students.slice(0, 5), staff.teacher, staff.practor, ...partners.map((p) => p.employee)];
  for (const [i, subject] of told.meetings.slice(0, -1).entries()) {
    const meetingId = await planMeeting(
      lead,
      id,
      meeting(w, subject, {
        ...(hosts[i % hosts.length] ?? { host: staff.institutionId, place: "School" }),
        inDays: 7,
      }),
    );
    w.travel(new Date(+w.now() + 10 * days));
    await writeMinutes(
      lead,
      meetingId,
      {
        present: joined.filter((_, n) => (n + i) % 4 !== 0),
        notes: "Wat er liep, wat er vastzat en wie wat doet tot de volgende keer. Daarna rondleiding langs het werk.",
      },
      1,
    );
    if (i === 0) {
      await scanned(life, "start", 0);
      await gained(life, "start", 0);
    }
    if (i === 2) await scanned(life, "middle", 1);
    if (i === 2) await writeAmbition(lead, id, { text: told.ambition[1] }, 1);
    w.travel(new Date(Math.min(+now - 130 * days, +w.now() + 60 * days)));
  }
  for (const monthsBack of [4, 3, 2, 1]) {
    w.travel(new Date(+now - monthsBack * 30 * days));
    await felt(life, monthsBack);
  }
}
const membersOf = ({ staff, partners }: Life) => [
  ...staff.students.slice(0, 4),
  staff.teacher,
  ...partners.slice(0, 1).map((p) => p.employee),
];
async function scanned(life: Life, moment: string, lift: number) {
  for (const [n, person] of membersOf(life).entries())
    await saveSelfScan(await life.w.as(person), life.id, {
      moment,
      ...Object.fromEntries(
        principles.map((p, i) => [
          p,
          String(Math.min(5, 2 + ((i + n) % 2) + lift + (i === 3 ? 1 : 0) - (i === 6 ? lift : 0))),
        ]),
      ),
    });
}
async function gained({ partners, id, w }: Life, moment: string, lift: number) {
  for (const [n, { employee }] of partners.entries())
    await saveOutcome(await w.as(employee), id, {
      moment,
      ...Object.fromEntries(outcomePoints.map((p, i) => [p, String(Math.min(5, 1 + ((i + n) % 3) + lift))])),
    });
}
async function felt(life: Life, back: number) {
  for (const [n, person] of membersOf(life).entries())
    await savePulse(await life.as(person), life.id, {
      score: String(Math.min(5, 3 + ((n + back) % 3) - (back === 3 ? 1 : 0))),
      line:
        n === 1
          ? ([
              "",
              "Prettig om op de werkvloer te zijn.",
              "De toetsweek kwam er tussendoor.",
              "Wij wachten op gegevens.",
              "Goed begin.",
            ][back] ?? "")
          : "",
    });
}
async function today(life: Life, now: Date) {
  const { w, id, staff, partners, told } = life;
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
  for (const [who, forWhom, changed] of told.stories)
    await saveStory(await w.as(staff.practor), id, { who, for_whom: forWhom, changed });
  await gained(life, "end", 1);
  await lookedAlong(life);
  const student = await w.as(staff.students[0] ?? "");
  await writeReflection(student, id, { text: told.reflection });
  const [own] = (await reflectionPage(student, id, 1)).rows;
  if (own) await changeOwnReflection(student, id, own.id, "share", own.version);
  w.travel(now);
  await worked(life);
  await planMeeting(
    lead,
    id,
    meeting(w, told.meetings.at(-1) ?? "", {
      host: partners[1]?.companyId ?? staff.institutionId,
      place: "Kantine",
      inDays: 12,
    }),
  );
}
/** A colleague from another centre was there; one advice was answered, another still waits. */
async function lookedAlong({ w, id, staff, told }: Life) {
  const lead = await w.as(staff.teacher);
  const [other] = (await peersPage(lead, id, 1)).centres;
  for (const [i, [reviewer, place, saw, advice, answer]] of told.peers.entries())
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
    const files = await within(w, staff.coordinator, ({ db }) =>
      db
        .select({
          id: assignments.id,
          status: assignments.status,
          fee: assignments.feeAmount,
          kind: assignments.feeKind,
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
    for (const { id } of files.filter((f) => f.status === "in_progress" && seated.has(f.id)))
      for (const back of [3, 2, 1])
        await act(w, employee, "assignment", id, "log_hours", {
          on: day(w, -7 * back),
          minutes: "240",
          what: "Meegewerkt met het team",
        });
    for (const { id, fee } of files
      .filter((f) => f.kind !== "none" && f.fee > 0 && /completed|implement|anchoring|closed/.test(f.status))
      .slice(0, 1))
      await act(w, owner, "assignment", id, "record_payment", {
        instalment: "Bij oplevering",
        amount: String(Math.round(fee / 100)),
        invoiced_on: day(w, -20),
        paid_on: day(w, -6),
      });
  }
}
async function paid({ w, id, staff, partners }: Life, year: number) {
  const [first, second] = partners;
  const lead = await w.as(staff.teacher);
  const period = { from_on: `${year}-01-01`, to_on: `${year}-06-30` };
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
        proof: "Urenstaat eerste halfjaar",
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
