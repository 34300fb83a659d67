import type { AccountLetterKind } from "#app/domain/letters/kinds.ts";
import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { authorWords } from "#app/i18n/author-words.ts";
import { moveText } from "#app/domain/workflow/move-answers.ts";
import { doneWords } from "#app/i18n/move-words.ts";
import { questionActs } from "#app/domain/log/acts.ts";
import { readersPart } from "#app/domain/log/readers.ts";
import { isHalfConfirmed, type Recipient } from "#app/domain/workflow/machine.ts";
import { rolesOn, type Actor } from "#app/domain/workflow/policy.ts";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { readsWhy } from "#app/domain/workflow/shown.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { locales, type Locale } from "#app/domain/words.ts";
import { formats } from "#app/i18n/format.ts";
import { roleNames, words, type Words } from "#app/i18n/words.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { eventWithActor } from "#db/queries/log/events.server.ts";
import type { AccountLetter, OwedLetter } from "#db/queries/letters/letters.server.ts";
import { findAssignment, type AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { personByEmail, personById } from "#db/queries/account/people.server.ts";
import type { Inside } from "#app/services/context.ts";
import { reasonOf } from "#app/services/assignment/reason-of.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";
import { urls } from "#app/urls.ts";
import { accessOf } from "./access.server.ts";
import { registerOf, roleFor, type Register } from "./addressed.ts";
import { choiceLines } from "./choice-lines.server.ts";
import { clip } from "./clip.ts";
import { clockContent, clockPart } from "./clock-content.server.ts";
import { notedLines, waitingLines } from "./money-lines.server.ts";
import { letterTurn, type Asked, type LetterTurn } from "./letter-turn.server.ts";
import { questionContent } from "./question-content.server.ts";
import { answersRead, authorTo, writtenLines } from "./written-lines.server.ts";

/** Describes a letter in words, before it is dressed as mail: `path` is where its button leads. */
export type Letter = {
  to: string;
  locale: Locale;
  subject: string;
  lines: readonly string[];
  button: { label: string; path: string } | null;
  foot: string;
  /** Holds a list of things with a link each, and what is said below it. */
  items?: readonly { title: string; under: string; path: string }[];
  after?: readonly string[];
  /** Tells where this kind of letter is switched off: by its reader, or by the mail program for them. */
  off?: { label: string; path: string };
  /** Holds the same letter in the other language, for a reader whose language nobody knows. */
  also?: { locale: Locale; lines: readonly string[]; label: string };
};
/** Says why a letter is not sent after all. */
export type Withheld = { withheld: string };
type Reader = { id: string; name: string; email: string; locale: Locale };
const secretOne = (assignment: AssignmentContext) => assignment.row.confidentiality === "secret";

/**
 * Writes a letter about an assignment, in the reader's language, from what is true at this moment. Withheld from anyone
 * who may not see the assignment any more (docs/trust.md 3.6).
 */
export async function letterOf(ctx: Inside, owed: OwedLetter): Promise<Letter | Withheld> {
  const assignment = await findAssignment(ctx.db, owed.assignmentId);
  if (!assignment) return { withheld: "gone" };
  if (owed.kind === "link") return linkLetter(ctx, owed, assignment);
  if (owed.kind === "code" && owed.email) return guardianCode(ctx, owed, owed.email);
  const person = owed.personId ? await personById(ctx.db, owed.personId) : undefined;
  if (!person || !mayComeIn(person)) return { withheld: "nobody" };
  const reader: Reader = { id: person.id, name: person.name, email: person.email, locale: person.locale };
  if (owed.kind === "code") return codeLetter(owed, reader);
  const actor = await actorOf(ctx.db, person.id);
  const access = await accessOf(ctx, owed, assignment, actor);
  if (!access) return { withheld: "no access" };
  const { seen, seat, maker, personal } = access;
  const home =
    owed.data.path || (seen ? urls.assignment.assignment(assignment.row.id) : urls.team.seat(assignment.row.id));
  const all = words(reader.locale);
  const register = registerOf(owed.relation, actor, assignment.row.id);
  const as = roleFor(all.letters.roles, owed.relation, actor, accessScopeOf(assignment));
  const base = {
    to: reader.email,
    locale: reader.locale,
    foot: all.letters.why(register, as, assignment.centre.name),
  };
  const buttonTo = (path: string) =>
    seen || seat || (maker && owed.data.path) ? { label: all.letters.open, path } : null;
  const greeting = all.letters.greeting(reader.name);
  if (secretOne(assignment))
    return {
      ...base,
      button: buttonTo(home),
      subject: all.letters.secret.subject,
      lines: [greeting, all.letters.secret.text, ...(personal ? [all.letters.link.revise] : [])],
    };
  const content: Content | null =
    owed.kind === "event"
      ? await eventContent(ctx, owed, { all, register, assignment, reader: { actor, locale: reader.locale } })
      : clockContent(owed, all, reader.locale, {
          part: seen ? await clockPart(ctx, owed, all) : "",
          more: seen ? await waitingLines(ctx, assignment, owed, { actor, locale: reader.locale }) : [],
        });
  if (!content) return { withheld: "no event" };
  const reads = { actor, locale: reader.locale, register, seen };
  const turn = content.turn ?? (await letterTurn({ ...ctx, actor }, assignment, all, reads, content.asked));
  return {
    ...base,
    button: buttonTo(owed.data.path || (turn.path ?? home)),
    subject: clip(`${content.subject}: ${assignment.row.title}`),
    lines: [
      greeting,
      ...content.lines,
      `${all.letters.what.question}: ${assignment.row.title}`,
      ...turn.lines,
      ...(personal ? [all.letters.link.revise, all.letters.link.personal] : []),
    ],
  };
}
/** Tells what a letter tells; `turn`: what it asks of its reader itself, before whatever else the assignment asks. */
type Content = { subject: string; asked: Asked | null; lines: readonly string[]; turn?: LetterTurn };
type ReaderOfEvent = {
  all: Words;
  register: Register;
  assignment: AssignmentContext;
  reader: { actor: Actor; locale: Locale };
};
/** Tells what happened, when and why, and what was written with it as far as this reader may read that. */
async function eventContent(
  ctx: Inside,
  owed: OwedLetter,
  { all, register, assignment, reader }: ReaderOfEvent,
): Promise<Content | null> {
  const { locale } = reader;
  const found = owed.eventId ? await eventWithActor(ctx.db, owed.eventId) : undefined;
  if (!found) return null;
  const { event } = found;
  const questionAct = questionActs.find((act) => act === event.move);
  if (questionAct) return questionContent(ctx, { act: questionAct, event, assignment }, all, { ...reader, register });
  // Whoever may not know what was done hears only what they see on the page: that the dispute is over, not how.
  const part = readersPart(rowOf(event.object, event.move));
  const hushed = part && !may(part, rolesOn(reader.actor, accessScopeOf(assignment))) && all.letters.hushed[event.move];
  if (hushed)
    return {
      subject: hushed,
      asked: null,
      lines: [`${hushed}.`, `${all.letters.what.when}: ${formats(locale).dateTime(event.at)}`],
    };
  const actor = authorWords(all, await authorTo(ctx, found, assignment, reader.actor));
  const asked = rowOf(event.object, event.move)?.asks?.[owed.relation as Recipient] ?? null;
  const done =
    all.letters.toYou[event.move]?.[owed.relation]?.(register) ?? doneWords(all, event.move, isHalfConfirmed(event));
  const shown = await answersRead(ctx, assignment, event, reader.actor);
  const why = reasonOf(event, shown).reason;
  const reason = why ? ((all.reasons as Record<string, string>)[why] ?? "") : "";
  const referred = readsWhy(rowOf(event.object, event.move), "referral_centre", shown)
    ? moveText(event.answers, "referral_name")
    : "";
  return {
    subject: `${actor} ${done}`,
    asked,
    lines: [
      `${actor} ${done}.`,
      `${all.letters.what.when}: ${formats(locale).dateTime(event.at)}`,
      ...(reason ? [`${all.letters.what.reason}: ${reason}`] : []),
      ...(event.move === "select_claim" ? await choiceLines(ctx, assignment, event.objectId, all, reader.actor) : []),
      ...(await notedLines(ctx, assignment, event, shown, reader)),
      ...writtenLines(event, shown, locale),
      ...(referred ? [all.letters.referred(referred)] : []),
    ],
  };
}
function codeLetter(owed: OwedLetter, { name, email, locale }: Reader): Letter {
  const { letters } = words(locale);
  return {
    to: email,
    locale,
    subject: letters.code.subject,
    lines: [letters.greeting(name), letters.code.text, owed.data.code ?? "", letters.code.warn],
    button: null,
    foot: letters.whyAccount,
  };
}
/** Returns a code for somebody who signs by a personal link, in both languages where no language is known. */
async function guardianCode(ctx: Inside, owed: OwedLetter, email: string): Promise<Letter> {
  const known = (await personByEmail(ctx.db, email))?.locale;
  const [first, second] = [
    codeLetter(owed, { id: "", name: owed.data.name ?? "", email, locale: known ?? locales[0] }),
    codeLetter(owed, { id: "", name: owed.data.name ?? "", email, locale: locales[1] }),
  ];
  return known
    ? first
    : {
        ...first,
        subject: `${first.subject} / ${second.subject}`,
        also: { locale: second.locale, lines: second.lines, label: "" },
      };
}
/**
 * Returns a letter with a personal link. Whoever has an account reads it in the language of that account; of anybody
 * else no language is known, so it says the same in both.
 */
async function linkLetter(ctx: Inside, owed: OwedLetter, assignment: AssignmentContext): Promise<Letter> {
  const [to, path] = [owed.email ?? "", owed.data.path ?? ""];
  const known = (await personByEmail(ctx.db, to))?.locale;
  const first = known ?? locales[0];
  const copy = linkWords(first, owed, assignment);
  const letter: Letter = {
    to,
    locale: first,
    subject: copy.subject,
    lines: copy.lines,
    button: path ? { label: copy.label, path } : null,
    foot: words(first).letters.whyAccount,
  };
  if (known) return letter;
  const other = linkWords(locales[1], owed, assignment);
  return {
    ...letter,
    subject: `${copy.subject} / ${other.subject}`,
    also: { locale: locales[1], lines: other.lines, label: other.label },
  };
}
function linkWords(locale: Locale, owed: OwedLetter, { row }: AssignmentContext) {
  const { letters } = words(locale);
  const { guardian, showcase_guardian, community, implementation, revision } = letters;
  const about = {
    guardian: {
      ...guardian,
      lines: [row.confidentiality === "secret" ? guardian.secret : guardian.text(row.title), guardian.more],
    },
    guardian_start: { ...guardian, ...guardian.start, lines: [guardian.start.text] },
    guardian_stop: { ...guardian, ...guardian.stop, lines: [guardian.stop.text] },
    showcase_guardian: { ...showcase_guardian, lines: [showcase_guardian.text(row.title), showcase_guardian.more] },
    community: { ...community, lines: [community.text] },
    revision: { ...revision, lines: [revision.text] },
  }[owed.data.about ?? ""] ?? { ...implementation, lines: [implementation.text] };
  return {
    subject: about.subject,
    label: about.button,
    lines: [letters.greeting(owed.data.name ?? ""), ...about.lines, ...(owed.data.path ? [letters.link.personal] : [])],
  };
}
/** Returns a letter about an account; its address is the one it was asked for. */
export function accountLetterOf({ kind, email, data, ...to }: AccountLetter): Letter | Withheld {
  const locale: Locale = to.locale === "en" ? "en" : "nl";
  const { letters } = words(locale);
  const roles: Readonly<Record<string, string>> = roleNames(locale);
  const copy = (letters.account as Partial<Record<AccountLetterKind, typeof letters.account.invitation>>)[kind];
  if (!copy) return { withheld: "unknown kind" };
  const { round = "", title = "" } = data;
  const about = title || round;
  // Of whom no name may be told, the centre or organisation speaks that they invite for.
  const inviter = data.by || (kind === "invitation" ? data.place : "");
  return {
    to: email,
    locale,
    subject: about ? clip(`${copy.subject}: ${about}`) : copy.subject,
    lines: [
      letters.greeting(data.name ?? ""),
      inviter ? letters.invitedBy(clip(inviter)) : copy.text,
      ...(data.role && Object.hasOwn(roles, data.role)
        ? [letters.invitedAs(roles[data.role] ?? "", clip(data.place ?? ""))]
        : []),
      ...(title ? [letters.aboutQuestion(clip(title), clip(round))] : []),
      ...(round && !title ? [letters.aboutRound(clip(round), clip(data.centre ?? ""))] : []),
      ...(data.until ? [letters.invitedUntil(formats(locale).dateTime(data.until))] : []),
      ...(data.chooseBy ? [letters.chooseBy(formats(locale).dateTime(data.chooseBy))] : []),
      ...(data.who ? [letters.asker(clip(data.who), clip(data.address ?? ""))] : []),
      copy.after,
    ],
    button: { label: copy.button, path: data.path ?? urls.public.home },
    foot: letters.whyAccount,
  };
}
