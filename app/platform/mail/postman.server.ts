import {
  giveUp,
  leaseLetters,
  markSent,
  putOff,
  withhold,
  type AccountLetter,
  type OwedLetter,
  type Queue,
} from "#db/queries/letters/letters.server.ts";
import { noReach, inTransaction, type Context } from "#app/services/context.ts";
import { clerkEverywhere } from "#app/services/clerk.server.ts";
import { alertLetterOf } from "./saved-search-letter.server.ts";
import { accountLetterOf, letterOf, type Letter, type Withheld } from "./letters.server.ts";
import { isRoundLetter, roundLetterOf } from "./round-letter.server.ts";
import type { Locale } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { log, errorFields } from "#app/platform/runtime/log.server.ts";
import { Unsendable, type Mail, type Mailer } from "./mailer.server.ts";

/**
 * A letter is one postman's for a minute: longer than any mailer waits, so it is sent twice only when a server dies in
 * between. That minute is the stated window for a duplicate.
 */
const leaseFor = 60_000;
const mostTries = 8;
const atOnce = 20;
/** 1, 2, 4 … minutes: the eighth try comes after about two hours. */
const backoff = (tries: number) => 60_000 * 2 ** Math.max(0, tries - 1);
/** Kinds of letters that let somebody in. */
export const secretLetters = [
  "code",
  "link",
  "confirm_address",
  "reset_password",
  "invitation",
  "saved_search",
  "draft_link",
  "draft_confirm",
  "new_address",
];
const secrets = new Set(secretLetters);
/** What lets somebody in is forgotten once it is sent: by its kind, or because this letter carries a personal link. */
const carriesSecret = (owed: { kind: string; data?: unknown }) =>
  secrets.has(owed.kind) ||
  (owed.kind === "event" && typeof (owed.data as { path?: unknown } | undefined)?.path === "string");
type Delivery = { runtime: Pick<Context, "transact" | "now" | "newId">; mailer: Mailer; origin: string };

/**
 * One round: leases letters that are due, writes, sends and marks each. Answers how many it handled. Several servers
 * may do this at once.
 */
export async function deliverMail(post: Delivery): Promise<number> {
  const ctx = await clerkEverywhere(post.runtime);
  return (
    (await deliverQueue(post, ctx, "outbox", (owed: OwedLetter) =>
      inTransaction(ctx, (inside) => letterOf(inside, owed)),
    )) +
    (await deliverQueue(post, { ...ctx, reach: noReach }, "account", async (owed: AccountLetter) =>
      owed.kind === "saved_search"
        ? alertLetterOf(ctx, owed)
        : isRoundLetter(owed.kind)
          ? roundLetterOf(ctx, owed)
          : accountLetterOf(owed),
    ))
  );
}
async function deliverQueue<L extends { id: string; kind: string; tries: number }>(
  post: Delivery,
  ctx: Context,
  queue: Queue,
  write: (owed: L) => Promise<Letter | Withheld>,
): Promise<number> {
  const now = ctx.now();
  const leased = (await inTransaction(ctx, ({ db }) =>
    leaseLetters(db, queue, { now, until: new Date(+now + leaseFor), most: atOnce }),
  )) as unknown as L[];
  for (const owed of leased) await deliverOne(post, ctx, queue, owed, write);
  return leased.length;
}
async function deliverOne<L extends { id: string; kind: string; tries: number }>(
  { mailer, origin }: Delivery,
  ctx: Context,
  queue: Queue,
  owed: L,
  write: (owed: L) => Promise<Letter | Withheld>,
) {
  const now = ctx.now();
  const note = (work: Parameters<typeof inTransaction<unknown>>[1]) => inTransaction(ctx, work);
  try {
    const letter = await write(owed);
    if ("withheld" in letter)
      return await note(({ db }) => withhold(db, queue, owed.id, { now, why: letter.withheld }));
    await mailer.send(renderMail(letter, owed.id, origin));
    return await note(({ db }) => markSent(db, queue, owed.id, { now, forget: carriesSecret(owed) }));
  } catch (error) {
    const why =
      error instanceof Unsendable
        ? `unsendable ${error.message}`
        : (errorFields(error).code ?? "failed").toString().slice(0, 200);
    log("warn", "a letter did not go", { letter: owed.id, tries: owed.tries, why });
    if (error instanceof Unsendable || owed.tries >= mostTries)
      return note(({ db }) => giveUp(db, queue, owed.id, { now, why }));
    return note(({ db }) => putOff(db, queue, owed.id, { dueAt: new Date(+now + backoff(owed.tries)), why }));
  }
}
const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const linkTo = (address: string, label = address) => `<a href="${escape(address)}">${escape(label)}</a>`;
/**
 * The same words as plain text and as HTML, with one link and those of the list; in a second language below the first
 * where the reader's is unknown.
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
