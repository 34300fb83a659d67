import { savedText, type SavedId } from "#app/domain/intake/saved.ts";
import { filled } from "#app/domain/intake/fields.ts";
import { intakeRead, shownWithText } from "#app/domain/intake/shown-fields.ts";
import { mayAdd, mayEdit } from "#app/domain/workflow/editing-rights.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { ownInterest } from "#db/queries/market/interests.server.ts";
import { bookmarkOf } from "#app/services/market/bookmarks.server.ts";
import type { Context } from "#app/services/context.ts";
import { readableFiles } from "#app/services/files/readable.server.ts";
import { entriesIn, ownElsewhere } from "./entries.server.ts";
import { openAssignmentPage } from "./frame.server.ts";
import { interestOn } from "#app/services/market/interest.server.ts";
import { similar } from "#app/services/market/market.server.ts";
import { linkedAssignments } from "#app/services/intake/report.server.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";
import { questionsFor } from "#app/services/market/questions.server.ts";
import { urls } from "#app/urls.ts";
import { logLines } from "./log-tab.server.ts";

/** Returns the first tab of an assignment: its text as far as this person reads it, and what stands beside it. */
export const overview = (ctx: Context, id: string) =>
  openAssignmentPage(ctx, id, async (inside, open) => {
    const { row } = open.assignment;
    const intake = open.text === "full" ? (open.gathered.text?.intake ?? {}) : {};
    const pick = (id: SavedId) => savedText(intake, id);
    return {
      text: open.text,
      problem: open.text === "full" ? (open.gathered.text?.problem ?? "") : open.text === "summary" ? row.teaser : "",
      goal: pick("goal"),
      endUsers: pick("end_users"),
      brings: pick("brings"),
      business: may("intake", open.roles) ? pick("business_case") : "",
      deliverables: pick("deliverables"),
      criteria: pick("draft_criteria"),
      shortAnswers: Object.fromEntries(
        shownWithText.filter((field) => filled(intake, field)).map((field) => [field, intake[field] ?? null]),
      ),
      intake: may("intake", open.roles) ? intakeRead(intake, may("fee", open.roles)) : null,
      card: {
        sector: row.sector,
        levels: row.levels,
        seatsMin: row.seatsMin,
        seatsMax: row.seatsMax,
        weeks: row.weeks,
        hoursStudent: row.hoursStudent,
        feeKind: may("fee", open.roles) || row.status === "published" ? row.feeKind : null,
        blocks: row.blocks,
        windowEnd: row.windowEnd,
        startOn: row.startOn,
        allowedObligations: row.allowedObligations,
        confidentiality: row.confidentiality,
      },
      entries: await entriesIn(inside, open, "overview"),
      dispute: await entriesIn(inside, open, "dispute"),
      ownElsewhere: await ownElsewhere(inside, open),
      log: may("log", open.roles) ? await logLines(inside, open, 5) : [],
      signedIn: inside.actor.id !== "",
      linked: await linkedAssignments(inside, open),
      versions: may("intake", open.roles) && row.textVersion > 1,
      steers: open.roles.has("coordinator") || open.roles.has("business_developer"),
      attachments: await readableFiles(inside, open.assignment, "attachment"),
      mayEdit: mayEdit(row.status, open.roles),
      mayAttach: mayAdd.attachment({ status: row.status, partStatus: null, roles: open.roles }),
      ownInterest: inside.actor.id ? ((await ownInterest(inside.db, id, inside.actor.id))?.id ?? null) : null,
      ...(row.status === "published" && row.visibility === "public" && row.confidentiality !== "secret"
        ? { description: row.teaser, sharing: { path: urls.assignment.assignment(id), kind: "article" as const } }
        : {}),
      similar: row.status === "published" ? await similar(inside, id) : [],
      claim: (await childOffers(inside, open, "claim", null)).some((o) => o.name === "submit_claim"),
      interest: row.status === "published" && open.roles.has("centre_student"),
      interested: await interestOn(inside, open),
      bookmarked: await bookmarkOf(inside, id),
      questions: await questionsFor(inside, { ...open.assignment, roles: open.roles }),
    };
  });
