import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { roundLetters, type RoundLetter } from "#app/domain/rounds/process.ts";
import type { RoundStatus } from "#app/domain/rounds/words.ts";
import { locales, type Locale } from "#app/domain/words.ts";
import { formats } from "#app/i18n/format.ts";
import { words } from "#app/i18n/words.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { leftWithoutTeam } from "#app/services/rounds/no-team.server.ts";
import { urls } from "#app/urls.ts";
import type { Database } from "#db/client.server.ts";
import type { AccountLetter } from "#db/queries/letters/letters.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { assignmentIn } from "#db/queries/rounds/assignments.server.ts";
import { choicesOf } from "#db/queries/rounds/chosen.server.ts";
import { studentById } from "#db/queries/rounds/students.server.ts";
import { roundById, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { clip } from "./clip.ts";
import type { Letter, Withheld } from "./letters.server.ts";

/** Tells whether a letter of this kind is about a round. */
export const isRoundLetter = (kind: string): kind is RoundLetter => (roundLetters as readonly string[]).includes(kind);
type Place = {
  /** Tells in which status of its round the letter still means something. */
  within: RoundStatus;
  /** Tells who reads it: its last line says why they get it. */
  reader: "student" | "company" | "staff" | "coach";
  /** Tells where its button leads; `led`: where whoever owed it says that this reader goes. */
  path: (round: string, choice: Choice, led: string) => string;
};
/** An assignment of the round has an id there, and its own. */
type Choice = { id: string; assignmentId: string };
/** Tells what each letter is about; a new one says all three, or does not compile. */
const places: Record<RoundLetter, Place> = {
  round_open: { within: "choosing", reader: "student", path: urls.rounds.choose },
  round_moved: { within: "choosing", reader: "student", path: urls.rounds.choose },
  round_reopened: { within: "choosing", reader: "student", path: urls.rounds.choose },
  round_reminder: { within: "choosing", reader: "student", path: urls.rounds.choose },
  round_fewer: { within: "choosing", reader: "student", path: urls.rounds.choose },
  round_cancelled: { within: "cancelled", reader: "student", path: () => urls.work.myWork },
  round_stars: {
    within: "matching",
    reader: "company",
    path: (round, { id }) => urls.rounds.candidateRatings(round, id),
  },
  round_closed: { within: "matching", reader: "staff", path: urls.rounds.round },
  round_sent_on: { within: "published", reader: "student", path: urls.rounds.result },
  round_no_team: { within: "published", reader: "company", path: (_, choice) => urls.team.team(choice.assignmentId) },
  round_no_team_coach: { within: "published", reader: "coach", path: (_, __, led) => led || urls.work.myWork },
  round_priority: { within: "choosing", reader: "student", path: urls.rounds.choose },
};
/**
 * Writes a letter about a round from what is true when it leaves. Withheld when the round is in another status by then,
 * its reader gone or out of the round, or a reminder no longer needed. `ctx`: the reach of every centre.
 */
export const roundLetterOf = (ctx: Context, owed: AccountLetter): Promise<Letter | Withheld> =>
  inTransaction(ctx, async ({ db }) => {
    const kind = owed.kind as RoundLetter;
    const [round, person] = [await roundById(db, owed.data.round ?? ""), await personById(db, owed.personId ?? "")];
    if (!person || !mayComeIn(person)) return { withheld: "nobody" };
    if (!round || round.status !== places[kind].within) return { withheld: "other state" };
    const student = owed.data.student ? await studentById(db, owed.data.student) : undefined;
    if (owed.data.student && student?.status !== (kind === "round_sent_on" ? "returned" : "in"))
      return { withheld: "no access" };
    const own = student && (await choicesOf(db, student));
    if (untilChosen.includes(kind) && own?.chosen) return { withheld: "has chosen" };
    const choices = await assignmentsAbout(db, round, kind, owed);
    if (choices.length === 0 && aboutAssignments.includes(kind)) return { withheld: "gone" };
    const opener = await personById(db, round.createdBy);
    const locale: Locale = locales.find((l) => l === person.locale) ?? "nl";
    return written({
      kind,
      round,
      locale,
      to: person.email,
      name: person.name,
      choices,
      led: owed.data.path ?? "",
      least: own?.wanted || round.leastChoices,
      left: student?.chosenAt && own ? own.counted : null,
      priority: student?.priority ?? false,
      inviter: opener && mayComeIn(opener) ? opener.name : "",
    });
  });
/** Lists letters that ask to choose: who has chosen by the time they leave needs none. */
const untilChosen: readonly RoundLetter[] = ["round_reminder", "round_fewer"];
const aboutAssignments: readonly RoundLetter[] = ["round_stars", "round_no_team", "round_no_team_coach"];
/** Returns the assignments of the round that a letter is about: of whoever got no team only those for which that is still so. */
async function assignmentsAbout(
  db: Database,
  round: RoundAt,
  kind: RoundLetter,
  { data }: AccountLetter,
): Promise<Titled[]> {
  const asked = [data.choice, ...(data.choices ?? "").split(" ")].flatMap((id) => id || []);
  const left =
    kind === "round_stars" ? null : new Set((await leftWithoutTeam({ db }, round))?.without.map(({ id }) => id));
  const found: Titled[] = [];
  for (const id of asked) {
    const choice = !left || left.has(id) ? await assignmentIn(db, id) : undefined;
    if (choice) found.push({ id, assignmentId: choice.assignmentId, title: choice.title });
  }
  return found;
}
type Titled = Choice & { title: string };
type About = {
  kind: RoundLetter;
  round: RoundAt;
  locale: Locale;
  to: string;
  name: string;
  choices: readonly Titled[];
  led: string;
  least: number;
  left: number | null;
  priority: boolean;
  inviter: string;
};
function written({ kind, round, locale, to, name, choices, led, least, left, priority, inviter }: About): Letter {
  const {
    rounds: { letters: copy },
    letters,
  } = words(locale);
  const by = round.chooseBy ? formats(locale).dateTime(round.chooseBy) : "";
  const { subject, lines, button } = copy[kind]({
    round: clip(round.name),
    centre: round.centre,
    inviter: clip(inviter),
    by,
    least,
    left,
    assignment: formats(locale).list(choices.map(({ title }) => `‘${clip(title)}’`)),
    priority,
  });
  const { reader, path } = places[kind];
  return {
    to,
    locale,
    subject: clip(subject),
    lines: [letters.greeting(name), ...lines],
    button: { label: button, path: path(round.id, choices[0] ?? { id: "", assignmentId: "" }, led) },
    foot: copy.foot[reader](round.centre),
  };
}
