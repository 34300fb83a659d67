import { savedText } from "#app/domain/intake/saved.ts";
import { fitOf } from "#app/domain/intake/fit.ts";
import { plainAnswers } from "#app/domain/intake/draft.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { draftsForHelp } from "#db/queries/intake/drafts.server.ts";
import { setChecklist } from "#db/queries/centre/centres.server.ts";
import { intakeCards, intakeTexts } from "#db/queries/intake/intake.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { steeredCentre, steeringRoles } from "#app/services/centre/pipeline.server.ts";
import { noTurn, turnLines } from "#app/services/turns/turns.server.ts";

const head = ({ name, slug, hue }: { name: string; slug: string; hue: number }) => ({ name, slug, hue });

/**
 * Lists what waits for the centre's intake, longest first, with whose turn it is, the clock and the fit; and the
 * drafts whose company asked for help.
 */
export const intakeQueue = (ctx: Context, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await steeredCentre(inside, slug, steeringRoles);
    const switches = switchesOf(centre.switches);
    const cards = await intakeCards(inside.db, centre.id);
    const lines = await turnLines(inside, cards);
    const texts = new Map(
      (
        await intakeTexts(
          inside.db,
          cards.map((c) => c.id),
        )
      ).map((t) => [t.id, t]),
    );
    const rows = cards.map(({ id, title, company, status, onHold, enteredAt }) => ({
      id,
      title,
      company,
      status,
      onHold,
      enteredAt,
      ...(lines.get(id) ?? noTurn),
      fit: fitOf(texts.get(id)?.intake ?? {}, { switches, now: inside.now() }).grade,
      publishOn: texts.get(id)?.publishOn ?? null,
    }));
    const drafts = (await draftsForHelp(inside.db, centre.id, inside.now())).map((d) => ({
      id: d.id,
      title: savedText(d.answers, "title"),
      company: savedText(d.answers, "company"),
      email: d.email ?? "",
      changedAt: d.changedAt,
      fit: fitOf(plainAnswers(d.answers), { switches, now: inside.now() }).grade,
    }));
    return {
      centre: head(centre),
      rows,
      drafts,
      coordinates: inside.actor.memberships.some((m) => m.centreId === centre.id && m.role === "coordinator"),
    };
  });

const mostLines = 20;
const longestLine = 160;
/** Reads the centre's own checklist, for its coordinator. */
export const openChecklist = (ctx: Context, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await steeredCentre(inside, slug, ["coordinator"]);
    return { centre: head(centre), lines: centre.checklist, key: inside.newId() };
  });
/**
 * Keeps the checklist, one line each, as typed; ticks of lines that are gone stay in their assignments. Refuses beside
 * the field when it is too long.
 */
export const saveChecklist = (ctx: Context, slug: string, typed: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await steeredCentre(inside, slug, ["coordinator"]);
    const lines = [
      ...new Set(
        typed
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ];
    if (lines.length > mostLines) refuseFields({ checklist: { code: "too_many_items", limit: mostLines } });
    if (lines.some((line) => [...line].length > longestLine))
      refuseFields({ checklist: { code: "too_long", limit: longestLine } });
    await setChecklist(inside.db, centre.id, lines);
  });
