import type { Answers } from "#app/domain/fields/fields.ts";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { readsWhy } from "#app/domain/workflow/shown.ts";
import type { Event } from "#db/queries/log/events.server.ts";

/**
 * Says why, as it is told to a reader of these answers (`shown`): the reason, the explanation, and of a rejection where else
 * the company may turn to. What the form asked and this reader may not read is left out, in the log and in letters alike.
 */
export function reasonOf({ object, move, reason, comment, answers }: Event, shown: Answers) {
  const rule = rowOf(object, move);
  const reads = (field: string) => readsWhy(rule, field, shown);
  const referred = [reads("referral_centre") && answers.referral_name, reads("referral") && answers.referral];
  const said = reads("explanation") ? comment : "";
  return {
    reason: reads("reason") ? reason : null,
    comment: move === "reject" ? [said, ...referred].filter(Boolean).join(" ") : said,
  };
}
