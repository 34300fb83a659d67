import { createTransport } from "nodemailer";
import { keepMail } from "#db/queries/letters/mailbox.server.ts";
import { readEmail } from "#app/domain/fields/scalars.ts";
import { noReach, type Context } from "#app/services/context.ts";

/**
 * A letter ready to go. `messageId` comes from its row, so that sending it again is recognised as the same.
 * `unsubscribe` is an address on our own site that switches such letters off with one POST (RFC 8058).
 */
export type Mail = { to: string; subject: string; text: string; html: string; messageId: string; unsubscribe?: string };
/**
 * Takes one letter, or throws; never half. `close` ends what still waits for an answer, and the letters it was about
 * throw.
 */
export type Mailer = { send: (mail: Mail) => Promise<void>; close: () => void };

/** Describes a letter that can never go: its address or a header is no such thing. Trying again will not help. */
export class Unsendable extends Error {}

/** Matches what no header may hold: line ends and controls end a header and begin another (CVE-2025-14874 and its kin). */
const control = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
/** Returns the letter when its heads can be sent as they are; throws `Unsendable` with the part that cannot. */
function checked(mail: Mail): Mail {
  if ("error" in readEmail(mail.to) || control.test(mail.to)) throw new Unsendable("address");
  if (control.test(mail.subject)) throw new Unsendable("subject");
  if (!/^<[\w.-]+@[\w.-]+>$/.test(mail.messageId)) throw new Unsendable("message id");
  if (mail.unsubscribe && !/^https?:\/\/[^\s<>]+$/.test(mail.unsubscribe)) throw new Unsendable("unsubscribe");
  return mail;
}

/**
 * Says how long each wait of a letter may take, and `letter` all of them together: a server that says a word now and then
 * would else hold it for ever. In milliseconds; all are shorter than a lease, so a letter is never sent by two postmen.
 */
const usualWaits = { connection: 8000, greeting: 8000, silence: 30_000, dns: 5000, letter: 40_000 } as const;
/** As many connections as letters can be on their way, so that none waits for another's. */
const connections = 8;

/** Tells whether letters to this server must travel encrypted: only what never leaves this machine need not. */
export const mustEncrypt = (url: string): boolean =>
  !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname.toLowerCase());

/** Sends over SMTP; to another machine never in the clear, and only to whoever shows a certificate of that name. */
export function smtpMailer(
  url: string,
  from: string,
  given: Partial<Record<keyof typeof usualWaits, number>> = {},
  encrypted = mustEncrypt(url),
) {
  const waits = { ...usualWaits, ...given };
  const transport = createTransport({
    url,
    requireTLS: encrypted,
    pool: true,
    maxConnections: connections,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: waits.connection,
    greetingTimeout: waits.greeting,
    socketTimeout: waits.silence,
    dnsTimeout: waits.dns,
  });
  const mailer: Mailer = {
    send: async (mail) => {
      const { to, subject, text, html, messageId, unsubscribe } = checked(mail);
      await transport.sendMail({
        signal: AbortSignal.timeout(waits.letter),
        from,
        to: { name: "", address: to },
        subject,
        text,
        html,
        messageId,
        disableFileAccess: true,
        disableUrlAccess: true,
        headers: {
          "Auto-Submitted": "auto-generated",
          ...(unsubscribe
            ? { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
            : {}),
        },
      });
    },
    close: () => transport.close({ force: true }),
  };
  return mailer;
}

/** Keeps letters in the product, where the demo shows them; the same letter twice is one. */
export const mailboxMailer = ({ transact, now }: Pick<Context, "transact" | "now">): Mailer => ({
  send: async (given) => {
    const { to, subject, text, html, messageId } = checked(given);
    await transact(noReach, (db) =>
      keepMail(db, { id: messageId.slice(1, -1), email: to, subject, text, html, at: now() }),
    );
  },
  close: () => {},
});
