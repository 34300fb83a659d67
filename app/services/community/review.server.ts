import { besideSeats } from "#app/domain/words.ts";
import { anchoredStatuses, judgedStatuses, leansFrom, meanOf, shares } from "#app/domain/community/figures.ts";
import { newestOfEach } from "#app/domain/assignment/recorded.ts";
import { changesCommunity, readsPeerReviews } from "#app/domain/community/standing.ts";
import { rolesOn } from "#app/domain/workflow/policy.ts";
import { pageOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { recordedAnswers } from "#app/domain/assignment/recorded.ts";
import {
  countReflections,
  countStories,
  ownPulse,
  pulseLines,
  pulseMeans,
  storiesPage,
} from "#db/queries/community/life.server.ts";
import { countPeerReviews, ownYields, peerReviewsPage, yieldMeans } from "#db/queries/community/peer-visits.server.ts";
import {
  acceptanceCounts,
  communityAssignments,
  countCommunityAssignments,
  assignmentsByCompany,
  recordsAmong,
  transferCounts,
  yieldsByGroup,
  type CommunityAssignment,
} from "#db/queries/community/work.server.ts";
import { visibleTo } from "#db/queries/workflow/visible.server.ts";
import { monthOf } from "./pulse.server.ts";
import { outcomesLeft, outcomeTable } from "./outcomes.server.ts";
import { asCentre, communityFor, frameOf, rowsAPage, type OpenCommunity } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

const rolesOnAssignment = ({ actor }: Inside, assignment: CommunityAssignment) =>
  rolesOn(actor, { ...assignment, assignmentId: assignment.id });
/** Returns a page of the community's assignments in these statuses that this reader may open. */
async function assignmentsPage(inside: Inside, open: OpenCommunity, statuses: typeof judgedStatuses, wanted: number) {
  const sight = visibleTo(inside.actor);
  const total = await countCommunityAssignments(inside.db, open.row.id, statuses, sight);
  const { page, pages, offset } = pageOf(total, rowsAPage, wanted);
  return {
    rows: await communityAssignments(inside.db, open.row.id, statuses, sight, { limit: rowsAPage, offset }),
    total,
    page,
    pages,
    size: rowsAPage,
  };
}

/**
 * Returns the second tab (docs/domain.md 7.2): stories, the pulse as means, learning outcomes by group, and how
 * finished assignments were judged as far as this reader may know.
 */
export async function reviewTab(ctx: Context, id: string, wanted: number) {
  const { open, ...read } = await inTransaction(ctx, async (inside) => {
    const open = await communityFor(inside, id);
    return { open, ...(await readReview(inside, open, wanted)) };
  });
  const outcomes = await inTransaction(asCentre(ctx, open.row.centreId), ({ db }) => yieldsByGroup(db, id));
  return {
    frame: frameOf(open),
    ...read,
    outcomes: outcomes.map((y) => ({
      group: y.group,
      n: y.n,
      before: meanOf(y.n, y.before),
      after: meanOf(y.n, y.after),
      skills: meanOf(y.n, y.before) === null ? [] : y.skills,
    })),
  };
}
async function readReview(inside: Inside, open: OpenCommunity, wanted: number) {
  const { db, actor } = inside;
  const { member, employee } = open.standing;
  const pulse = (await pulseMeans(db, open.row.id)).map((p) => ({ month: p.month, n: p.n, mean: meanOf(p.n, p.mean) }));
  const assignments = await assignmentsPage(inside, open, judgedStatuses, wanted);
  return {
    stories: (await storiesPage(db, open.row.id, { limit: 3, offset: 0 })).map(({ byId: _, ...story }) => story),
    storyCount: await countStories(db, open.row.id),
    pulse,
    peers: readsPeerReviews(open.standing)
      ? {
          rows: await peerReviewsPage(db, open.row.id, { limit: 2, offset: 0 }),
          count: await countPeerReviews(db, open.row.id),
        }
      : null,
    employees: outcomeTable(await yieldMeans(db, open.row.id)),
    yieldsLeft: employee ? outcomesLeft(await ownYields(db, open.row.id, actor.id)) : [],
    lines: changesCommunity(open.standing)
      ? await pulseLines(
          db,
          open.row.id,
          pulse.filter((p) => p.mean !== null).map((p) => p.month),
        )
      : [],
    ownPulse: member
      ? ((await ownPulse(db, { communityId: open.row.id, personId: actor.id, month: monthOf(inside.now()) }))?.score ??
        null)
      : null,
    reflections: member ? await countReflections(db, open.row.id, actor.id) : 0,
    ...assignments,
    rows: await assessed(inside, assignments.rows),
  };
}
/**
 * Says how each assignment was judged: criteria met, where this reader may know (docs/domain.md 3.2), and how many
 * evaluations came in.
 */
async function assessed(inside: Inside, rows: readonly CommunityAssignment[]) {
  const readable = rows.filter((row) => may("acceptance", rolesOnAssignment(inside, row))).map((row) => row.id);
  const verdicts = await acceptanceCounts(inside.db, readable);
  const evaluations = newestOfEach(
    await recordsAmong(inside.db, readable, [
      "evaluation_company",
      "evaluation_student",
      "evaluation_teacher",
      "evaluation_employee",
      ...besideSeats.map((seat) => `evaluation_${seat}`),
    ]),
  );
  return rows.map(({ id, title, status, obligation, enteredAt }) => {
    const verdict = verdicts.find((v) => v.id === id);
    return {
      id,
      title,
      status,
      obligation,
      enteredAt,
      met: verdict?.met ?? null,
      of: verdict?.of ?? 0,
      evaluations: readable.includes(id) ? evaluations.filter((e) => e.assignmentId === id).length : null,
    };
  });
}

/**
 * Returns the fourth tab (docs/domain.md 7.4): what education took over, knowledge and follow-up of every assignment
 * this reader may open, transfers still missing, and how much leans on one partner.
 */
export async function lessonsTab(ctx: Context, id: string, wanted: number) {
  const { open, assignments: assignments } = await inTransaction(ctx, async (inside) => {
    const open = await communityFor(inside, id);
    return { open, assignments: await lessons(inside, open, wanted) };
  });
  const counted = await inTransaction(asCentre(ctx, open.row.centreId), async ({ db }) => ({
    companies: await assignmentsByCompany(db, id),
    transfers: await transferCounts(db, id),
  }));
  const share = shares(counted.companies.map((c) => c.assignments));
  const named = (company: (typeof counted.companies)[number]) =>
    open.standing.lead ||
    open.standing.coordinator ||
    open.standing.businessDeveloper ||
    open.partners.some((p) => p.id === company.id);
  return {
    frame: frameOf(open),
    ...assignments,
    transfers: counted.transfers,
    share: share && {
      ...share,
      leans: share.largest >= leansFrom && counted.companies.length > 0,
      companies: counted.companies.length,
      top: counted.companies
        .slice(0, 3)
        .map((c) => ({ id: c.id, name: named(c) ? c.name : null, assignments: c.assignments })),
    },
  };
}
const kinds = ["curriculum", "knowledge", "follow_up"] as const;
async function lessons(inside: Inside, open: OpenCommunity, wanted: number) {
  const assignments = await assignmentsPage(inside, open, anchoredStatuses, wanted);
  const readable = assignments.rows
    .filter((row) => may("anchoring", rolesOnAssignment(inside, row)))
    .map((row) => row.id);
  const noted = await recordsAmong(inside.db, readable, kinds);
  const of = <K extends (typeof kinds)[number]>(id: string, kind: K) =>
    noted.filter((r) => r.assignmentId === id && r.kind === kind).map((r) => recordedAnswers(kind, r.data));
  return {
    ...assignments,
    rows: assignments.rows.map(({ id, title, status }) => ({
      id,
      title,
      status,
      readable: readable.includes(id),
      curriculum: of(id, "curriculum"),
      knowledge: of(id, "knowledge"),
      followUp: of(id, "follow_up"),
    })),
  };
}
