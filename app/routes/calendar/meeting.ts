import { words } from "#app/i18n/words.ts";
import { calendarAnswer } from "#app/platform/guard/calendar.server.ts";
import { resource } from "#app/platform/guard/guard.server.ts";
import { meetingForCalendar } from "#app/services/calendar/calendar.server.ts";
import { idIn } from "#app/services/ids.ts";

/** Gives one meeting as an iCalendar file (RFC 5545), for whoever sees its community. */
export const loader = resource(async ({ ctx, params }) => {
  const meeting = await meetingForCalendar(ctx, idIn(params.meetingId));
  return calendarAnswer({ name: meeting.community, held: words(ctx.locale).community.calendar.held }, [meeting]);
});
