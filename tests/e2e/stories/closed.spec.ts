import { words } from "#app/i18n/words.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { act, day, later, seatOf } from "#db/seed/acts.ts";
import { anchoring, closed, implemented, implementing } from "#db/seed/chapters/aftercare.ts";
import { agreeing, published, signed } from "#db/seed/chapters/asking.ts";
import { open } from "#db/seed/chapters/judging.ts";
import type { Chapter, Line } from "#db/seed/chapters/line.ts";
import { delivered, started } from "#db/seed/chapters/working.ts";
import { prepared } from "../prepared.ts";
import { Stage } from "../stage.ts";
import { still } from "../still.ts";
import { company, who } from "../story.ts";
import { expect, test } from "../test.ts";
import { atWork, opensFrom } from "./turns.ts";

const dutch = words("nl");
const title = "Een gemaal dat alles vertelt";
const c = company("teruglezen", "90000069");
const readers = {
  company: c.owner,
  teacher: who.teacher,
  student: who.students[0] ?? "",
  coordinator: who.coordinator,
  practor: "fenna.zijlstra@voorbeeld.nl",
  examiner: "ilse.haanstra@voorbeeld.nl",
};
type Reader = keyof typeof readers;
const everybody: readonly Reader[] = ["company", "teacher", "student", "coordinator", "practor"];
const school: readonly Reader[] = ["teacher", "coordinator", "practor"];

/** Holds a word that only one of them wrote, the part of the assignment where it is read again, and by whom (docs/domain.md 3.2). */
const written: Record<string, { by: string; in: string; for: readonly Reader[] }> = {
  kievit: { by: "company, in the minutes", in: "/oplevering", for: everybody },
  wulp: { by: "company, in its evaluation", in: "/oplevering", for: everybody },
  grutto: { by: "student, in her evaluation", in: "/oplevering", for: ["student", ...school] },
  tureluur: { by: "docent, in the evaluation", in: "/oplevering", for: school },
  scholekster: { by: "student, with her hours", in: "/voortgang", for: ["student", ...school] },
  kluut: { by: "docent, in a report", in: "/voortgang", for: everybody },
  roerdomp: { by: "student, confided", in: "/voortgang", for: ["student", "teacher", "coordinator"] },
  lepelaar: { by: "another docent, in a claim that was not chosen", in: "/logboek", for: ["company", "coordinator"] },
  ijsvogel: { by: "business developer, in the fit check", in: "", for: ["company", ...school] },
  visdief: { by: "docent, on what the scan found", in: "/oplevering", for: ["student", "teacher", "practor"] },
  dodaars: { by: "docent, as the name of what was handed in", in: "/oplevering", for: everybody },
  fuut: { by: "practor, for the curriculum", in: "/borging", for: everybody },
  aalscholver: { by: "coordinator, at the end", in: "/borging", for: everybody },
};
const kept = (word: string) => `Dit schreef de ${word}.`;

/** What the chapters of a story say in these moves is said in words of their own. */
const inOwnWords: Record<string, (posted: Posted, line: Line) => Posted> = {
  check_fit: () => ({ critical_reason: kept("ijsvogel") }),
  submit_claim: (posted, { c: people }) =>
    posted.community === people.rivalCommunityId ? { approach: kept("lepelaar") } : posted,
  check_content: () => ({ scan_answer: kept("visdief") }),
  prepare: () => ({ label: "dodaars" }),
  deliver: () => ({ label: "dodaars" }),
  close: () => ({ closing_note: kept("aalscholver") }),
};
const typing: Chapter = async (line) => {
  line.w.typed = (_, move, posted) => ({ ...posted, ...inOwnWords[move]?.(posted, line) });
};
/** While the team works: somebody grades it, and each writes something of their own. */
const atIt: Chapter = async ({ w, c: people, id }) => {
  const [student = ""] = people.students;
  await act(w, people.teacher, "member", id, "invite", { person: people.examiner, role: "examiner" });
  const seat = await seatOf(w, people.teacher, id, people.examiner);
  await act(w, people.examiner, "member", seat?.id ?? "", "join");
  await later(w, 2);
  await act(w, student, "assignment", id, "log_hours", { on: day(w, 0), spent: "90 min", what: kept("scholekster") });
  const concern = { flag_kind: "team_trouble", flag_what: kept("roerdomp") };
  const { id: raised } = await act(w, student, "flag", id, "raise_concern", concern);
  await act(w, people.teacher, "flag", raised, "settle_concern", { flag_note: "Besproken met het team." });
  await act(w, people.teacher, "assignment", id, "report", { done: kept("kluut"), next: "Verder meten.", blocked: "" });
};
const judged: Chapter = async ({ w, c: people, id }) => {
  const [student = ""] = people.students;
  const evaluation = { rating: "8", company_gain: "Minder uitzoekwerk.", learned: "Meten.", improve: "" };
  await later(w, 5);
  await act(w, people.owner, "assignment", id, "evaluate", { ...evaluation, company_gain: kept("wulp") });
  await act(w, student, "assignment", id, "evaluate", { ...evaluation, learned: kept("grutto") });
  await act(w, people.teacher, "assignment", id, "evaluate", { ...evaluation, improve: kept("tureluur") });
  await act(w, people.employee, "assignment", id, "evaluate", evaluation);
  await act(w, people.owner, "assignment", id, "finish_review", {
    minutes: kept("kievit"),
    effort_finding: "sufficient",
    rating: "8",
    what_next: "Inbouwen.",
  });
  await act(w, people.teacher, "assignment", id, "finish_review", { minutes: kept("kievit") });
};
const researched: Chapter = ({ w, c: people, id }) =>
  act(w, people.practor, "assignment", id, "note_curriculum", {
    transfer: "lesson",
    programme: "Watermanagement",
    what: kept("fuut"),
    in_use_on: day(w, 30),
  });

/** Goes from the intake until it is closed. */
const whole: Chapter = async (line) => {
  const untilDelivered = [typing, published, agreeing, signed, started, atIt, delivered];
  const untilClosed = [open("open_closing_review"), judged, implementing, implemented, anchoring, researched, closed];
  for (const chapter of [...untilDelivered, ...untilClosed]) await chapter(line);
};

/** Returns everything that this reader can read of the assignment, by its tab. */
async function everyTab(s: Stage, email: string) {
  const page = await s.as(email);
  await expect(page.locator("h1")).toHaveText(title);
  const own = `/vraagstukken/${s.id}`;
  const tabs = await page.locator("nav.tabs a").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const texts = new Map<string, string>();
  for (const tab of new Set([own, ...tabs])) {
    await page.goto(tab);
    texts.set(tab.slice(own.length), (await page.locator("main").textContent()) ?? "");
  }
  return texts;
}
async function readsBack(s: Stage, reader: Reader) {
  const texts = await everyTab(s, readers[reader]);
  for (const [word, { by, in: tab, for: those }] of Object.entries(written))
    if (those.includes(reader))
      expect(texts.get(tab) ?? "no such tab", `${reader} reads ${word} (${by}) on ${tab}`).toContain(word);
    else
      for (const [other, text] of texts)
        expect(text, `${reader} does not read ${word} (${by}), on ${other}`).not.toContain(word);
}

test("a closed assignment is read back by everybody from their own lists: what they wrote and what concerns them, and no more", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { javaScriptEnabled: false, axe: true });
  const lived = await prepared(installation, c);
  const line = await lived.story("effort", title, "intake");
  s.id = line.id;
  await lived.goOn(line, whole);
  for (const reader of ["company", "teacher", "student", "coordinator", "practor"] as const) {
    await opensFrom(s, readers[reader], "klaar", title);
    await readsBack(s, reader);
  }
  const desk = await atWork(s, readers.examiner);
  await desk.getByRole("link", { name: dutch.work.desks.name.grading }).click(still);
  await s.look(desk);
  const list = (await desk.locator("main").textContent()) ?? "";
  expect(list, "what was handed in, on the list of who grades").toContain("dodaars");
  await desk.getByRole("link", { name: `${dutch.work.desks.toAssignment} ${title}` }).click(still);
  await readsBack(s, "examiner");
  await s.close();
});
