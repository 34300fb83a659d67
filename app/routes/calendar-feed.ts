import { words } from "#app/i18n/words.ts";
import { calendarAnswer } from "#app/platform/guard-calendar.server.ts";
import { resource } from "#app/platform/guard.server.ts";
import { calendarOf } from "#app/services/calendar.server.ts";

/** One person's meetings, for the calendar program that knows their address. */
export const loader = resource(async ({ ctx, params }) => {
  const { locale, meetings } = await calendarOf(ctx, params.token ?? "");
  const { calendar } = words(locale).community;
  return calendarAnswer({ name: calendar.name, held: calendar.held }, meetings);
}, { open: true });
