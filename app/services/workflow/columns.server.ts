import { addWorkingDays, endOfDay } from "#app/domain/calendar/working-days.ts";
import type { AssignmentMove } from "#app/domain/assignment/process.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { centreCalendar } from "./clocks.server.ts";
import { list, text, whole, type Acting, type Columns } from "./acting.ts";
import type { Inside } from "#app/services/context.ts";
import { showcaseColumns } from "#app/services/showcase/effects.server.ts";

const unchosen = { claimId: null, leadId: null, communityId: null, institutionId: null };
/** The market opens again: the old window while it lasts, else a short one (docs/domain.md 6.5, "short 10"). */
const reopened = ({ assignment }: Acting, ctx: Inside) => ({
  ...unchosen,
  windowEnd:
    assignment.row.windowEnd && assignment.row.windowEnd > ctx.now()
      ? assignment.row.windowEnd
      : addWorkingDays(
          ctx.now(),
          switchesOf(assignment.centre.switches).timers.claim_window_short,
          centreCalendar(assignment),
        ),
});

/** Columns of the assignment that a move writes beside its status. */
export const assignmentColumns: Partial<Record<AssignmentMove, Columns>> = {
  start_intake: ({ answers }) => ({ intakeBy: text(answers.business_developer) }),
  reinstate: ({ answers }) => ({ intakeBy: text(answers.business_developer), ...unchosen }),
  publish: ({ answers }, ctx) => ({
    visibility: text(answers.visibility),
    windowEnd: endOfDay(text(answers.window_end)),
    blocks: list(answers.blocks),
    levels: list(answers.levels),
    seatsMin: whole(answers.seats_min),
    seatsMax: whole(answers.seats_max),
    allowedObligations: list(answers.allowed_obligations),
    themes: list(answers.themes),
    publishedAt: ctx.now(),
    publishOn: null,
  }),
  schedule_publish: ({ answers }) => ({ publishOn: text(answers.publish_on) }),
  cancel_publication: () => ({ publishOn: null }),
  unpublish: ({ assignment }) => ({ textVersion: assignment.row.textVersion + 1, windowEnd: null }),
  reopen_matching: (acting, ctx) => (acting.gathered.openClaims > 0 ? unchosen : reopened(acting, ctx)),
  rematch: (acting, ctx) => ({
    ...reopened(acting, ctx),
    priority: true,
    publishedAt: ctx.now(),
    startOn: null,
    endOn: null,
    midtermOn: null,
  }),
  start: ({ answers }) => ({ startOn: text(answers.start_on) }),
  report_incomplete: ({ assignment }) => ({ incompleteReports: assignment.row.incompleteReports + 1 }),
  request_rework: ({ assignment }) => ({ reworkRounds: assignment.row.reworkRounds + 1 }),
  plan_midterm: ({ answers }) => ({ midtermOn: text(answers.midterm_on) }),
  start_anchoring: ({ answers, gathered }) => ({
    anchoringOwnerId:
      text(answers.owner) ||
      (gathered.team.find((m) => m.role === "teacher" && m.status === "active")?.personId ?? null),
  }),
  report_team_loss: ({ assignment }, ctx) => (assignment.row.onHold ? {} : { pausedBy: ctx.actor.id || null }),
  pause: (_, ctx) => ({ pausedBy: ctx.actor.id || null }),
  resume: () => ({ pausedBy: null }),
  open_dispute: () => ({ ladderStep: "talk" }),
  escalate_dispute: ({ answers }) => ({
    ladderStep: answers.step === "talk" ? "board" : answers.step === "board" ? "mediation" : "court",
  }),
  settle_dispute: ({ assignment, answers }) => ({
    ladderStep: null,
    extraRounds: assignment.row.extraRounds + (answers.outcome === "herstel" ? 1 : 0),
  }),
  settle_without_solution: () => ({ ladderStep: null }),
  extend: ({ assignment, answers, facts }) =>
    assignment.row.status === "published" && (facts.clocks.selection?.status ?? "met") === "met"
      ? { windowEnd: endOfDay(text(answers.until)) }
      : {},
};

const claimColumns = ({ answers, assignment }: Acting, ctx: Inside) => ({
  approach: text(answers.approach),
  obligation: text(answers.obligation),
  levels: list(answers.levels),
  seats: whole(answers.seats),
  block: text(answers.block),
  guidanceHours: whole(answers.guidance_hours),
  price: whole(answers.price) ?? 0,
  partners: text(answers.partners),
  needs: text(answers.needs),
  rights: text(answers.rights) || "open_licence",
  validUntil: endOfDay(text(answers.valid_until)),
  confirmedAt: ctx.now(),
  confirmedTextVersion: assignment.row.textVersion,
});
const signing = ({ roles, answers }: Acting, ctx: Inside) => {
  const said = `${text(answers.name)}, ${text(answers.capacity)}`;
  return roles.has("company_signatory")
    ? { companySignedAt: ctx.now(), companySignedBy: ctx.actor.id, companyCapacity: said }
    : { institutionSignedAt: ctx.now(), institutionSignedBy: ctx.actor.id, institutionCapacity: said };
};
/** The same for the other objects, by `object.move`. */
export const partColumns: Partial<Record<`${ObjectName}.${string}`, Columns>> = {
  "claim.submit_claim": (a, ctx) => ({
    ...claimColumns(a, ctx),
    communityId: text(a.answers.community),
    leadId: ctx.actor.id,
    createdAt: ctx.now(),
  }),
  "claim.revise_claim": claimColumns,
  "claim.shortlist": ({ answers }) => ({ note: text(answers.note) }),
  "agreement.confirm_quality": (_, ctx) => ({ qualityConfirmedAt: ctx.now(), qualityConfirmedBy: ctx.actor.id }),
  "agreement.sign": signing,
  "agreement.take_back": () => ({ qualityConfirmedAt: null, qualityConfirmedBy: null }),
  "delivery.prepare": ({ answers, gathered }, ctx) => ({
    number: (gathered.deliveries[0]?.row.number ?? 0) + 1,
    label: text(answers.label),
    handover: text(answers.handover),
    createdAt: ctx.now(),
  }),
  "delivery.add_files": ({ answers }) => ({ label: text(answers.label), handover: text(answers.handover) }),
  "delivery.ask_quality_check": ({ answers }) => ({ selfCheck: answers.self_check }),
  "delivery.clear": ({ answers }, ctx) => ({ judgement: answers.judgement, clearedBy: ctx.actor.id }),
  "delivery.return": ({ answers }) => ({ judgement: { remarks: answers.remarks } }),
  "delivery.release": ({ answers }, ctx) => ({
    releasedAt: ctx.now(),
    ...(answers.label ? { label: answers.label } : {}),
    ...(answers.notice ? { notice: answers.notice } : {}),
    ...(answers.limits ? { limits: answers.limits } : {}),
    ...(answers.handover_on ? { handoverOn: answers.handover_on } : {}),
  }),
  "member.invite": ({ answers, roles }, ctx) => ({
    personId: text(answers.person),
    role: text(answers.role),
    side: roles.has("client_owner") ? "company" : "education",
    track: text(answers.track) || null,
    level: text(answers.level) || null,
    hours: whole(answers.hours),
    invitedBy: ctx.actor.id,
    createdAt: ctx.now(),
  }),
  "milestone.plan": ({ answers }) => ({ title: text(answers.title), dueOn: text(answers.due_on) }),
  "milestone.reach": ({ answers }, ctx) => ({ evidence: text(answers.evidence), reachedAt: ctx.now() }),
  "milestone.move_milestone": ({ answers }) => ({ dueOn: text(answers.due_on), why: text(answers.why) }),
  "milestone.drop_milestone": ({ answers }) => ({ why: text(answers.why) }),
  "guardian_request.ask_guardian": ({ answers }, ctx) => ({
    name: text(answers.name),
    email: text(answers.email),
    memberId: text(answers.member),
    createdAt: ctx.now(),
  }),
  "guardian_request.refuse_guardian": ({ answers }) => ({ question: text(answers.question) }),
  "interest.show_interest": ({ answers }, ctx) => ({
    personId: ctx.actor.id,
    rank: whole(answers.rank),
    line: text(answers.line),
    at: ctx.now(),
  }),
  "guarantee_case.open_case": ({ answers }, ctx) => ({
    defect: text(answers.defect),
    evidence: text(answers.evidence),
    at: ctx.now(),
  }),
  "guarantee_case.accept_case": ({ answers }) => ({ decision: text(answers.decision) }),
  "guarantee_case.refuse_case": ({ answers }) => ({ decision: text(answers.decision) }),
  "guarantee_case.remedy": ({ answers }) => ({ decision: text(answers.decision) }),
  ...showcaseColumns,
};
