import type { Posted } from "#app/domain/fields/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import { withoutCode } from "#app/domain/workflow/machine.ts";
import { heldSeat } from "#app/domain/words.ts";
import { annexFields, ipChoicesFor, makersTerms, type AnnexFields } from "#app/domain/agreement/terms/annexes.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { insertAnnexes, annexForSigning, signAnnexRow } from "#db/queries/team/annexes.server.ts";
import { allAgreements } from "#db/queries/agreement/agreements.server.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { issueCode, useCode } from "#app/services/account/codes.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { record } from "#app/services/log/record.server.ts";
import { refuseOtherName } from "#app/services/workflow/own-name.server.ts";
import { annexWords, frozenWords, markOf, signedNames } from "./annex-words.server.ts";

/**
 * An annex of the actor's own, with the version it belongs to and the words it has under that version. Refuses
 * `not_found` for anyone else and for the guardian's own annex, and once the seat or the team is gone for one that was not
 * signed: a promise made after an invitation was taken back would open what that invitation no longer opens.
 */
async function ownAnnex(ctx: Inside, annexId: string) {
  const found = await annexForSigning(ctx.db, annexId);
  if (!found || found.member.personId !== ctx.actor.id || found.annex.kind === "guardian") refuse("not_found");
  const { annex, member } = found;
  const assignment = (await findAssignment(ctx.db, annex.assignmentId)) ?? refuse("not_found");
  const holds = (heldSeat as readonly string[]).includes(member.status) && takesTeam.includes(assignment.row.status);
  if (!annex.signedAt && !holds) refuse("not_found");
  const all = await allAgreements(ctx.db, annex.assignmentId);
  const version = all.find(({ number }) => number === annex.agreementNumber) ?? refuse("not_found");
  const person = (await personById(ctx.db, member.personId)) ?? refuse("not_found");
  const { kind } = annex;
  const about = { title: assignment.row.title, company: assignment.company.name, maker: person.name };
  const { ipRoute, confidentiality } = makersTerms(version.terms);
  return {
    annex,
    member,
    assignment,
    kind,
    words: frozenWords(annex.frozen) ?? annexWords(kind, about, version, ctx.locale),
    fields: annexFields(kind, ipChoicesFor(ipRoute, member.track, person.ageBand)),
    rights: { confidentiality, ip: ipRoute },
  };
}
/** Leaves out the mailed code for who just proved themselves with a second factor. */
const askedOf = ({ factor }: Context, fields: AnnexFields): AnnexFields =>
  factor === "given" ? withoutCode(fields) : fields;
/** Returns one annex with the very words that signing will keep, or that were kept, for the student whose it is. */
export const openAnnex = (ctx: Context, annexId: string) =>
  inTransaction(ctx, async (inside) => {
    const { annex, assignment, kind, words, fields } = await ownAnnex(inside, annexId);
    return {
      id: annexId,
      assignmentId: assignment.row.id,
      kind,
      signedAt: annex.signedAt,
      choice: annex.choice,
      signedAs: signedNames(annex.frozen),
      lines: words.lines,
      locale: words.locale,
      fields: askedOf(ctx, fields),
      asksCode: kind === "deed" && ctx.factor !== "given",
      form: { key: inside.newId(), version: markOf(words) },
    };
  });
/** Mails a code to sign the deed with. Refuses `not_found` for anyone but the maker, and where no code is asked. */
export const sendDeedCode = (ctx: Context, annexId: string) =>
  inTransaction(ctx, async (inside) => {
    const { kind, annex, assignment } = await ownAnnex(inside, annexId);
    if (kind !== "deed" || annex.signedAt) refuse("not_found");
    await issueCode(inside, assignment, annexId, { personId: inside.actor.id });
  });

type Own = Awaited<ReturnType<typeof ownAnnex>>;
/** The choice to transfer makes the maker's own deed, to be read and signed apart (docs/domain.md 5.3). */
const makeDeed = (ctx: Inside, { annex }: Own) =>
  insertAnnexes(ctx.db, [
    {
      id: ctx.newId(),
      assignmentId: annex.assignmentId,
      centreId: annex.centreId,
      organizationId: annex.organizationId,
      memberId: annex.memberId,
      kind: "deed",
      agreementNumber: annex.agreementNumber,
    },
  ]);
/**
 * Signs one annex as the student it belongs to (docs/domain.md 5.5): the choice and the words on the page are kept.
 * Refuses `already_signed` twice, and `stale` when the words are no longer those of the page (`mark`).
 */
export const signAnnex = (ctx: Context, annexId: string, posted: Posted, mark: number | null = null) =>
  inTransaction(ctx, async (inside) => {
    const own = await ownAnnex(inside, annexId);
    const { annex, kind, words } = own;
    if (annex.signedAt) refuse("already_signed");
    if (mark !== null && mark !== markOf(words)) refuse("stale");
    const read = readAnswers(askedOf(ctx, own.fields), posted, {});
    if (!read.ok) return refuseFields(read.errors);
    const called = await refuseOtherName(inside, own.fields, read.answers);
    if ("code" in read.answers) await useCode(inside, annexId, read.answers.code);
    const choice = "choice" in read.answers ? read.answers.choice : "agreed";
    await signAnnexRow(inside.db, annexId, {
      signedAt: inside.now(),
      choice,
      frozen: { ...words, kind, name: read.answers.name, called, agreement: annex.agreementNumber, ...own.rights },
    });
    if (choice === "transfer_by_deed") await makeDeed(inside, own);
    await record(inside, own.assignment, {
      object: "member",
      objectId: own.member.id,
      move: kind === "deed" ? "sign_deed" : "sign_annex",
      from: null,
      to: null,
      actingAs: "team_student",
      answers: { annex: kind },
      guards: [],
      notifies: kind === "deed" ? ["client_owner", "coordinator"] : [],
      agreementNumber: annex.agreementNumber,
      system: false,
    });
    return annex.assignmentId;
  });
