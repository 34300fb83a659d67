import { addWorkingDays, endOfDay } from "#app/domain/calendar/working-days.ts";
import type { AssignmentMove } from "#app/domain/assignment/process.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { centreCalendar } from "./clocks.server.ts";
import { list, text, whole, type Acting, type Columns } from "./acting.ts";
import type { Inside } from "#app/services/context.ts";
import { showcaseColumns } from "#app/services/showcase/effects.server.ts";

const unchosen = { claimId: null, leadId: null, communityId: null, institutionId: null };
/** The market opens again: the old window while it lasts, else a short one (DOMAIN.md §6.5, "short 10"). */
const reopened = ({ opened }: Acting, ctx: Inside) => ({
  ...unchosen,
  windowEnd:
    opened.row.windowEnd && opened.row.windowEnd > ctx.now()
      ? opened.row.windowEnd
      : addWorkingDays(ctx.now(), switchesOf(opened.centre.switches).timers.claim_window_short, centreCalendar(opened)),
});

/** Columns of the assignment that a move writes beside its status. */
export const assignmentColumns: Partial<Record<AssignmentMove, Columns>> = {
  start_intake: ({ asked }) => ({ intakeBy: text(asked.business_developer) }),
  reinstate: ({ asked }) => ({ intakeBy: text(asked.business_developer), ...unchosen }),
  publish: ({ asked }, ctx) => ({
    visibility: text(asked.visibility),
    windowEnd: endOfDay(text(asked.window_end)),
    blocks: list(asked.blocks),
    levels: list(asked.levels),
    seatsMin: whole(asked.seats_min),
    seatsMax: whole(asked.seats_max),
    allowedObligations: list(asked.allowed_obligations),
    themes: list(asked.themes),
    publishedAt: ctx.now(),
    publishOn: null,
  }),
  schedule_publish: ({ asked }) => ({ publishOn: text(asked.publish_on) }),
  cancel_publication: () => ({ publishOn: null }),
  unpublish: ({ opened }) => ({ textVersion: opened.row.textVersion + 1, windowEnd: null }),
  reopen_matching: (acting, ctx) => (acting.gathered.openClaims > 0 ? unchosen : reopened(acting, ctx)),
  rematch: (acting, ctx) => ({
    ...reopened(acting, ctx),
    priority: true,
    publishedAt: ctx.now(),
    startOn: null,
    endOn: null,
    midtermOn: null,
  }),
  start: ({ asked }) => ({ startOn: text(asked.start_on) }),
  report_incomplete: ({ opened }) => ({ incompleteReports: opened.row.incompleteReports + 1 }),
  request_rework: ({ opened }) => ({ reworkRounds: opened.row.reworkRounds + 1 }),
  plan_midterm: ({ asked }) => ({ midtermOn: text(asked.midterm_on) }),
  start_anchoring: ({ asked, gathered }) => ({
    anchoringOwnerId:
      text(asked.owner) || (gathered.team.find((m) => m.role === "teacher" && m.status === "active")?.personId ?? null),
  }),
  report_team_loss: ({ opened }, ctx) => (opened.row.onHold ? {} : { pausedBy: ctx.actor.id || null }),
  pause: (_, ctx) => ({ pausedBy: ctx.actor.id || null }),
  resume: () => ({ pausedBy: null }),
  open_dispute: () => ({ ladderStep: "talk" }),
  escalate_dispute: ({ asked }) => ({
    ladderStep: asked.step === "talk" ? "board" : asked.step === "board" ? "mediation" : "court",
  }),
  settle_dispute: ({ opened, asked }) => ({
    ladderStep: null,
    extraRounds: opened.row.extraRounds + (asked.outcome === "herstel" ? 1 : 0),
  }),
  settle_without_solution: () => ({ ladderStep: null }),
  extend: ({ opened, asked, facts }) =>
    opened.row.status === "published" && (facts.clocks.selection?.status ?? "met") === "met"
      ? { windowEnd: endOfDay(text(asked.until)) }
      : {},
};

const claimColumns = ({ asked, opened }: Acting, ctx: Inside) => ({
  approach: text(asked.approach),
  obligation: text(asked.obligation),
  levels: list(asked.levels),
  seats: whole(asked.seats),
  block: text(asked.block),
  guidanceHours: whole(asked.guidance_hours),
  price: whole(asked.price) ?? 0,
  partners: text(asked.partners),
  needs: text(asked.needs),
  rights: text(asked.rights) || "open_licence",
  validUntil: endOfDay(text(asked.valid_until)),
  confirmedAt: ctx.now(),
  confirmedTextVersion: opened.row.textVersion,
});
const signing = ({ holds, asked }: Acting, ctx: Inside) => {
  const said = `${text(asked.name)}, ${text(asked.capacity)}`;
  return holds.has("company_signatory")
    ? { companySignedAt: ctx.now(), companySignedBy: ctx.actor.id, companyCapacity: said }
    : { institutionSignedAt: ctx.now(), institutionSignedBy: ctx.actor.id, institutionCapacity: said };
};
/** The same for the other objects, by `object.move`. */
export const partColumns: Partial<Record<`${ObjectName}.${string}`, Columns>> = {
  "claim.submit_claim": (a, ctx) => ({
    ...claimColumns(a, ctx),
    communityId: text(a.asked.community),
    leadId: ctx.actor.id,
    createdAt: ctx.now(),
  }),
  "claim.revise_claim": claimColumns,
  "claim.shortlist": ({ asked }) => ({ note: text(asked.note) }),
  "agreement.confirm_quality": (_, ctx) => ({ qualityConfirmedAt: ctx.now(), qualityConfirmedBy: ctx.actor.id }),
  "agreement.sign": signing,
  "agreement.take_back": () => ({ qualityConfirmedAt: null, qualityConfirmedBy: null }),
  "delivery.prepare": ({ asked, gathered }, ctx) => ({
    number: (gathered.deliveries[0]?.row.number ?? 0) + 1,
    label: text(asked.label),
    handover: text(asked.handover),
    createdAt: ctx.now(),
  }),
  "delivery.add_files": ({ asked }) => ({ label: text(asked.label), handover: text(asked.handover) }),
  "delivery.ask_quality_check": ({ asked }) => ({ selfCheck: asked.self_check }),
  "delivery.clear": ({ asked }, ctx) => ({ judgement: asked.judgement, clearedBy: ctx.actor.id }),
  "delivery.return": ({ asked }) => ({ judgement: { remarks: asked.remarks } }),
  "delivery.release": ({ asked }, ctx) => ({
    releasedAt: ctx.now(),
    ...(asked.label ? { label: asked.label } : {}),
    ...(asked.notice ? { notice: asked.notice } : {}),
    ...(asked.limits ? { limits: asked.limits } : {}),
    ...(asked.handover_on ? { handoverOn: asked.handover_on } : {}),
  }),
  "member.invite": ({ asked, holds }, ctx) => ({
    personId: text(asked.person),
    role: text(asked.role),
    side: holds.has("client_owner") ? "company" : "education",
    track: text(asked.track) || null,
    level: text(asked.level) || null,
    hours: whole(asked.hours),
    invitedBy: ctx.actor.id,
    createdAt: ctx.now(),
  }),
  "milestone.plan": ({ asked }) => ({ title: text(asked.title), dueOn: text(asked.due_on) }),
  "milestone.reach": ({ asked }, ctx) => ({ evidence: text(asked.evidence), reachedAt: ctx.now() }),
  "milestone.move_milestone": ({ asked }) => ({ dueOn: text(asked.due_on), why: text(asked.why) }),
  "milestone.drop_milestone": ({ asked }) => ({ why: text(asked.why) }),
  "guardian_request.ask_guardian": ({ asked }, ctx) => ({
    name: text(asked.name),
    email: text(asked.email),
    memberId: text(asked.member),
    createdAt: ctx.now(),
  }),
  "guardian_request.refuse_guardian": ({ asked }) => ({ question: text(asked.question) }),
  "interest.show_interest": ({ asked }, ctx) => ({
    personId: ctx.actor.id,
    rank: whole(asked.rank),
    line: text(asked.line),
    at: ctx.now(),
  }),
  "guarantee_case.open_case": ({ asked }, ctx) => ({
    defect: text(asked.defect),
    evidence: text(asked.evidence),
    at: ctx.now(),
  }),
  "guarantee_case.accept_case": ({ asked }) => ({ decision: text(asked.decision) }),
  "guarantee_case.refuse_case": ({ asked }) => ({ decision: text(asked.decision) }),
  "guarantee_case.remedy": ({ asked }) => ({ decision: text(asked.decision) }),
  ...showcaseColumns,
};
