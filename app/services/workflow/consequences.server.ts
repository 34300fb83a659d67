import type { AssignmentMove } from "#app/domain/assignment/process.ts";
import { extendable } from "#app/domain/assignment/guards.ts";
import { clocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import { changeDeadline, openDeadlines } from "#db/queries/workflow/deadlines.server.ts";
import {
  answerFinding,
  insertHours,
  insertMilestones,
  insertObservation,
  forgetWork,
  inviteCommunity,
  judgeCriterion,
  leaveTeam,
  openDelivery,
  openText,
  plannedMilestones,
  putImplementation,
  releasedDeliveries,
  setDegree,
  setVerdict,
  verifyCompany,
} from "#db/queries/work/work.server.ts";
import { guardiansOf } from "#db/queries/workflow/children.server.ts";
import { leadsOf } from "#db/queries/claims/invitations.server.ts";
import { endOfDay } from "#app/domain/calendar/working-days.ts";
import { dayOrNull, group, list, place, text, whole, type Acting, type Effect } from "./acting.ts";
import { centreCalendar, nextMoment, startClock } from "./clocks.server.ts";
import { annexesOnSigning, firstAgreement } from "#app/services/agreement/agreements.server.ts";
import { sendPointers } from "#app/services/letters/link-letters.server.ts";
import { moveInside } from "./move.server.ts";
import { revisionLinks } from "#app/services/intake/revise.server.ts";
import type { Inside } from "#app/services/context.ts";

type Degree = "none" | "pilot" | "partial" | "full";
const observe = (ctx: Inside, acting: Acting, month: number, degree: Degree) =>
  insertObservation(ctx.db, {
    id: ctx.newId(),
    ...place(acting),
    month,
    degree,
    effectKind: dayOrNull(acting.answers.effect_kind),
    effectGrade: dayOrNull(acting.answers.effect_grade),
    effect: text(acting.answers.effect),
    evidence: text(acting.answers.evidence),
    byId: ctx.actor.id || null,
    at: ctx.now(),
  });
const implement = (ctx: Inside, acting: Acting, degree: Degree, since: string | null) =>
  putImplementation(ctx.db, {
    id: ctx.newId(),
    ...place(acting),
    owner: text(acting.answers.owner) || (acting.gathered.implementation?.owner ?? ""),
    ownerEmail: text(acting.answers.owner_email) || (acting.gathered.implementation?.ownerEmail ?? ""),
    steps: text(acting.answers.steps) || (acting.gathered.implementation?.steps ?? ""),
    targetOn: dayOrNull(acting.answers.target_on) ?? acting.gathered.implementation?.targetOn ?? null,
    degree,
    since,
    at: ctx.now(),
  });
/**
 * A secret question opens for a community once its lead accepted secrecy (docs/domain.md 3.1); the leads are told by
 * letter, for they may see nothing yet.
 */
const invite: Effect = async (ctx, acting) => {
  const [secret, communityId] = [acting.assignment.row.confidentiality === "secret", text(acting.answers.community)];
  await inviteCommunity(ctx.db, {
    ...place(acting),
    communityId,
    invitedAt: ctx.now(),
    acceptedAt: secret ? null : ctx.now(),
  });
  const path = `/vraagstukken/${acting.assignment.row.id}${secret ? "/geheimhouding" : ""}`;
  await sendPointers(
    ctx,
    place(acting),
    (await leadsOf(ctx.db, communityId)).map(({ name, email }) => ({
      about: "community",
      email,
      name,
      path,
      relation: "claimant",
    })),
  );
};
/** The open delivery becomes the released one; the released ones before it are superseded. */
const release: Effect = async (ctx, { assignment, answers }) => {
  for (const old of await releasedDeliveries(ctx.db, assignment.row.id))
    await moveInside(ctx, "delivery", old.id, "supersede_delivery", {}, { system: true });
  const open = await openDelivery(ctx.db, assignment.row.id);
  if (open) await moveInside(ctx, "delivery", open.id, "release", {}, { system: true, answers });
};
const verdicts = async (ctx: Inside, { assignment }: Acting, each: (deliveryId: string) => Promise<unknown>) => {
  const [released] = await releasedDeliveries(ctx.db, assignment.row.id);
  if (released) await each(released.id);
};
const judge: Effect = (ctx, acting) =>
  verdicts(ctx, acting, async (deliveryId) => {
    for (const [criterion, r] of Object.entries(group(acting.answers.results)))
      await judgeCriterion(ctx.db, {
        id: ctx.newId(),
        ...place(acting),
        deliveryId,
        criterion: Number(criterion),
        met: r.met === "met" ? "met" : "not_met",
        value: text(r.value),
        evidence: text(r.evidence),
        measurer: text(r.measurer),
        finding: text(r.finding),
        byId: ctx.actor.id,
        at: ctx.now(),
      });
  });
const unanswered: Effect = (ctx, acting) =>
  verdicts(ctx, acting, async (deliveryId) => {
    const known = new Set(acting.gathered.verdicts.map((v) => v.criterion));
    for (let criterion = 0; criterion < (acting.facts.agreement?.criteria ?? 0); criterion++)
      if (!known.has(criterion))
        await judgeCriterion(ctx.db, {
          id: ctx.newId(),
          ...place(acting),
          deliveryId,
          criterion,
          met: "unanswered",
          value: "",
          evidence: "",
          measurer: "",
          finding: "",
          byId: null,
          at: ctx.now(),
        });
  });
/** `extend` gives the named clock a new end; everybody sees the new date. */
const extend: Effect = async (ctx, { assignment, answers }) => {
  const due = endOfDay(text(answers.until));
  const names = extendable[assignment.row.status] ?? [];
  const all = await openDeadlines(ctx.db, assignment.row.id);
  const [d] = names.flatMap((name) => all.find((one) => one.clock === name) ?? []);
  if (d)
    await changeDeadline(ctx.db, d.id, {
      status: "running",
      pausedAt: null,
      remaining: null,
      dueAt: due,
      nextAt: nextMoment(clocks[d.clock as ClockId], ctx.now(), due, 0, centreCalendar(assignment)),
      reminders: 0,
      noticeAt: null,
      noticeUntil: null,
      extended: true,
    });
};
const milestonesFromTerms: Effect = async (ctx, acting) => {
  if (acting.facts.milestones > 0) return;
  const rows = (Array.isArray(acting.agreement?.terms.milestones) ? acting.agreement.terms.milestones : []) as {
    title?: unknown;
    date?: unknown;
  }[];
  await insertMilestones(
    ctx.db,
    rows
      .filter((m) => dayOrNull(m.date))
      .map((m) => ({
        id: ctx.newId(),
        ...place(acting),
        title: text(m.title),
        dueOn: text(m.date),
        status: "planned" as const,
      })),
  );
};

/** Guardians have no account; news reaches them by letter. */
function tellGuardians(about: "guardian_start" | "guardian_stop"): Effect {
  return async (ctx, acting) =>
    sendPointers(
      ctx,
      place(acting),
      (await guardiansOf(ctx.db, acting.assignment.row.id)).map(({ name, email }) => ({
        about,
        email,
        name,
        path: "",
        relation: "guardian",
      })),
    );
}
/** From the start on, each planned milestone has its own clock. */
const milestoneClocks: Effect = async (ctx, { assignment }) => {
  for (const m of await plannedMilestones(ctx.db, assignment.row.id))
    await startClock(
      ctx,
      assignment,
      "milestone",
      { object: "milestone", objectId: m.id },
      { answers: { due_on: m.dueOn }, terms: {} },
    );
};

/** What else happens when an assignment moves, in the same transaction. */
export const assignmentEffects: Partial<Record<AssignmentMove, Effect>> = {
  return_to_draft: revisionLinks,
  publish: (ctx, { assignment, answers }) =>
    openText(ctx.db, assignment.row.id, assignment.row.confidentiality === "public" && answers.visibility === "public"),
  unpublish: (ctx, { assignment }) => openText(ctx.db, assignment.row.id, false),
  verify_company: (ctx, { assignment, answers }) =>
    verifyCompany(ctx.db, assignment.row.organizationId, text(answers.how), ctx.now()),
  invite_community: invite,
  select_claim: firstAgreement,
  reopen_matching: (ctx, { assignment }) => leaveTeam(ctx.db, assignment.row.id),
  rematch: async (ctx, { assignment }) => {
    await leaveTeam(ctx.db, assignment.row.id);
    await forgetWork(ctx.db, assignment.row.id);
  },
  start: async (ctx, acting) => {
    await milestoneClocks(ctx, acting);
    await tellGuardians("guardian_start")(ctx, acting);
  },
  stop: tellGuardians("guardian_stop"),
  conclude: async (ctx, acting) => {
    await milestonesFromTerms(ctx, acting);
    await annexesOnSigning(ctx, acting);
  },
  deliver: release,
  redeliver: release,
  log_hours: (ctx, acting) =>
    insertHours(ctx.db, {
      id: ctx.newId(),
      ...place(acting),
      personId: ctx.actor.id,
      role: acting.as,
      on: text(acting.answers.on),
      minutes: whole(acting.answers.minutes) ?? 0,
      what: text(acting.answers.what),
      at: ctx.now(),
    }),
  judge_criteria: judge,
  judge_afterwards: judge,
  answer_findings: (ctx, acting) =>
    verdicts(ctx, acting, async (deliveryId) => {
      for (const [criterion, r] of Object.entries(group(acting.answers.answers)))
        await answerFinding(ctx.db, deliveryId, Number(criterion), text(r.answer));
    }),
  accept_with_deviation: (ctx, acting) =>
    verdicts(ctx, acting, async (deliveryId) => {
      for (const criterion of list(acting.answers.criteria))
        await setVerdict(ctx.db, deliveryId, Number(criterion), "deviates");
    }),
  decide_on_silence: unanswered,
  start_implementation: (ctx, acting) => implement(ctx, acting, "none", null),
  resume_implementation: (ctx, acting) => implement(ctx, acting, "none", null),
  declare_in_use: async (ctx, acting) => {
    await implement(ctx, acting, text(acting.answers.degree) as Degree, text(acting.answers.since));
    await observe(ctx, acting, 0, text(acting.answers.degree) as Degree);
  },
  declare_not_in_use: async (ctx, acting) => {
    await implement(ctx, acting, "none", null);
    await observe(ctx, acting, 0, "none");
  },
  record_check: async (ctx, acting) => {
    await observe(ctx, acting, Number(acting.answers.month), text(acting.answers.degree) as Degree);
    await setDegree(ctx.db, acting.assignment.row.id, text(acting.answers.degree) as Degree);
  },
  extend,
  extend_together: extend,
};

const ofGroup: Partial<Record<AssignmentMove, (acting: Acting) => string>> = {
  evaluate: ({ as }) =>
    `evaluation_${as === "client_owner" ? "company" : as === "team_teacher" ? "teacher" : as === "employee_participant" ? "employee" : "student"}`,
  note_no_yield: ({ answers }) => `no_yield_${text(answers.group)}`,
  ask_evaluations: ({ answers }) => `asked_${text(answers.who)}`,
  escalate_dispute: ({ answers }) => `ladder_${text(answers.step)}`,
};
/** The kind and subject of the record that an act keeps. */
export const recordOf = (acting: Acting, kind: string) => ({
  kind: ofGroup[acting.name as AssignmentMove]?.(acting) ?? kind,
  about:
    kind === "content_check"
      ? (acting.gathered.deliveries[0]?.row.number ?? null)
      : kind === "fit_check" || kind === "text_approval"
        ? acting.assignment.row.textVersion
        : (acting.agreement?.number ?? null),
});
