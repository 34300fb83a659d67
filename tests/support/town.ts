import { eq } from "drizzle-orm";
import type { Sql } from "postgres";
import type { DatabasePool } from "#db/client.server.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { gaps } from "#app/domain/agreement/terms/complete.ts";
import { requestReset, invite, registerCompany } from "#app/services/account/accounts.server.ts";
import { editTerms } from "#app/services/agreement/agreements.server.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach } from "#app/services/context.ts";
import { ask } from "#app/services/market/questions.server.ts";
import { askGuardian } from "#app/services/team/seat.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { act, day, openAgreement, openDelivery, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { guaranteeCases } from "#db/schema.ts";
import { liveOut } from "#db/seed/demo/lives.ts";
import { intakeOf, plans, type Plan } from "#db/seed/demo/questions.ts";
import { together } from "./community.ts";
import { answerConsent } from "#app/services/showcase/showcase.server.ts";
import { guardianLink } from "#db/seed/parents.ts";
import { textSheet } from "#app/platform/sheets/text.server.ts";
import { addPeerWish } from "#app/services/rounds/preferences.server.ts";
import { checkList } from "#app/services/rounds/import.server.ts";
import { requestRuns } from "#app/services/rounds/runs.server.ts";
import { solveAll } from "./solving.ts";
import { dropStudent } from "#app/services/rounds/students.server.ts";
import { sheetWords } from "#app/ui/rounds/sheet-words.ts";
import { chooses, roundMove, setUpRound, studentsIn } from "#db/seed/rounds.ts";
import { tellResult, writeAndAsk } from "#db/seed/showing.ts";
import { plausible, tellingOf } from "#db/seed/telling.ts";
import { elsewhen, world, type World } from "#db/seed/world.ts";

export type Town = {
  w: World;
  c: Cast;
  files: Map<string, string>;
  people: Record<string, string>;
  links: Record<string, string>;
};
const days = 86_400_000;
type Told = readonly [
  name: string,
  status: AssignmentStatus,
  obligation: Obligation,
  more?: { overlay?: "hold" | "dispute"; claims?: number; secret?: boolean },
];
const stories: readonly Told[] = [
  ["draft", "draft", "effort"],
  ["submitted", "submitted", "effort"],
  ["intake", "intake", "effort"],
  ["published", "published", "effort", { claims: 2 }],
  ["open", "published", "effort"],
  ["secret", "published", "effort", { secret: true }],
  ["agreeing", "agreeing", "effort"],
  ["proposing", "agreeing", "result"],
  ["signed", "signed", "effort"],
  ["in_progress", "in_progress", "effort"],
  ["at work", "in_progress", "result"],
  ["held", "in_progress", "effort", { overlay: "hold" }],
  ["disputed", "in_progress", "effort", { overlay: "dispute" }],
  ["delivered", "delivered", "effort"],
  ["handed over", "delivered", "result"],
  ["closing_review", "closing_review", "effort"],
  ["acceptance_test", "acceptance_test", "result"],
  ["rework", "rework", "result"],
  ["completed", "completed", "result"],
  ["implementing", "implementing", "effort"],
  ["implemented", "implemented", "effort"],
  ["not_implemented", "not_implemented", "effort"],
  ["anchoring", "anchoring", "effort"],
  ["rejected", "rejected", "effort"],
  ["to publish", "intake", "effort"],
  ["to start", "in_progress", "effort"],
  ["to deliver", "delivered", "effort"],
  ["to finish", "completed", "effort"],
  ["without client", "completed", "effort"],
  ["to accept", "acceptance_test", "result"],
  ["to mend", "acceptance_test", "result"],
  ["silent", "acceptance_test", "result"],
  ["mended", "completed", "result"],
  ["to close", "closed", "effort"],
  ["to terminate", "terminated", "effort"],
  ["team lost", "in_progress", "effort"],
  ["to rematch", "in_progress", "effort"],
  ["signing", "agreeing", "effort"],
  ["forgotten", "agreeing", "effort"],
  ["checking", "in_progress", "result"],
  ["remedied", "completed", "result"],
  ["shown", "implemented", "effort"],
];
/** Files put back to just before their last step, so that its form lies open: nothing else about them changes. */
const oneStepBack: Readonly<Record<string, AssignmentStatus>> = {
  "to start": "signed",
  "to deliver": "in_progress",
  "to finish": "closing_review",
  "without client": "closing_review",
  mended: "rework",
  "to close": "anchoring",
  "to terminate": "in_progress",
};

const planned = (secrecy: string): Plan => {
  const found = plans().find((p) => p.given.vertrouwelijkheid === secrecy);
  if (!found) throw new Error(`no question that is ${secrecy}`);
  return found;
};
const questions = { open: planned("openbaar"), closed: planned("geheim") };
const wish = intakeOf({ ...questions.open, obligation: "result" });

/** A small town at work today: a file in every state that asks something of somebody, and every kind of one-time link still unopened. */
export async function town(house: DatabasePool, raw: Sql): Promise<Town> {
  const now = new Date();
  const w = world(house, new Date(+now - 500 * days));
  const c = await cast(w, { students: 6 });
  const files = new Map<string, string>();
  for (const [seed, [name, status, obligation, more = {}]] of stories.entries()) {
    const plan = {
      given: (more.secret ? questions.closed : questions.open).given,
      title: `Zaak ${name}`,
      obligation,
      status,
      centre: "",
      ...more,
    };
    const line = await liveOut(w, {
      plan,
      intake: intakeOf(plan),
      cast: c,
      switches: {},
      now,
      seed: seed * 3,
      file: async (title) => ({ storageKey: `town-${seed}-${title}` }),
    });
    files.set(name, line.id);
  }
  const today = elsewhen(w, now);
  await together(today, c);
  const links = await busy(today, c, files, raw);
  await raw.unsafe("update people set demo = true");
  const people = Object.fromEntries(
    (await raw<{ id: string; email: string }[]>`select id, email from people`).map((p) => [p.id, p.email]),
  );
  return { w: today, c, files, people, links };
}

/** What lies open on the desks: drafts, proposals, requests, invitations. */
async function busy(w: World, c: Cast, files: Map<string, string>, raw: Sql) {
  const at = (name: string) => files.get(name) ?? "";
  const minor = c.students[5] ?? "";
  await raw`update people set age_band = '16_17', turns_18_on = ${day(w, 200)} where id = ${minor}`;
  for (const [name, status] of Object.entries(oneStepBack))
    await raw`update assignments set status = ${status} where id = ${at(name)}`;
  await raw`update deliveries set status = 'draft' where assignment_id = ${at("to deliver")}`;
  await raw`update deliveries set status = 'cleared' where assignment_id = ${at("mended")} and number = (select max(number) from deliveries where assignment_id = ${at("mended")})`;
  for (const [name, clock] of [
    ["without client", "closing_review"],
    ["silent", "acceptance"],
    ["forgotten", "agreement"],
  ] as const)
    await outOfTime(raw, at(name), clock);
  await raw`update invitations set accepted_at = null where assignment_id = ${at("secret")} and community_id = ${c.rivalCommunityId}`;
  await atWork(w, c, at);
  await propose(w, c, at("proposing"), "result");
  await propose(w, c, at("signing"), "effort");
  for (const name of ["in_progress", "at work", "checking"])
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
  await act(w, c.students[1] ?? "", "interest", at("open"), "show_interest", { rank: "1", line: "Dit past bij mij." });
  await act(w, c.teacher, "member", at("signed"), "invite", {
    person: minor,
    role: "student",
    track: "bol",
    level: "mbo-4",
  });
  await act(w, c.owner, "member", at("signed"), "invite", { person: c.employee, role: "employee_participant" });
  await act(w, c.teacher, "member", at("in_progress"), "invite", {
    person: minor,
    role: "student",
    track: "bol",
    level: "mbo-4",
  });
  await ask(await w.as(c.rival), at("open"), {
    key: w.newId(),
    fingerprint: "town",
    fields: { question: "Hoeveel metingen zijn er al?" },
  });
  await askGuardian(await w.as(minor), at("signed"), { name: "Ouder", email: "ouder@voorbeeld.nl" });
  await act(w, c.owner, "guarantee_case", at("completed"), "open_case", {
    criterion: "0",
    defect: "De meting valt uit.",
    evidence: "Foto.",
  });
  await raw`update outbox set dead_at = now(), last_error = 'geweigerd' where id = (select id from outbox where person_id is not null limit 1)`;
  const visitor = {
    transact: w.house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl" as const,
    requestId: "town",
  };
  await requestReset(visitor, "noor.visser@voorbeeld.nl");
  await registerCompany(visitor, {
    name: "Nieuw Hier",
    email: "nieuw@elders.nl",
    passwordHash: "x",
    company: "Nieuw Bedrijf",
    kvk: "90000099",
    place: "Sneek",
    sector: "water",
    centreId: c.centreId,
  });
  await invite(await w.as(c.coordinator), { email: "docent@elders.nl", role: "teacher", centreId: c.centreId });
  await raw`insert into tokens (id, kind, email, payload, created_at, expires_at) values (${tokenHash("gebruik")}, 'implementation', 'ties@elders.nl', ${raw.json({ assignment: at("implemented"), month: "3" })}, now(), now() + interval '9 days')`;
  const letters = [
    ...(await raw<{ path: string }[]>`select data->>'path' as path from account_letters`),
    ...(await raw<
      { path: string }[]
    >`select data->>'path' as path from outbox where kind = 'link' and email = 'ouder@voorbeeld.nl'`),
  ].map(({ path }) => path);
  await roundsOf(w, c, at, raw);
  const showcase = await results(w, c, at, raw);
  const link = (begin: string) => letters.find((path) => path?.startsWith(begin)) ?? "";
  return {
    reset: link("/wachtwoord/"),
    confirm: link("/bevestigen/"),
    invitation: link("/uitnodiging/"),
    guardian: link("/toestemming/"),
    check: "/in-gebruik/gebruik",
    showcase,
  };
}
async function atWork(w: World, c: Cast, at: (name: string) => string) {
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
  for (const name of ["team lost", "to rematch"])
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
/** A result for everybody in every state: being written, asked, and shown; one of the makers is a minor whose guardian has the question. Answers the guardian's link. */
async function results(w: World, c: Cast, at: (name: string) => string, raw: Sql): Promise<string> {
  const told = {
    title: "Pompen die waarschuwen",
    asked_for: "Storingen voor zijn.",
    made: "Een model.",
    changed: "Minder nachtritten.",
    quote: "",
    quote_by: "",
  };
  const minor = c.students[5] ?? "";
  await raw`insert into members (id, assignment_id, centre_id, organization_id, person_id, role, side, status, created_at) select gen_random_uuid(), id, centre_id, organization_id, ${minor}, 'student', 'education', 'left', now() from assignments where id = ${at("implemented")}`;
  await act(w, c.teacher, "showcase", at("anchoring"), "write_showcase", told);
  await writeAndAsk({ w, c, id: at("implemented") }, told);
  await answerConsent(
    await w.as(minor),
    at("implemented"),
    "minor",
    { naming: "first_name", name: "Ouder", email: "ouder@resultaat.nl", consent: "on" },
    null,
  );
  await tellResult({ w, c, id: at("shown") }, told);
  return `/toestemming-resultaat/${await guardianLink(w, at("implemented"), "ouder@resultaat.nl")}`;
}
/** One student takes part in nothing: their address is to be met nowhere, not even in the demo's post. */
const spare = async (w: World, c: Cast, id: string) => {
  const found = (await studentsIn(w, c.teacher, id)).find((s) => s.personId === c.students[3]);
  await dropStudent(await w.as(c.teacher), id, found?.id ?? "", found?.version ?? 0);
};
/** A round being set up with a list that waits, one in which students choose, one whose choosing is over, and one whose teams are known: not all have a place. */
async function roundsOf(w: World, c: Cast, at: (name: string) => string, raw: Sql) {
  const set = { slug: "waterkracht", matcher: c.teacher, programme: "Watermanagement", least: 2 };
  const filled = {
    assignments: ["agreeing", "signed", "in_progress"].map(at),
    guides: [
      [c.rival, "2"],
      [c.practor, "1"],
    ] as const,
    shared: { discipline: "data", level: "hbo", hours: "12" },
  };
  const draft = await setUpRound(w, { ...set, name: "Ronde in opbouw" }, { ...filled, shared: filled.shared });
  await spare(w, c, draft.id);
  const sheet = textSheet(
    Buffer.from("naam;e-mail;richting;niveau;uren\nNieuwe Leerling;nieuwe.leerling@elders.nl;data;hbo;12"),
  );
  await checkList(await w.as(c.teacher), draft.id, async () => ({ name: "lijst.csv", sheet }), sheetWords());
  for (const name of ["Ronde die kiest", "Ronde die sluit"]) {
    const { id, choices } = await setUpRound(w, { ...set, name }, filled);
    await spare(w, c, id);
    await roundMove(w, c.teacher, id, "open_choosing", 5);
    await chooses(w, c.students[1] ?? "", id, choices);
    const all = await studentsIn(w, c.teacher, id);
    await addPeerWish(await w.as(c.students[1] ?? ""), id, {
      other: all.find((s) => s.personId === c.students[0])?.id ?? "",
      kind: "together",
      why: "kanarie over een medestudent",
    });
    if (name !== "Ronde die sluit") continue;
    for (const student of [0, 2].map((n) => c.students[n] ?? "")) await chooses(w, student, id, choices);
    await roundMove(w, c.teacher, id, "close_choosing");
    await requestRuns(await w.as(c.teacher), id, { preset: "default" });
    await solveAll({ transact: w.house.transact, now: w.now, newId: w.newId });
  }
  const told = await setUpRound(w, { ...set, name: "Ronde die bekend is" }, filled);
  await raw`delete from round_students where round_id = ${told.id} and person_id = ${c.students[3] ?? ""}`;
  await raw`update rounds set status = 'published', published_at = now() where id = ${told.id}`;
  await raw`update round_students set reminded_at = now() - interval '2 days'`;
}
const outOfTime = (raw: Sql, id: string, clock: string) =>
  raw`update deadlines set status = 'running', due_at = now() - interval '9 days', next_at = now() + interval '90 days', notice_at = now() - interval '9 days', notice_until = now() - interval '1 day' where assignment_id = ${id} and clock = ${clock}`;
async function propose(w: World, c: Cast, id: string, obligation: Obligation) {
  const draft = await openAgreement(w, c.teacher, id);
  if (!draft) throw new Error("no draft");
  const asked = tellingOf(wish, w, c).terms(obligation, draft.terms);
  const whole = { ...draft.terms, ...asked };
  const after = await editTerms(
    await w.as(c.teacher),
    draft.id,
    { ...asked, ...plausible(whole, gaps(whole, obligation)) },
    draft.version,
  );
  await act(w, c.teacher, "agreement", after.id, "propose", {});
}
