import { switchesOf } from "#app/domain/centre/switches.ts";
import type { Field, Fields, Options } from "#app/domain/fields/fields.ts";
import type { OpenAssignment } from "#app/services/assignment/frame.server.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { leadsTeam, seatsFor, standsIn } from "#app/domain/team/seats.ts";
import { isStudentSeat, seatRoles, type HeldRole, type SeatRole } from "#app/domain/words.ts";
import { seatWording } from "#app/i18n/wording.ts";
import { personById, trackOf } from "#db/queries/account/people.server.ts";
import { shownInterests } from "#db/queries/market/interests.server.ts";
import { addAnnexes } from "#app/services/agreement/agreements.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { ActingOf } from "../acting.ts";
import { heldBy, seatsOf } from "../child-facts.server.ts";
import type { BehavioursOf } from "../behaviour.ts";

/** Tells who asks for a seat: a company for its own people, else the school. */
const asksFor = (roles: ReadonlySet<string>) => (roles.has("client_owner") ? "company" : "education");
/** Whoever stands in asks for no more than somebody who looks after the team. */
const within = (roles: ReadonlySet<string>) => (role: SeatRole) => !standsIn(roles) || leadsTeam(role);
/** Says beside the field which seats this person can have, where it is not the one that was asked. */
async function refuseMisfit(ctx: Inside, { answers, gathered, assignment, roles }: ActingOf<"member", "invite">) {
  const sits = seatsOf(gathered, answers.person);
  if (sits.includes(answers.role)) refuseFields({ person: { code: "in_team" } });
  const held = await heldBy(ctx, assignment, answers.person);
  const coachMayGrade = switchesOf(assignment.centre.switches).coach_may_grade;
  const can = seatsFor({ side: asksFor(roles), held, sits, coachMayGrade }).filter(within(roles));
  if (can.includes(answers.role)) return;
  if (can.length === 0) refuseFields({ person: { code: "no_seat" } });
  refuseFields({ role: { code: "seat_misfit", about: seatWording(ctx.locale)(can) } });
}
type Assessment = ActingOf<"member", "assess"> | ActingOf<"member", "correct_assessment">;
/** The grade is asked where the centre keeps grades; elsewhere it stays in the school's own system, whatever is sent. */
const keepsGrades = ({ centre }: Assessment["assignment"]) => switchesOf(centre.switches).store_grades;
const assessing = {
  check: async (_: Inside, { answers, assignment, row }: Assessment) => {
    const keeps = keepsGrades(assignment);
    if (keeps && !answers.grade) refuseFields({ grade: { code: "required" } });
    return { student: row?.personId ?? null, grade: keeps ? answers.grade : null };
  },
  narrows: ({ fields, options }: { fields: Fields; options: Options }, { assignment }: OpenAssignment) => {
    const { grade, ...others } = fields;
    return {
      fields: keepsGrades(assignment) && grade ? { ...others, grade: { ...grade, required: true } as Field } : others,
      options,
    };
  },
};
export const memberBehaviours: BehavioursOf<"member"> = {
  invite: {
    /** Nobody is asked twice for the same seat. Whom a round or a list brings follows the track they study in. */
    check: async (ctx, acting) => {
      const { answers, assignment } = acting;
      await refuseMisfit(ctx, acting);
      if (answers.track || !isStudentSeat(answers.role)) return;
      return { track: await trackOf(ctx.db, answers.person, assignment.row.centreId) };
    },
    /** Only those are offered who can have a seat still, and roles that one of them can have. */
    narrows: ({ fields, options }, { assignment, gathered, roles }) => {
      const coachMayGrade = switchesOf(assignment.centre.switches).coach_may_grade;
      const people = (options.invitable ?? []).flatMap((person) => {
        const held = (person.roles ?? []) as HeldRole[];
        const sits = seatsOf(gathered, person.id);
        const can = seatsFor({ side: asksFor(roles), held, sits, coachMayGrade }).filter(within(roles));
        return can.length > 0 ? [{ person, can }] : [];
      });
      const fitting = seatRoles.filter((role) => people.some(({ can }) => can.includes(role)));
      return {
        fields: { ...fields, role: { kind: "choice", required: true, options: fitting } },
        options: { ...options, invitable: people.map(({ person }) => person) },
      };
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
      // Names who names themself needs no invitation to answer.
      if (member.personId === ctx.actor.id) await acting.move("member", member.id, "join");
    },
  },
  note_track: {
    columns: ({ answers }) => ({ track: answers.track }),
    prefill: (_, row) => (row?.track ? { track: row.track } : {}),
  },
  assess: { ...assessing, columns: (_, ctx) => ({ assessedAt: ctx.now() }) },
  correct_assessment: { ...assessing, columns: (_, ctx) => ({ assessedAt: ctx.now() }) },
  join: {
    columns: (_, ctx) => ({ joinedAt: ctx.now() }),
    /** A seat in the team answers the interest that was shown. */
    effect: async (ctx, { row, assignment, followUp }) => {
      const own = (await shownInterests(ctx.db, assignment.row.id)).filter((i) => i.personId === row.personId);
      for (const { id } of own) await followUp("interest", id, "place");
    },
  },
};
