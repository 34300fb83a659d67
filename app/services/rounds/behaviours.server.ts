import { instantAt } from "#app/domain/calendar/amsterdam.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import type { AnswersOfRoundMove, RoundMove } from "#app/domain/rounds/process.ts";
import { waitAgain } from "#db/queries/rounds/carry-over.server.ts";
import type { RoundAt } from "#db/queries/rounds/rounds.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Says what a move of a round may write beside the status. */
export type RoundColumns = { chooseBy?: Date; publishedRun?: string; publishedAt?: Date };
/** Holds what is not the same for all moves of a round, beside the row of its table. */
type Behaving<Asked> = {
  /** Columns to write with the status, from what the form asked. May refuse a field. */
  columns?: (answers: Asked, inside: Inside) => RoundColumns;
  /** Does what else happens after that write, in the same transaction. */
  effect?: (inside: Inside, round: RoundAt) => Promise<unknown>;
  /** Tells whether the letter of the row goes out, by what the round was. */
  notifiesIf?: (before: RoundAt) => boolean;
};
type Behaviours = { [M in RoundMove]?: Behaving<AnswersOfRoundMove<M>> };

/** Returns the deadline as it was typed, in Dutch time. Refuses one that is no coming moment. */
function deadline({ choose_by }: { choose_by: string }, { now }: Inside): RoundColumns {
  const [day = "", time = "0:0"] = choose_by.split("T");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const chooseBy = instantAt(day, hours, minutes);
  if (chooseBy <= now()) refuseFields({ choose_by: { code: "not_in_future" } });
  return { chooseBy };
}
const behaviours: Behaviours = {
  open_choosing: { columns: deadline },
  move_deadline: { columns: deadline },
  reopen_choosing: { columns: deadline },
  cancel_round: {
    effect: ({ db }, { id }) => waitAgain(db, id),
    // Whoever never could choose hears nothing of a round that is given up.
    notifiesIf: ({ status }) => status !== "draft",
  },
};
/** Here the types of a single move are set aside: its name says whose behaviour it is. */
export const behaviourOf = (name: RoundMove): Behaving<Answers> => (behaviours[name] ?? {}) as Behaving<Answers>;
