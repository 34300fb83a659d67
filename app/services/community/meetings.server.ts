import { today } from "#app/services/days.ts";
import { instantAt, amsterdamDay, offsetAt } from "#app/domain/calendar/amsterdam.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { meetingFields, minutesFields } from "#app/domain/community/forms.ts";
import { hostSignal, lookedBack } from "#app/domain/community/figures.ts";
import { changesCommunity } from "#app/domain/community/standing.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import { pageOf } from "#app/domain/paging.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import { membersNow } from "#db/queries/community/members.server.ts";
import {
  changeMeeting,
  countMeetings,
  insertMeeting,
  isPlanned,
  meetingById,
  meetingsPage,
} from "#db/queries/community/life.server.ts";
import {
  communityFor,
  communityPage,
  communityToChange,
  frameOf,
  homeOf,
  rowsAPage,
  type OpenCommunity,
} from "./communities.server.ts";
import { partnerOptions } from "./partners.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** Returns all meetings of a community, the latest first, with the signal when one host has them all. */
export const meetingList = (ctx: Context, id: string, wanted: number) =>
  communityPage(ctx, id, async (inside, open) => {
    const total = await countMeetings(inside.db, id);
    const { page, pages, offset } = pageOf(total, rowsAPage, wanted);
    return {
      rows: await meetingsPage(inside.db, id, { limit: rowsAPage, offset }),
      total,
      page,
      pages,
      size: rowsAPage,
      signal: await signalOf(inside, open),
      now: inside.now(),
    };
  });
async function signalOf({ db }: Inside, open: OpenCommunity) {
  const latest = await meetingsPage(db, open.row.id, { limit: lookedBack, offset: 0 });
  const signal = hostSignal(
    latest.map((m) => m.hostId),
    open.partners.length,
  );
  return signal && { why: signal.why, host: latest.find((m) => m.hostId === signal.hostId)?.host ?? "" };
}
/** Opens the form of a new meeting, with the signal about hosts beside it. */
export const openNewMeeting = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityToChange(inside, id);
    return {
      frame: frameOf(open),
      options: { days: today(inside), community_partners: partnerOptions(open) },
      signal: await signalOf(inside, open),
      key: inside.newId(),
    };
  });
/** Plans a meeting at a partner. Answers its id. */
export const planMeeting = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityToChange(inside, id);
    const row = readMeeting(inside, posted, open);
    // Two forms plan one meeting.
    if (await isPlanned(inside.db, { communityId: id, ...row })) refuse("already_done");
    const meetingId = inside.newId();
    await insertMeeting(inside.db, { id: meetingId, ...homeOf(open), ...row, createdAt: inside.now() });
    return meetingId;
  });
const instantOf = (typed: string) => {
  const [day = "", time = ""] = typed.split("T");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return instantAt(day, hours, minutes);
};
/** Returns the instant as a date field holds it: a day and a time of the clock in Amsterdam. */
const clockOf = (at: Date) =>
  `${amsterdamDay(at)}T${new Date(+at + offsetAt(at) * 3_600_000).toISOString().slice(11, 16)}`;
function readMeeting(inside: Inside, posted: Posted, open: Pick<OpenCommunity, "partners">) {
  const read = readAnswers(meetingFields, posted, { days: today(inside), community_partners: partnerOptions(open) });
  if (!read.ok) return refuseFields(read.errors);
  const { subject, host, place, starts, minutes } = read.answers;
  const startsAt = instantOf(starts);
  return {
    subject,
    hostId: host,
    place,
    startsAt,
    endsAt: new Date(+startsAt + minutes * 60_000),
  };
}

async function meetingFor(inside: Inside, meetingId: string) {
  const found = (await meetingById(inside.db, meetingId)) ?? refuse("not_found");
  return { ...found, open: await communityFor(inside, found.row.communityId) };
}
/**
 * Returns a meeting for anyone who sees its community: who was there by name for members and the centre's staff, else
 * how many. Leads and the coordinator may change it, call it off, and write down what was said once it began.
 */
export const meetingPage = (ctx: Context, meetingId: string) =>
  inTransaction(ctx, async (inside) => {
    const { row, host, writer, open } = await meetingFor(inside, meetingId);
    const { standing } = open;
    const everybody = await membersNow(inside.db, open.row.id);
    const names =
      standing.member || standing.staff
        ? everybody.filter((m) => row.present.includes(m.id)).map((m) => m.label)
        : null;
    const edits = changesCommunity(standing) && row.cancelledAt === null;
    const values: Answers = {
      subject: row.subject,
      host: row.hostId,
      place: row.place,
      starts: clockOf(row.startsAt),
      minutes: Math.round((+row.endsAt - +row.startsAt) / 60_000),
    };
    return {
      frame: frameOf(open),
      meeting: {
        id: row.id,
        subject: row.subject,
        place: row.place,
        host,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        notes: row.notes,
        by: row.notesAt && { actor: standing.member || standing.staff ? (writer ?? "") : "", at: row.notesAt },
        cancelled: row.cancelledAt !== null,
        present: row.present.length,
        names,
      },
      began: row.startsAt <= inside.now(),
      edits,
      values,
      minutes: { present: row.present.filter((id) => everybody.some((m) => m.id === id)), notes: row.notes },
      options: {
        days: today(inside),
        community_partners: [
          ...partnerOptions(open),
          ...(open.partners.some((p) => p.id === row.hostId) ? [] : [{ id: row.hostId, label: host }]),
        ],
        community_members: everybody,
      },
      form: { key: inside.newId(), version: row.version },
    };
  });
/** Returns a meeting as it was read. Refuses `stale` before anything else, so that nobody mends a form that is too late. */
async function toChange(inside: Inside, meetingId: string, version: number | null) {
  const found = await meetingFor(inside, meetingId);
  if (!changesCommunity(found.open.standing)) return refuse("not_found");
  return found.row.version === version && found.row.cancelledAt === null ? found : refuse("stale");
}
const change = async ({ db }: Inside, id: string, version: number | null, set: Parameters<typeof changeMeeting>[2]) => {
  if (!(await changeMeeting(db, { id, version: version ?? 0 }, set))) throw new Refusal("stale");
};
/** Sets another time, place, host or subject. Refuses `stale` when it was changed or called off meanwhile. */
export const editMeeting = (ctx: Context | Inside, meetingId: string, posted: Posted, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const { row, host, open } = await toChange(inside, meetingId, version);
    const partners = open.partners.some((p) => p.id === row.hostId)
      ? open.partners
      : [...open.partners, { id: row.hostId, name: host, kind: "company", employees: null, rowId: null, since: null }];
    await change(inside, meetingId, version, readMeeting(inside, posted, { partners }));
  });
/** Records who was there, and what was said. Refuses `wrong_status` before it began. */
export const writeMinutes = (ctx: Context | Inside, meetingId: string, posted: Posted, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const { row, open } = await toChange(inside, meetingId, version);
    if (row.startsAt > inside.now()) refuse("wrong_status");
    const members = await membersNow(inside.db, open.row.id);
    const read = readAnswers(minutesFields, posted, { community_members: members });
    if (!read.ok) return refuseFields(read.errors);
    // Whoever left since was there all the same.
    const gone = row.present.filter((id) => !members.some((m) => m.id === id));
    await change(inside, meetingId, version, {
      present: [...gone, ...read.answers.present],
      notes: read.answers.notes ?? "",
      ...((read.answers.notes ?? "") === row.notes ? {} : { notesBy: inside.actor.id, notesAt: inside.now() }),
    });
  });
/** Calls it off; calendars hear of it. */
export const cancelMeeting = (ctx: Context | Inside, meetingId: string, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    await toChange(inside, meetingId, version);
    await change(inside, meetingId, version, { cancelledAt: inside.now() });
  });
