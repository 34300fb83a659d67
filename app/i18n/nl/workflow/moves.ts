import type { AnyMove } from "#app/domain/workflow/processes.ts";
import type { MoveWords } from "#app/i18n/move-words.ts";
import { moves as aftercare } from "../aftercare/moves.ts";
import { moves as agreement } from "../agreement/moves.ts";
import { moves as claims } from "../claims/moves.ts";
import { moves as delivery } from "../delivery/moves.ts";
import { moves as intake } from "../intake/moves.ts";
import { moves as market } from "../market/moves.ts";
import { moves as showcase } from "../showcase/moves.ts";
import { moves as team } from "../team/moves.ts";
import { moves as work } from "../work/moves.ts";

/** The words of every move, each kept with its noun; a move without words does not compile. */
export const moves = {
  ...aftercare,
  ...agreement,
  ...claims,
  ...delivery,
  ...intake,
  ...market,
  ...showcase,
  ...team,
  ...work,
} satisfies Record<AnyMove, MoveWords>;
