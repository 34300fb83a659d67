import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import type { Day } from "#app/domain/calendar/working-days.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { reachOf } from "#app/domain/workflow/policy.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import type { Locale } from "#app/domain/words.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
import { feedOwner, feedsOf, insertFeed, revokeFeeds } from "#db/queries/calendar/feeds.server.ts";
import { lockPerson } from "#db/queries/market/interests.server.ts";
import { datedCards } from "#db/queries/work/my-work.server.ts";
import { meetingById, meetingsOf } from "#db/queries/community/life.server.ts";
import { communityFor } from "#app/services/community/communities.server.ts";
import { ownDeadlines } from "#app/services/work/my-work.server.ts";
import { roundsWaiting } from "#app/services/rounds/round-page.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { newCalendarToken, tokenHash } from "#app/services/account/tokens.server.ts";
import { assignmentDays, type AssignmentDay } from "./assignment-days.server.ts";
import { urls } from "#app/urls.ts";

/** Describes a meeting as a calendar takes it; `changes` counts how often it was changed. */
export type CalendarMeeting = {
  id: string;
  subject: string;
  community: string;
  place: string;
  host: string;
  startsAt: Date;
  endsAt: Date;
  createdAt: Date;
  changes: number;
  cancelled: boolean;
};
/** Returns one meeting, for anyone who sees its community. Refuses `not_found` for everybody else. */
export const meetingForCalendar = (ctx: Context, meetingId: string) =>
  inTransaction(ctx, async (inside): Promise<CalendarMeeting> => {
    const { row, host } = (await meetingById(inside.db, meetingId)) ?? refuse("not_found");
    const open = await communityFor(inside, row.communityId);
    return {
      id: row.id,
      subject: row.subject,
      community: open.row.name,
      place: row.place,
      host,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      createdAt: row.createdAt,
      changes: row.version - 1,
      cancelled: row.cancelledAt !== null,
    };
  });

const kind = "calendar";
/** The address itself has no end; a new one, or taking it back, ends it. */
const untilRevoked = new Date("9999-01-01T00:00:00Z");
const form = /^[0-9a-f]{40}$/;
/**
 * Tells since when one's own calendar address stands, and a fresh one that works once it is switched on: shown here
 * and never again, since only its hash is kept (docs/trust.md 3.8).
 */
export const calendarPage = (ctx: Context) =>
  inTransaction(ctx, async (inside) => ({
    since: (await feedsOf(inside.db, inside.actor.id, kind))[0]?.createdAt ?? null,
    fresh: newCalendarToken(),
    key: inside.newId(),
  }));
/** Switches an address on; the one before it stops working. Refuses beside the address what is no token of ours. */
export const switchOnCalendar = (ctx: Context | Inside, token: string) =>
  inTransaction(ctx, async (inside) => {
    if (!form.test(token)) refuseFields({ token: { code: "not_an_option" } });
    await lockPerson(inside.db, inside.actor.id);
    await waitTurn(inside.db, `calendar ${inside.actor.id}`);
    await revokeFeeds(inside.db, inside.actor.id, kind, inside.now());
    await insertFeed(inside.db, {
      id: tokenHash(token),
      kind,
      personId: inside.actor.id,
      createdAt: inside.now(),
      expiresAt: untilRevoked,
    });
  });
/** Takes one's own address back. */
export const switchOffCalendar = (ctx: Context | Inside) =>
  inTransaction(ctx, (inside) => revokeFeeds(inside.db, inside.actor.id, kind, inside.now()));

/**
 * Describes a term of one's own: of an assignment, on the day its clock ends, or of one of its milestones (without
 * titles where the assignment is confidential: an address may be read by others), or of choosing in a round.
 */
export type CalendarTerm = { id: string; path: string } & (
  | { kind: "assignment"; clock: ClockId; title: string | null; day: Day }
  | { kind: "milestone"; milestone: string | null; title: string | null; day: Day }
  | { kind: "round"; name: string; at: Date }
);
/**
 * Meetings of the last two months and all to come of whom the address belongs to, of communities they are a member of
 * now, and what waits for them with a term. Refuses `not_found` for an address that does not stand.
 */
export async function calendarOf(
  ctx: Context,
  token: string,
): Promise<{ locale: Locale; meetings: CalendarMeeting[]; terms: CalendarTerm[]; now: Date }> {
  if (!form.test(token)) return refuse("not_found");
  const owner = (await ctx.transact(noReach, (db) => feedOwner(db, tokenHash(token), kind))) ?? refuse("not_found");
  const person = owner.personId ?? refuse("not_found");
  const rows = await ctx.transact({ ...noReach, person }, (db) =>
    meetingsOf(db, person, new Date(+ctx.now() - 60 * 86_400_000)),
  );
  const actor = await ctx.transact({ ...noReach, person }, (db) => actorOf(db, person));
  const terms = await inTransaction({ ...ctx, actor, reach: reachOf(actor), locale: owner.locale }, termsOf);
  return {
    locale: owner.locale,
    terms,
    now: ctx.now(),
    meetings: rows.map(({ version, cancelledAt, hostId: _, present: __, ...m }) => ({
      ...m,
      changes: version - 1,
      cancelled: cancelledAt !== null,
    })),
  };
}
/** Returns days of one's own assignments that concern one, whoever's turn it is. */
const dayTerm = (found: AssignmentDay): CalendarTerm => {
  const { card, day } = found;
  const shown = card.confidentiality !== "secret";
  const place = { path: urls.assignment.assignment(card.id), title: shown ? card.title : null, day };
  return found.kind === "clock"
    ? { kind: "assignment", id: `${card.id}-${found.clock}`, clock: found.clock, ...place }
    : { kind: "milestone", id: `${card.id}-${found.id}`, milestone: shown ? found.title : null, ...place };
};
/**
 * A calendar holds the days of this many assignments at most, the nearest ends first: far more than anybody works on. Who steers a
 * large centre gets later ones as they come near.
 */
const mostAssignments = 200;
async function termsOf(inside: Inside): Promise<CalendarTerm[]> {
  const cards = await datedCards(inside.db, inside.actor, mostAssignments);
  const assignments = (await ownDeadlines(inside, cards)).map(
    ({ card, deadline }): CalendarTerm => ({
      kind: "assignment",
      id: `${card.id}-${deadline.clock}`,
      path: urls.assignment.assignment(card.id),
      clock: deadline.clock,
      title: card.confidentiality === "secret" ? null : card.title,
      day: amsterdamDay(deadline.dueAt),
    }),
  );
  const rounds = (await roundsWaiting(inside)).toChoose.flatMap(({ id, name, chooseBy }): CalendarTerm[] =>
    chooseBy ? [{ kind: "round", id: `${id}-kiezen`, path: urls.rounds.choose(id), name, at: chooseBy }] : [],
  );
  const days = (await assignmentDays(inside, cards)).map(dayTerm);
  const said = new Set(days.map(({ id }) => id));
  return [...assignments.filter(({ id }) => !said.has(id)), ...days, ...rounds];
}
