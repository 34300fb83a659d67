import { sendLinkCode, answerByLink } from "#app/services/team/guardian-links.server.ts";
import { askGuardian } from "#app/services/team/seat.server.ts";
import { act, day, openDelivery, seatOf } from "#db/seed/acts.ts";
import { systemContextOf, codeFor, guardianLink } from "#db/seed/parents.ts";
import { tellingOf } from "#db/seed/telling.ts";
import { doing, wish, type Living } from "./town-living.ts";
import { withWords } from "./typed-words.ts";

/** Adds work that goes on: what is planned changes, what is in the way is followed, and people come and go. */
export async function wentOn(town: Living) {
  await planned(town);
  await followed(town);
  await cameAndWent(town);
  const { w, c, at } = town;
  await doing(town, at("in_progress"))(c.teacher, "consent_to_stop", {
    consent: "on",
    why: "Twee studenten hebben geen tijd meer.",
  });
  await doing(town, at("checking"))(c.companySigner, "give_default_notice", {
    failing: "Het team is er niet.",
    term_ends: day(w, 20),
    no_term_reason: "Het is nu al te laat.",
  });
}
/** One milestone moves, another is dropped. */
async function planned({ w, c, at }: Living) {
  const plan = (title: string, days: number) =>
    act(w, c.teacher, "milestone", at("in_progress"), "plan", {
      title,
      due_on: day(w, days),
      milestone_asked: "Een ruimte.",
    });
  const moved = await plan("Meting in de hal", 6);
  await act(w, c.teacher, "milestone", moved.id, "move_milestone", { due_on: day(w, 8), why: "De hal is dicht." });
  const dropped = await plan("Bezoek aan de gemeente", 7);
  await act(w, c.teacher, "milestone", dropped.id, "drop_milestone", { why: "De gemeente kan niet." });
}
/** What is in the way is followed and handed over; a concern is followed and settled. */
async function followed({ w, c, at }: Living) {
  const flag = await act(w, c.teacher, "flag", at("in_progress"), "raise_flag", {
    flag_kind: "obstacle",
    flag_what: "De sleutel ontbreekt.",
    flag_owner: c.owner,
  });
  await act(w, c.owner, "flag", flag.id, "follow_flag", { flag_note: "Er is gebeld." });
  await act(w, c.owner, "flag", flag.id, "hand_over_flag", { flag_owner: c.contact, flag_note: "Pieter heeft hem." });
  const concern = await act(w, c.students[1] ?? "", "flag", at("in_progress"), "raise_concern", {
    flag_kind: "team_trouble",
    flag_what: "Niet iedereen doet mee.",
  });
  await act(w, c.teacher, "flag", concern.id, "follow_concern", { flag_note: "Er is een gesprek." });
  await act(w, c.teacher, "flag", concern.id, "settle_concern", { flag_note: "De taken zijn verdeeld." });
}
/** A student leaves, another is let go; a guardian refuses and another agrees. */
async function cameAndWent(town: Living) {
  const { w, c, at } = town;
  const seat = async (name: "checking" | "in_progress", who: string) =>
    (await seatOf(w, c.teacher, at(name), who))?.id ?? "";
  const [, , third = "", , fifth = "", minor = ""] = c.students;
  const asStudent = { role: "student", track: "hbo", level: "hbo" };
  const leaves = { reason: "studie", explanation: "Een andere stage." };
  await act(w, third, "member", await seat("checking", third), "leave", leaves);
  await act(w, c.teacher, "member", at("checking"), "invite", { person: fifth, ...asStudent });
  await act(w, c.teacher, "member", await seat("checking", fifth), "remove", { why: "Kwam niet opdagen." });
  await act(w, c.teacher, "member", at("checking"), "invite", {
    person: minor,
    role: "student",
    track: "bol",
    level: "mbo-4",
  });
  for (const [name, agrees] of [
    ["in_progress", false],
    ["checking", true],
  ] as const)
    await guardianAnswers(town, at(name), agrees);
}
/** A minor asks a guardian, who answers by the link of the letter. */
async function guardianAnswers({ w, c }: Living, id: string, agrees: boolean) {
  const email = `ouder.${agrees ? "ja" : "nee"}@voorbeeld.nl`;
  const { name } = withWords("guardian_request", "ask_guardian", { name: "Jan Ouder" });
  await askGuardian(await w.as(c.students[5] ?? ""), id, { name: String(name), email });
  const [all, token] = [systemContextOf(w), await guardianLink(w, id, email)];
  if (!agrees)
    return answerByLink(
      all,
      "guardian",
      token,
      false,
      withWords("guardian_request", "refuse_guardian", { question: "Hoe laat is het klaar?" }),
    );
  await sendLinkCode(all, "guardian", token);
  const code = await codeFor(w, id, email);
  return answerByLink(all, "guardian", token, true, {
    ...signedAs("guardian_request", "approve", String(name)),
    consent: "on",
    code,
  });
}
/** Whoever signs for a minor writes the name that was given, with a word of their own as the other half of the last name. */
export function signedAs(object: "guardian_request" | "showcase_consent", move: string, name: string) {
  const { full_name } = withWords(object, move, { full_name: name });
  return { full_name: String(full_name).replace(/ (\S+)$/, "-$1") };
}
/** The quality owner sends a delivery back, and it is offered again. */
export async function offeredAgain({ w, c, at }: Living) {
  const delivery = async () => (await openDelivery(w, c.teacher, at("at work")))?.id ?? "";
  await act(w, c.quality, "delivery", await delivery(), "return", { remarks: "Hoofdstuk 3 mist een meting." });
  await act(w, c.teacher, "delivery", await delivery(), "add_files", { label: "2.1", handover: "Met de meting." });
  const checked = tellingOf(wish, w, c).criteria("self_check", { met: "yes", proof: "Hoofdstuk 4" });
  await act(w, c.teacher, "delivery", await delivery(), "ask_quality_check", checked);
}
