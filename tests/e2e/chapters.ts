import { sharpened } from "#db/seed/chapters/asking.ts";
import { question } from "#db/seed/question.ts";
import { intakeSteps } from "#app/domain/intake/fields.ts";
import { asPosted } from "#app/ui/fields/posted-values.ts";
import { coming, defaultSwitches } from "#app/domain/centre/switches.ts";
import type { Obligation } from "#app/domain/words.ts";
import type { Posted } from "./filling.ts";
import type { Stage } from "./stage.ts";
import { prepare } from "./delivery.ts";
import { answerCheck, invited, team } from "./people.ts";
import { prepared } from "./prepared.ts";
import { claim, fillAgreement, open, publish, register, sign, submit, termsFor, who, type Company } from "./story.ts";

/** The intake's answers, as typed on each of its pages. */
const intakeOf = (obligation: Obligation, title: string): Record<string, Posted> =>
  Object.fromEntries(
    Object.entries(intakeSteps).map(([step, fields]) => [
      step,
      Object.fromEntries(
        Object.entries(asPosted(fields, { ...question(obligation), title })).filter(
          ([name, value]) => value !== "" && name !== "hide_company",
        ),
      ),
    ]),
  );

/** Goes from nothing to a claimed question that the company has chosen a team for. */
export async function toAgreeing(s: Stage, c: Company, obligation: Obligation, title: string) {
  await register(s, c);
  await submit(s, c, intakeOf(obligation, title));
  await publish(s, c, obligation, title);
  await claim(s, who.teacher, "Werkplaats Slim Water", obligation);
  await claim(s, who.rival, "Lab Omgeving", obligation);
}
/** Plays a secret question: found by nobody, read and claimed by the one community that was asked and promised secrecy. */
export async function toSecretClaim(s: Stage, c: Company, title: string) {
  const lived = await prepared(s.installation, c);
  const secret = { confidentiality: "secret", teaser: "Een vertrouwelijk vraagstuk over meten." };
  const line = await lived.story("effort", title, "intake", secret);
  await s.meanwhile(() => lived.goOn(line, sharpened));
  s.id = line.id;
  await open(s, "effort", title, "invited");
  await invited(s, who.teacher, "Werkplaats Slim Water", title);
  await claim(s, who.teacher, "Werkplaats Slim Water", "effort", "company_licence");
}
/** The teacher fills it in and proposes it. */
export async function toProposed(s: Stage, obligation: Obligation) {
  await fillAgreement(s, who.teacher, obligation, termsFor(s, obligation));
  await s.move(who.teacher, "propose", { message: "Dit is ons voorstel." }, { tab: "/afspraken" });
}
export async function toSigned(s: Stage, c: Company) {
  await sign(s, c.signer, c.signerName);
  await sign(s, who.signer, "Geert Dijkstra");
  await s.status(c.owner, "Ondertekend");
}
export async function toWorking(s: Stage, c: Company) {
  await team(s, c);
  await s.move(who.teacher, "record_kickoff", {
    ambition: "Storingen voor zijn.",
    roles: "Annelies leidt.",
    meetings: "Om de week.",
    safety: "Instructie gegeven.",
    employees: "Een monteur doet mee.",
  });
  const block = coming(s.now(), defaultSwitches, 1)[0] ?? "";
  await s.later(Math.ceil((Date.parse(`${block}T12:00:00Z`) - +s.now()) / 86_400_000));
  await s.move(who.teacher, "start", { start_on: s.day(0), kickoff_record: "Gehouden in Sneek." });
}
/** Plays a report, hours, both sides of the midterm, and what was learned. */
export async function toWorked(s: Stage, c: Company) {
  await s.later(14);
  await s.move(who.teacher, "report", { done: "Metingen verzameld.", next: "Model bouwen." });
  await s.move(who.students[0] ?? "", "log_hours", { on: s.day(0), spent: "8 uur", what: "Analyse" });
  await s.later(14);
  await s.move(who.teacher, "record_midterm", { outcome: "go", changes: "Geen." });
  await s.move(c.owner, "record_midterm", { outcome: "go", changes: "Geen." });
  await s.later(7);
  await s.move(who.teacher, "reach", { evidence: "Meetplan is klaar." }, { tab: "/voortgang" });
  await s.move(who.students[0] ?? "", "note_yield", {
    skill: "Data-analyse",
    before: "2",
    after: "4",
    evidence: "Model en toelichting",
  });
  await s.move(who.teacher, "note_yield", {
    group: "teacher",
    skill: "Storingsmodellen",
    before: "2",
    after: "3",
    evidence: "Nieuwe les",
  });
  await s.move(who.teacher, "account_effort", {
    hours: "De uren staan hierboven.",
    activities: "Gemeten en getoetst.",
    differences: "Geen.",
  });
}
export async function toDelivered(s: Stage, c: Company, obligation: Obligation) {
  await s.move(who.teacher, "reach", { evidence: "Model met toelichting." }, { tab: "/voortgang" });
  await prepare(s, "1.0", obligation);
  await s.move(who.teacher, "deliver", {
    notice: "Hierbij leveren wij op.",
    label: "1.0",
    limits: "Werkt voor pompen met stroommeting.",
    handover_on: s.day(1),
  });
  await s.status(c.owner, "Opgeleverd");
}
export async function evaluate(s: Stage, c: Company) {
  for (const email of [c.owner, who.students[0] ?? "", who.teacher, c.employee])
    await s.move(email, "evaluate", { rating: "8", company_gain: "Minder nachtritten.", learned: "Meten met stroom." });
}
/** In use at the company, anchored in the curriculum, closed. */
export async function toClosed(s: Stage, c: Company) {
  await s.later(3);
  await s.move(c.owner, "start_implementation", {
    owner: "Wytske Eigenaar",
    owner_email: c.user,
    steps: "Koppelen, proefdraaien, uitrollen.",
    target_on: s.day(40),
  });
  await s.later(40);
  await s.move(c.owner, "declare_in_use", {
    degree: "full",
    since: s.day(-2),
    evidence: "Foto van het scherm.",
    effect_kind: "cost",
    effect: "Zestig nachtritten minder",
    effect_grade: "B",
  });
  await s.later(3);
  await s.move(who.teacher, "start_anchoring", { owner: "Annelies Postma" });
  await s.later(70);
  await answerCheck(s, c.user);
  await s.move(who.teacher, "note_curriculum", {
    transfer: "module",
    programme: "Watermanagement",
    what: "Nieuwe module",
    in_use_on: s.day(60),
  });
  await s.move(c.employee, "note_yield", {
    skill: "Meldingen lezen",
    before: "1",
    after: "3",
    evidence: "Werkt er mee",
  });
  await s.move(who.teacher, "note_knowledge", {
    title: "Handleiding",
    licence: "cc_by",
    link: "https://voorbeeld.nl/handleiding",
  });
  await s.move(c.owner, "note_follow_up", { follow_up: "none", what: "Voorlopig klaar." });
  await s.move(who.coordinator, "confirm_ledger", {
    in_kind_hours: "40",
    cash: "0",
    note: "Ook de uren van de begeleiding op de werkplek.",
  });
  await s.move(who.coordinator, "close", { closing_note: "Mooi resultaat." });
  await s.status(c.owner, "Gesloten");
}
