import { eq } from "drizzle-orm";
import type { AccountLetterKind } from "#app/domain/letters/kinds.ts";
import { within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { chooses, roundMove, setUpRound, studentsIn } from "#db/seed/rounds.ts";
import type { World } from "#db/seed/world.ts";
import { accountLetters, rounds } from "#db/schema.ts";
import { sentLetters } from "#tests/support/sent-letters.ts";
import { noReach } from "#app/services/context.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { runRoundClock } from "#app/services/rounds/clock.server.ts";
import { madeOnce } from "#tests/support/lived-once.ts";

export const shared = { discipline: "water_environment", level: "hbo", hours: "16" };
async function until(w: World, { least, status }: { least: number; status: "draft" | "choosing" | "matching" }) {
  const c = await cast(w, { students: 5 });
  const titles = ["Gemaal", "Riool", "Sluis"];
  const assignments: string[] = [];
  for (const title of titles)
    assignments.push((await live(await begin(w, c, "effort", { ...question("effort"), title }), "agreeing")).id);
  const { id, choices } = await setUpRound(
    w,
    { slug: "waterkracht", matcher: c.teacher, name: "Voorjaar", programme: "Watermanagement", least },
    { assignments, guides: [[c.rival, "2"]], shared },
  );
  const all = await studentsIn(w, c.teacher, id);
  if (status !== "draft") await roundMove(w, c.teacher, id, "open_choosing", 7);
  if (status === "matching") {
    for (const [i, student] of c.students.entries())
      await chooses(w, student, id, [choices[i % 3] ?? "", choices[(i + 1) % 3] ?? "", choices[(i + 2) % 3] ?? ""]);
    await roundMove(w, c.teacher, id, "close_choosing");
  }
  return { c, id, choices, assignments, all };
}
/** Brings a round of a docent with three assignments, a coach for two teams and five students as far as `status`. */
export async function settle({ least = 2, status = "choosing" as "draft" | "choosing" | "matching" } = {}) {
  const beginning = { least, status };
  const { house, url, raw, w, made } = await madeOnce(`round ${JSON.stringify(beginning)}`, (early) =>
    until(early, beginning),
  );
  const { c, id, choices, assignments, all } = made;
  const place = (person: string) => all.find((s) => s.personId === person)?.id ?? "";
  const out = { transact: house.transact, now: w.now, newId: w.newId };
  const ring = () => runRoundClock(systemContext(out, w.centres));
  const owed = (kind: AccountLetterKind) =>
    house.transact(noReach, (db) => db.select().from(accountLetters).where(eq(accountLetters.kind, kind)));
  const post = () => sentLetters(out);
  const [one = "", two = "", three = "", four = "", five = ""] = c.students;
  const versionOf = () =>
    within(
      w,
      c.teacher,
      async ({ db }) => (await db.select({ v: rounds.version }).from(rounds).where(eq(rounds.id, id)))[0]?.v ?? 0,
    );
  return {
    house,
    url,
    raw,
    w,
    c,
    id,
    choices,
    assignments,
    place,
    ring,
    owed,
    post,
    one,
    two,
    three,
    four,
    five,
    versionOf,
  };
}
