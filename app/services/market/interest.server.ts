import { blockOf } from "#app/domain/market/interest.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { canSee } from "#app/domain/workflow/policy.ts";
import { refuse, refuseFields, type FieldError } from "#app/domain/refusal.ts";
import { may, seesInterestCount } from "#app/domain/workflow/visibility.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import {
  countInterested,
  endedInterests,
  interestedPeople,
  lockPerson,
  openInterests,
} from "#db/queries/market/interests.server.ts";
import { switchesFor } from "#db/queries/work/my-work.server.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import type { OpenAssignment } from "#app/services/assignment/frame.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { byBlock, openInBlock, settleRanks, type OpenInterest } from "./interest-cap.server.ts";
import { moveInside } from "#app/services/workflow/move.server.ts";
import { requireObject, accessScopeOf } from "#app/services/workflow/objects.server.ts";

/** Returns the form to show interest: the cap of this block, what is open in it, and the next number in line. */
export const openInterestForm = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const asked = await openMoveForm(inside, "interest", id, "show_interest");
    const assignment = (await findAssignment(inside.db, id)) ?? refuse("not_found");
    const own = await openInBlock(inside, assignment);
    if (own.some((one) => one.assignmentId === id)) return { ...asked, shown: true, cap: 0, block: null, own: [] };
    return {
      ...asked,
      shown: false,
      values: { rank: own.length + 1 },
      cap: switchesOf(assignment.centre.switches).interest_cap,
      block: blockOf(assignment.row.blocks),
      own: await named(inside, own),
    };
  });
/** Shows interest in one question. Refuses `guards` (`cap_left`) when the block is full. */
export const showInterest = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, (inside) => moveInside(inside, "interest", id, "show_interest", posted));
/** Takes it back: always one's own, also when the question is not open any more. Refuses `not_found` for another's. */
export const dropInterest = (ctx: Context | Inside, id: string) =>
  inTransaction(ctx, async (inside) => {
    const row = await requireObject(inside, "interest", id);
    if (row.personId !== inside.actor.id) refuse("not_found");
    return moveInside(inside, "interest", id, "drop_interest");
  });

/**
 * Lists what somebody is interested in, by block and in order. A question that they cannot open now keeps its place and its
 * title, with where it stands; one that became secret loses its title.
 */
export async function ownInterests(inside: Inside) {
  const all = await openInterests(inside.db, inside.actor.id);
  if (all.length === 0) return [];
  const caps = new Map(
    (
      await switchesFor(
        inside.db,
        all.map((one) => one.centreId),
      )
    ).map((c) => [c.id, switchesOf(c.switches).interest_cap]),
  );
  const groups = [];
  for (const { block, own } of byBlock(all))
    groups.push({
      block,
      cap: Math.max(...own.map((one) => caps.get(one.centreId) ?? 0)),
      own: await named(inside, own),
    });
  return groups;
}
/** Lists the questions somebody was interested in that nobody takes on any more, the newest ten; a secret one is not named. */
export const interestsOver = ({ db, actor }: Inside) => endedInterests(db, actor.id);
/** Lists one's own interests, each with its place in line, and what became of those that are over. */
export const interestsPage = (ctx: Context) =>
  inTransaction(ctx, async (inside) => ({
    blocks: await ownInterests(inside),
    over: await interestsOver(inside),
    key: inside.newId(),
  }));
async function named(inside: Inside, own: readonly OpenInterest[]) {
  const rows = [];
  for (const { id, assignmentId, title, place, line, rank } of own) {
    const assignment = await findAssignment(inside.db, assignmentId);
    const seen = assignment !== undefined && canSee(inside.actor, accessScopeOf(assignment));
    const known = seen || (assignment !== undefined && assignment.row.confidentiality !== "secret");
    const stands = seen ? null : (assignment?.row.status ?? null);
    rows.push({ id, assignmentId, title: known ? title : null, place: seen ? place : "", line, rank, stands });
  }
  return rows;
}
const field = (id: string) => `rank.${id}`;
/**
 * Puts one's interests in the order of the numbers posted as `rank.<id>`. Refuses a number that is none beside its
 * field.
 */
export const reorder = (ctx: Context | Inside, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    await lockPerson(inside.db, inside.actor.id);
    const all = await openInterests(inside.db, inside.actor.id);
    const said = all
      .filter((one) => posted[field(one.id)] !== undefined)
      .map((one) => ({ id: one.id, rank: Number(posted[field(one.id)]) }));
    const wrong = said.filter(({ rank }) => !Number.isInteger(rank) || rank < 1 || rank > all.length);
    if (wrong.length)
      refuseFields(
        Object.fromEntries(
          wrong.map(({ id }) => [field(id), { code: "number_out_of_range", limit: all.length } satisfies FieldError]),
        ),
      );
    await settleRanks(inside, Object.fromEntries(said.map(({ id, rank }) => [id, rank])));
  });

type InterestView = { n: number | null; people: Awaited<ReturnType<typeof interestedPeople>> | null };
/**
 * Says how many are interested, and who: each only for those of docs/domain.md 3.2. The company never reads a name, and a
 * number only where the centre chose so. Whoever is interested reads what they said themselves.
 */
export async function interestOn(
  inside: Inside,
  { assignment: { row, centre }, roles }: OpenAssignment,
): Promise<InterestView> {
  const names = may("interest_names", roles);
  const count = names || seesInterestCount(roles, switchesOf(centre.switches));
  return {
    n: count ? await countInterested(inside.db, row.id) : null,
    people: names ? await interestedPeople(inside.db, row.id, row.centreId) : await ownInterestOn(inside, row),
  };
}
async function ownInterestOn({ db, actor }: Inside, row: { id: string; centreId: string }) {
  const own = actor.id === "" ? [] : await interestedPeople(db, row.id, row.centreId, actor.id);
  return own.length > 0 ? own : null;
}
