import type { Answers } from "#app/domain/fields/fields.ts";
import { coming, defaultSwitches } from "#app/domain/centre/switches.ts";
import { gaps } from "#app/domain/agreement/terms/complete.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { editTerms } from "#app/services/agreement/agreements.server.ts";
import { saveIntake, startDraft } from "#app/services/assignment/assignments.server.ts";
import { acceptSecrecy } from "#app/services/assignment/secrecy.server.ts";
import {
  act,
  claimsOn,
  day,
  joinTeam,
  later,
  mailedCode,
  openAgreement,
  openDelivery,
  putFile,
  seatOf,
  sign,
  until,
} from "./acts.ts";
import type { Cast } from "./cast.ts";
import { plausible, tellingOf, type Telling } from "./telling.ts";
import type { World } from "./world.ts";

/** Where a story has got to. `openTo` and `window`: for whom the question is published, and for how many days. */
export type Line = {
  w: World;
  c: Cast;
  id: string;
  obligation: Obligation;
  block: string;
  tell: Telling;
  openTo?: "public" | "centre";
  window?: number;
  file: (title: string) => Promise<{ storageKey: string; stored?: { size: number; sha256: string; type: string } }>;
};
type Chapter = (line: Line) => Promise<unknown>;
const place = ({ c, id }: Line) => ({ assignmentId: id, centreId: c.centreId, companyId: c.companyId });

/** The company's first words, kept as a draft. */
export async function begin(
  w: World,
  c: Cast,
  obligation: Obligation,
  intake: Answers,
  more: Partial<Pick<Line, "block" | "file" | "openTo" | "window">> = {},
): Promise<Line> {
  const id = await startDraft(await w.as(c.owner), { centreId: c.centreId, organizationId: c.companyId });
  await saveIntake(await w.as(c.owner), id, intake);
  return {
    w,
    c,
    id,
    obligation,
    block: "",
    tell: tellingOf(intake, w, c),
    file: async (title) => ({ storageKey: `demo-${id}-${title}` }),
    ...more,
  };
}
const submitted: Chapter = ({ w, c, id }) => act(w, c.owner, "assignment", id, "submit");
const intake: Chapter = async ({ w, c, id }) => {
  await later(w, 1);
  return act(w, c.coordinator, "assignment", id, "start_intake", { business_developer: c.developer });
};
export const sharpened: Chapter = async ({ w, c, id, obligation }) => {
  await later(w, 3);
  await act(w, c.developer, "assignment", id, "check_fit", {
    learning: "yes",
    large_enough: "yes",
    safe: "yes",
    ethical: "yes",
    critical_reason: obligation === "result" ? "Niet bedrijfskritisch." : "",
  });
  await act(w, c.owner, "assignment", id, "approve_text", { approved: "on" });
};
const published: Chapter = async (line) => {
  await sharpened(line);
  const { w, c, id, obligation } = line;
  line.block ||= coming(new Date(+w.now() + 30 * 86_400_000), defaultSwitches, 1)[0] ?? "";
  const { secret, levels, themes, seats } = line.tell;
  await act(w, c.coordinator, "assignment", id, "publish", {
    visibility: secret ? "invited" : (line.openTo ?? "public"),
    window_end: day(w, line.window ?? 25),
    blocks: [line.block],
    levels,
    seats_min: String(seats[0]),
    seats_max: String(seats[1]),
    allowed_obligations: obligation === "result" ? ["effort", "result"] : ["effort"],
    themes,
  });
  if (secret)
    for (const [community, lead] of [
      [c.communityId, c.teacher],
      [c.rivalCommunityId, c.rival],
    ] as const) {
      await act(w, c.coordinator, "assignment", id, "invite_community", { community });
      await acceptSecrecy(await w.as(lead), id, { name: w.names.get(lead) ?? "Docent", consent: "on" });
    }
};
export const claimed = async ({ w, id, obligation, block, tell }: Line, lead: string, community: string) => {
  await later(w, 2);
  return act(w, lead, "claim", id, "submit_claim", {
    community,
    approach: tell.approach,
    obligation,
    levels: tell.levels,
    seats: "4",
    block,
    guidance_hours: "60",
    price: tell.price,
    needs: tell.needs,
    rights: "open_licence",
    valid_until: day(w, 60),
  });
};
const agreeing: Chapter = async (line) => {
  const { w, c, id, tell } = line;
  await claimed(line, c.teacher, c.communityId);
  await claimed(line, c.rival, c.rivalCommunityId);
  const mine = (await claimsOn(w, c.owner, id)).find((claim) => claim.leadId === c.teacher);
  await later(w, 3);
  await act(w, c.owner, "claim", mine?.id ?? "", "select_claim", {
    message: `Uw aanpak past het best bij onze ${tell.users}.`,
  });
};
/** Both sides fill, propose, confirm and sign. */
const signed: Chapter = async (line) => {
  const { w, c, id, obligation } = line;
  await later(w, 2);
  const draft = await openAgreement(w, c.teacher, id);
  if (!draft) throw new Error("no draft");
  const asked = line.tell.terms(obligation, draft.terms);
  const planned = { ...draft.terms, ...asked };
  const after = await editTerms(
    await w.as(c.teacher),
    draft.id,
    { ...asked, ...plausible(planned, gaps(planned, obligation)) },
    draft.version,
  );
  const left = gaps(after.terms, obligation);
  if (left.length) throw new Error(`still to answer: ${left.join(", ")}`);
  await act(w, c.teacher, "agreement", after.id, "propose", { message: "Dit is ons voorstel." });
  if (obligation === "result") await act(w, c.quality, "agreement", after.id, "confirm_quality", { stands_for: "on" });
  await sign(w, c.companySigner, id, "directeur");
  await sign(w, c.institutionSigner, id, "directeur onderwijs");
};
const started: Chapter = async ({ w, c, id, block, tell }) => {
  await act(w, c.teacher, "member", id, "invite", { person: c.teacher, role: "project_manager" });
  for (const student of c.students.slice(0, Math.max(3, tell.seats[0]))) {
    await act(w, c.teacher, "member", id, "invite", {
      person: student,
      role: student === c.students[0] ? "student_lead" : "student",
      track: tell.level === "hbo" ? "hbo" : tell.level === "ad" ? "ad" : "bol",
      level: tell.level,
    });
    await joinTeam(w, student, c.teacher, id);
  }
  await act(w, c.owner, "member", id, "invite", { person: c.employee, role: "employee_participant" });
  await seat(w, c.employee, id, c.owner);
  await act(w, c.teacher, "assignment", id, "record_kickoff", tell.kickoff);
  await until(w, new Date(`${block}T09:00:00Z`));
  await act(w, c.teacher, "assignment", id, "start", { start_on: block, kickoff_record: tell.kickoff.ambition });
};
const seat = async (w: World, person: string, id: string, inviter: string) => {
  const found = (await seatOf(w, inviter, id, person)) ?? null;
  if (found?.status === "invited") await act(w, person, "member", found.id, "join");
};
const worked: Chapter = async (line) => {
  const { w, c, id, obligation, tell } = line;
  for (const week of [1, 2, 3]) {
    await later(w, 7);
    await act(w, c.teacher, "assignment", id, "report", tell.reports[week - 1] ?? {});
    for (const student of c.students.slice(0, 3))
      await act(w, student, "assignment", id, "log_hours", { on: day(w, 0), minutes: "480", what: tell.work });
  }
  await act(w, c.teacher, "assignment", id, "record_midterm", {
    outcome: "go",
    changes: "Geen.",
    ...tell.criteria("forecast", { outlook: "Op koers" }),
  });
  await act(w, c.owner, "assignment", id, "record_midterm", { outcome: "go", changes: "Geen." });
  await later(w, 14);
  await act(w, c.students[0] ?? "", "assignment", id, "note_yield", {
    group: "student",
    skill: tell.skill,
    before: "2",
    after: "4",
    evidence: tell.product,
  });
  await act(w, c.teacher, "assignment", id, "note_yield", {
    group: "teacher",
    skill: tell.skill,
    before: "3",
    after: "4",
    evidence: "Nieuwe les met dit voorbeeld",
  });
  if (obligation === "effort")
    await act(w, c.teacher, "assignment", id, "account_effort", {
      hours: "480 van 480 uur",
      activities: tell.approach,
      differences: "Geen.",
    });
  await prepare(line, "1.0");
};
const prepare = async (line: Line, label: string) => {
  const { w, c, id, obligation, tell } = line;
  const { storageKey, stored } = await line.file(`${tell.product} ${label}`);
  const file = await putFile(w, c.teacher, place(line), `eindrapport-${label}.pdf`, storageKey, "delivery", stored);
  await act(w, c.teacher, "delivery", id, "prepare", { label, handover: tell.handover }, [file]);
  const delivery = await openDelivery(w, c.teacher, id);
  if (obligation === "result" && delivery) {
    await act(
      w,
      c.teacher,
      "delivery",
      delivery.id,
      "ask_quality_check",
      tell.criteria("self_check", { met: "yes", proof: "Zie het rapport, hoofdstuk 3" }),
    );
    await act(w, c.quality, "delivery", delivery.id, "clear", {
      ...tell.criteria("judgement", { verdict: "meets" }),
      code: await mailedCode(w, c.quality, "delivery", delivery.id, "clear", id),
    });
  }
  await act(w, c.teacher, "assignment", id, "check_content", {
    no_personal_data: "on",
    no_secrets: "on",
    rights_ok: "on",
  });
};
const delivered: Chapter = async (line) => {
  await worked(line);
  await act(line.w, line.c.teacher, "assignment", line.id, "deliver", {
    notice: "Hierbij leveren wij op.",
    label: "1.0",
    limits: line.tell.limits,
    handover_on: day(line.w, 1),
  });
};
const judged =
  (met: "met" | "not_met", finding = ""): Chapter =>
  ({ w, c, id, tell }) =>
    act(w, c.owner, "assignment", id, "judge_criteria", {
      ...tell.criteria("results", {
        met: "met",
        value: "gehaald",
        evidence: "Proef op locatie",
        measurer: "Hoofd van de afdeling",
        finding: "",
      }),
      "results.0.met": met,
      "results.0.finding": finding,
    });
const evaluated: Chapter = async ({ w, c, id, tell }) => {
  for (const who of [c.owner, c.students[0] ?? "", c.teacher, c.employee])
    await act(w, who, "assignment", id, "evaluate", {
      rating: "8",
      company_gain: tell.gain,
      learned: tell.skill,
      improve: "",
    });
};
const reviewed: Chapter = async (line) => {
  const { w, c, id } = line;
  await later(w, 5);
  await evaluated(line);
  await act(w, c.owner, "assignment", id, "finish_review", {
    minutes: "Goed gesprek.",
    effort_finding: "sufficient",
    rating: "8",
    what_next: line.tell.handover,
  });
  await act(w, c.teacher, "assignment", id, "finish_review", { minutes: "Goed gesprek." });
};
const accepted: Chapter = async (line) => {
  await later(line.w, 3);
  await judged("met")(line);
  await act(line.w, line.c.owner, "assignment", line.id, "accept");
  await evaluated(line);
};
const rework: Chapter = async (line) => {
  await later(line.w, 2);
  await judged("not_met", "Bij de proef werd de afgesproken waarde net niet gehaald.")(line);
  await act(line.w, line.c.owner, "assignment", line.id, "request_rework", {
    reason: "criterium_niet_gehaald",
    explanation: "Zie bevinding.",
    term: "15",
  });
};
const redelivered: Chapter = async (line) => {
  await later(line.w, 6);
  await act(line.w, line.c.teacher, "assignment", line.id, "answer_findings", {
    "answers.0.answer": "Wij hebben de oorzaak gevonden, aangepast en opnieuw getoetst.",
  });
  await prepare(line, "1.1");
  await act(line.w, line.c.teacher, "assignment", line.id, "redeliver", { notice: "Hersteld.", label: "1.1" });
};
const implementing: Chapter = async ({ w, c, id, tell }) => {
  await later(w, 5);
  return act(w, c.owner, "assignment", id, "start_implementation", {
    owner: w.names.get(c.contact) ?? "",
    steps: tell.steps,
    owner_email: "techniek@voorbeeld.nl",
    target_on: day(w, 40),
  });
};
const implemented: Chapter = async ({ w, c, id, tell }) => {
  await later(w, 40);
  return act(w, c.owner, "assignment", id, "declare_in_use", {
    degree: "full",
    since: day(w, -2),
    evidence: "Foto van de werkplek en een verklaring van de afdeling.",
    effect_kind: "cost",
    effect: tell.gain,
    effect_grade: "B",
  });
};
const notInUse: Chapter = async ({ w, c, id }) => {
  await later(w, 30);
  return act(w, c.owner, "assignment", id, "declare_not_in_use", {
    reason: "geen_tijd",
    explanation: "De planning zit vol.",
    learned: "Wij weten nu beter wat er nodig is.",
  });
};
const anchoring: Chapter = async ({ w, c, id }) => {
  await later(w, 4);
  return act(w, c.teacher, "assignment", id, "start_anchoring", { owner: c.teacher });
};
const closed: Chapter = async ({ w, c, id, tell }) => {
  await later(w, 70);
  await act(w, c.teacher, "assignment", id, "note_curriculum", {
    transfer: "module",
    programme: tell.programme,
    what: `Nieuwe module: ${tell.skill}`,
    in_use_on: day(w, 60),
  });
  await act(w, c.employee, "assignment", id, "note_yield", {
    group: "employee",
    skill: tell.skill,
    before: "1",
    after: "3",
    evidence: "Werkt er dagelijks mee",
  });
  await act(w, c.teacher, "assignment", id, "note_knowledge", {
    title: `Handleiding: ${tell.product}`,
    licence: "cc_by",
    link: "https://voorbeeld.nl/handleiding",
  });
  await act(w, c.owner, "assignment", id, "note_follow_up", { follow_up: "none", what: "Voorlopig klaar." });
  await act(w, c.coordinator, "assignment", id, "confirm_ledger", { in_kind_hours: "40", cash: "0" });
  await act(w, c.coordinator, "assignment", id, "close", { closing_note: "Mooi resultaat." });
};
const open =
  (name: "open_closing_review" | "open_acceptance"): Chapter =>
  async ({ w, c, id, tell }) => {
    await later(w, 1);
    await act(
      w,
      c.owner,
      "assignment",
      id,
      name,
      name === "open_closing_review"
        ? { review_on: day(w, 4), attendees: "Opdrachtgever, docent, studenten en medewerkers" }
        : { test_on: day(w, 2), ...tell.criteria("measurers", { measurer: "Hoofd van de afdeling" }) },
    );
  };

/** The straight way of each obligation, one chapter a state, in order; the result story has one round of rework. */
export const chapters: Record<Obligation, readonly (readonly [AssignmentStatus, Chapter])[]> = {
  effort: [
    ["submitted", submitted],
    ["intake", intake],
    ["published", published],
    ["agreeing", agreeing],
    ["signed", signed],
    ["in_progress", started],
    ["delivered", delivered],
    ["closing_review", open("open_closing_review")],
    ["completed", reviewed],
    ["implementing", implementing],
    ["implemented", implemented],
    ["anchoring", anchoring],
    ["closed", closed],
  ],
  result: [
    ["submitted", submitted],
    ["intake", intake],
    ["published", published],
    ["agreeing", agreeing],
    ["signed", signed],
    ["in_progress", started],
    ["delivered", delivered],
    ["acceptance_test", open("open_acceptance")],
    ["rework", rework],
    ["acceptance_test", redelivered],
    ["completed", accepted],
    ["implementing", implementing],
    ["implemented", implemented],
    ["anchoring", anchoring],
    ["closed", closed],
  ],
};
/** The other end of `implementing`. */
export const endInNotInUse = notInUse;
/** Lives a story up to a state; `nth` picks the second acceptance test. */
export async function live(line: Line, upTo: AssignmentStatus, nth = 1) {
  let seen = 0;
  if (upTo === "draft") return line;
  for (const [status, chapter] of chapters[line.obligation]) {
    await chapter(line);
    if (status === upTo && ++seen === nth) return line;
  }
  throw new Error(`no chapter ends in ${upTo}`);
}
