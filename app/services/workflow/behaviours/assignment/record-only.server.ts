import { flagMoves } from "#app/domain/work/flags.ts";
import { alike } from "#app/services/workflow/duplicate-answers.server.ts";
import { checkNow } from "#app/domain/aftercare/checks.ts";
import { groupOfRole } from "#app/domain/assignment/awaited.ts";
import { extendable } from "#app/domain/assignment/guards.ts";
import { recordOnlyMoves } from "#app/domain/assignment/record-only.ts";
import { moneySides } from "#app/domain/agreement/own-version.ts";
import { openLicenceOf } from "#app/domain/agreement/terms/fit.ts";
import { versionOf } from "#app/domain/agreement/terms/instalments.ts";
import { paidIn } from "#app/domain/agreement/terms/statement.ts";
import { amsterdamDay, endOfDay } from "#app/domain/calendar/working-days.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { worksAs } from "#app/domain/team/seats.ts";
import { isBlank } from "#app/domain/marks.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { hoursProblem } from "#app/domain/work/hours.ts";
import { clocks } from "#app/domain/workflow/clocks.ts";
import { placesOf } from "#app/domain/workflow/policy.ts";
import { answerFinding } from "#db/queries/delivery/acceptance.server.ts";
import { insertHours, minutesOnDay } from "#db/queries/work/hours.server.ts";
import { verifyCompany } from "#db/queries/company/organizations.server.ts";
import { leadsOf, inviteCommunity } from "#db/queries/claims/invitations.server.ts";
import { changeDeadline, openDeadline, type Deadline } from "#db/queries/workflow/deadlines.server.ts";
import type { Inside } from "#app/services/context.ts";
import { effortIn, companyMinutes } from "#app/services/assignment/effort.server.ts";
import { contentScanOf } from "#app/services/delivery/content-scan.server.ts";
import { sendPointers } from "#app/services/letters/link-letters.server.ts";
import { urls } from "#app/urls.ts";
import { place, type Acting } from "../../acting.ts";
import type { BehavioursOf } from "../../behaviour.ts";
import { billingFor, billingIn, forPayee, signedOn } from "#app/services/payments/billing.ts";
import { checkInvoiceDay, checkPayment, checkSettlement, settlesFor } from "#app/services/payments/checks.ts";
import { openInvoices, paymentPrefill } from "#app/services/payments/prefill.ts";
import { centreCalendar, nextMoment } from "../../clocks/clocks.server.ts";
import { keepCheck, requireCheck } from "./implementation.server.ts";
import { checkOpening, prefillOpening, textJudged, untickedLines } from "./opening.server.ts";
import { paymentClock, settlementClock } from "./payment.server.ts";
import { judgeEach, onReleased } from "./verdicts.server.ts";

/** As what the mover works here, by the seats they hold now. */
const workedAs = ({ actor }: Inside, { as, gathered: { team } }: Pick<Acting, "as" | "gathered">) =>
  worksAs(
    as,
    team.flatMap((m) => (m.status === "active" && m.personId === actor.id ? [m.role] : [])),
  );
/** Says whether what was learned may have an open licence: as secret as the signed version says, or the card while there is none. */
const openLicenceIn = ({ assignment: { row }, gathered }: Pick<Acting, "assignment" | "gathered">) =>
  openLicenceOf({
    fundingRegime: row.fundingRegime,
    confidentiality:
      gathered.agreements.find(({ status }) => status === "signed")?.terms.confidentiality ?? row.confidentiality,
  });
/**
 * A secret question opens for a community once its lead accepted secrecy (docs/domain.md 3.1); the leads are told by
 * letter, for they may see nothing yet.
 */
async function invite(ctx: Inside, acting: Acting, communityId: string) {
  const secret = acting.assignment.row.confidentiality === "secret";
  await inviteCommunity(ctx.db, {
    ...place(acting),
    communityId,
    invitedAt: ctx.now(),
    acceptedAt: secret ? null : ctx.now(),
  });
  const path = (secret ? urls.assignment.secrecy : urls.assignment.assignment)(acting.assignment.row.id);
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
}
/** `extend` gives the named clock a new end; everybody sees the new date. */
async function extend(ctx: Inside, { assignment, answers }: Acting & { answers: { until: string } }) {
  const due = endOfDay(answers.until);
  const names = extendable[assignment.row.status] ?? [];
  let d: Deadline | undefined;
  for (const name of names) d ??= await openDeadline(ctx.db, assignment.row.id, name);
  if (d)
    await changeDeadline(ctx.db, d.id, {
      status: "running",
      pausedAt: null,
      remaining: null,
      dueAt: due,
      nextAt: nextMoment(clocks[d.clock], ctx.now(), due, 0, centreCalendar(assignment)),
      reminders: 0,
      noticeAt: null,
      noticeUntil: null,
      extended: true,
    });
}
/** Reads what people of the company wrote of their hours here, and what was paid. */
const ledgerOf = async (ctx: Inside, id: string, gathered: Acting["gathered"]) => ({
  in_kind_hours: Math.round((await companyMinutes(ctx, id)) / 60),
  cash: paidIn(billingIn(gathered).bills),
});
/** Returns the version of the text that was judged. */
const onText = ({ assignment }: Acting) => ({ about: assignment.row.textVersion });

/** Holds acts that leave the status as it is. */
export const recordOnlyBehaviours: BehavioursOf<"assignment", keyof typeof recordOnlyMoves> = {
  check_fit: { record: onText, formExtras: textJudged },
  approve_text: { record: onText, formExtras: textJudged },
  verify_company: {
    effect: (ctx, { assignment, answers }) =>
      verifyCompany(ctx.db, assignment.row.organizationId, answers.how, ctx.now()),
  },
  schedule_publish: {
    check: async (_, { answers }) => checkOpening(answers, answers.publish_on),
    columns: ({ answers }) => ({ publishOn: answers.publish_on }),
    prefill: prefillOpening,
    formExtras: untickedLines,
  },
  cancel_publication: { columns: () => ({ publishOn: null }) },
  invite_community: { effect: (ctx, acting) => invite(ctx, acting, acting.answers.community) },
  plan_midterm: { columns: ({ answers }) => ({ midtermOn: answers.midterm_on }), returnTo: "voortgang" },
  report: {
    /** What holds the work up is followed by itself until it is gone; the next report does not make it go away. */
    effect: async (ctx, { answers, assignment, move }) => {
      if (!answers.blocked) return;
      const raised = { flag_kind: "obstacle", flag_what: answers.blocked };
      const made = { object: "flag", name: "raise_flag", answers: raised, assignmentId: assignment.row.id } as const;
      // What stood in an earlier report and is not gone yet has its clock already.
      if ((await alike(ctx, flagMoves.raise_flag, made)).length > 0) return;
      await move("flag", assignment.row.id, "raise_flag", { ...raised, flag_owner: answers.flag_owner ?? "" });
    },
    returnTo: "voortgang",
  },
  log_hours: {
    check: async (ctx, { answers, assignment }) => {
      const day = await minutesOnDay(ctx.db, assignment.row.id, ctx.actor.id, answers.on);
      const problem = hoursProblem(answers.spent, day);
      if (problem) refuseFields({ spent: problem });
    },
    effect: (ctx, acting) =>
      insertHours(ctx.db, {
        id: ctx.newId(),
        ...place(acting),
        personId: ctx.actor.id,
        role: workedAs(ctx, acting),
        on: acting.answers.on,
        minutes: acting.answers.spent,
        what: acting.answers.what,
        at: ctx.now(),
      }),
    returnTo: "voortgang",
  },
  record_midterm: { returnTo: "voortgang" },
  report_team_loss: {
    columns: ({ assignment }, ctx) => (assignment.row.onHold ? {} : { pausedBy: ctx.actor.id || null }),
  },
  record_agreement_end: {
    check: async (_, { answers, gathered }) => checkSettlement("amount", answers.amount, billingIn(gathered)),
    formExtras: async (_, { gathered, roles }) => settlesFor(roles, billingIn(gathered)),
    returnTo: "afspraken",
  },
  account_effort: { formExtras: async (ctx, opened) => ({ effort: await effortIn(ctx, opened) }) },
  check_content: {
    /** What the scan found in the delivery needs a word: why it may leave (guard `content_safe`). */
    check: async (ctx, { answers, assignment }) => {
      if (!answers.scan_answer && (await contentScanOf(ctx, assignment.row.id)).some((file) => file.findings?.length))
        refuseFields({ scan_answer: { code: "required" } });
    },
    formExtras: async (ctx, { assignment }) => ({ scanned: await contentScanOf(ctx, assignment.row.id) }),
    record: ({ gathered }) => ({ about: gathered.deliveries[0]?.row.number ?? null }),
  },
  extend: {
    columns: ({ assignment, answers, facts }) =>
      assignment.row.status === "published" && (facts.clocks.selection?.status ?? "met") === "met"
        ? { windowEnd: endOfDay(answers.until) }
        : {},
    effect: extend,
  },
  extend_together: { effect: extend },
  judge_criteria: {
    effect: (ctx, acting) => judgeEach(ctx, acting, acting.answers.results),
    prefill: ({ gathered }) => ({
      results: Object.fromEntries(
        gathered.verdicts.map(({ criterion, met, value, evidence, measurer, finding }) => [
          String(criterion),
          { met, value, evidence, measurer, finding },
        ]),
      ),
    }),
    returnTo: "oplevering",
  },
  judge_afterwards: { effect: (ctx, acting) => judgeEach(ctx, acting, acting.answers.results) },
  answer_findings: {
    effect: (ctx, acting) =>
      onReleased(ctx, acting, async (deliveryId) => {
        for (const [criterion, { answer }] of Object.entries(acting.answers.answers))
          await answerFinding(ctx.db, deliveryId, Number(criterion), answer);
      }),
    returnTo: "oplevering",
  },
  evaluate: { record: (acting, ctx) => ({ kind: `evaluation_${groupOfRole(workedAs(ctx, acting))}` }) },
  note_yield: {
    check: async (ctx, acting) => ({
      group: (acting.as === "team_teacher" && acting.answers.group) || groupOfRole(workedAs(ctx, acting)),
    }),
    returnTo: "borging",
  },
  note_no_yield: { record: ({ answers }) => ({ kind: `no_yield_${answers.group}` }) },
  record_payment: {
    check: async ({ actor, now, locale }, { answers, assignment: { row }, gathered, roles }) => {
      const money = billingIn(gathered);
      const payeeOf = (instalment: string) => {
        const version = versionOf(instalment);
        const earlier = money.earlier?.find((one) => one.version === version);
        return version === null ? row.institutionId : (earlier?.institutionId ?? null);
      };
      const isPaid = placesOf(actor, "finance").organizations.includes(payeeOf(answers.instalment) ?? "");
      const noter = { id: actor.id, asks: roles.has("coordinator") || isPaid };
      checkPayment(answers, money, { began: row.createdAt, signed: signedOn(gathered), now: now() }, noter);
      checkInvoiceDay(answers, money, payeeOf, noter, locale);
      const more: Answers = noter.asks ? { [forPayee]: true } : {};
      return more;
    },
    // It is noted also once the version ended, so that the next team's version is not taken for it.
    record: ({ gathered }) => ({ about: billingIn(gathered).version }),
    effect: paymentClock,
    prefill: ({ gathered, assignment: { row } }, _, { actor, now }, chosen) =>
      paymentPrefill(billingFor(actor, row, billingIn(gathered)), moneySides(actor, row), amsterdamDay(now()), chosen),
    formExtras: async ({ actor, locale }, { gathered, assignment: { row } }) => ({
      invoices: openInvoices(billingFor(actor, row, billingIn(gathered)), locale),
    }),
    returnTo: "afspraken",
  },
  agree_settlement: {
    check: async (_, { answers, gathered }) =>
      checkSettlement("settlement_amount", answers.settlement_amount, billingIn(gathered)),
    formExtras: async (_, { gathered, roles }) => settlesFor(roles, billingIn(gathered)),
    record: ({ gathered }) => ({ about: billingIn(gathered).version }),
    effect: settlementClock,
    returnTo: "afspraken",
  },
  record_check: {
    check: requireCheck,
    effect: keepCheck,
    prefill: ({ facts }) => ({ month: checkNow(facts) === null ? null : String(checkNow(facts)) }),
    returnTo: "implementatie",
  },
  note_curriculum: { returnTo: "borging" },
  note_knowledge: {
    check: async (_, acting) => {
      const [open, closed] = [openLicenceIn(acting), acting.answers.licence === "none"];
      if (closed && open === "asked") refuseFields({ licence: { code: "open_licence_asked" } });
      if (!closed && open === "refused") refuseFields({ licence: { code: "secret_not_open" } });
    },
    narrows: ({ fields, options }, acting) => {
      const [licence, open] = [fields.licence, openLicenceIn(acting)];
      if (licence?.kind !== "choice" || open === "free") return { fields, options };
      const fit = licence.options.filter((one) => (one === "none") === (open === "refused"));
      return { fields: { ...fields, licence: { ...licence, options: fit } }, options };
    },
    returnTo: "borging",
  },
  note_follow_up: { returnTo: "borging" },
  confirm_ledger: {
    prefill: ({ gathered, assignment }, _, ctx) => ledgerOf(ctx, assignment.row.id, gathered),
    check: async (ctx, { answers, assignment, gathered }) => {
      const known = await ledgerOf(ctx, assignment.row.id, gathered);
      const differs = answers.in_kind_hours !== known.in_kind_hours || answers.cash !== known.cash;
      if (differs && isBlank(answers.note ?? "")) refuseFields({ note: { code: "why_other_ledger" } });
    },
  },
  ask_evaluations: { record: ({ answers }) => ({ kind: `asked_${answers.who}` }) },
};
