import type { AssignmentStatus } from "#app/domain/words.ts";
import { act, day, later } from "../acts.ts";
import type { Line } from "../chapters/line.ts";

/** Ways a story ends early, and what may lie over one. Each begins in the status named beside it. */
type Ending = { from: AssignmentStatus; days: number; live: (line: Line) => Promise<unknown> };
export const endings: Partial<Record<AssignmentStatus, Ending>> = {
  rejected: {
    from: "submitted",
    days: 2,
    live: async ({ w, c, id }) => {
      await later(w, 2);
      return act(w, c.coordinator, "assignment", id, "reject", {
        reason: "past_niet_bij_onderwijs",
        explanation: "De vraag is vooral een inkoopvraag; studenten leren er weinig van.",
        referral: "Vraag een offerte bij een leverancier, of praat met het ondernemersloket in uw regio.",
      });
    },
  },
  withdrawn: {
    from: "intake",
    days: 3,
    live: async ({ w, c, id }) => {
      await later(w, 3);
      return act(w, c.owner, "assignment", id, "withdraw", {
        reason: "prioriteit_gewijzigd",
        explanation: "Wij verhuizen eerst.",
      });
    },
  },
  expired: { from: "published", days: 30, live: async ({ w }) => later(w, 30) },
  stopped: {
    from: "in_progress",
    days: 20,
    live: async ({ w, c, id, tell }) => {
      // Nobody settles more than was agreed: work without a fee has no costs to pay either.
      const settled =
        Number(tell.price) >= 250
          ? { settlement: "Gemaakte kosten worden vergoed.", settlement_amount: "250" }
          : { settlement: "Ieder draagt de eigen kosten.", settlement_amount: "0" };
      await later(w, 20);
      await act(w, c.owner, "assignment", id, "stop", {
        ground: "client_ends",
        reason: "bedrijf_gestopt",
        explanation: "De afdeling sluit.",
        ...settled,
        handed_over: "Metingen en de eerste opzet.",
        plan_per_student: "Ieder gaat verder in een ander team; de uren tellen mee.",
      });
      // Where no fee was agreed there is nothing for both to agree on.
      if (Number(tell.price) > 0)
        for (const who of [c.owner, c.teacher]) await act(w, who, "assignment", id, "agree_settlement", settled);
    },
  },
  terminated: {
    from: "in_progress",
    days: 34,
    live: async (line) => {
      const { w, c, id } = line;
      await dispute(line);
      for (const step of ["talk", "board"]) {
        await later(w, 6);
        await act(w, c.coordinator, "assignment", id, "escalate_dispute", {
          step,
          report: "Er is gesproken; partijen bleven het oneens.",
        });
      }
      await act(w, c.institutionSigner, "assignment", id, "give_default_notice", {
        failing: "Het bedrijf geeft geen toegang tot de werkplek.",
        term_ends: day(w, 10),
      });
      await later(w, 12);
      return act(w, c.institutionSigner, "assignment", id, "terminate", {
        ground: "Toegang bleef uit na ingebrekestelling",
        reason: "niet_nagekomen_bedrijf",
        explanation: "Geen toegang tot de werkplek.",
        notice: "Brief van vandaag.",
        claimed: "Niets.",
        plan_per_student: "Ieder krijgt een andere opdracht; de uren tellen mee.",
      });
    },
  },
};
/** The company reports a dispute. */
export const dispute = async ({ w, c, id }: Line) => {
  await later(w, 10);
  return act(w, c.owner, "assignment", id, "open_dispute", {
    reason: "inspanning",
    asked: "Meer aanwezigheid op de werkplek.",
    evidence: "Rooster van de afgelopen weken.",
  });
};
/** The work waits for the company's data. */
export const hold = async ({ w, c, id }: Line) => {
  await later(w, 12);
  return act(w, c.teacher, "assignment", id, "pause", {
    reason: "wacht_op_data",
    explanation: "Het bedrijf levert de gegevens na de verbouwing.",
    until: day(w, 28),
  });
};
