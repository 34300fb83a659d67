import {
  giveUp,
  leaseLetters,
  markSent,
  putOff,
  withhold,
  recipientOf,
  type AccountLetter,
  type Queue,
} from "#db/queries/letters/letters.server.ts";
import { connectionLost } from "#db/client.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { secretLetters } from "#app/domain/letters/kinds.ts";
import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { noReach, inTransaction, type Context } from "#app/services/context.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { alertLetterOf } from "./saved-search-letter.server.ts";
import { accountLetterOf, letterOf, type Letter, type Withheld } from "./letters.server.ts";
import { isRoundLetter, roundLetterOf } from "./round-letter.server.ts";
import type { Locale } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { log, errorFields } from "#app/platform/runtime/log.server.ts";
import { measured } from "#app/platform/runtime/metrics.server.ts";
import { rhythm } from "#app/platform/runtime/rhythm.ts";
import { Unsendable, type Mail, type Mailer } from "./mailer.server.ts";

/**
 * A letter is one postman's for a minute, longer than any mailer waits; it begins when the letter has its place, not in a
 * queue. When it comes twice even so: docs/trust.md 4.4.
 */
const leaseFor = 60_000;
/** Says how long, in milliseconds, between two tries to write down that a letter went: at first, and at most. */
const markAgain = { first: 250, most: 1000 };
const mostTries = 8;
/** So many letters are on their way at once. A recipient has one of these places at most, however slow. */
const places = 8;
/** Waits 1, 2, 4 … minutes: the eighth try comes after about two hours. */
const backoff = (tries: number) => 60_000 * 2 ** Math.max(0, tries - 1);
const secrets: ReadonlySet<string> = new Set(secretLetters);
/** What lets somebody in is forgotten once it is sent: by its kind, or because this letter carries a personal link. */
const carriesSecret = (owed: { kind: string; data?: unknown }) =>
  secrets.has(owed.kind) ||
  (owed.kind === "event" && typeof (owed.data as { path?: unknown } | undefined)?.path === "string");
type Delivery = { runtime: Pick<Context, "transact" | "now" | "newId">; mailer: Mailer; origin: string };

/** Describes a letter of either queue on its way, and how it is written. */
type Due = { id: string; kind: string; tries: number; personId: string | null; email: string | null };
type Task = {
  queue: Queue;
  ctx: Context;
  owed: Due;
  /** Tells when its lease has ended, by the clock of `performance`. */
  until: number;
  write: () => Promise<Letter | Withheld>;
};

/**
 * Delivers what is owed, several letters at once, until nothing is left that may go now; answers how many it handled. A
 * letter that waits for a slow server delays no other, also none that becomes due meanwhile. `going` ends it early:
 * what is on its way is waited for. Several servers may do this at once.
 */
export async function deliverMail(post: Delivery, going: () => boolean = () => true): Promise<number> {
  const underWay = new Map<string, Promise<void>>();
  let handled = 0;
  try {
    while (going()) {
      const tasks = await take(post, [...underWay.keys()], places - underWay.size);
      for (const task of tasks) {
        const to = recipientOf(task.owed);
        underWay.set(
          to,
          deliverOne(post, task, going)
            .catch((error) => log("error", "a letter was not marked", { letter: task.owed.id, ...errorFields(error) }))
            .finally(() => underWay.delete(to)),
        );
      }
      handled += tasks.length;
      if (underWay.size === 0) break;
      if (tasks.length === 0 || underWay.size >= places) await oneOf(underWay.values());
    }
  } finally {
    // They are waited for also when the database went away: a letter on its way is nobody else's.
    await Promise.all(underWay.values());
  }
  return handled;
}
/** Until one of these is done, or it is time to look for new letters. */
async function oneOf(underWay: Iterable<Promise<void>>) {
  let timer: NodeJS.Timeout | undefined;
  const again = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, rhythm.post);
  });
  await Promise.race([...underWay, again]);
  clearTimeout(timer);
}
/** Leases letters for the free places: those of accounts first, since somebody waits for them at a screen. */
async function take(post: Delivery, busy: readonly string[], free: number): Promise<Task[]> {
  if (free <= 0) return [];
  const systemContext = await systemContextEverywhere(post.runtime);
  const nobody = { ...systemContext, reach: noReach };
  const until = performance.now() + leaseFor;
  const lease = <Q extends Queue>(ctx: Context, queue: Q, except: readonly string[], most: number) =>
    inTransaction(ctx, ({ db, now }) =>
      leaseLetters(db, queue, { now: now(), until: new Date(+now() + leaseFor), most, busy: except }),
    );
  const personal = await lease(nobody, "account", busy, free);
  const taken = [...busy, ...personal.map(recipientOf)];
  const others = personal.length < free ? await lease(systemContext, "outbox", taken, free - personal.length) : [];
  return [
    ...personal.map((owed) => ({
      queue: "account" as const,
      ctx: nobody,
      owed,
      until,
      write: () => written(systemContext, owed),
    })),
    ...others.map((owed) => ({
      queue: "outbox" as const,
      ctx: systemContext,
      owed,
      until,
      write: () => inTransaction(systemContext, (inside) => letterOf(inside, owed)),
    })),
  ];
}
const written = async (ctx: Context, owed: AccountLetter): Promise<Letter | Withheld> =>
  owed.kind === "saved_search"
    ? alertLetterOf(ctx, owed)
    : isRoundLetter(owed.kind)
      ? roundLetterOf(ctx, owed)
      : plainLetter(ctx, owed);
/** Whose account is not open gets no letter, but the one that says that they closed it. */
async function plainLetter(ctx: Context, owed: AccountLetter): Promise<Letter | Withheld> {
  const { personId } = owed;
  const person = personId ? await ctx.transact(noReach, (db) => personById(db, personId)) : undefined;
  return person && !mayComeIn(person) && owed.kind !== "account_closed"
    ? { withheld: "nobody" }
    : accountLetterOf(owed);
}

async function deliverOne({ mailer, origin }: Delivery, task: Task, going: () => boolean): Promise<void> {
  const { queue, ctx, owed, until, write } = task;
  const now = ctx.now();
  const note = (work: Parameters<typeof inTransaction<unknown>>[1]) => inTransaction(ctx, work);
  try {
    const letter = await write();
    if ("withheld" in letter) measured.letter("withheld");
    if ("withheld" in letter)
      return void (await note(({ db }) => withhold(db, queue, owed.id, { now, why: letter.withheld })));
    await mailer.send(renderMail(letter, owed.id, origin));
  } catch (error) {
    const why =
      error instanceof Unsendable
        ? `unsendable ${error.message}`
        : (errorFields(error).code ?? "failed").toString().slice(0, 200);
    log("warn", "a letter did not go", { letter: owed.id, tries: owed.tries, why });
    const over = error instanceof Unsendable || owed.tries >= mostTries;
    measured.letter(over ? "dead" : "put off");
    if (over) return void (await note(({ db }) => giveUp(db, queue, owed.id, { now, why })));
    return void (await note(({ db }) =>
      putOff(db, queue, owed.id, { dueAt: new Date(+now + backoff(owed.tries)), why }),
    ));
  }
  measured.letter("sent");
  await persistently(
    () => note(({ db }) => markSent(db, queue, owed.id, { now: ctx.now(), forget: carriesSecret(owed) })),
    (error) => performance.now() < until || (connectionLost(error) && going()),
  );
}
/**
 * What went is written down, else the letter would go again: tried until its lease ends, and while the database is away
 * for as long as this server works. Until then its recipient gets no letter from this server, so not this one again.
 */
async function persistently(work: () => Promise<unknown>, again: (error: unknown) => boolean) {
  for (let wait = markAgain.first; ; wait = Math.min(2 * wait, markAgain.most))
    try {
      return void (await work());
    } catch (error) {
      if (!again(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
}
const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const linkTo = (address: string, label = address) => `<a href="${escape(address)}">${escape(label)}</a>`;
/**
 * Returns the same words as plain text and as HTML, with one link and those of the list; in a second language below
 * the first where the reader's is unknown.
 */
export function renderMail(letter: Letter, id: string, origin: string): Mail {
  const { to, locale, subject, button, foot, also, items = [], after = [], off } = letter;
  const link = button && origin + button.path;
  const parts = [{ locale, lines: letter.lines, label: button?.label ?? "" }, ...(also ? [also] : [])];
  const listed = [
    ...items.map((item) => [item.title, item.under, origin + item.path].filter(Boolean).join("\n")),
    ...after,
  ];
  const away = off ? [`${off.label}\n${origin}${off.path}`] : [];
  const text = [
    ...parts.flatMap((part, at) => [
      ...part.lines,
      ...(at === 0 ? listed : []),
      ...(link ? [`${part.label}:\n${link}`] : []),
    ]),
    "--",
    foot,
    ...away,
  ].join("\n\n");
  const body = [
    ...parts.map(
      (part, at) =>
        `<div lang="${part.locale}">${bodyOf(part, link, at === 0 ? listOf(items, after, origin) : "")}</div>`,
    ),
    `<hr><p><small>${escape(foot)}${off ? `<br>${escape(off.label)} ${linkTo(origin + off.path)}` : ""}</small></p>`,
  ].join("\n");
  const head = `<head><meta charset="utf-8"><title>${escape(subject)}</title></head>`;
  return {
    to,
    subject,
    text,
    html: `<!doctype html><html lang="${locale}">${head}<body style="font-family: sans-serif; max-width: 40rem">${body}</body></html>`,
    messageId: `<${id}@${new URL(origin).hostname}>`,
    ...(off ? { unsubscribe: origin + off.path } : {}),
  };
}
function bodyOf(part: { locale: Locale; lines: readonly string[]; label: string }, link: string | null, list: string) {
  const lines = [...part.lines.map((line) => `<p>${escape(line)}</p>`), ...(list ? [list] : [])];
  if (!link) return lines.join("\n");
  return [
    ...lines,
    `<p>${linkTo(link, part.label)}</p>`,
    `<p>${escape(words(part.locale).letters.link_below)}<br>${escape(link)}</p>`,
  ].join("\n");
}
function listOf(items: NonNullable<Letter["items"]>, after: readonly string[], origin: string) {
  const rows = items.map(
    (item) => `<li>${linkTo(origin + item.path, item.title)}${item.under ? `<br>${escape(item.under)}` : ""}</li>`,
  );
  return [...(rows.length ? [`<ul>${rows.join("")}</ul>`] : []), ...after.map((line) => `<p>${escape(line)}</p>`)].join(
    "\n",
  );
}
