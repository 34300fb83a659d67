import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { act, day, joinTeam, seatOf } from "#db/seed/acts.ts";
import { prepare } from "#db/seed/chapters/working.ts";
import { tellingOf } from "#db/seed/telling.ts";
import { doing, lineAt, outOfTime, wish, type Living } from "./town-living.ts";

/** What is handed over is judged: too little, with a deviation, in silence, and without the client. */
export async function judged(town: Living) {
  const { w, c, at, raw } = town;
  await deliveredAgain(town);
  await mended(town);
  for (const who of [c.owner, c.teacher])
    await doing(town, at("remedied"))(who, "accept_with_deviation", {
      criteria: ["0"],
      reason: "criterium_achterhaald",
      explanation: "De norm is veranderd.",
      changes_price: "no",
      changes_guarantee: "no",
    });
  await outOfTime(raw, at("without client"), "closing_review");
  await doing(town, at("without client"))(c.coordinator, "finish_without_client", {
    reason: "geen_reactie_bedrijf",
    explanation: "Het bedrijf zwijgt.",
  });
  const test = doing(town, at("acceptance_test"));
  await test(c.coordinator, "extend", { until: day(w, 20), why: "De meter is stuk." });
  for (const who of [c.owner, c.teacher])
    await test(who, "extend_together", { until: day(w, 30), why: "De meter is nog stuk." });
  await inSilence(town);
}
/** Of a delivery something is missing: the team delivers what was asked, which then waits to be handed over. */
async function deliveredAgain(town: Living) {
  const { c, at } = town;
  const does = doing(town, at("to deliver"));
  await does(c.owner, "report_incomplete", { missing: "De handleiding ontbreekt." });
  const file = {
    key: "handleiding",
    name: "handleiding.pdf",
    type: "application/pdf",
    size: 3,
    sha256: "b".repeat(64),
  };
  const filled = { label: "1.1", handover: "Met de handleiding." };
  await act(town.w, c.teacher, "delivery", at("to deliver"), "prepare", filled, [{ ...file, findings: null }]);
  await does(c.teacher, "check_content", {
    no_personal_data: "on",
    no_secrets: "on",
    rights_ok: "on",
    scan_answer: "Het nummer is van de centrale.",
  });
}
/** The findings are answered and another version is cleared: it waits to be handed over. */
async function mended(town: Living) {
  const answers = { "answers.0.answer": "De oorzaak is weg." };
  await doing(town, town.at("mended"))(town.c.teacher, "answer_findings", answers);
  await prepare(lineAt(town, "mended"), "1.1");
}
/** The company stays silent at the test, the centre decides, and the verdict comes after that. */
async function inSilence(town: Living) {
  const { w, c, at, raw } = town;
  const does = doing(town, at("silent"));
  await outOfTime(raw, at("silent"), "acceptance");
  await does(c.coordinator, "decide_on_silence", {
    explanation: "Geen antwoord.",
    notices_sent: "Drie brieven en een gesprek.",
  });
  const said = { met: "met", value: "gehaald", evidence: "Proef", measurer: "Hoofd", finding: "Net aan." };
  await does(c.owner, "judge_afterwards", tellingOf(wish, w, c).criteria("results", said));
}

/**
 * Plays what follows a verdict: checks, payments, cases under the guarantee, disputes, and what was stopped. `board`:
 * of the steering group.
 */
export async function afterwards(town: Living, board: string) {
  const { w, c, at, raw } = town;
  await doing(town, at("stopped"))(c.teacher, "plan_study", { plan_per_student: "Yara gaat naar een ander team." });
  await doing(town, at("anchoring"))(c.teacher, "note_no_yield", { group: "employee", why: "De monteur was ziek." });
  const unused = doing(town, at("not_implemented"));
  await unused(c.owner, "resume_implementation", { owner: "Hoofd techniek", target_on: day(w, 60) });
  await unused(c.owner, "declare_not_in_use", {
    reason: "geen_tijd",
    explanation: "Nog vol.",
    learned: "Begin klein.",
  });
  const inSeason = raw`assignment_id = ${at("shown")} and clock = 'impl_check_3'`;
  await raw`update deadlines set due_at = now() + interval '30 days' where ${inSeason}`;
  await doing(town, at("shown"))(c.owner, "record_check", {
    month: "3",
    degree: "full",
    effect: "Minder wachten.",
    measured: "12 minuten",
    evidence: "Het logboek.",
  });
  const { payments } = await agreementTab(await w.as(c.owner), at("completed"), null);
  await doing(town, at("completed"))(c.owner, "record_payment", {
    instalment: payments?.lines.find(({ open }) => open > 0)?.key ?? "",
    invoice: "2026-17",
    amount: "10",
    invoiced_on: day(w, -2),
    paid_on: day(w, 0),
    note: "Eerste deel.",
  });
  await disputesOver(town, board);
  await assessed(town);
}
/** One dispute the steering group decides, another is settled by both sides, with an amount that was left open. */
async function disputesOver(town: Living, board: string) {
  const { c, at } = town;
  const [decided, settled] = [doing(town, at("completed")), doing(town, at("remedied"))];
  for (const does of [decided, settled]) {
    await does(c.owner, "open_dispute", { reason: "inspanning", asked: "Meer uren.", evidence: "Het rooster." });
    await does(c.teacher, "answer_dispute", { answer: "Het team was er.", evidence: "De presentielijst." });
  }
  await decided(c.teacher, "escalate_dispute", { step: "talk", report: "Er is gepraat." });
  await decided(board, "escalate_dispute", { step: "board", report: "De stuurgroep weegt het." });
  await decided(board, "settle_without_solution", { text: "Ieder gaat door." });
  for (const who of [c.owner, c.teacher])
    await settled(who, "settle_dispute", { outcome: "verder", text: "Een dag per week samen." });
  for (const who of [c.owner, c.teacher])
    await settled(who, "agree_settlement", { settlement: "Een dag extra begeleiding.", settlement_amount: "10" });
}
/** An examiner judges one student and mends that; another still waits for it. */
async function assessed({ w, c, at }: Living) {
  const id = at("completed");
  await act(w, c.teacher, "member", id, "invite", { person: c.examiner, role: "examiner" });
  await joinTeam(w, c.examiner, c.teacher, id);
  const seat = (await seatOf(w, c.teacher, id, c.students[0] ?? ""))?.id ?? "";
  const said = {
    assessed_on: day(w, 0),
    assessed_work: "Het adviesrapport.",
    assessment_note: "Helder geschreven.",
    grade: "7",
  };
  await act(w, c.examiner, "member", seat, "assess", said);
  await act(w, c.examiner, "member", seat, "correct_assessment", { ...said, grade: "8" });
}
/** Of two cases under the guarantee one is refused and one is remedied; each side says so. */
export async function guaranteed({ w, c, at }: Living) {
  const open = (name: "completed" | "remedied", defect: string) =>
    act(w, c.owner, "guarantee_case", at(name), "open_case", { criterion: "0", defect, evidence: "Filmpje." });
  const refused = await open("completed", "De kleur verbleekt.");
  await act(w, c.quality, "guarantee_case", refused.id, "refuse_case", { decision: "Dat is slijtage." });
  const remedied = await open("remedied", "Het lampje brandt niet.");
  await act(w, c.quality, "guarantee_case", remedied.id, "accept_case", { decision: "Wij kijken." });
  for (const [who, decision] of [
    [c.teacher, "Het lampje is nieuw."],
    [c.owner, "Het brandt weer."],
  ] as const)
    await act(w, who, "guarantee_case", remedied.id, "remedy", { decision });
}
