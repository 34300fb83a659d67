import type { Posted } from "#app/domain/fields/fields.ts";
import { writeAmbition } from "#app/services/community/ambition.server.ts";
import { planMeeting, writeMinutes } from "#app/services/community/meetings.server.ts";
import { day } from "../acts.ts";
import type { World } from "../world.ts";
import { days, type Life } from "./community-life.ts";
import { seedPulses, gained, scanned } from "./community-voices.ts";

/** Nobody meets in a weekend, so the day lies this many days from now, or one or two later. */
const weekdayFrom = (w: World, inDays: number) =>
  inDays + ([1, 0, 0, 0, 0, 0, 2][new Date(`${day(w, inDays)}T12:00:00Z`).getUTCDay()] ?? 0);
/** Fills in the form of a meeting a number of days from now, on a day of the week. */
export const meeting = (w: World, subject: string, at: { host: string; place: string; inDays: number }): Posted => {
  const date = day(w, weekdayFrom(w, at.inDays));
  return { subject, host: at.host, place: at.place, starts: date, "starts.time": "13:30", minutes: "150" };
};
/** Meetings go round the partners; one scan at the start and one half way, a pulse in the last months. */
export async function meet(life: Life, now: Date) {
  const { w, id, staff, partners, story } = life;
  const hosts = [
    { host: staff.institutionId, place: "Praktijklokaal" },
    ...partners.map((p, i) => ({ host: p.companyId, place: `Werkvloer, hal ${i + 1}` })),
  ];
  const lead = await w.as(staff.teacher);
  const joined = [...staff.students.slice(0, 5), staff.teacher, staff.practor, ...partners.map((p) => p.employee)];
  for (const [i, subject] of story.meetings.slice(0, -1).entries()) {
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
    if (i === 2) await writeAmbition(lead, id, { text: story.ambition[1] }, 1);
    w.travel(new Date(Math.min(+now - 130 * days, +w.now() + 60 * days)));
  }
  for (const monthsBack of [4, 3, 2, 1]) {
    w.travel(new Date(+now - monthsBack * 30 * days));
    await seedPulses(life, monthsBack);
  }
}
