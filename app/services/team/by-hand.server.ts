import { evaluateByHand, mostByHand } from "#app/domain/rounds/by-hand.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import { isStudentSeat } from "#app/domain/words.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { candidatesFor, lastDeclared } from "#db/queries/team/candidates.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { openAssignmentPage, openFrame, type OpenAssignment } from "#app/services/assignment/frame.server.ts";
import { idIn } from "#app/services/ids.ts";
import { moveInside } from "#app/services/workflow/move.server.ts";
import { seatsLeft } from "#app/services/workflow/child-facts.server.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";

/** So many students are listed at once; a search finds the others. */
const mostListed = 50;
const chosenIn = (value: string | readonly string[] | undefined) => [
  ...new Set([value ?? []].flat().map((id) => idIn(id))),
];

/**
 * Returns a team for one question made by hand: who may be asked, and what the rules of a round say of those that are
 * chosen. Refuses `not_found` for anyone who may invite nobody.
 */
export const teamByHand = (
  ctx: Context,
  id: string,
  { search, chosen }: { search: string; chosen: readonly string[] },
) =>
  openAssignmentPage(ctx, id, async (inside, open) => {
    await mayInvite(inside, open);
    const picked = chosenIn(chosen).slice(0, mostByHand);
    const { row } = open.assignment;
    const inTeam = open.gathered.team.filter((m) => isStudentSeat(m.role));
    const found = (
      await candidatesFor(inside.db, {
        centreId: row.centreId,
        assignmentId: id,
        search: search.slice(0, 100),
        keep: picked,
        limit: mostListed,
      })
    ).filter(({ personId }) => !inTeam.some((m) => m.personId === personId));
    const declared = new Map(
      (
        await lastDeclared(
          inside.db,
          found.map(({ personId }) => personId),
        )
      ).map((one) => [one.personId, one]),
    );
    const candidates = found.map((one) => ({
      ...one,
      skills: declared.get(one.personId)?.skills ?? [],
      dayParts: declared.get(one.personId)?.dayParts ?? [],
      hours: declared.get(one.personId)?.hours ?? null,
    }));
    const here = picked.filter((person) => candidates.some(({ personId }) => personId === person));
    const wanted = {
      id,
      seatsMin: row.seatsMin,
      seatsMax: row.seatsMax,
      skills: row.skills,
      levels: row.levels,
      taken: inTeam.length,
    };
    return {
      candidates,
      chosen: here,
      search,
      wanted,
      judged: here.length ? evaluateByHand(wanted, candidates, here) : null,
      full: found.length === mostListed,
    };
  });
async function mayInvite(inside: Inside, open: OpenAssignment) {
  if (
    open.roles.has("client_owner") ||
    !(await childOffers(inside, open, "member", null)).some((offer) => offer.name === "invite")
  )
    refuse(takesTeam.includes(open.assignment.row.status) ? "not_yours" : "not_found");
}
/**
 * Invites all of them, or nobody. Refuses beside the list an empty or too large team, and what the assignment's own
 * rules refuse.
 */
export const inviteByHand = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await openFrame(inside, id);
    await mayInvite(inside, open);
    const people = chosenIn(posted.student);
    if (people.length === 0) refuseFields({ student: { code: "required" } });
    const seats = seatsLeft(open.assignment.row, open.gathered);
    if (people.length > seats) refuseFields({ student: { code: "too_many_items", limit: seats } });
    const known = await candidatesFor(inside.db, {
      centreId: open.assignment.row.centreId,
      assignmentId: id,
      search: "",
      keep: people,
      limit: people.length,
    });
    if (people.some((person) => !known.some(({ personId }) => personId === person)))
      refuseFields({ student: { code: "not_an_option" } });
    for (const person of people) await moveInside(inside, "member", id, "invite", { person, role: "student" });
  });
