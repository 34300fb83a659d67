import {
  hasOccasion,
  resolvedBy,
  isMove,
  type Remedy,
  lineOf,
  assignmentProcess,
  type AssignmentGuard,
  type AssignmentMove,
} from "#app/domain/assignment/process.ts";
import { mayHearOfNobody } from "#app/domain/turns/readers.ts";
import { firstDay } from "#app/domain/assignment/guards.ts";
import { mayUndo, offeredMoves, type Offer } from "#app/domain/workflow/machine.ts";
import { isOver, may, mayNameCompany, textFor, type Part } from "#app/domain/workflow/visibility.ts";
import type { Relation } from "#app/domain/words.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { endingOf, type Ending } from "./ending.server.ts";
import { opensAt } from "./shown-tabs.server.ts";
import { factsOf } from "#app/services/workflow/facts.server.ts";
import { hidesCompany, requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import { noTurn, turnLines, type Turn, type TurnLine } from "#app/services/turns/turns.server.ts";
import type { AssignmentTab } from "#app/urls.ts";

/** Holds the part whose readers have each tab; whoever sees an assignment has its first page, and finds the others from there. */
export const tabs = {
  overzicht: null,
  claims: "claims_tab",
  afspraken: "agreement",
  team: "team",
  voortgang: "progress",
  oplevering: "acceptance",
  implementatie: "implementation",
  borging: "anchoring",
  logboek: "log",
} as const satisfies Record<AssignmentTab, Part | null>;
/** Tells whether these roles may read this tab; whether there is anything on it yet is another question. */
export const hasTab = (tab: AssignmentTab, roles: ReadonlySet<string>): boolean => {
  const part: Part | null = tabs[tab];
  return part === null || may(part, roles);
};
type GuardHint = {
  guard: AssignmentGuard;
  remedy: Remedy | null;
  mine: boolean;
  /** It is this reader's turn to resolve it: only then it is shown as the way forward. */
  asked: boolean;
  /** Tells on whom it waits that this is resolved, where that is known. */
  waits: Turn | null;
  /** Tells from which day on it can be resolved, where that day is yet to come. */
  from: string | null;
};
const guardsOf = (move: AssignmentMove): readonly string[] =>
  (assignmentProcess.moves[move] as { guards?: readonly string[] }).guards ?? [];
type FrameOffer = { name: AssignmentMove; rank: Offer["rank"]; hasForm: boolean; missing: GuardHint[] };
/**
 * Holds what every page about one assignment begins with (docs/design.md 1 to 3): the parties, the status, the line,
 * whose turn it is, and the moves on offer.
 */
export type AssignmentFrame = {
  id: string;
  title: string;
  company: string | null;
  companyId: string | null;
  place: string;
  centre: string;
  centreSlug: string;
  hue: number;
  status: AssignmentContext["row"]["status"];
  obligation: AssignmentContext["row"]["obligation"];
  onHold: boolean;
  disputed: boolean;
  version: number;
  line: readonly string[];
  ending: Ending | null;
  turn: TurnLine;
  /** The reader left, or was not chosen: whose turn it is now is not theirs to know. */
  past: boolean;
  /** It may not be said that it is nobody's turn (`mayHearOfNobody`). */
  unsaid: boolean;
  tabs: AssignmentTab[];
  offers: FrameOffer[];
  involved: boolean;
  publishOn: string | null;
  roles: Relation[];
  form: { key: string; version: number };
};

/** Describes an assignment opened for reading, with what was read for it. */
export type OpenAssignment = Awaited<ReturnType<typeof openFrame>>;
/**
 * Opens an assignment for reading: refuses `not_found` for anyone who may not see it. Answers the frame and what was
 * read for it, for the tab's own service to go on with.
 */
export async function openFrame(ctx: Inside, id: string) {
  const assignment = await requireVisibleAssignment(ctx, id);
  const { row, roles, centre } = assignment;
  const whole = await factsOf(ctx, assignment);
  const turn = (await turnLines(ctx, [{ id }], { assignment, whole })).get(id) ?? noTurn;
  const all = offeredMoves(assignmentProcess, whole.facts, roles)
    .filter(({ name }) => mayUndo(assignmentProcess.moves[name], row, ctx.actor.id, roles))
    .filter(hasOccasion);
  // What is held back itself is no way to mend anything.
  const free = new Set(all.filter(({ missing }) => missing.length === 0).map(({ name }) => name));
  const hint = (guard: AssignmentGuard): GuardHint => {
    const remedy = resolvedBy[guard] ?? null;
    return {
      guard,
      remedy,
      mine: remedy !== null && (!isMove(remedy) || free.has(remedy)),
      asked: remedy !== null && turn.asked.includes(remedy),
      from: firstDay(whole.facts, [guard, ...(remedy !== null && isMove(remedy) ? guardsOf(remedy) : [])]),
      waits: turn.awaited.find(({ act }) => "move" in act && act.move === remedy) ?? null,
    };
  };
  const involved = may("text", roles);
  const ending = await endingOf(ctx, assignment);
  const company = mayNameCompany(hidesCompany(assignment), roles) ? assignment.company : null;
  const frame: AssignmentFrame = {
    id,
    title: row.title,
    company: company?.name ?? null,
    companyId: company?.id ?? null,
    place: row.place,
    centre: centre.name,
    centreSlug: centre.slug,
    hue: centre.hue,
    status: row.status,
    obligation: row.obligation,
    onHold: row.onHold,
    disputed: turn.disputed,
    version: row.version,
    line: lineOf(row.obligation),
    ending,
    turn,
    past: isOver(row.status, roles),
    unsaid: !mayHearOfNobody(row.status, roles),
    tabs: (Object.keys(tabs) as AssignmentTab[]).filter(
      (tab) =>
        hasTab(tab, roles) &&
        opensAt(tab, { status: row.status, reached: ending?.reached ?? null, gathered: whole.gathered }),
    ),
    offers: all.map(({ name, rank, hasForm, missing }) => ({ name, rank, hasForm, missing: missing.map(hint) })),
    involved,
    publishOn: involved && row.status === "intake" ? row.publishOn : null,
    roles: [...roles],
    form: { key: ctx.newId(), version: row.version },
  };
  return { frame, assignment, roles, ...whole, text: textFor(row.confidentiality, roles) };
}
/**
 * Describes a page about one assignment: what its own part reads, with the frame, the title, the tab, the centre's
 * hue and the moment of reading.
 */
type AssignmentPage<T> = T & {
  frame: AssignmentFrame;
  title: string;
  assignmentTab: AssignmentTab;
  hue: number;
  now: Date;
};
/** Opens a page about an assignment that this person sees; refuses `not_found` to anybody else. */
export const openAssignmentPage = <T>(
  ctx: Context,
  id: string,
  more: (inside: Inside, open: OpenAssignment) => Promise<T>,
  tab: AssignmentTab = "overzicht",
): Promise<AssignmentPage<T>> =>
  inTransaction(ctx, async (inside) => {
    const open = await openFrame(inside, id);
    const { frame } = open;
    return {
      ...(await more(inside, open)),
      frame,
      title: frame.title,
      assignmentTab: tab,
      hue: frame.hue,
      now: inside.now(),
    };
  });
