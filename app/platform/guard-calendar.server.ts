import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { CalendarMeeting } from "#app/services/calendar.server.ts";
import { houseUrl } from "./outside.server.ts";

type Head = { name: string; held: (host: string) => string };
/** Meetings as iCalendar (RFC 5545), in UTC; escaping and folding are the library's. A meeting that was called off stays in, as cancelled. */
export function calendarAnswer({ name, held }: Head, meetings: readonly CalendarMeeting[]): Response {
  const { host, href } = houseUrl();
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: { company: "Samenspel", product: "samenspel" } });
  for (const m of meetings)
    calendar.createEvent({ id: `${m.id}@${host}`, start: m.startsAt, end: m.endsAt, stamp: m.createdAt, created: m.createdAt, sequence: m.changes, summary: `${m.subject} (${m.community})`, location: m.place, description: held(m.host), url: new URL(`/bijeenkomsten/${m.id}`, href).href, status: m.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED });
  return new Response(calendar.toString(), { headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="samenspel.ics"', "Referrer-Policy": "no-referrer" } });
}
