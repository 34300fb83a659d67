import { waitsForAgreement } from "#app/domain/agreement/terms/annexes.ts";
import { rolesOn } from "#app/domain/workflow/policy.ts";
import { isOfEarlierTeam } from "#app/domain/workflow/visibility.ts";
import { toDoByDate } from "#app/domain/work/to-do.ts";
import { seatAsks } from "#app/domain/turns/asks.ts";
import { pageOf } from "#app/domain/paging.ts";
import type { Card } from "#db/queries/assignment/cards.server.ts";
import { invitationsTo, ownCards } from "#db/queries/work/my-work.server.ts";
import { membershipsOf } from "#db/queries/account/people.server.ts";
import { bookmarkedRows } from "#app/services/market/bookmarks.server.ts";
import { approvalsWaiting } from "#app/services/centre/approvals.server.ts";
import { ownCommunityLinks } from "#app/services/community/communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { ownLostClaims } from "./lost-claims.server.ts";
import { interestsOver, ownInterests } from "#app/services/market/interest.server.ts";
import { questionsAsked, questionsWaiting } from "#app/services/market/questions.server.ts";
import { roundsWaiting } from "#app/services/rounds/round-page.server.ts";
import { consentsWaiting } from "#app/services/showcase/showcase.server.ts";
import { waitingForSecrecy } from "#app/services/assignment/secrecy.server.ts";
import { turnLines, type TurnLine } from "#app/services/turns/turns.server.ts";

/** Whoever has more assignments than this sees the most urgent ones first, and the others on the next pages. */
const pageSize = 50;
/**
 * Reads *Mijn werk* (docs/design.md 1) by one rule for every role: what waits for you by deadline, what you may do and
 * may leave, what waits for others and for whom, what runs, then the rest. Whoever has roles in several centres or
 * organisations switches between them with `wanted`, one's id; another's id, or none, shows all. A page past the end is
 * the last one.
 */
export const myWork = (ctx: Context, wanted: string | null, page = 1) =>
  inTransaction(ctx, async (inside) => {
    const roles = rolesAt(inside);
    const place = roles.length > 1 ? (roles.find((id) => id === wanted) ?? null) : null;
    const [places, assignments, invitations, secret, around] = await Promise.all([
      placesOf(inside),
      ownAssignments(inside, place, page),
      invitationsTo(inside.db, inside.actor.id),
      waitingForSecrecy(inside),
      otherWork(inside),
    ]);
    const { cards, done, last, ...paged } = assignments;
    const lines = await linesOf(inside, [...cards, ...done]);
    const over = new Set(done.map((card) => card.id));
    const isOver = ({ card, left, turn }: (typeof lines)[number]) => over.has(card.id) || (left && !turn);
    // What was left is done for who left it; of what ended only the last is shown.
    const isShown = (id: string) => !over.has(id) || last.includes(id);
    const rows = lines.filter((line) => !isOver(line));
    // What ended is in no page's count, so what of it still waits stands on the first page alone.
    const ended = lines.filter(isOver).filter(({ turn }) => !turn || paged.page === 1);
    const byDeadline = (x: (typeof rows)[number], y: (typeof rows)[number]) =>
      (x.deadline ? +x.deadline.dueAt : Infinity) - (y.deadline ? +y.deadline.dueAt : Infinity);
    const section = (place: ReturnType<typeof placeOf>) =>
      rows.filter((row) => placeOf(row) === place).sort(byDeadline);
    const yours = [...section("yours"), ...ended.filter((r) => r.mine)];
    // What ended and waits for somebody, for a payment say, is not done for whoever may know of it.
    const waits = ended.filter((row) => placeOf(row) === "others");
    const invitedTo = new Set(invitations.map((seat) => seat.assignmentId));
    // A seat that is offered has a section of its own, which leads to its answer.
    const asked = yours.filter(({ card, turn }) => !turn || !seatAsks.includes(turn.ask) || !invitedTo.has(card.id));
    return {
      ...around,
      yours: asked,
      toDo: toDoByDate(asked, around.questions),
      chances: section("chances"),
      others: [...section("others"), ...waits].sort(byDeadline),
      runs: section("runs"),
      rest: ended.flatMap(({ card, left, turn }) => (turn || !isShown(card.id) ? [] : [{ ...card, left }])),
      invitations: invitations.map(({ annexes, ...seat }) => ({
        ...seat,
        waits: waitsForAgreement(seat.role, annexes),
        signs: annexes > 0,
      })),
      secret,
      place,
      places,
      ...paged,
      size: pageSize,
    };
  });
/** One's turn, something one may do and may leave, somebody else's turn, or nobody's: it runs until a clock asks. */
const placeOf = ({ mine, chance, turn }: TurnLine) => (mine ? "yours" : turn ? "others" : chance ? "chances" : "runs");
/** Returns assignments with whose turn it is on each; what was left (`left`) is one's own work only while something of it is asked. */
async function linesOf(inside: Inside, cards: readonly Card[]) {
  const lines = await turnLines(inside, cards);
  return cards.flatMap((card) => {
    const line = lines.get(card.id);
    const left = isOfEarlierTeam(rolesOn(inside.actor, { ...card, assignmentId: card.id }));
    return line ? [{ card, left, ...line }] : [];
  });
}
/** Returns own assignments, of these cards, on which it is this person's turn and a clock runs. */
export const ownDeadlines = async (inside: Inside, cards: readonly Card[]) =>
  (await linesOf(inside, cards)).flatMap(({ card, mine, deadline }) => (mine && deadline ? [{ card, deadline }] : []));
/** The page that was asked, or the last one there is. */
async function ownAssignments({ db, actor }: Inside, place: string | null, wanted: number) {
  const from = (offset: number) => ownCards(db, actor, { place, limit: pageSize, offset });
  const first = await from((wanted - 1) * pageSize);
  const { page, pages, offset } = pageOf(first.total, pageSize, wanted);
  return { ...(page === wanted ? first : await from(offset)), page, pages };
}
/** The centres and organisations this person has a role in, each once. */
const rolesAt = ({ actor }: Inside): string[] => [
  ...new Set(actor.memberships.flatMap((m) => m.centreId ?? m.organizationId ?? [])),
];
/**
 * Gathers what stands beside the assignments: interest shown, questions kept, questions that wait for an answer, of
 * others and of oneself, results that wait for a yes or no, rounds of matching, one's communities, and what became of
 * one's claims.
 */
async function otherWork(inside: Inside) {
  const [interests, bookmarks, questions, asked, consents, rounds, communities, approvals, claims, over] =
    await Promise.all([
      ownInterests(inside),
      bookmarkedRows(inside),
      questionsWaiting(inside),
      questionsAsked(inside),
      consentsWaiting(inside),
      roundsWaiting(inside),
      ownCommunityLinks(inside),
      approvalsOf(inside),
      ownLostClaims(inside),
      interestsOver(inside),
    ]);
  return {
    interests,
    bookmarks,
    questions,
    asked,
    consents,
    rounds,
    communities,
    approvals,
    claims,
    interestsOver: over,
    key: inside.newId(),
  };
}
/** Returns centres in which students under sixteen wait until this coordinator records an approval. */
async function approvalsOf(inside: Inside) {
  const waiting = await approvalsWaiting(inside);
  if (waiting.length === 0) return [];
  const named = await membershipsOf(inside.db, inside.actor.id);
  return [...new Set(waiting.map(({ centreId }) => centreId))].map((id) => ({
    slug: named.find(({ centreId }) => centreId === id)?.slug ?? "",
    centre: named.find(({ centreId }) => centreId === id)?.centre ?? "",
    n: waiting.filter(({ centreId }) => centreId === id).length,
  }));
}
/**
 * Returns the centres and organisations of this person's roles, each once, with the roles there; none where there is
 * nothing to switch between.
 */
async function placesOf(inside: Inside) {
  if (rolesAt(inside).length < 2) return [];
  const { db, actor } = inside;
  const places = new Map<string, { id: string; name: string; roles: string[] }>();
  for (const { centreId, organizationId, centre, organization, role } of await membershipsOf(db, actor.id)) {
    const id = centreId ?? organizationId;
    if (id) places.set(id, { id, name: centre ?? organization ?? "", roles: [...(places.get(id)?.roles ?? []), role] });
  }
  return [...places.values()];
}
