import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach, type Context } from "./context.ts";

/**
 * Returns a context that sees what everybody may see, whoever asks: for feeds, site maps and everything else that is
 * read by others too.
 */
export const asStranger = (ctx: Context): Context => ({ ...ctx, actor: nobody, reach: noReach });
