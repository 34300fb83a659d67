import { mayAdd, mayEdit } from "#app/domain/workflow/editing-rights.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { refuse } from "#app/domain/refusal.ts";
import { logHides, logHidesActor, logMutes, may, namesStudents, type Part } from "#app/domain/workflow/visibility.ts";
import { isStudentSeat } from "#app/domain/words.ts";
import { isMinor } from "#app/domain/agreement/terms/annexes.ts";
import { eventsOf } from "#db/queries/workflow/events.server.ts";
import { findObject } from "#db/queries/workflow/objects.server.ts";
import {
  annexRows,
  caseRows,
  claimsWithNames,
  declinesOn,
  deliveryRows,
  fileRows,
  guardianRows,
  hoursByRole,
  milestoneRows,
  observationRows,
  ownHours,
  ownInterest,
  resultRows,
  teamWithNames,
} from "#db/queries/assignment/tabs.server.ts";
import { keptBy } from "#app/services/market/bookmarks.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { openDossier, openFrame } from "./frame.server.ts";
import { interestOn } from "#app/services/market/interest.server.ts";
import { similar } from "#app/services/market/market.server.ts";
import { linkedFiles } from "#app/services/intake/report.server.ts";
import { partOffers } from "#app/services/workflow/child-offers.server.ts";
import { showcaseOn } from "#app/services/showcase/showcase.server.ts";
import { questionsFor } from "#app/services/market/questions.server.ts";

type Open = Awaited<ReturnType<typeof openFrame>>;
/** A tab for whoever may see its part; for others it does not exist. */
const tab = <T>(ctx: Context, id: string, part: Part, read: (inside: Inside, open: Open) => Promise<T>) =>
  openDossier(ctx, id, async (inside, open) => {
    if (!may(part, open.roles)) refuse("not_found");
    return read(inside, open);
  });

export const overview = (ctx: Context, id: string) =>
  openDossier(ctx, id, async (inside, open) => {
    const { row } = open.assignment;
    const intake = open.text === "full" ? (open.gathered.text?.intake ?? {}) : {};
    const pick = (key: string) => (typeof intake[key] === "string" ? (intake[key] as string) : "");
    return {
      text: open.text,
      problem: open.text === "full" ? (open.gathered.text?.problem ?? "") : open.text === "summary" ? row.teaser : "",
      goal: pick("goal"),
      endUsers: pick("end_users"),
      brings: pick("brings"),
      business: may("intake", open.roles) ? pick("business_case") : "",
      skills: pick("skills"),
      deliverables: pick("deliverables"),
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
      log: may("log", open.roles) ? (await logLines(inside, open)).slice(0, 5) : [],
      signedIn: inside.actor.id !== "",
      linked: await linkedFiles(inside, open),
      versions: may("intake", open.roles) && row.textVersion > 1,
      steers: open.roles.has("coordinator") || open.roles.has("business_developer"),
      attachments: open.text === "full" ? (await fileRows(inside.db, id)).filter((f) => f.part === "attachment") : [],
      mayEdit: mayEdit(row.status, open.roles),
      mayAttach: mayAdd.attachment({ status: row.status, partStatus: null, roles: open.roles }),
      ownInterest: inside.actor.id ? ((await ownInterest(inside.db, id, inside.actor.id))?.id ?? null) : null,
      ...(row.status === "published" && row.visibility === "public" && row.confidentiality !== "secret"
        ? { description: row.teaser, sharing: { path: `/vraagstukken/${id}`, kind: "article" as const } }
        : {}),
      similar: row.status === "published" ? await similar(inside, id) : [],
      claim: (await partOffers(inside, open, "claim", null)).some((o) => o.name === "submit_claim"),
      interest: row.status === "published" && open.roles.has("centre_student"),
      interested: await interestOn(inside, open),
      kept: await keptBy(inside, id),
      questions: await questionsFor(inside, open.assignment, open.roles),
    };
  });
const namelessFor = ({ move }: { move: string }, roles: ReadonlySet<string>) => {
  const part = logHidesActor[move];
  return part !== undefined && !may(part, roles);
};
/** `actor` null is the system, and empty somebody whose name this reader does not get. */
export type LogEntry = {
  id: string;
  at: Date;
  actor: string | null;
  move: string;
  reason: string | null;
  comment: string;
  waiting: boolean;
};
async function logLines(inside: Inside, open: Open): Promise<LogEntry[]> {
  const rows = await eventsOf(inside.db, open.assignment.row.id);
  const own = (event: (typeof rows)[number]["event"]) => event.actorId !== null && event.actorId === inside.actor.id;
  const named = namesStudents(open.assignment.row.status, open.roles);
  const shown = (event: (typeof rows)[number]["event"]) => {
    const part = logHides[event.move];
    return own(event) || ((!part || may(part, open.roles)) && (named || event.object !== "member"));
  };
  const mute = (event: (typeof rows)[number]["event"]) => {
    const part = logMutes[event.move];
    return part !== undefined && !may(part, open.roles) && !own(event);
  };
  return rows
    .filter(({ event }) => shown(event))
    .reverse()
    .map(({ event, actor }) => ({
      id: event.id,
      at: event.at,
      actor: namelessFor(event, open.roles) && !own(event) ? "" : actor,
      move: event.move,
      reason: mute(event) ? null : event.reason,
      comment: mute(event)
        ? ""
        : event.move === "reject"
          ? [event.comment, event.answers.referral_name, event.answers.referral].filter(Boolean).join(" ")
          : event.comment,
      waiting: event.answers.waiting_for !== undefined,
    }));
}
export const logTab = (ctx: Context, id: string) =>
  tab(ctx, id, "log", async (inside, open) => ({ lines: await logLines(inside, open) }));

/** What was said with the reason: the personal line of a company that declined, or the explanation of who ended the choice. */
const saidWith = ({ personal_line, explanation }: Answers) =>
  [personal_line, explanation].find((said): said is string => typeof said === "string") ?? "";
export const claimsTab = (ctx: Context, id: string) =>
  openDossier(ctx, id, async (inside, open) => {
    if (!may("claims_tab", open.roles)) refuse("not_found");
    const all = may("claims", open.roles);
    const rows = (await claimsWithNames(inside.db, id)).filter((r) => all || r.claim.leadId === inside.actor.id);
    const declines = new Map(
      (await declinesOn(inside.db, id)).map((d) => [d.claimId, { reason: d.reason, line: saidWith(d.answers) }]),
    );
    const claims = [];
    for (const { claim, community, lead } of rows)
      claims.push({
        ...claim,
        community,
        lead,
        declined: declines.get(claim.id) ?? null,
        current: claim.confirmedTextVersion === open.assignment.row.textVersion,
        offers: await partOffers(inside, open, "claim", claim),
      });
    return { claims };
  });
/** What may be done with the last question to a guardian. */
async function guardianActs(inside: Inside, open: Open, id: string | undefined) {
  const request =
    id !== undefined && may("guardian", open.roles) ? await findObject(inside.db, "guardian_request", id) : undefined;
  return request ? { id: request.id, offers: await partOffers(inside, open, "guardian_request", request) } : null;
}
export const teamTab = (ctx: Context, id: string) =>
  tab(ctx, id, "team", async (inside, open) => {
    const [rows, signed, guardians] = [
      await teamWithNames(inside.db, id),
      await annexRows(inside.db, id),
      await guardianRows(inside.db, id),
    ];
    const staff = may("annexes", open.roles);
    const named = namesStudents(open.assignment.row.status, open.roles);
    const team = [];
    for (const { member, name, email, ageBand } of rows) {
      const own = member.personId === inside.actor.id;
      const annexes = signed.filter((a) => a.memberId === member.id);
      team.push({
        id: member.id,
        name: named || own || !isStudentSeat(member.role) ? name : "",
        role: member.role,
        team: member.team,
        side: member.side,
        status: member.status,
        own,
        email: may("student_contact", open.roles) ? email : null,
        minor: may("minors_who", open.roles) || own ? member.role.startsWith("student") && isMinor(ageBand) : null,
        annexes: staff || own ? annexes.map((a) => ({ id: a.id, kind: a.kind, signed: a.signedAt !== null })) : null,
        guardian: staff || own ? (guardians.filter((g) => g.memberId === member.id).at(-1)?.status ?? null) : null,
        offers: await partOffers(inside, open, "member", member),
        guardianActs: await guardianActs(inside, open, guardians.filter((g) => g.memberId === member.id).at(-1)?.id),
      });
    }
    return {
      team,
      minors:
        may("minors_some", open.roles) && rows.some((r) => r.member.role.startsWith("student") && isMinor(r.ageBand)),
      invite: (await partOffers(inside, open, "member", null)).some((o) => o.name === "invite"),
      byHand: !open.roles.has("client_owner"),
    };
  });
export const progressTab = (ctx: Context, id: string) =>
  tab(ctx, id, "progress", async (inside, open) => {
    const milestones = [];
    const files = await fileRows(inside.db, id);
    for (const m of await milestoneRows(inside.db, id))
      milestones.push({
        id: m.id,
        files: files.filter((f) => f.partId === m.id),
        mayAdd:
          m.status !== "dropped" &&
          mayAdd.milestone({ status: open.assignment.row.status, partStatus: m.status, roles: open.roles }),
        title: m.title,
        dueOn: m.dueOn,
        status: m.status,
        evidence: m.evidence,
        why: m.why,
        offers: await partOffers(inside, open, "milestone", m),
      });
    const of = (kind: string) =>
      open.gathered.records.filter((r) => r.kind === kind).map((r) => ({ at: r.at, data: r.data }));
    return {
      milestones,
      reports: of("report").reverse(),
      kickoff: of("kickoff").at(-1) ?? null,
      midterm: of("midterm").at(-1) ?? null,
      midtermOn: open.assignment.row.midtermOn,
      hours: await hoursByRole(inside.db, id),
      own: await ownHours(inside.db, id, inside.actor.id || id),
      confirmed: open.gathered.confirmed.filter((c) => c.move === "record_midterm").map((c) => c.relation),
      plan: (await partOffers(inside, open, "milestone", null)).some((o) => o.name === "plan"),
    };
  });
export const deliveryTab = (ctx: Context, id: string) =>
  tab(ctx, id, "acceptance", async (inside, open) => {
    const [rows, files, results] = [
      await deliveryRows(inside.db, id),
      await fileRows(inside.db, id),
      await resultRows(inside.db, id),
    ];
    const before = may("delivery_before", open.roles);
    const deliveries = [];
    for (const d of rows) {
      const out = d.status === "released" || d.status === "superseded";
      if (!out && !before) continue;
      deliveries.push({
        id: d.id,
        number: d.number,
        status: d.status,
        label: d.label,
        notice: d.notice,
        limits: d.limits,
        handover: d.handover,
        releasedAt: d.releasedAt,
        files: files.filter((f) => f.partId === d.id),
        judgement: may("quality_notes", open.roles) ? d.judgement : null,
        open: !out,
        mayAdd: mayAdd.delivery({ status: open.assignment.row.status, partStatus: d.status, roles: open.roles }),
        results: results
          .filter((r) => r.deliveryId === d.id)
          .map(({ criterion, met, value, evidence, measurer, finding, answer }) => ({
            criterion,
            met,
            value,
            evidence,
            measurer,
            finding,
            answer,
          })),
        offers: await partOffers(inside, open, "delivery", d),
      });
    }
    const terms = (open.signed ?? open.agreement)?.terms ?? {};
    const criteria = (Array.isArray(terms.criteria) ? terms.criteria : []).map((c) =>
      String((c as { text?: unknown }).text ?? ""),
    );
    const cases = [];
    for (const g of await caseRows(inside.db, id))
      cases.push({
        id: g.id,
        status: g.status,
        defect: g.defect,
        decision: g.decision,
        offers: await partOffers(inside, open, "guarantee_case", g),
      });
    return {
      deliveries,
      criteria,
      rounds: {
        used: open.assignment.row.reworkRounds,
        of: (open.facts.agreement?.reworkRounds ?? 0) + open.assignment.row.extraRounds,
      },
      cases,
      newCase: (await partOffers(inside, open, "guarantee_case", null)).some((o) => o.name === "open_case"),
      prepare:
        (await partOffers(inside, open, "delivery", null)).some((o) => o.name === "prepare") &&
        !rows.some((d) => !["released", "superseded"].includes(d.status)),
      payments: may("payments", open.roles)
        ? open.gathered.records.filter((r) => r.kind === "payment").map((r) => r.data)
        : null,
      guaranteeUntil: open.facts.clocks.guarantee?.dueAt ?? null,
    };
  });
export const implementationTab = (ctx: Context, id: string) =>
  tab(ctx, id, "implementation", async (inside, open) => {
    const plan = open.gathered.implementation;
    return {
      plan: plan && {
        owner: plan.owner,
        steps: plan.steps,
        targetOn: plan.targetOn,
        degree: plan.degree,
        since: plan.since,
      },
      observations: (await observationRows(inside.db, id)).map(({ id: key, month, degree, effect, evidence, at }) => ({
        id: key,
        month,
        degree,
        effect,
        evidence,
        at,
      })),
      files: (await fileRows(inside.db, id)).filter((f) => f.part === "evidence"),
      mayAdd: mayAdd.evidence({ status: open.assignment.row.status, partStatus: null, roles: open.roles }),
      showcase: await showcaseOn(inside, open),
    };
  });
export const anchoringTab = (ctx: Context, id: string) =>
  tab(ctx, id, "anchoring", async (inside, open) => {
    const of = (kind: string) => open.gathered.records.filter((r) => r.kind === kind).map((r) => r.data);
    // What one person learned is theirs and the staff's; others see how many there are.
    const each = may("yields_each", open.roles);
    const yields = open.gathered.records
      .filter((r) => r.kind === "yield" && (each || r.byId === inside.actor.id))
      .map((r) => r.data);
    return {
      yields,
      yieldCount: of("yield").length,
      curriculum: of("curriculum"),
      knowledge: of("knowledge"),
      followUp: of("follow_up"),
      ledger: of("ledger").length > 0,
      evaluations: ["company", "student", "teacher", "employee"].map((who) => ({
        who,
        n: of(`evaluation_${who}`).length,
      })),
    };
  });
