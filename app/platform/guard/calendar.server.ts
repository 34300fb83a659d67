import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { CalendarMeeting, CalendarTerm } from "#app/services/calendar/calendar.server.ts";
import { publicUrl } from "#app/platform/runtime/runtime.server.ts";
import { urls } from "#app/urls.ts";

type Head = { name: string; held: (host: string) => string };
type Terms = { now: Date; terms: readonly CalendarTerm[]; said: (term: CalendarTerm) => string };
/** A moment is no event: a term with a time is the half hour before it. */
const halfHour = 1_800_000;
/**
 * Returns meetings as iCalendar (RFC 5545), in UTC; escaping and folding are the library's. A meeting that was called
 * off stays in, as cancelled.
 */
export function calendarAnswer({ name, held }: Head, meetings: readonly CalendarMeeting[], own?: Terms): Response {
  const { host, href } = publicUrl();
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Samenspel", product: "samenspel" },
  });
  for (const m of meetings)
    calendar.createEvent({
      id: `${m.id}@${host}`,
      start: m.startsAt,
      end: m.endsAt,
      stamp: m.createdAt,
      created: m.createdAt,
      sequence: m.changes,
      summary: `${m.subject} (${m.community})`,
      location: m.place,
      description: held(m.host),
      url: new URL(urls.community.meeting(m.id), href).href,
      status: m.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  for (const term of own?.terms ?? []) {
    const when =
      term.kind !== "round"
        ? { start: new Date(`${term.day}T00:00:00Z`), allDay: true }
        : { start: new Date(+term.at - halfHour), end: term.at };
    calendar.createEvent({
      id: `${term.id}@${host}`,
      stamp: own?.now,
      summary: own?.said(term) ?? "",
      url: new URL(term.path, href).href,
      ...when,
    });
  }
  return new Response(calendar.toString(), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="samenspel.ics"',
      "Referrer-Policy": "no-referrer",
    },
  });
}
