import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { Overlay } from "#app/domain/workflow/machine.ts";

export const running = ["signed", "in_progress", "delivered", "closing_review", "acceptance_test", "rework"] as const;
/** The work is over: no milestone of it is waited for any more. */
export const ends = { then: ["milestone.lapse_milestone"] } as const;
/** There is no team any more: nothing that held it up is followed further. */
export const teamGone = ["flag.lapse_flag"] as const;
/** Lists how work that was under way ended before its end: what was asked by then is still to be paid, and students go on elsewhere. */
export const cutShort = ["stopped", "terminated"] as const;

/** An exit works under every overlay and ends it: what is over is neither paused nor disputed (docs/domain.md 6.2). */
export const over = {
  evenOn: ["onHold", "disputed"],
  sets: { onHold: false, disputed: false },
  meets: ["pause_until", "team_repair", "dispute_talk", "dispute_board", "dispute_mediation"],
} as const satisfies { evenOn: readonly Overlay[]; sets: Record<Overlay, false>; meets: readonly ClockId[] };
