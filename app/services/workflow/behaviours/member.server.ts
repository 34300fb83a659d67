import { refuseFields } from "#app/domain/refusal.ts";
import { isStudentSeat } from "#app/domain/words.ts";
import { personById, trackOf } from "#db/queries/account/people.server.ts";
import { shownInterests } from "#db/queries/market/interests.server.ts";
import { addAnnexes } from "#app/services/agreement/agreements.server.ts";
import type { BehavioursOf } from "../behaviour.ts";

export const memberBehaviours: BehavioursOf<"member"> = {
  invite: {
    /** Nobody is asked twice for the same seat. Whom a round or a list brings follows the track they study in. */
    check: async (ctx, { answers, gathered, assignment }) => {
      const asked = gathered.team.some(
        (m) =>
          m.personId === answers.person && m.role === answers.role && (m.status === "active" || m.status === "invited"),
      );
      if (asked) refuseFields({ person: { code: "already_used" } });
      if (answers.track || !isStudentSeat(answers.role)) return;
      return { track: await trackOf(ctx.db, answers.person, assignment.row.centreId) };
    },
    columns: ({ answers, roles }, ctx) => ({
      personId: answers.person,
      role: answers.role,
      side: roles.has("client_owner") ? "company" : "education",
      track: answers.track,
      level: answers.level,
      hours: answers.hours,
      invitedBy: ctx.actor.id,
      createdAt: ctx.now(),
    }),
    effect: async (ctx, acting) => {
      const member = acting.row;
      const person = await personById(ctx.db, member.personId);
      if (isStudentSeat(member.role) && acting.signed)
        await addAnnexes(ctx, acting, member.id, person?.ageBand ?? null);
      // Who names themself needs no invitation to answer.
      if (member.personId === ctx.actor.id) await acting.move("member", member.id, "join");
    },
  },
  note_track: {
    columns: ({ answers }) => ({ track: answers.track }),
    prefill: (_, row) => (row?.track ? { track: row.track } : {}),
  },
  join: {
    columns: (_, ctx) => ({ joinedAt: ctx.now() }),
    /** A seat in the team answers the interest that was shown. */
    effect: async (ctx, { row, assignment, followUp }) => {
      const own = (await shownInterests(ctx.db, assignment.row.id)).filter((i) => i.personId === row.personId);
      for (const { id } of own) await followUp("interest", id, "place");
    },
  },
};
