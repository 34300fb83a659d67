import { attachFiles, guardianSignsAnnex } from "#db/queries/account/signing-codes.server.ts";
import { openAgreements, rivals, reserve, shownInterests } from "#db/queries/work/work.server.ts";
import { communityOf } from "#db/queries/workflow/events.server.ts";
import { personById } from "#db/queries/account/lookup.server.ts";
import { changeInstitution } from "#db/queries/work/work.server.ts";
import { isStudentSeat } from "#app/domain/words.ts";
import { frozenText } from "#app/domain/agreement/terms/text.ts";
import { wordingOf } from "#app/i18n/wording.ts";
import type { RowOf } from "#db/queries/workflow/objects.server.ts";
import { list, place, type Effect } from "./acting.ts";
import { addAnnexes, counterDraft } from "#app/services/agreement/agreements.server.ts";
import { closedUp, ranked } from "#app/services/market/interest-cap.server.ts";
import { sendLink } from "#app/services/letters/link-letters.server.ts";
import { moveInside } from "./move.server.ts";
import { showcaseEffects } from "#app/services/showcase/effects.server.ts";

const attach: Effect = (ctx, { files, id }) => attachFiles(ctx.db, files, id);

/** Reserves are numbered in the order named; the others wait too, until `conclude` declines them. */
const reserves: Effect = async (ctx, { answers, assignment }) => {
  for (const [index, claimId] of list(answers.reserves).entries())
    if ((await rivals(ctx.db, assignment.row.id)).some((r) => r.id === claimId))
      await reserve(ctx.db, claimId, index + 1);
};
const selected: Effect = async (ctx, acting) => {
  await reserves(ctx, acting);
  const claim = acting.row as RowOf<"claim">;
  const community = await communityOf(ctx.db, claim.communityId);
  if (community) await changeInstitution(ctx.db, acting.assignment.row.id, community.organizationId);
};

/** The last signature makes the system seal the version; an older signed one is superseded first. */
const sealWhenSigned: Effect = async (ctx, acting) => {
  const a = acting.row as RowOf<"agreement">;
  if (
    a.companySignedAt === null ||
    a.institutionSignedAt === null ||
    (a.obligation === "result" && a.qualityConfirmedAt === null)
  )
    return;
  for (const { id } of await openAgreements(ctx.db, a.assignmentId, ["signed"]))
    await moveInside(ctx, "agreement", id, "supersede", {}, { system: true });
  await moveInside(
    ctx,
    "agreement",
    a.id,
    "seal",
    {},
    {
      system: true,
      columns: {
        frozen: {
          terms: a.terms,
          obligation: a.obligation,
          nl: frozenText(a.terms, a.obligation, wordingOf("nl")),
          en: frozenText(a.terms, a.obligation, wordingOf("en")),
        },
        switches: acting.assignment.centre.switches,
      },
    },
  );
};
const invited: Effect = async (ctx, acting) => {
  const member = acting.row as RowOf<"member">;
  const person = await personById(ctx.db, member.personId);
  if (isStudentSeat(member.role) && acting.signed)
    await addAnnexes(ctx, acting, member.id, person?.ageBand ?? null, member.track);
  // Who names themself needs no invitation to answer.
  if (member.personId === ctx.actor.id) await moveInside(ctx, "member", member.id, "join");
};
const placeInterest: Effect = async (ctx, { row, assignment }) => {
  const own = (await shownInterests(ctx.db, assignment.row.id)).filter(
    (i) => i.personId === (row as RowOf<"member">).personId,
  );
  for (const { id } of own) await moveInside(ctx, "interest", id, "place", {}, { system: true });
};
/**
 * A minor's guardian gets a one-page summary by link: single use, ten working days, hashed at rest
 * (docs/domain.md 3.3).
 */
const guardianLink: Effect = async (ctx, acting) => {
  const request = acting.row as RowOf<"guardian_request">;
  await sendLink(ctx, place(acting), {
    about: "guardian",
    email: request.email,
    name: request.name,
    path: "/toestemming",
    payload: { request: request.id },
    days: 21,
    relation: "guardian",
  });
};

const guardianSigns: Effect = (ctx, acting) =>
  guardianSignsAnnex(ctx.db, (acting.row as RowOf<"guardian_request">).memberId, ctx.now());

/** What else happens when a sub-object moves. */
export const partEffects: Partial<Record<string, Effect>> = {
  "claim.select_claim": selected,
  "agreement.counter": counterDraft,
  "agreement.sign": sealWhenSigned,
  "member.invite": invited,
  "member.join": placeInterest,
  "guardian_request.ask_guardian": guardianLink,
  "guardian_request.resend_guardian": guardianLink,
  "guardian_request.approve": guardianSigns,
  "guardian_request.came_of_age": guardianSigns,
  "interest.show_interest": ranked,
  "interest.drop_interest": closedUp,
  "delivery.prepare": attach,
  "delivery.add_files": attach,
  "milestone.reach": attach,
  ...showcaseEffects,
};
