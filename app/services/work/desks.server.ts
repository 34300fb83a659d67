import { overlays } from "#app/domain/assignment/overlays.ts";
import { recordedAnswers } from "#app/domain/assignment/recorded.ts";
import { storedAnswers } from "#app/domain/fields/typed.ts";
import { deskAt, desks, desksOf, type DeskName } from "#app/domain/work/desks.ts";
import { cutShort } from "#app/domain/assignment/ending.ts";
import { over } from "#app/domain/assignment/process.ts";
import { assignmentStatuses } from "#app/domain/words.ts";
import { refuse } from "#app/domain/refusal.ts";
import { namesAny } from "#app/domain/workflow/machine.ts";
import { processes } from "#app/domain/workflow/processes.ts";
import { placesOf, rolesOn } from "#app/domain/workflow/policy.ts";
import { mayReadFiles } from "#app/domain/workflow/file-readers.ts";
import { mayNameCompany, textFor } from "#app/domain/workflow/visibility.ts";
import type { Card } from "#db/queries/assignment/cards.server.ts";
import { pipelineCounts } from "#db/queries/centre/pipeline.server.ts";
import {
  checkedCards,
  daysOf,
  deskCards,
  disputedCards,
  disputesOf,
  filesOfDeliveries,
  handedOver,
  paidCards,
  recordsOf,
  seatsAs,
  studentsIn,
  toCheck,
} from "#db/queries/work/desks.server.ts";
import { organizationNames } from "#db/queries/company/organizations.server.ts";
import { moneyNoted, versionsPaidBy } from "#db/queries/payments/money.server.ts";
import { membershipsOf, namesById } from "#db/queries/account/people.server.ts";
import { byPayDay, statementOf, notersIn } from "#app/domain/agreement/terms/statement.ts";
import { billingFor, billingOf } from "#app/services/payments/billing.ts";
import { firstWaiting } from "#app/domain/agreement/terms/due.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { decidedDisputes } from "#app/services/disputes/decided.server.ts";
import { noTurn, turnLines, type TurnLine } from "#app/services/turns/turns.server.ts";

/** Lists the desks of this person, for *Mijn werk* and for links between them. */
export const ownDesks = ({ actor }: Pick<Context, "actor">): DeskName[] => desksOf(actor);

/** Gathers what every row of a desk says of its assignment; the company is named as its own page names it. */
const rowOf = ({ actor }: Inside, card: Card, { deadline, disputed }: TurnLine) => ({
  id: card.id,
  title: card.title,
  company: mayNameCompany(card.hideCompany, rolesOn(actor, { ...card, assignmentId: card.id })) ? card.company : "",
  centre: card.centre,
  status: card.status,
  onHold: card.onHold,
  disputed,
  deadline: deadline?.dueAt ?? null,
  over: (over as readonly string[]).includes(card.status),
});
async function rowsOf(inside: Inside, cards: readonly Card[]) {
  const lines = await turnLines(inside, cards);
  return cards.map((card) => rowOf(inside, card, lines.get(card.id) ?? noTurn));
}
const idsOf = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);
const at = <T extends { assignmentId: string }>(list: readonly T[], id: string) =>
  list.filter(({ assignmentId }) => assignmentId === id);

/**
 * Returns assignments to grade: when they run, what was handed over, which students are judged, and whether this examiner still has
 * to answer the invitation.
 */
async function grading(inside: Inside) {
  const { db, actor } = inside;
  const cards = await deskCards(db, actor, {
    centres: [],
    organizations: [],
    assignments: placesOf(actor, desks.grading.for).assignments,
  });
  const ids = idsOf(cards);
  const [seats, days, hands] = [
    await seatsAs(db, actor.id, "examiner"),
    await daysOf(db, ids),
    await handedOver(db, ids),
  ];
  const files = await filesOfDeliveries(db, idsOf(hands));
  const students = await studentsIn(db, ids);
  const opens = new Set(cards.flatMap((card) => (readsHandIns(inside, card) ? [card.id] : [])));
  return (await rowsOf(inside, cards)).map((row) => ({
    ...row,
    asked: at(seats, row.id).every(({ status }) => status === "invited"),
    ...runsOf(days.find(({ id }) => id === row.id)),
    students: at(opens.has(row.id) ? students : [], row.id).map(({ id, name, assessedAt }) => ({
      id,
      name,
      assessedAt,
    })),
    /** There is something to judge: it was handed in, or the work was cut short. */
    toJudge: at(hands, row.id).length > 0 || cutShort.some((status) => status === row.status),
    handIns: at(opens.has(row.id) ? hands : [], row.id).map((hand) => ({
      id: hand.id,
      label: hand.label,
      at: hand.releasedAt,
      files: files.filter(({ partId }) => partId === hand.id).map(({ id, name }) => ({ id, name })),
    })),
  }));
}
/**
 * Tells whether what was handed in opens to this person: who was asked to grade and did not answer yet does not read it.
 */
const readsHandIns = ({ actor }: Inside, card: Card) => {
  const roles = rolesOn(actor, { ...card, assignmentId: card.id });
  const text = textFor(card.confidentiality, roles);
  return mayReadFiles("delivery", { released: true, ofOwnVersion: true, text, roles });
};
/** Tells from when until when: as agreed, else as it is proposed now. */
const runsOf = (days: Awaited<ReturnType<typeof daysOf>>[number] | undefined) =>
  days?.startOn
    ? { startOn: days.startOn, endOn: days.endOn, proposed: false }
    : {
        startOn: days?.proposedStart ?? null,
        endOn: days?.proposedEnd ?? null,
        proposed: Boolean(days?.proposedStart),
      };
/** Lists what waits for a check: deliveries, requirements of a proposed agreement, claims on the guarantee. */
async function checking(inside: Inside) {
  const cards = await checkedCards(inside.db, inside.actor, placesOf(inside.actor, desks.checking.for));
  const waits = await toCheck(inside.db, idsOf(cards));
  return (await rowsOf(inside, cards)).map((row) => ({
    ...row,
    deliveries: at(waits.deliveries, row.id).map(({ label }) => label),
    requirements: at(waits.requirements, row.id).map(({ number }) => number),
    cases: at(waits.cases, row.id).map(({ defect }) => defect),
  }));
}
/**
 * Returns disputes that lie with the steering group, with what is asked, what each side says of it and every step;
 * those that are over; and how each of its centres stands.
 */
async function board(inside: Inside) {
  const { db, actor, now } = inside;
  const places = placesOf(actor, desks.board.for);
  const cards = await disputedCards(db, actor, places);
  const opened = await disputesOf(db, idsOf(cards));
  const steps = await recordsOf(db, idsOf(cards), ["ladder_talk", "ladder_board", "ladder_mediation"]);
  const answers = await recordsOf(db, idsOf(cards), ["dispute_answer"]);
  const disputes = (await rowsOf(inside, cards)).map((row) => {
    const dispute = at(opened, row.id).at(-1);
    const said = storedAnswers(overlays.open_dispute.fields, dispute?.answers ?? {});
    const ofThisOne = (list: typeof steps) => at(list, row.id).filter((one) => !dispute || one.at >= dispute.at);
    return {
      ...row,
      reason: dispute?.reason ?? null,
      by: dispute?.by ?? null,
      since: dispute?.at ?? null,
      asked: said.asked ?? "",
      evidence: said.evidence ?? "",
      answers: ofThisOne(answers).map(({ by, data, at: on }) => ({
        by,
        answer: "",
        evidence: "",
        ...recordedAnswers("dispute_answer", data),
        at: on,
      })),
      steps: ofThisOne(steps).map(({ data, at: on }) => ({
        step: "",
        report: "",
        ...recordedAnswers("ladder", data),
        at: on,
      })),
    };
  });
  const named = await membershipsOf(db, actor.id);
  const centres = [];
  for (const id of new Set(places.centres)) {
    const counts = await pipelineCounts(db, id, now());
    centres.push({
      id,
      name: named.find(({ centreId }) => centreId === id)?.centre ?? "",
      slug: named.find(({ centreId }) => centreId === id)?.slug ?? "",
      counts: assignmentStatuses.flatMap((status) =>
        counts.flatMap((one) => (one.status === status ? [{ status, n: one.n, still: one.still }] : [])),
      ),
    });
  }
  return { disputes, decided: await decidedDisputes(inside), centres };
}
/** Tells whether this person notes payments of this assignment; in which status it is makes no difference to that. */
const mayNote = ({ actor }: Inside, card: Card) =>
  namesAny(processes.assignment.moves.record_payment, rolesOn(actor, { ...card, assignmentId: card.id }));
/**
 * Lists what was agreed to pay, what was invoiced and what is open, for the administration of either side. Work
 * without a fee is nothing to administer, and the deadline is that of the money. Both parties are named: an invoice
 * is from one to the other.
 */
async function payments(inside: Inside) {
  const { db, actor } = inside;
  const cards = await paidCards(db, actor, placesOf(actor, desks.payments.for));
  const ids = idsOf(cards);
  const { signed, ended, replaced, moments } = await versionsPaidBy(db, ids);
  const records = await moneyNoted(db, ids);
  const schools = await organizationNames(db, [...new Set(cards.flatMap((card) => card.institutionId ?? []))]);
  const statements = (await rowsOf(inside, cards)).flatMap((row) => {
    const versions = {
      signed: at(signed, row.id)[0],
      ended: at(ended, row.id),
      replaced: at(replaced, row.id),
      moments: at(moments, row.id)[0],
    };
    const card = cards.find(({ id }) => id === row.id);
    if (!card) return [];
    const money = billingFor(actor, card, billingOf(versions, at(records, row.id)));
    const statement = statementOf(money, money.bills);
    const deadline = firstWaiting(money, money.bills)?.by ?? null;
    return statement.lines.length + statement.earlier.length > 0
      ? [
          {
            ...row,
            ...statement,
            company: card.company,
            school: schools.get(card.institutionId ?? "") ?? "",
            deadline,
            mayNote: mayNote(inside, card),
          },
        ]
      : [];
  });
  const names = await namesById(db, statements.flatMap(notersIn));
  return statements.toSorted(byPayDay).map((row) => ({ ...row, names }));
}
/** Returns the page of one desk. Refuses `not_found` for whoever does not have it. */
export const openDesk = (ctx: Context, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const name = deskAt(inside.actor, slug) ?? refuse("not_found");
    const page = { others: desksOf(inside.actor).filter((other) => other !== name), now: inside.now() };
    if (name === "grading") return { ...page, desk: name, rows: await grading(inside) } as const;
    if (name === "checking") return { ...page, desk: name, rows: await checking(inside) } as const;
    if (name === "board") return { ...page, desk: name, ...(await board(inside)) } as const;
    return { ...page, desk: name, rows: await payments(inside) } as const;
  });
