import { eq } from "drizzle-orm";
import type { Sql } from "postgres";
import type { DatabasePool } from "#db/client.server.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { gaps } from "#app/domain/agreement/terms/complete.ts";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { ask, answerQuestion, withholdQuestion } from "#app/services/market/questions.server.ts";
import { questionsOn } from "#db/queries/market/questions.server.ts";
import { askGuardian } from "#app/services/team/seat.server.ts";
import { act, day, openAgreement, openDelivery, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { guaranteeCases } from "#db/schema.ts";
import { liveOut } from "#db/seed/demo/lives.ts";
import { intakeOf } from "#db/seed/demo/questions.ts";
import { buildCommunity } from "./community.ts";
import { plausible, tellingOf } from "#db/seed/telling.ts";
import { addPerson, atTime, grant, world, type World } from "#db/seed/world.ts";
import { roundsOf } from "./town-rounds.ts";
import { desks, earlierPeople, leavesGroup } from "./town-desks.ts";
import { withFormWords, withIntakeWords } from "./typed-forms.ts";
import { withWords } from "./typed-words.ts";
import { afterwards, guaranteed, judged } from "./town-judging.ts";
import { linksSent } from "./town-letters.ts";
import { outOfTime, questions, wish, type Living } from "./town-living.ts";
import { sentBack, startedAnew, talkedAbout } from "./town-preparing.ts";
import { offeredAgain, wentOn } from "./town-working.ts";
import { oneStepBack, stories, type At, type More, type Named } from "./town-stories.ts";
import { troubled } from "./town-flags.ts";
import { ownWays, type OwnWays } from "./town-links.ts";
import { showcases } from "./town-showcase.ts";

export type Town = {
  w: World;
  c: Cast;
  assignments: Record<Named, string>;
  people: Record<string, string>;
  links: Record<string, string>;
  /** Holds people who came by a form: who pays, who keeps hours, who began a company, who administers the platform. */
  others: Awaited<ReturnType<typeof desks>> & Awaited<ReturnType<typeof earlierPeople>>;
  /** Holds pages of schools and a company to which nothing leads yet. */
  places: readonly string[];
  own: OwnWays;
};
const days = 86_400_000;
/** Makes a small town at work today: an assignment in every state that asks something, and every kind of one-time link unopened. */
export async function town(house: DatabasePool, raw: Sql): Promise<Town> {
  const now = new Date();
  const w = world(house, new Date(+now - 500 * days));
  w.typed = withWords;
  const c = await cast(w, { students: 6 });
  const assignments = {} as Record<Named, string>;
  const blocks = new Map<Named, string>();
  for (const [seed, story] of stories.entries()) {
    const [name, status, obligation] = story;
    const more: More = story[3] ?? {};
    const plan = {
      given: (more.secret ? questions.closed : questions.open).given,
      title: withFormWords("intakeSteps.titel", { title: `Zaak ${name}` }).title,
      obligation,
      status,
      centre: "",
      ...more,
    };
    const line = await liveOut(w, {
      plan,
      intake: withIntakeWords(name === "published" ? { ...intakeOf(plan), teaser: "Kort gezegd." } : intakeOf(plan)),
      cast: c,
      switches: {},
      now,
      seed: seed * 3,
      file: async (title) => ({ storageKey: `town-${seed}-${title}` }),
    });
    assignments[name] = line.id;
    blocks.set(name, line.block);
  }
  const today = atTime(w, now);
  await buildCommunity(today, c);
  const living = { w: today, c, raw, at: (name: Named) => assignments[name] };
  const earlier = await earlierPeople(living);
  await livedOn(living, blocks.get("anew") ?? "", earlier.steering);
  await leavesGroup(living, earlier.earlierSteering);
  const links = await busy(today, c, assignments, raw);
  await offeredAgain(living);
  await guaranteed(living);
  const others = { ...(await desks({ w: today, c, raw })), ...earlier };
  const own = await ownWays({ w: today, c, at: (name) => assignments[name], raw, intake: intakeOf(questions.open) });
  await raw.unsafe("update people set demo = true");
  const people = Object.fromEntries(
    (await raw<{ id: string; email: string }[]>`select id, email from people`).map((p) => [p.id, p.email]),
  );
  const named = await raw<{ id: string; kind: string }[]>`select id, kind from organizations where name like '%kauw%'`;
  const places = named.map(({ id, kind }) => (kind === "institution" ? `/scholen/${id}` : `/bedrijven/${id}`));
  return { w: today, c, assignments, people, links, others, places, own };
}

/** Plays what happens seldom, by whom it is for and in the state that asks for it; each assignment ends where its story says. */
async function livedOn(town: Living, block: string, board: string) {
  await sentBack(town);
  await judged(town);
  await afterwards(town, board);
  await startedAnew(town, block);
}

/** Adds what lies open on the desks: drafts, proposals, requests, invitations. */
async function busy(w: World, c: Cast, assignments: Town["assignments"], raw: Sql) {
  const at: At = (name) => assignments[name];
  const minor = c.students[5] ?? "";
  await steppedBack(w, c, at, raw, minor);
  await underWay(w, c, at, raw);
  await seatsAsked(w, c, at, raw, minor);
  await linksSent(w, c, at, raw);
  const letters = [
    ...(await raw<{ path: string }[]>`select data->>'path' as path from account_letters`),
    ...(await raw<
      { path: string }[]
    >`select data->>'path' as path from outbox where kind = 'link' and email = 'ouder@voorbeeld.nl'`),
  ].map(({ path }) => path);
  await roundsOf(w, c, at, raw);
  const showcase = await showcases({ w, c, at, raw });
  const link = (begin: string) => letters.find((path) => path?.startsWith(begin)) ?? "";
  return {
    reset: link("/wachtwoord/"),
    confirm: link("/bevestigen/"),
    invitation: link("/uitnodiging/"),
    newAddress: link("/nieuw-adres/"),
    guardian: link("/toestemming/"),
    check: "/in-gebruik/gebruik",
    showcase,
  };
}
/** Adds assignments that stand one step before where their story ended, or whose time is over. */
async function steppedBack(w: World, c: Cast, at: At, raw: Sql, minor: string) {
  await raw`update people set age_band = '16_17', turns_18_on = ${day(w, 200)} where id = ${minor}`;
  for (const [name, status] of Object.entries(oneStepBack) as [Named, AssignmentStatus][])
    await raw`update assignments set status = ${status} where id = ${at(name)}`;
  for (const [name, clock] of [
    ["without client", "closing_review"],
    ["silent", "acceptance"],
    ["forgotten", "agreement"],
  ] as const)
    await outOfTime(raw, at(name), clock);
  await raw`update invitations set accepted_at = null where assignment_id = ${at("secret")} and community_id = ${c.rivalCommunityId}`;
}
/** Adds work that goes on: agreements that are talked about, deliveries that are made, trouble. */
async function underWay(w: World, c: Cast, at: At, raw: Sql) {
  await atWork(w, c, at);
  await propose(w, c, at("proposing"), "result");
  await propose(w, c, at("signing"), "effort");
  await talkedAbout({ w, c, at, raw });
  const change = await startChange(await w.as(c.teacher), at("checking"));
  await editTerms(await w.as(c.teacher), change, { background: "Iets ruimer omschreven." }, 1);
  for (const name of ["in_progress", "at work", "checking"] as const)
    await act(w, c.teacher, "delivery", at(name), "prepare", { label: "2.0", handover: "Overdracht." });
  const delivery = await openDelivery(w, c.teacher, at("at work"));
  await act(
    w,
    c.teacher,
    "delivery",
    delivery?.id ?? "",
    "ask_quality_check",
    tellingOf(wish, w, c).criteria("self_check", { met: "yes", proof: "Hoofdstuk 3" }),
  );
  await act(w, c.teacher, "milestone", at("in_progress"), "plan", { title: "Proef op locatie", due_on: day(w, 9) });
  await troubled(w, c, at("in_progress"));
  await act(w, c.teacher, "assignment", at("disputed"), "answer_dispute", { answer: "Het team was er elke week." });
  await act(w, c.teacher, "assignment", at("disputed"), "escalate_dispute", {
    step: "talk",
    report: "Geen stap verder.",
  });
}
/** Adds who is asked for a seat and has not answered, and what is asked about an open assignment. */
async function seatsAsked(w: World, c: Cast, at: At, raw: Sql, minor: string) {
  const young = await addPerson(w, { name: "Sam Jong", email: "sam.jong@voorbeeld.nl" });
  await grant(w, young, { role: "student", centreId: c.centreId });
  await raw`update people set age_band = 'under_16', turns_18_on = ${day(w, 1200)} where id = ${young}`;
  await act(w, c.students[1] ?? "", "interest", at("open"), "show_interest", { rank: "1", line: "Dit past bij mij." });
  await act(w, c.teacher, "member", at("signed"), "invite", {
    person: minor,
    role: "student",
    track: "bol",
    level: "mbo-4",
  });
  await raw`update members set track = null where assignment_id = ${at("signed")} and person_id = ${minor}`;
  await act(w, c.owner, "member", at("signed"), "invite", { person: c.employee, role: "employee_participant" });
  await act(w, c.teacher, "member", at("in_progress"), "invite", {
    person: minor,
    role: "student",
    track: "bol",
    level: "mbo-4",
  });
  await asked(w, c, at("open"));
  const guardian = { name: "Jan Ouder", email: "ouder@voorbeeld.nl" };
  await askGuardian(await w.as(minor), at("signed"), withWords("guardian_request", "ask_guardian", guardian));
  await wentOn({ w, c, at, raw });
  await act(w, c.owner, "guarantee_case", at("completed"), "open_case", {
    criterion: "0",
    defect: "De meting valt uit.",
    evidence: "Foto.",
  });
}
/** Makes three questions about one assignment: one waits, one is answered for everybody, one is withheld. */
async function asked(w: World, c: Cast, id: string) {
  const questions = ["Hoeveel metingen zijn er al?", "Wie is er te bellen?", "Wat kost zo'n pomp?"];
  for (const question of questions)
    await ask(await w.as(c.rival), id, {
      key: w.newId(),
      fingerprint: `town ${question}`,
      fields: question === questions[0] ? withFormWords("askFields", { question }) : { question },
    });
  const rows = await within(w, c.coordinator, ({ db }) =>
    questionsOn(db, id, { statuses: ["asked"], personId: c.coordinator }),
  );
  const idOf = (text: string | undefined) => rows.find((row) => row.text === text)?.id ?? "";
  const coordinator = await w.as(c.coordinator);
  await answerQuestion(coordinator, idOf(questions[1]), withFormWords("answerFields", { answer: "De vaste monteur." }));
  await withholdQuestion(
    coordinator,
    idOf(questions[2]),
    withFormWords("withholdFields", { reason: "Prijzen horen bij de claim." }),
  );
}
async function atWork(w: World, c: Cast, at: At) {
  const judged = (met: string) => ({
    ...tell.criteria("results", { met: "met", value: "gehaald", evidence: "Proef", measurer: "Hoofd", finding: "" }),
    "results.0.met": met,
    "results.0.finding": met === "met" ? "" : "Net niet.",
  });
  const tell = tellingOf(wish, w, c);
  await act(w, c.developer, "assignment", at("to publish"), "check_fit", {
    learning: "yes",
    large_enough: "yes",
    safe: "yes",
    ethical: "yes",
    critical_reason: "",
  });
  await act(w, c.owner, "assignment", at("to publish"), "approve_text", { approved: "on" });
  await act(w, c.owner, "assignment", at("to accept"), "judge_criteria", judged("met"));
  await act(w, c.owner, "assignment", at("to mend"), "judge_criteria", judged("not_met"));
  for (const name of ["team lost", "to rematch"] as const)
    await act(w, c.teacher, "assignment", at(name), "report_team_loss", {
      who: "Het team",
      possible: "Geen vervanging.",
    });
  await act(w, c.owner, "assignment", at("to rematch"), "consent_to_rematch", { consent: "on" });
  await act(w, c.coordinator, "assignment", at("to rematch"), "record_agreement_end", {
    settlement: "Niets.",
    amount: "0",
  });
  await act(w, c.owner, "guarantee_case", at("remedied"), "open_case", {
    criterion: "0",
    defect: "De meting valt uit.",
    evidence: "Foto.",
  });
  const [assignment] = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(guaranteeCases)
      .where(eq(guaranteeCases.assignmentId, at("remedied"))),
  );
  await act(w, c.quality, "guarantee_case", assignment?.id ?? "", "accept_case", { decision: "Wij herstellen het." });
}
/** Holds terms that are seldom filled in. */
const seldom = {
  expert_company: "Een onderzoeker van het bedrijf.",
  subcontracting: "Alleen het lab.",
  guarantee_term_reason: "Het is een proef.",
  ip_background: "De meetgegevens.",
  confidentiality_scope: "Wat het bedrijf zo noemt.",
};
async function propose(w: World, c: Cast, id: string, obligation: Obligation) {
  const draft = await openAgreement(w, c.teacher, id);
  if (!draft) throw new Error("no draft");
  const asked = tellingOf(wish, w, c).terms(obligation, draft.terms);
  const whole = { ...draft.terms, ...asked };
  const after = await editTerms(
    await w.as(c.teacher),
    draft.id,
    withFormWords("termFields", {
      ...(obligation === "result" ? seldom : {}),
      ...draft.terms,
      ...asked,
      ...plausible(whole, gaps(whole, obligation)),
    }),
    draft.version,
  );
  await act(w, c.teacher, "agreement", after.id, "propose", {});
}
