import type { Answers } from "#app/domain/fields.ts";
import { coming, defaultSwitches } from "#app/domain/switches.ts";
import { gaps } from "#app/domain/terms/complete.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { editTerms } from "#app/services/agreements.server.ts";
import { saveIntake, startDraft } from "#app/services/assignments.server.ts";
import { act, claimsOn, day, joinTeam, later, openAgreement, openDelivery, putFile, seatOf, sign, until } from "./acts.ts";
import type { Cast } from "./cast.ts";
import type { World } from "./world.ts";

/** Where a story has got to. */
export type Line = { w: World; c: Cast; id: string; obligation: Obligation; block: string };
type Chapter = (line: Line) => Promise<unknown>;
const place = ({ c, id }: Line) => ({ assignmentId: id, centreId: c.centreId, companyId: c.companyId });

/** The company's first words, kept as a draft. */
export async function begin(w: World, c: Cast, obligation: Obligation, intake: Answers): Promise<Line> {
  const id = await startDraft(await w.as(c.owner), { centreId: c.centreId, organizationId: c.companyId });
  await saveIntake(await w.as(c.owner), id, intake);
  return { w, c, id, obligation, block: "" };
}
const submitted: Chapter = ({ w, c, id }) => act(w, c.owner, "assignment", id, "submit");
const intake: Chapter = async ({ w, c, id }) => { await later(w, 1); return act(w, c.coordinator, "assignment", id, "start_intake", { business_developer: c.developer }); };
export const sharpened: Chapter = async ({ w, c, id, obligation }) => {
  await later(w, 3);
  await act(w, c.developer, "assignment", id, "check_fit", { learning: "yes", large_enough: "yes", safe: "yes", ethical: "yes", critical_reason: obligation === "result" ? "Niet bedrijfskritisch." : "" });
  await act(w, c.owner, "assignment", id, "approve_text", { approved: "on" });
};
const published: Chapter = async (line) => {
  await sharpened(line);
  const { w, c, id, obligation } = line;
  line.block = coming(new Date(+w.now() + 30 * 86_400_000), defaultSwitches, 1)[0] ?? "";
  await act(w, c.coordinator, "assignment", id, "publish", { visibility: "public", window_end: day(w, 25), blocks: [line.block], levels: ["hbo"], seats_min: "2", seats_max: "5", allowed_obligations: obligation === "result" ? ["effort", "result"] : ["effort"], themes: "water, data" });
};
export const claimed = async ({ w, id, obligation, block }: Line, lead: string, community: string) => {
  await later(w, 2);
  return act(w, lead, "claim", id, "submit_claim", {
    community, approach: "Wij meten eerst vier weken mee, bouwen dan een model met de studenten en toetsen dat met uw monteurs.", obligation, levels: ["hbo"], seats: "4", block, guidance_hours: "60", price: obligation === "result" ? "6000" : "",
    needs: "Toegang tot de meetgegevens en twee middagen mee op pad.", rights: "open_licence", valid_until: day(w, 60),
  });
};
const agreeing: Chapter = async (line) => {
  const { w, c, id } = line;
  await claimed(line, c.teacher, c.communityId);
  await claimed(line, c.rival, c.rivalCommunityId);
  const mine = (await claimsOn(w, c.owner, id)).find((claim) => claim.leadId === c.teacher);
  await later(w, 3);
  await act(w, c.owner, "claim", mine?.id ?? "", "select_claim", { message: "Uw aanpak past het best bij onze monteurs." });
};
/** What people must still answer in the first draft. */
export const missingTerms = (w: World, obligation: Obligation): Answers => ({
  scope_out: "Vervanging van pompen.", openness_effects: "as_agreed_here", activities: [{ activity: "Meten en analyseren", who: "studenten" }, { activity: "Model bouwen en toetsen", who: "studenten en monteurs" }],
  learning_goals: [{ group: "student", goal: "Onderzoek doen met echte meetgegevens" }, { group: "teacher", goal: "Kennis van storingsmodellen" }, { group: "employee", goal: "Werken met voorspellingen" }],
  minors_allowed: true, liability_cap: 1000000, insured: "both", evaluation_consent: true, curriculum_use_right: "yes", knowledge_product: "summary", ...(obligation === "result" ? {
    vat_regime: "standard", cost_lines: [{ title: "Begeleiding", amount: 400000 }, { title: "Materiaal", amount: 200000 }], implementation_plan: "Koppelen aan het meldsysteem.", implementation_date: day(w, 200), implementation_owner: "Pieter Oppewal", quality_owner: "Ruud Terpstra",
    criteria: [{ text: "Storingen een dag eerder gemeld", value: "80%", test_method: "Terugrekenen op 40 storingen", measurer: "Hoofd onderhoud" }, { text: "Weinig loze meldingen", value: "2 per maand", test_method: "Telling over een maand", measurer: "Hoofd onderhoud" }],
    milestones: [{ title: "Meetplan", date: day(w, 60) }, { title: "Model", date: day(w, 80) }],
  } : {}),
});
/** Both sides fill, propose, confirm and sign. */
const signed: Chapter = async (line) => {
  const { w, c, id, obligation } = line;
  await later(w, 2);
  const draft = await openAgreement(w, c.teacher, id);
  if (!draft) throw new Error("no draft");
  const { milestones: _, ...asked } = missingTerms(w, obligation);
  const planned = { ...draft.terms, ...asked };
  const after = await editTerms(await w.as(c.teacher), draft.id, { ...asked, ...fillGaps(planned, obligation, gaps(planned, obligation)) }, draft.version);
  const left = gaps(after.terms, obligation);
  if (left.length) throw new Error(`still to answer: ${left.join(", ")}`);
  await act(w, c.teacher, "agreement", after.id, "propose", { message: "Dit is ons voorstel." });
  if (obligation === "result") await act(w, c.quality, "agreement", after.id, "confirm_quality", { stands_for: "on" });
  await sign(w, c.companySigner, id, "Johanna Wijnja", "directeur");
  await sign(w, c.institutionSigner, id, "Geert Dijkstra", "directeur onderwijs");
};
/** Milestones the law of the table asks for, within the agreed dates. */
const fillGaps = (terms: Answers, obligation: Obligation, open: readonly string[]): Answers =>
  open.includes("milestones") ? { milestones: [{ title: "Meetplan", date: terms.midterm_date ?? "" }, ...(obligation === "result" ? [{ title: "Model", date: terms.end_date ?? "" }] : [])] } : {};
const started: Chapter = async ({ w, c, id, block }) => {
  await act(w, c.teacher, "member", id, "invite", { person: c.teacher, role: "project_manager" });
  for (const student of c.students.slice(0, 3)) { await act(w, c.teacher, "member", id, "invite", { person: student, role: student === c.students[0] ? "student_lead" : "student", track: "hbo", level: "hbo" }); await joinTeam(w, student, c.teacher, id); }
  await act(w, c.owner, "member", id, "invite", { person: c.employee, role: "employee_participant" });
  await seat(w, c.employee, id, c.owner);
  await act(w, c.teacher, "assignment", id, "record_kickoff", { ambition: "Storingen voor zijn, samen leren.", roles: "Annelies leidt, Douwe kent de pompen.", meetings: "Om de week, om en om in Sneek en Leeuwarden.", safety: "Instructie bij het gemaal gegeven.", employees: "Douwe Hofstra doet mee." });
  await until(w, new Date(`${block}T09:00:00Z`));
  await act(w, c.teacher, "assignment", id, "start", { start_on: block, kickoff_record: "Kick-off gehouden in Sneek." });
};
const seat = async (w: World, person: string, id: string, inviter: string) => {
  const found = (await seatOf(w, inviter, id, person)) ?? null;
  if (found?.status === "invited") await act(w, person, "member", found.id, "join");
};
const worked: Chapter = async (line) => {
  const { w, c, id, obligation } = line;
  for (const week of [1, 2, 3]) {
    await later(w, 7);
    await act(w, c.teacher, "assignment", id, "report", { done: `Week ${week}: metingen verzameld.`, next: "Model bouwen.", blocked: "" });
    for (const student of c.students.slice(0, 3)) await act(w, student, "assignment", id, "log_hours", { on: day(w, 0), minutes: "480", what: "Analyse" });
  }
  await act(w, c.teacher, "assignment", id, "record_midterm", { outcome: "go", changes: "Geen." });
  await act(w, c.owner, "assignment", id, "record_midterm", { outcome: "go", changes: "Geen." });
  await later(w, 14);
  await act(w, c.students[0] ?? "", "assignment", id, "note_yield", { group: "student", skill: "Data-analyse", before: "2", after: "4", evidence: "Model en toelichting" });
  await act(w, c.teacher, "assignment", id, "note_yield", { group: "teacher", skill: "Storingsmodellen", before: "2", after: "3", evidence: "Nieuwe les" });
  if (obligation === "effort") await act(w, c.teacher, "assignment", id, "account_effort", { hours: "480 van 480 uur", activities: "Gemeten, gebouwd, getoetst.", differences: "Geen." });
  await prepare(line, "1.0");
};
const prepare = async (line: Line, label: string) => {
  const { w, c, id, obligation } = line;
  const file = await putFile(w, c.teacher, place(line), `eindrapport-${label}.pdf`, `demo-${id}-${label}`);
  await act(w, c.teacher, "delivery", id, "prepare", { label, handover: "Model draait op de server van het bedrijf; uitleg in hoofdstuk 4." }, [file]);
  const delivery = await openDelivery(w, c.teacher, id);
  if (obligation === "result" && delivery) {
    await act(w, c.teacher, "delivery", delivery.id, "ask_quality_check", { "self_check.0.met": "yes", "self_check.0.proof": "Tabel 3", "self_check.1.met": "yes", "self_check.1.proof": "Tabel 4" });
    await act(w, c.quality, "delivery", delivery.id, "clear", { "judgement.0.verdict": "meets", "judgement.1.verdict": "meets" });
  }
  await act(w, c.teacher, "assignment", id, "check_content", { no_personal_data: "on", no_secrets: "on", rights_ok: "on" });
};
const delivered: Chapter = async (line) => {
  await worked(line);
  await act(line.w, line.c.teacher, "assignment", line.id, "deliver", { notice: "Hierbij leveren wij op.", label: "1.0", limits: "Werkt voor pompen met stroommeting.", handover_on: day(line.w, 1) });
};
const judged = (met: "met" | "not_met", finding = ""): Chapter => ({ w, c, id }) => act(w, c.owner, "assignment", id, "judge_criteria", {
  "results.0.met": met, "results.0.value": "82%", "results.0.evidence": "Rapport", "results.0.measurer": "Hoofd onderhoud", "results.0.finding": finding, "results.1.met": "met", "results.1.value": "1 per maand", "results.1.evidence": "Telling", "results.1.measurer": "Hoofd onderhoud", "results.1.finding": "",
});
const evaluated: Chapter = async ({ w, c, id }) => {
  for (const who of [c.owner, c.students[0] ?? "", c.teacher]) await act(w, who, "assignment", id, "evaluate", { rating: "8", company_gain: "Minder nachtritten.", learned: "Meten met stroom.", improve: "" });
};
const reviewed: Chapter = async ({ w, c, id }) => {
  await later(w, 5);
  await evaluated({ w, c, id } as Line);
  await act(w, c.owner, "assignment", id, "finish_review", { minutes: "Goed gesprek.", effort_finding: "sufficient", rating: "8", what_next: "Inbouwen in het meldsysteem." });
  await act(w, c.teacher, "assignment", id, "finish_review", { minutes: "Goed gesprek." });
};
const accepted: Chapter = async (line) => { await later(line.w, 3); await judged("met")(line); await act(line.w, line.c.owner, "assignment", line.id, "accept"); await evaluated(line); };
const rework: Chapter = async (line) => { await later(line.w, 2); await judged("not_met", "Te weinig storingen op tijd gemeld.")(line); await act(line.w, line.c.owner, "assignment", line.id, "request_rework", { reason: "criterium_niet_gehaald", explanation: "Zie bevinding.", term: "15" }); };
const redelivered: Chapter = async (line) => {
  await later(line.w, 6);
  await act(line.w, line.c.teacher, "assignment", line.id, "answer_findings", { "answers.0.answer": "Drempel verlaagd en opnieuw getoetst." });
  await prepare(line, "1.1");
  await act(line.w, line.c.teacher, "assignment", line.id, "redeliver", { notice: "Hersteld.", label: "1.1" });
};
const implementing: Chapter = async ({ w, c, id }) => { await later(w, 5); return act(w, c.owner, "assignment", id, "start_implementation", { owner: "Pieter Oppewal", steps: "Koppelen, proefdraaien, uitrollen.", target_on: day(w, 40) }); };
const implemented: Chapter = async ({ w, c, id }) => { await later(w, 40); return act(w, c.owner, "assignment", id, "declare_in_use", { degree: "full", since: day(w, -2), evidence: "Foto van het scherm in de meldkamer.", effect_kind: "cost", effect: "Zestig nachtritten minder", effect_grade: "B" }); };
const notInUse: Chapter = async ({ w, c, id }) => { await later(w, 30); return act(w, c.owner, "assignment", id, "declare_not_in_use", { reason: "geen_tijd", explanation: "De planning zit vol.", learned: "Veel over meten." }); };
const anchoring: Chapter = async ({ w, c, id }) => { await later(w, 4); return act(w, c.teacher, "assignment", id, "start_anchoring", { owner: c.teacher }); };
const closed: Chapter = async ({ w, c, id }) => {
  await later(w, 70);
  await act(w, c.teacher, "assignment", id, "note_curriculum", { transfer: "module", programme: "Watermanagement", what: "Nieuwe module storingen voorspellen", in_use_on: day(w, 60) });
  await act(w, c.employee, "assignment", id, "note_yield", { group: "employee", skill: "Meldingen lezen", before: "1", after: "3", evidence: "Werkt er dagelijks mee" });
  await act(w, c.teacher, "assignment", id, "note_knowledge", { title: "Handleiding stroom meten", licence: "cc_by", link: "https://voorbeeld.nl/handleiding" });
  await act(w, c.owner, "assignment", id, "note_follow_up", { follow_up: "none", what: "Voorlopig klaar." });
  await act(w, c.coordinator, "assignment", id, "confirm_ledger", { in_kind_hours: "40", cash: "0" });
  await act(w, c.coordinator, "assignment", id, "close", { closing_note: "Mooi resultaat." });
};
const open = (name: "open_closing_review" | "open_acceptance"): Chapter => async ({ w, c, id }) => {
  await later(w, 1);
  await act(w, c.owner, "assignment", id, name, name === "open_closing_review" ? { review_on: day(w, 4), attendees: "Sietske, Annelies, studenten" } : { test_on: day(w, 2), "measurers.0.measurer": "Hoofd onderhoud", "measurers.1.measurer": "Hoofd onderhoud" });
};

/** The straight way of each obligation, one chapter a state, in order; the result story has one round of rework. */
export const chapters: Record<Obligation, readonly (readonly [AssignmentStatus, Chapter])[]> = {
  effort: [["submitted", submitted], ["intake", intake], ["published", published], ["agreeing", agreeing], ["signed", signed], ["in_progress", started], ["delivered", delivered], ["closing_review", open("open_closing_review")], ["completed", reviewed], ["implementing", implementing], ["implemented", implemented], ["anchoring", anchoring], ["closed", closed]],
  result: [["submitted", submitted], ["intake", intake], ["published", published], ["agreeing", agreeing], ["signed", signed], ["in_progress", started], ["delivered", delivered], ["acceptance_test", open("open_acceptance")], ["rework", rework], ["acceptance_test", redelivered], ["completed", accepted], ["implementing", implementing], ["implemented", implemented], ["anchoring", anchoring], ["closed", closed]],
};
/** The other end of `implementing`. */
export const endInNotInUse = notInUse;
/** Lives a story up to a state; `nth` picks the second acceptance test. */
export async function live(line: Line, upTo: AssignmentStatus, nth = 1) {
  let seen = 0;
  if (upTo === "draft") return line;
  for (const [status, chapter] of chapters[line.obligation]) { await chapter(line); if (status === upTo && ++seen === nth) return line; }
  throw new Error(`no chapter ends in ${upTo}`);
}
