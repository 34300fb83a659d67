import { today } from "#app/services/days.ts";
import { readsVersion } from "#app/domain/agreement/own-version.ts";
import { mayChange, sidesOf } from "#app/domain/agreement/process.ts";
import { isToSettle } from "#app/domain/assignment/settling.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { may, namesStudents } from "#app/domain/workflow/visibility.ts";
import { outcomeOf } from "#app/domain/agreement/terms/annexes.ts";
import { isStudentSeat, openVersion, type AgreementStatus } from "#app/domain/words.ts";
import { misfitsRead } from "#app/domain/agreement/terms/fit.ts";
import { sumOff } from "#app/domain/agreement/terms/rules.ts";
import { differences } from "#app/domain/agreement/terms/changes.ts";
import { agreedIn } from "#app/domain/agreement/terms/instalments.ts";
import { statementOf, notersIn } from "#app/domain/agreement/terms/statement.ts";
import { termsRead } from "#app/domain/agreement/terms/shown-fields.ts";
import { gaps } from "#app/domain/agreement/terms/complete.ts";
import {
  sectionForm,
  sections,
  termFields,
  termsIn,
  type Section,
  type Terms,
} from "#app/domain/agreement/terms/fields.ts";
import { allAgreements } from "#db/queries/agreement/agreements.server.ts";
import { namesById } from "#db/queries/account/people.server.ts";
import { annexRows } from "#db/queries/team/annexes.server.ts";
import { nameOf, type RowOf } from "#db/queries/workflow/objects.server.ts";
import { editTerms } from "./agreements.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { readableFiles } from "#app/services/files/readable.server.ts";
import { entriesIn } from "#app/services/assignment/entries.server.ts";
import { openAssignmentPage, type OpenAssignment } from "#app/services/assignment/frame.server.ts";
import { someoneWasFirst } from "#app/services/workflow/who-was-first.server.ts";
import { heldBackIn, misfitsOf } from "#app/services/workflow/facts.server.ts";
import { billingFor, billingIn } from "#app/services/payments/billing.ts";
import { requireObject, requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";

/**
 * Returns the agreement as this reader may see it: the open or chosen version, its gaps, what changed, who signed.
 * Fees only for those of docs/domain.md 3.2.
 */
export const agreementTab = (ctx: Context, id: string, wanted: number | null) =>
  openAssignmentPage(
    ctx,
    id,
    async (inside, open) => {
      if (!may("agreement", open.roles)) refuse("not_found");
      const all = (await allAgreements(inside.db, id)).filter((version) =>
        readsVersion(inside.actor, open.assignment.row, version),
      );
      const one =
        all.find((a) => a.number === wanted) ??
        all.find((a) => a.status === "draft" || a.status === "proposed") ??
        all.find((a) => a.status === "signed") ??
        all[0];
      const fee = may("fee", open.roles);
      const entries = await entriesIn(inside, open, "agreement");
      if (!one) return { versions: [], one: null, payments: null, makers: null, entries };
      const before = all.find((a) => a.number === one.number - 1);
      return {
        entries,
        versions: all.map((a) => ({ number: a.number, status: a.status })),
        payments: may("payments", open.roles) ? await paymentsOf(inside, open) : null,
        makers: await makersOf(inside, open),
        one: {
          id: one.id,
          number: one.number,
          status: one.status,
          obligation: one.obligation,
          terms: termsRead(one.terms, fee),
          version: one.version,
          frozen: fee ? one.frozen : null,
          own: one.status === "draft" && sidesOf(open.roles).includes(one.side),
          sided: sidesOf(open.roles).length > 0,
          side: one.side,
          paidAbove: may("payments", open.roles) && fee ? paidAbove(open, one) : null,
          gaps: isOpen(one)
            ? gaps(one.terms, one.obligation).map((term) => ({ term, section: termFields[term].section }))
            : [],
          ...misfitsIn(open, one, fee),
          changed: before
            ? differences(termsRead(before.terms, fee), termsRead(one.terms, fee)).map((d) => d.section)
            : [],
          ...(await signersOn(inside, one)),
          mandates: await mandatesOf(inside, open, one.id),
          offers: await childOffers(inside, open, "agreement", one),
        },
        mayChange:
          one.status === "signed" &&
          open.open === undefined &&
          sidesOf(open.roles).length > 0 &&
          mayChange(open.assignment.row),
      };
    },
    "afspraken",
  );
/** Finds what of an open version is held back, and what may stay because the version in force says it already. */
function misfitsIn({ assignment, signed }: OpenAssignment, one: RowOf<"agreement">, fee: boolean) {
  if (!isOpen(one)) return { misfits: [], standing: [] };
  const heldBack = heldBackIn(assignment, one, signed);
  const standing = misfitsOf(assignment, one).filter((rule) => !heldBack.includes(rule));
  return { misfits: misfitsRead(heldBack, fee), standing: misfitsRead(standing, fee) };
}
/** Tells whether a version may still become another one. */
const isOpen = ({ status }: { status: AgreementStatus }) => openVersion.some((one) => one === status);
/** Tells who signed a version for each side and who vouched for its quality, when and as what. */
async function signersOn({ db }: Inside, one: RowOf<"agreement">) {
  // Tells what the account was called when it signed; of a signature from before that was kept, what it is called now.
  const signer = async (personId: string | null, at: Date | null, capacity: string | null, signedAs: string | null) =>
    at && personId ? { name: signedAs ?? (await nameOf(db, personId)) ?? "", at, capacity: capacity ?? "" } : null;
  return {
    company: await signer(one.companySignedBy, one.companySignedAt, one.companyCapacity, one.companySigner),
    institution: await signer(
      one.institutionSignedBy,
      one.institutionSignedAt,
      one.institutionCapacity,
      one.institutionSigner,
    ),
    quality: await signer(one.qualityConfirmedBy, one.qualityConfirmedAt, "", null),
  };
}
/** Says what was given to show that those who sign this version may do so. */
const mandatesOf = async (inside: Inside, { assignment }: OpenAssignment, agreementId: string) =>
  (await readableFiles(inside, assignment, "mandate")).filter(({ partId }) => partId === agreementId);
/** Tells who keeps the rights on their own work and who transfers them, once the names are known (docs/domain.md 3.2). */
async function makersOf(inside: Inside, { frame, roles, gathered }: OpenAssignment) {
  if (!may("maker_rights", roles) || !namesStudents(frame.status, roles)) return null;
  const signed = await annexRows(inside.db, frame.id);
  return gathered.team
    .filter((member) => isStudentSeat(member.role) && member.status === "active")
    .map(({ id, name }) => ({ id, name, outcome: outcomeOf(signed.filter((annex) => annex.memberId === id)) }));
}
/** Gathers what is to be paid and what was noted, for the readers of payments (docs/domain.md 3.2). */
async function paymentsOf(inside: Inside, { gathered, frame, assignment }: OpenAssignment) {
  const money = billingFor(inside.actor, assignment.row, billingIn(gathered));
  const statement = statementOf(money, money.bills);
  if (statement.lines.length === 0 && statement.earlier.length === 0 && !money.undecided) return null;
  const may = (move: string) => frame.offers.some(({ name, missing }) => name === move && missing.length === 0);
  return {
    ...statement,
    names: await namesById(inside.db, notersIn(statement)),
    version: money.version,
    ended: money.left != null,
    undecided: money.undecided,
    toSettle: money.undecided && isToSettle(money.named),
    named: money.named,
    mayNote: may("record_payment"),
    maySettle: may("agree_settlement"),
  };
}
/** Counts what was paid already, where a version that is talked about would be worth less than that. */
function paidAbove({ gathered }: OpenAssignment, { status, terms }: { status: AgreementStatus; terms: Terms }) {
  if (!isOpen({ status })) return null;
  const money = billingIn(gathered);
  const { paid } = statementOf(money, money.bills);
  const agreed = agreedIn({ terms });
  return paid > agreed ? { paid, agreed } : null;
}
const sectionIn = (text: string): Section => sections.find((section) => section === text) ?? refuse("not_found");
/** Reads one section of the own side's draft, for editing. */
export const openSection = (ctx: Context, agreementId: string, wanted: string) =>
  inTransaction(ctx, async (inside) => {
    const { agreement, assignment } = await ownDraft(inside, agreementId);
    const section = sectionIn(wanted);
    return {
      id: agreement.assignmentId,
      heading: assignment.row.title,
      section,
      fields: sectionForm(section, agreement.obligation, agreement.terms),
      terms: agreement.terms,
      form: { key: inside.newId(), version: agreement.version },
    };
  });
/** Keeps one section of one's own draft as it was sent; what is wrong is refused beside its field. */
export const saveSection = (
  ctx: Context | Inside,
  agreementId: string,
  wanted: string,
  posted: Posted,
  version: number,
) =>
  inTransaction(ctx, async (inside) => {
    const { agreement } = await ownDraft(inside, agreementId);
    const read = readAnswers(sectionForm(sectionIn(wanted), agreement.obligation, agreement.terms), posted, {
      days: today(inside),
    });
    if (!read.ok) refuseFields(read.errors);
    refuseOtherSum(termsIn(read.answers));
    await editTerms(inside, agreementId, read.answers, version);
    return agreement.assignmentId;
  });
/** Says beside the instalments that they add up to something else than the fee that stands above them. */
function refuseOtherSum(said: Terms) {
  const sum = sumOff(said);
  if (sum !== null && said.fee_amount != null)
    refuseFields({ instalments: { code: "other_sum", sums: [sum, said.fee_amount] } });
}
async function ownDraft(inside: Inside, agreementId: string) {
  const agreement = await requireObject(inside, "agreement", agreementId);
  const assignment = await requireVisibleAssignment(inside, agreement.assignmentId);
  if (!sidesOf(assignment.roles).includes(agreement.side)) refuse("not_found");
  if (agreement.status !== "draft") return someoneWasFirst(inside, assignment, "wrong_status");
  return { agreement, assignment };
}
