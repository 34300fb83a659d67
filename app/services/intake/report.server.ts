import { fitOf } from "#app/domain/intake/fit.ts";
import { hintsFor } from "#app/domain/intake/hints.ts";
import { savedText } from "#app/domain/intake/saved.ts";
import type { Change } from "#app/domain/intake/versions.ts";
import { mayEdit } from "#app/domain/workflow/editing-rights.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { refuse } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { changeAssignment } from "#db/queries/assignment/assignments.server.ts";
import { centreById } from "#db/queries/centre/centres.server.ts";
import {
  insertTick,
  linkedCards,
  sameKvk,
  textVersionsOf,
  ticksOf,
  undoTick,
} from "#db/queries/intake/intake.server.ts";
import { lockAssignment } from "#db/queries/workflow/objects.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { openAssignmentPage, type OpenAssignment } from "#app/services/assignment/frame.server.ts";
import { signaturesOn } from "#app/services/assignment/signatures.server.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import { record } from "#app/services/log/record.server.ts";
import { similarInCentre } from "#app/services/market/similar.server.ts";

const steering = (roles: ReadonlySet<string>) => roles.has("coordinator") || roles.has("business_developer");
/** Returns the lines of the centre's checklist with who looked at each, and when. A tick never replaces a guard. */
export async function checklistOf(inside: Inside, { assignment: { row } }: Pick<OpenAssignment, "assignment">) {
  const lines = (await centreById(inside.db, row.centreId))?.checklist ?? [];
  const ticks = await ticksOf(inside.db, row.id);
  return lines.map((line) => ({ line, tick: ticks.find((t) => t.line === line) ?? null }));
}
/**
 * Returns the intake report (docs/domain.md 2.3): every answer, advice, the fit, the checklist and what looks like
 * it, on one page. For who steers the centre; for others it does not exist.
 */
export const intakeReport = (ctx: Context, id: string) =>
  openAssignmentPage(ctx, id, async (inside, open) => {
    const { row, centre, company } = open.assignment;
    if (!steering(open.roles)) refuse("not_found");
    const answers = open.gathered.text?.intake ?? {};
    const reading = { switches: switchesOf(centre.switches), now: inside.now() };
    const claimed = savedText(answers, "kvk_claimed") || null;
    const signatures = await signaturesOn(inside, open, ["text"]);
    return {
      answers,
      by: signatures.of("text", id),
      hints: hintsFor(answers, reading, { whole: true }),
      fit: fitOf(answers, reading),
      checklist: await checklistOf(inside, open),
      similar: await similarInCentre(inside, { centreId: row.centreId, answers, not: id }),
      company: {
        name: company.name,
        kvk: company.kvk,
        place: company.place,
        verified: company.verifiedAt !== null,
        claimed,
        owner: claimed ? ((await sameKvk(inside.db, row.centreId, claimed, row.organizationId))?.name ?? null) : null,
      },
      linked: await linkedAssignments(inside, open),
      buildsOn: row.buildsOn,
      publishOn: row.publishOn,
      key: inside.newId(),
    };
  });
/** Ticks a line of the checklist, as it reads now, or takes that back. */
export const tickLine = (ctx: Context | Inside, id: string, line: string, on = true) =>
  inTransaction(ctx, async (inside) => {
    const { row, roles } = await requireVisibleAssignment(inside, id);
    if (!steering(roles)) refuse("not_found");
    if (!((await centreById(inside.db, row.centreId))?.checklist ?? []).includes(line)) refuse("not_found");
    if (on)
      await insertTick(inside.db, {
        id: inside.newId(),
        assignmentId: id,
        centreId: row.centreId,
        organizationId: row.organizationId,
        line,
        byId: inside.actor.id,
        at: inside.now(),
      });
    else await undoTick(inside.db, id, line, inside.now());
  });

/**
 * Says which earlier question this one builds on, or none. Both must be visible to whoever says so, and lie in one
 * centre.
 */
export const linkBuildsOn = (ctx: Context | Inside, id: string, other: string | null) =>
  inTransaction(ctx, async (inside) => {
    await lockAssignment(inside.db, id);
    const assignment = await requireVisibleAssignment(inside, id);
    const { row, roles } = assignment;
    if (!steering(roles) && !mayEdit(row.status, roles)) refuse("not_found");
    if (
      other !== null &&
      (other === id || (await requireVisibleAssignment(inside, other)).row.centreId !== row.centreId)
    )
      refuse("not_found");
    if (row.buildsOn === other) return;
    await changeAssignment(inside.db, id, { buildsOn: other });
    await record(inside, assignment, {
      object: "assignment",
      objectId: id,
      move: "builds_on",
      from: row.status,
      to: row.status,
      actingAs: steering(roles) ? "business_developer" : "client_owner",
      answers: { builds_on: other },
      guards: [],
      notifies: [],
      agreementNumber: null,
      system: false,
    });
  });
/** Returns the assignment this one builds on and those that build on it, as far as the reader may see them. */
export async function linkedAssignments(inside: Inside, { assignment: { row } }: Pick<OpenAssignment, "assignment">) {
  const cards = await linkedCards(inside.db, row.id, row.buildsOn);
  const visible = [];
  for (const card of cards) {
    const seen = await requireVisibleAssignment(inside, card.id).catch(() => null);
    if (seen) visible.push({ id: card.id, title: card.title, earlier: card.id === row.buildsOn });
  }
  return visible;
}

type Version = { number: number; by: string; role: string; at: Date; changes: Record<string, Change> };
/** Returns every edit since the question was sent in: who, when, and each answer before and after. For who may read the intake. */
export const versionsTab = (ctx: Context, id: string) =>
  openAssignmentPage(ctx, id, async (inside, open) => {
    if (!may("intake", open.roles)) refuse("not_found");
    const rows = await textVersionsOf(inside.db, id);
    return {
      versions: rows.map(
        ({ version, name }): Version => ({
          number: version.number,
          by: name ?? "",
          role: version.byRole,
          at: version.at,
          changes: version.changes as Record<string, Change>,
        }),
      ),
    };
  });
