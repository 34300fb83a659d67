import type { moves as nl } from "#app/i18n/nl/workflow/moves.ts";
import { moves as aftercare } from "../aftercare/moves.ts";
import { moves as agreement } from "../agreement/moves.ts";
import { moves as claims } from "../claims/moves.ts";
import { moves as delivery } from "../delivery/moves.ts";
import { moves as intake } from "../intake/moves.ts";
import { moves as market } from "../market/moves.ts";
import { moves as showcase } from "../showcase/moves.ts";
import { moves as team } from "../team/moves.ts";
import { moves as work } from "../work/moves.ts";

export const moves: typeof nl = {
  ...aftercare,
  ...agreement,
  ...claims,
  ...delivery,
  ...intake,
  ...market,
  ...showcase,
  ...team,
  ...work,
};
