import { may, namesStudents } from "#app/domain/workflow/visibility.ts";
import { partOfFlag } from "#app/domain/work/flags.ts";
import { moveText } from "#app/domain/workflow/move-answers.ts";
import { recordedAnswers } from "#app/domain/assignment/recorded.ts";
import { mayAdd } from "#app/domain/workflow/editing-rights.ts";
import { flagRows } from "#db/queries/work/flags.server.ts";
import { hoursByRole, loggedHours } from "#db/queries/work/hours.server.ts";
import { milestoneRows } from "#db/queries/work/milestones.server.ts";
import { namesOf } from "#db/queries/market/questions.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { readableFiles } from "#app/services/files/readable.server.ts";
import { rolesOnChild } from "#app/services/workflow/objects.server.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";
import { effortIn } from "./effort.server.ts";
import { entriesIn } from "./entries.server.ts";
import type { OpenAssignment } from "./frame.server.ts";
import { firstDay } from "#app/domain/assignment/guards.ts";
import { midtermAnswers } from "./midterm-answers.server.ts";
import { signaturesOn } from "./signatures.server.ts";
import { tab } from "./tab.server.ts";

type Signatures = Awaited<ReturnType<typeof signaturesOn>>;
/** Returns the work under way: milestones, hours, obstacles and what was reported. */
export const progressTab = (ctx: Context, id: string) =>
  tab(ctx, id, "voortgang", async (inside, open) => {
    const of = <K extends "report" | "midterm">(kind: K) =>
      open.gathered.records
        .filter((r) => r.kind === kind)
        .map((r) => ({ at: r.at, data: recordedAnswers(kind, r.data) }));
    const signatures = await signaturesOn(inside, open, ["report", "raised", "stand", "milestone"]);
    return {
      entries: await entriesIn(inside, open, "progress"),
      milestones: await milestonesOf(inside, open, id, signatures),
      flags: await flagsOf(inside, open, id, signatures),
      raise: (await childOffers(inside, open, "flag", null)).map(({ name }) => name),
      reports: of("report")
        .map((report) => ({ ...report, by: signatures.at("report", report.at) }))
        .reverse(),
      midterm: of("midterm").at(-1) ?? null,
      midtermOn: open.assignment.row.midtermOn,
      midtermFrom: firstDay(open.facts, ["midterm_open"]),
      hours: await hoursByRole(inside.db, id),
      effort: await effortIn(inside, open),
      logged: await loggedHours(inside.db, id, may("hours_each", open.roles) ? null : inside.actor.id),
      ...(await midtermAnswers(inside, open)),
      plan: (await childOffers(inside, open, "milestone", null)).some((o) => o.name === "plan"),
    };
  });

/** Names of people of the assignment, as far as this reader may know which students are in the team. */
async function namesFor({ db, actor }: Inside, open: OpenAssignment, ids: readonly (string | null)[]) {
  const names = await namesOf(
    db,
    ids.flatMap((id) => id ?? []),
  );
  const named = namesStudents(open.assignment.row.status, open.roles);
  const inTeam = new Set(open.gathered.team.map(({ personId }) => personId));
  return (id: string | null) => (id && (named || id === actor.id || !inTeam.has(id)) ? (names.get(id) ?? null) : null);
}

/** Returns milestones by date; one that is late says so to everybody in the assignment. */
async function milestonesOf(inside: Inside, open: OpenAssignment, id: string, signatures: Signatures) {
  const rows = await milestoneRows(inside.db, id);
  const files = await readableFiles(inside, open.assignment, "milestone");
  const late = new Set(open.gathered.late.map((m) => m.id));
  const name = await namesFor(
    inside,
    open,
    rows.map((m) => m.personId),
  );
  const milestones = [];
  for (const m of rows)
    milestones.push({
      id: m.id,
      files: files.filter((f) => f.partId === m.id),
      mayAdd: mayAdd.milestone({
        status: open.assignment.row.status,
        partStatus: m.status,
        roles: rolesOnChild(inside, open.roles, "milestone", { personId: m.personId }),
      }),
      title: m.title,
      dueOn: m.dueOn,
      status: m.status,
      late: late.has(m.id),
      owner: name(m.personId),
      asked: m.asked,
      evidence: m.evidence,
      why: m.why,
      by: signatures.of("milestone", m.id),
      offers: await childOffers(inside, open, "milestone", m),
    });
  return milestones;
}

/** What was said of it since it was reported, the oldest first, each with who wrote it and when. */
const notesOf = (signatures: Signatures, flagId: string) =>
  signatures.all("stand", flagId).flatMap(({ answers, ...by }) => {
    const note = moveText(answers, "flag_note");
    return note === "" ? [] : [{ note, by }];
  });
/**
 * Lists what stands in the way, open ones first. What was confided is for whoever looks after the team, and who said
 * it; what is done about it is for the first alone, as the moves that note it say.
 */
async function flagsOf(inside: Inside, open: OpenAssignment, id: string, signatures: Signatures) {
  const reads = ({ status }: { status: string }) => may(partOfFlag(status), open.roles);
  const rows = (await flagRows(inside.db, id)).filter(
    (flag) => reads(flag) || (flag.raisedBy !== null && flag.raisedBy === inside.actor.id),
  );
  const name = await namesFor(
    inside,
    open,
    rows.map((f) => f.personId),
  );
  const flags = [];
  for (const f of rows)
    flags.push({
      id: f.id,
      kind: f.kind,
      status: f.status,
      isOpen: f.closedAt === null,
      confided: partOfFlag(f.status) === "concerns",
      what: f.what,
      notes: reads(f) ? notesOf(signatures, f.id) : [],
      owner: name(f.personId),
      raised: signatures.of("raised", f.id) ?? { actor: null, at: f.raisedAt },
      closedAt: f.closedAt,
      due: f.due,
      offers: await childOffers(inside, open, "flag", f),
    });
  return flags;
}
