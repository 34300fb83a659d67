import { hasWork } from "#app/domain/workflow/child-machine.ts";
import { may, namesStudents } from "#app/domain/workflow/visibility.ts";
import { isStudentSeat } from "#app/domain/words.ts";
import { readsRoundsOf } from "#app/domain/rounds/access.ts";
import { isMinor } from "#app/domain/agreement/terms/annexes.ts";
import { findObject } from "#db/queries/workflow/objects.server.ts";
import { annexRows } from "#db/queries/team/annexes.server.ts";
import { guardianRows } from "#db/queries/team/guardians.server.ts";
import { teamWithNames } from "#db/queries/team/seats.server.ts";
import { roundsOfAssignment } from "#db/queries/rounds/rounds-of-assignment.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { seatsLeft } from "#app/services/workflow/child-facts.server.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";
import type { OpenAssignment } from "./frame.server.ts";
import { entriesIn } from "./entries.server.ts";
import { tab } from "./tab.server.ts";

/** Says what may be done with the last question to a guardian. */
async function guardianOffers(inside: Inside, open: OpenAssignment, id: string | undefined) {
  const request =
    id !== undefined && may("guardian", open.roles) ? await findObject(inside.db, "guardian_request", id) : undefined;
  return request ? { id: request.id, offers: await childOffers(inside, open, "guardian_request", request) } : null;
}
/**
 * Returns the team, and to whom it concerns the rounds of matching in which one is sought. A company's own reach ends
 * before the rounds of a centre.
 */
export async function teamTab(ctx: Context, id: string) {
  const { centreId, readsRounds, ...page } = await ownTeam(ctx, id);
  if (!readsRounds) return { ...page, rounds: [] };
  const rounds = await inTransaction(systemContext(ctx, [centreId]), ({ db }) => roundsOfAssignment(db, id));
  return { ...page, rounds };
}
const ownTeam = (ctx: Context, id: string) =>
  tab(ctx, id, "team", async (inside, open) => {
    const [rows, signed, guardians] = [
      await teamWithNames(inside.db, id),
      await annexRows(inside.db, id),
      await guardianRows(inside.db, id),
    ];
    const { row } = open.assignment;
    const staff = may("annexes", open.roles);
    const named = namesStudents(open.assignment.row.status, open.roles);
    const team = [];
    for (const { member, name, email, ageBand, turns18On } of rows) {
      const own = member.personId === inside.actor.id;
      const facts = open.facts.team[open.gathered.team.findIndex((m) => m.id === member.id)];
      const annexes = signed.filter((a) => a.memberId === member.id);
      const offers = await childOffers(inside, open, "member", member);
      // A track that is known is no task: it is mended beside it, by whoever may.
      const isMended = ({ name: move }: (typeof offers)[number]) => move === "note_track" && member.track !== null;
      team.push({
        id: member.id,
        name: named || own || !isStudentSeat(member.role) ? name : "",
        role: member.role,
        team: member.team,
        side: member.side,
        status: member.status,
        own,
        email: may("student_contact", open.roles) ? email : null,
        age: isStudentSeat(member.role) && (may("minors_who", open.roles) || own) ? { ageBand, turns18On } : null,
        annexes: staff || own ? annexes.map((a) => ({ id: a.id, kind: a.kind, signed: a.signedAt !== null })) : null,
        // Under sixteen the school records it; who and how stays with the coordinator.
        school: (staff || own) && isStudentSeat(member.role) && facts?.bySchool ? { approved: facts.guardianOk } : null,
        noTrack: (staff || own) && isStudentSeat(member.role) && member.track === null,
        track: (staff || own) && isStudentSeat(member.role) ? member.track : null,
        guardian: staff || own ? (guardians.filter((g) => g.memberId === member.id).at(-1)?.status ?? null) : null,
        offers: offers.filter((offer) => !isMended(offer)),
        mendsTrack: offers.some(isMended),
        guardianOffers: await guardianOffers(
          inside,
          open,
          guardians.filter((g) => g.memberId === member.id).at(-1)?.id,
        ),
      });
    }
    return {
      centreId: row.centreId,
      readsRounds: readsRoundsOf(inside.actor, row),
      entries: await entriesIn(inside, open, "team"),
      team,
      minors:
        may("minors_some", open.roles) && rows.some((r) => r.member.role.startsWith("student") && isMinor(r.ageBand)),
      invite: (await childOffers(inside, open, "member", null)).some((o) => o.name === "invite"),
      /** A team is put together while there is work and it has seats left, and that is the way forward while it has too few people. */
      byHand: !open.roles.has("client_owner") && hasWork.includes(row.status) && seatsLeft(row, open.gathered) > 0,
      tooFew: open.gathered.team.filter((m) => isStudentSeat(m.role)).length < row.seatsMin,
    };
  });
