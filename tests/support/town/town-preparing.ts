import { act, claimsOn, day, openAgreement } from "#db/seed/acts.ts";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { doing, lineAt, outOfTime, type Living } from "./town-living.ts";

/** Makes questions that are sent back, taken from the market, given up and brought back. */
export async function sentBack(town: Living) {
  const { w, c, at, raw } = town;
  const submitted = doing(town, at("submitted"));
  const incomplete = {
    reason: "onvolledig",
    explanation: "Er staat niet bij wie er meekijkt.",
    missing: "Een planning",
  };
  await submitted(c.coordinator, "return_to_draft", incomplete);
  await submitted(c.owner, "submit");
  await doing(town, at("to publish"))(c.coordinator, "unpublish", {
    reason: "tekst_wijzigt",
    explanation: "De vraag is te breed.",
    changes: "Het doel wordt scherper.",
  });
  const rejected = doing(town, at("rejected"));
  const back = { explanation: "Er is een docent die dit kan.", business_developer: c.developer };
  await rejected(c.coordinator, "reinstate", { reason: "besluit_herzien", ...back });
  await outOfTime(raw, at("rejected"), "intake");
  await rejected(c.coordinator, "close_no_reply", { explanation: "Drie keer gebeld." });
  await rejected(c.coordinator, "reinstate", { reason: "bedrijf_weer_bereikbaar", ...back });
  await rejected(c.coordinator, "reject", {
    reason: "te_groot",
    explanation: "Het is werk voor jaren.",
    referral: "Vraag een ingenieursbureau.",
  });
  await doing(town, at("open"))(c.coordinator, "extend", { until: day(w, 40), why: "Er is vakantie." });
}

/** The team fell out: another is sought, claims come and go, and at last the company gives it up. */
export async function startedAnew(town: Living, block: string) {
  const { c, at } = town;
  const [id, does] = [at("anew"), doing(town, at("anew"))];
  await does(c.teacher, "report_team_loss", { who: "Het hele team", possible: "Geen vervanging." });
  await does(c.owner, "consent_to_rematch", { consent: "on" });
  await does(c.coordinator, "record_agreement_end", { settlement: "Niets verschuldigd.", amount: "0" });
  await does(c.coordinator, "rematch", { explanation: "Allen stopten.", kept: "De metingen blijven." });
  await claimedAnew(town, id, block);
  await does(c.owner, "withdraw", { reason: "geen_budget", explanation: "Het geld is op." });
}
const offer = (town: Living, block: string) => ({
  approach: "Eerst meten, daarna maken.",
  obligation: "effort",
  levels: lineAt(town, "anew").tell.levels,
  seats: "4",
  block,
  guidance_hours: "60",
  price: "",
  partners: "Een ingenieursbureau",
  needs: "Een vaste plek.",
  rights: "open_licence",
  valid_until: day(town.w, 60),
});
/** Two communities claim it; the company weighs, chooses, and comes back on that; each claim ends in its own way. */
async function claimedAnew(town: Living, id: string, block: string) {
  const { w, c, raw } = town;
  const claims = async (lead: string) => {
    const open = (await claimsOn(w, c.owner, id)).find(
      (claim) => claim.leadId === lead && /submitted|shortlisted|selected/.test(claim.status),
    );
    return open?.id ?? "";
  };
  const offers = (lead: string, community: string) =>
    act(w, lead, "claim", id, "submit_claim", { community, ...offer(town, block) });
  await offers(c.teacher, c.communityId);
  await offers(c.rival, c.rivalCommunityId);
  const theirs = await claims(c.rival);
  await act(w, c.rival, "claim", theirs, "revise_claim", {
    ...offer(town, block),
    approach: "Eerst praten, dan meten.",
    partners: "Een waterschap",
    needs: "Een sleutel.",
  });
  await act(w, c.owner, "claim", theirs, "shortlist", { note: "Goed voorstel." });
  await act(w, c.owner, "claim", await claims(c.teacher), "select_claim", { message: "Opnieuw graag." });
  const reopens = { reason: "geen_overeenstemming", explanation: "De uren pasten niet." };
  await doing(town, id)(c.owner, "reopen_matching", reopens);
  const declines = { reason: "prijs", personal_line: "Dit is ons te duur." };
  await act(w, c.developer, "claim", theirs, "decline_claim", declines);
  await offers(c.rival, c.rivalCommunityId);
  const leaves = { reason: "planning_gewijzigd", explanation: "Het blok is vol." };
  await act(w, c.rival, "claim", await claims(c.rival), "withdraw_claim", leaves);
  await offers(c.teacher, c.communityId);
  // Only where the centre chooses with its business developer is their advice asked.
  const advises = (on: boolean) =>
    raw`update centres set switches = switches || ${raw.json({ select_with_bd: on })} where id = ${c.centreId}`;
  await advises(true);
  await act(w, c.developer, "claim", await claims(c.teacher), "advise_claim", { advice: "Zij deden dit eerder." });
  await advises(false);
}

/** Makes versions that are taken back, answered with another and left; proof of who may sign. */
export async function talkedAbout(town: Living) {
  const { w, c, at } = town;
  const open = async () => {
    const version = await openAgreement(w, c.teacher, at("proposing"));
    if (!version) throw new Error("nothing to talk about");
    return version.id;
  };
  const first = await open();
  await act(w, c.teacher, "agreement", first, "take_back", { why: "Er stond een fout in." });
  await act(w, c.teacher, "agreement", first, "propose", { message: "Nu goed." });
  await act(w, c.quality, "agreement", first, "confirm_quality", { stands_for: "on", remark: "Meten kan." });
  await act(w, c.owner, "agreement", first, "counter", { why: "Wij willen eerder beginnen." });
  await act(w, c.owner, "agreement", await open(), "propose", { message: "Zo dan." });
  await act(w, c.teacher, "agreement", await open(), "counter", { why: "Dat haalt het team niet." });
  await act(w, c.teacher, "agreement", await open(), "propose", { message: "Dit kan wel." });
  const signing = await openAgreement(w, c.teacher, at("signing"));
  const proof = { key: "volmacht", name: "volmacht.pdf", type: "application/pdf", size: 3, sha256: "a".repeat(64) };
  const given = [{ ...proof, findings: [] }];
  await act(w, c.companySigner, "agreement", signing?.id ?? "", "prove_mandate", { remark: "Zie blad 2." }, given);
  const change = await startChange(await w.as(c.teacher), at("checking"));
  await editTerms(await w.as(c.teacher), change, { background: "Iets enger omschreven." }, 1);
  await act(w, c.teacher, "agreement", change, "discard", { why: "Het kan zonder." });
}
