import { anchoring, closed, implemented, implementing } from "#db/seed/chapters/aftercare.ts";
import { claimedByBoth, signedByBoth } from "#db/seed/chapters/asking.ts";
import { evaluated } from "#db/seed/chapters/judging.ts";
import { gained, midtermOfCompany, reported, started, untilMidterm } from "#db/seed/chapters/working.ts";
import {
  evaluate,
  toAgreeing,
  toClosed,
  toDelivered,
  toProposed,
  toSecretClaim,
  toSigned,
  toWorked,
  toWorking,
} from "./chapters.ts";
import { prepare } from "./delivery.ts";
import { prepared } from "./prepared.ts";
import { Stage } from "./stage.ts";
import { minor } from "./people.ts";
import { company, who } from "./story.ts";
import { expect, test } from "./test.ts";

test("an effort assignment without JavaScript, from a company's registration to closed, every page looked at", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { javaScriptEnabled: false, axe: true });
  const c = company("effort", "90000018");
  await toAgreeing(s, c, "effort", "Gemalen voor zijn zonder script");
  await s.move(
    c.owner,
    "select_claim",
    { message: "Uw aanpak past het best." },
    { tab: "/claims", near: "Werkplaats Slim Water" },
  );
  await toProposed(s, "effort");
  await toSigned(s, c);
  await toWorking(s, c);
  await toWorked(s, c);
  await toDelivered(s, c, "effort");
  await s.later(2);
  await s.move(c.owner, "open_closing_review", { review_on: s.day(3), attendees: "Iedereen" });
  await s.later(4);
  await evaluate(s, c);
  await s.move(c.owner, "finish_review", {
    minutes: "Goed gesprek.",
    effort_finding: "sufficient",
    rating: "8",
    what_next: "Inbouwen.",
  });
  await s.move(who.teacher, "finish_review", { minutes: "Goed gesprek." });
  await s.status(c.owner, "Afgerond");
  await toClosed(s, c);
  await s.close();
});
/** Has a delivery judged with one criterion not met, reworked, delivered anew and accepted. */
async function reworkOnce(s: Stage, c: ReturnType<typeof company>) {
  const measured = { "measurers.0.measurer": "Hoofd onderhoud", "measurers.1.measurer": "Hoofd onderhoud" };
  await s.move(c.owner, "open_acceptance", { test_on: s.day(2), ...measured });
  const verdict = (met: string, finding: string) => ({
    "results.0.met": met,
    "results.0.value": "82%",
    "results.0.evidence": "Rapport",
    "results.0.measurer": "Hoofd onderhoud",
    "results.0.finding": finding,
    "results.1.met": "met",
    "results.1.value": "1",
    "results.1.evidence": "Telling",
    "results.1.measurer": "Hoofd onderhoud",
  });
  await s.move(c.owner, "judge_criteria", verdict("not_met", "Te weinig op tijd gemeld."));
  await s.move(c.owner, "request_rework", {
    reason: "criterium_niet_gehaald",
    explanation: "Zie bevinding.",
    term: "15",
  });
  await s.later(3);
  await s.move(who.teacher, "answer_findings", { "answers.0.answer": "Drempel verlaagd." });
  await prepare(s, "1.1", "result");
  await s.move(who.teacher, "redeliver", { notice: "Hersteld.", label: "1.1" });
  await s.move(c.owner, "judge_criteria", verdict("met", ""));
  await s.move(c.owner, "accept");
}

test("a result assignment, with a declined claim, a counter-proposal, a round of rework and a paid instalment", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { axe: true });
  const c = company("resultaat", "90000034");
  const lived = await prepared(installation, c);
  const line = await lived.story("result", "Meldkamer zonder loze meldingen", "published");
  s.id = line.id;
  await lived.goOn(line, claimedByBoth);
  await s.move(
    c.owner,
    "decline_claim",
    { reason: "aanpak_past_niet", personal_line: "Dank u; de andere aanpak ligt dichter bij ons werk." },
    { tab: "/claims", near: "Lab Omgeving" },
  );
  await expect((await s.letter(who.rival, /wees een claim af/)).locator("main")).toContainText("wees een claim af");
  await s.move(
    c.owner,
    "select_claim",
    { message: "Uw aanpak past het best." },
    { tab: "/claims", near: "Werkplaats Slim Water" },
  );
  await toProposed(s, "result");
  await s.move(c.owner, "counter", { why: "Wij willen een ander ijkmoment." }, { tab: "/afspraken" });
  await s.move(c.owner, "propose", { message: "Zo kunnen wij tekenen." }, { tab: "/afspraken" });
  await s.move(who.quality, "confirm_quality", { stands_for: "yes" }, { tab: "/afspraken" });
  await s.meanwhile(() => lived.goOn(line, signedByBoth, started));
  await minor(s);
  await s.meanwhile(() => lived.goOn(line, reported, untilMidterm));
  await s.move(who.teacher, "record_midterm", {
    outcome: "go",
    changes: "Geen.",
    "forecast.0.outlook": "Op koers",
    "forecast.1.outlook": "Op koers",
  });
  await s.meanwhile(() => lived.goOn(line, midtermOfCompany, gained));
  await s.move(who.teacher, "reach", { evidence: "Meetplan is klaar." }, { tab: "/voortgang" });
  await toDelivered(s, c, "result");
  await s.later(1);
  await reworkOnce(s, c);
  await s.move(c.owner, "record_payment", {
    instalment: "3",
    amount: "1800",
    invoiced_on: s.day(0),
    paid_on: s.day(0),
  });
  await s.meanwhile(() => lived.goOn(line, evaluated, implementing, implemented, anchoring, closed));
  await s.status(c.owner, "Gesloten");
  await s.close();
});

test("a secret question: nobody finds it, the invited community reads it after promising secrecy, and claims it", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { axe: true });
  await toSecretClaim(s, company("geheim", "90000042"), "Kanariegele meetopstelling");
  await s.close();
});
