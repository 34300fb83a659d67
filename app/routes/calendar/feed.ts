import { words } from "#app/i18n/words.ts";
import { calendarAnswer } from "#app/platform/guard/calendar.server.ts";
import { resource } from "#app/platform/guard/guard.server.ts";
import { calendarOf, type CalendarTerm } from "#app/services/calendar/calendar.server.ts";

/** Gives one person's meetings and terms, for the calendar program that knows their address. */
export const loader = resource(
  async ({ ctx, params }) => {
    const { locale, meetings, terms, now } = await calendarOf(ctx, params.token ?? "");
    const {
      community: { calendar },
      letters,
    } = words(locale);
    const said = (term: CalendarTerm) =>
      term.kind === "round"
        ? calendar.choose(term.name)
        : term.title === null
          ? calendar.secretAssignment
          : term.kind === "milestone"
            ? calendar.milestone(term.milestone ?? "", term.title)
            : `${letters.task[term.clock]}: ${term.title}`;
    return calendarAnswer({ name: calendar.name, held: calendar.held }, meetings, { now, terms, said });
  },
  { open: true },
);
