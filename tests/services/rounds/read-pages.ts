import { sendSavedSearchAlerts } from "#app/services/market/saved-search-notifications.server.ts";
import { savedSearches } from "#app/services/market/saved-searches.server.ts";
import type { Context } from "#app/services/context.ts";
import type { solver as sharedSolver } from "#app/platform/solver/solver.server.ts";
import { runDeadlines } from "#app/services/workflow/clocks/deadlines.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { calendarOf, calendarPage } from "#app/services/calendar/calendar.server.ts";
import { centreCommunities } from "#app/services/community/communities.server.ts";
import { openFounding } from "#app/services/community/founding.server.ts";
import { ambitionPage } from "#app/services/community/ambition.server.ts";
import { buildTab } from "#app/services/community/build.server.ts";
import { moneyTab } from "#app/services/community/money.server.ts";
import { peoplePage } from "#app/services/community/people.server.ts";
import { lessonsTab, reviewTab } from "#app/services/community/review.server.ts";
import { peersPage } from "#app/services/community/peer-visits.server.ts";
import { reflectionPage } from "#app/services/community/reflections.server.ts";
import { selfScanPage } from "#app/services/community/self-scan.server.ts";
import { storyPage } from "#app/services/community/stories.server.ts";
import { meetingList } from "#app/services/community/meetings.server.ts";
import { companyPage } from "#app/services/company/company.server.ts";
import { feedOf, siteMap } from "#app/services/market/feed.server.ts";
import { showcaseGallery } from "#app/services/showcase/gallery.server.ts";
import { intakeQueue } from "#app/services/intake/intake-queue.server.ts";
import { interestsPage } from "#app/services/market/interest.server.ts";
import { frontPage, market, suggest } from "#app/services/market/market.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { ownAccount, peopleOfCentre, peopleOfOrganization } from "#app/services/account/people.server.ts";
import { centreOutbox, pipeline } from "#app/services/centre/pipeline.server.ts";
import { roundAssignmentsPage } from "#app/services/rounds/assignments.server.ts";
import { preferencesPage } from "#app/services/rounds/preferences.server.ts";
import { runRoundClock } from "#app/services/rounds/clock.server.ts";
import { ratingPage, ratingsWaiting } from "#app/services/rounds/candidate-ratings.server.ts";
import { guidesPage } from "#app/services/rounds/guides.server.ts";
import { roundStudentsPage } from "#app/services/rounds/students.server.ts";
import { peerWishesPage } from "#app/services/rounds/peer-wishes.server.ts";
import { roundList } from "#app/services/rounds/round-page.server.ts";
import { roundPage } from "#app/services/rounds/round-page.server.ts";
import { claimsTab } from "#app/services/claims/claims-tab.server.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { choiceInPlan, comparePlans, runPage, studentInPlan, workbench } from "#app/services/rounds/plan.server.ts";
import { openPublication } from "#app/services/rounds/publish.server.ts";
import { carryOverPage } from "#app/services/rounds/carry-over.server.ts";
import { ownResult, planRows } from "#app/services/rounds/result.server.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";
import { teamByHand } from "#app/services/team/by-hand.server.ts";

const asked = (query: string) => new URLSearchParams(query);
const searched = [
  "",
  "zoek=water",
  "zoek=watre+onderhoud",
  "niveau=hbo&verplichting=effort&weken=ten",
  "postcode=8911&afstand=25&sorteer=afstand",
  "zoek=planning&sector=water&pagina=99999",
];
/** Names who reads the pages, and the ids of what they read. */
export type Readers = Record<"student" | "teacher" | "coordinator" | "owner", Context> & {
  visitor: Context;
  slug: string;
  company: string;
  assignment: string;
  community: string;
  round: string;
  closed: string;
  choice: string;
  placed: string;
  chooser: Context;
  listed: string;
  told: string;
  feed: string;
  centres: string[];
};
type Outside = Pick<Context, "transact" | "now" | "newId">;
/**
 * Whose turn it is asks so many questions, however many assignments it is told of: the assignments, all that their guards read,
 * their parts, and the people.
 */
const turn = 4;
type Page = { name: string; most: number; read: () => Promise<unknown> };
/** Lists what a visitor finds, and the market with its searches. */
const marketPages = (one: Readers): Page[] => [
  ...searched.flatMap((query) =>
    (["visitor", "teacher", "coordinator"] as const).map((who) => ({
      name: `marktplaats ?${query} for ${who}`,
      most: 13,
      read: () => market(one[who], asked(query)),
    })),
  ),
  { name: "suggestions", most: 12, read: () => suggest(one.teacher, "onderh") },
  { name: "feed", most: 8, read: () => feedOf(one.visitor, asked("sector=water")) },
  { name: "site map", most: 7, read: () => siteMap(one.visitor) },
  { name: "front page", most: 5, read: () => frontPage(one.visitor) },
  { name: "gallery", most: 5, read: () => showcaseGallery(one.visitor, asked("")) },
  { name: "gallery of a theme", most: 5, read: () => showcaseGallery(one.visitor, asked("thema=data")) },
];
/** Lists where people see what waits for them, and the lists of a centre and a company. */
const desks = (one: Readers): Page[] => [
  ...(["visitor", "teacher", "owner"] as const).map((who) => ({
    name: `company for ${who}`,
    most: 12,
    read: () => companyPage(one[who], one.company),
  })),
  ...(["student", "teacher", "coordinator", "owner"] as const).map((who) => ({
    name: `mijn werk of ${who}`,
    most: 17 + turn,
    read: () => myWork(one[who], null),
  })),
  ...["", "all", "in_progress", "closed"].map((stop) => ({
    name: `pijplijn ${stop}`,
    most: 11 + turn,
    read: () => pipeline(one.coordinator, one.slug, { stop: stop || null, what: null, page: 1 }),
  })),
  {
    name: "pijplijn, late",
    most: 11 + turn,
    read: () => pipeline(one.coordinator, one.slug, { stop: null, what: "late", page: 2 }),
  },
  { name: "intake", most: 11 + turn, read: () => intakeQueue(one.coordinator, one.slug) },
  { name: "post", most: 4, read: () => centreOutbox(one.coordinator, one.slug) },
  { name: "people of a centre", most: 6, read: () => peopleOfCentre(one.coordinator, one.slug) },
  { name: "people of a company", most: 6, read: () => peopleOfOrganization(one.owner, one.company) },
  { name: "account", most: 5, read: () => ownAccount(one.owner) },
  { name: "interests", most: 4, read: () => interestsPage(one.student) },
  { name: "saved searches", most: 4, read: () => savedSearches(one.teacher) },
];
/** Returns the pages of one assignment. */
const assignmentPages = (one: Readers): Page[] => [
  ...(["visitor", "teacher"] as const).map((who) => ({
    name: `vraagstuk for ${who}`,
    most: (who === "visitor" ? 8 : 21) + turn,
    read: () => overview(one[who], one.listed),
  })),
  ...Object.entries({ overview, progressTab, teamTab, claimsTab, logTab }).map(([name, tab]) => ({
    name: `assignment, ${name}`,
    most: 22 + turn,
    read: () => tab(one.coordinator, one.assignment) as Promise<unknown>,
  })),
];
/** Returns the pages of a community, and of somebody in it. */
const communityPages = (one: Readers): Page[] => [
  ...Object.entries({
    bouwen: (ctx: Context) => buildTab(ctx, one.community, null),
    beoordelen: (ctx: Context) => reviewTab(ctx, one.community, 1),
    betalen: (ctx: Context) => moneyTab(ctx, one.community, 1),
    borgen: (ctx: Context) => lessonsTab(ctx, one.community, 1),
    leden: (ctx: Context) => peoplePage(ctx, one.community, 1),
    bijeenkomsten: (ctx: Context) => meetingList(ctx, one.community, 1),
    ambitie: (ctx: Context) => ambitionPage(ctx, one.community),
    verhalen: (ctx: Context) => storyPage(ctx, one.community, 1),
    meekijken: (ctx: Context) => peersPage(ctx, one.community, 1),
  }).flatMap(([name, read]) =>
    (["teacher", "coordinator"] as const).map((who) => ({
      name: `gemeenschap, ${name}, for ${who}`,
      most: 26,
      read: () => read(one[who]) as Promise<unknown>,
    })),
  ),
  { name: "reflecties", most: 8, read: () => reflectionPage(one.teacher, one.community, 1) },
  { name: "zelfscan", most: 8, read: () => selfScanPage(one.teacher, one.community) },
  { name: "agenda", most: 4, read: () => calendarPage(one.teacher) },
  ...(["teacher", "owner"] as const).map((who) => ({
    name: `communities of a centre for ${who}`,
    most: 8,
    read: () => centreCommunities(one[who], one.slug, 1).catch(() => null),
  })),
];
/** Returns the pages of a round while students choose. */
const roundPages = (one: Readers, outside: () => Outside): Page[] => [
  { name: "rounds of a centre", most: 4, read: () => roundList(one.coordinator, one.slug, 1) },
  { name: "a round", most: 7, read: () => roundPage(one.teacher, one.round) },
  {
    name: "a round's assignments",
    most: 5,
    read: () => roundAssignmentsPage(one.teacher, one.round, { page: 1, search: "a" }),
  },
  { name: "a round's coaches", most: 6, read: () => guidesPage(one.teacher, one.round) },
  {
    name: "a round's students",
    most: 7,
    read: () => roundStudentsPage(one.teacher, one.round, { page: 2, search: "", chosen: false }),
  },
  { name: "a round's wishes", most: 6, read: () => peerWishesPage(one.teacher, one.round, 1) },
  { name: "choosing", most: 8, read: () => preferencesPage(one.chooser, one.round, "") },
  { name: "candidates", most: 9, read: () => ratingPage(one.owner, one.closed, one.choice, 1) },
  { name: "candidates that wait", most: 4, read: () => ratingsWaiting(one.owner) },
  { name: "clock of rounds", most: 6, read: () => runRoundClock(systemContext(outside(), one.centres)) },
];
/** Returns the pages of a plan, before and after it is published. */
const planPages = (one: Readers): Page[] => [
  { name: "workbench", most: 12, read: () => workbench(one.teacher, one.closed) },
  { name: "a proposal", most: 9, read: () => runPage(one.teacher, one.closed, 1) },
  { name: "a student in a proposal", most: 8, read: () => studentInPlan(one.teacher, one.closed, 1, one.placed) },
  { name: "an assignment in a proposal", most: 8, read: () => choiceInPlan(one.teacher, one.closed, 1, one.choice) },
  { name: "two proposals", most: 8, read: () => comparePlans(one.teacher, one.closed, 1, 1) },
  { name: "before publication", most: 10, read: () => openPublication(one.teacher, one.closed, 1) },
  { name: "a proposal as rows", most: 8, read: () => planRows(one.teacher, one.closed, 1) },
  { name: "own result", most: 5, read: () => ownResult(one.chooser, one.round) },
  { name: "who goes on with priority", most: 8, read: () => carryOverPage(one.teacher, one.told) },
];
/** Lists what is left: pages that few open, and what the server does by itself. */
const rest = (one: Readers, outside: () => Outside, solver: ReturnType<typeof sharedSolver>): Page[] => [
  { name: "a new community", most: 8, read: () => openFounding(one.coordinator, one.slug) },
  { name: "a calendar's own terms", most: 18 + turn, read: () => calendarOf(one.visitor, one.feed) },
  {
    name: "a team by hand",
    most: 38 + turn,
    read: () => teamByHand(one.teacher, one.assignment, { search: "", chosen: [] }),
  },
  { name: "what waits for the solver", most: 6, read: () => runSolveJob(outside(), solver) },
  { name: "round of saved searches", most: 4, read: () => sendSavedSearchAlerts(outside()) },
  { name: "round of the clock", most: 12, read: () => runDeadlines(systemContext(outside(), one.centres)) },
];
/** Every list and search, with the most statements it may send; `set_config` and the person's relations are among them. */
export const pages = (one: Readers, outside: () => Outside, solver: ReturnType<typeof sharedSolver>): Page[] => [
  ...marketPages(one),
  ...desks(one),
  ...assignmentPages(one),
  ...communityPages(one),
  ...roundPages(one, outside),
  ...planPages(one),
  ...rest(one, outside, solver),
];
