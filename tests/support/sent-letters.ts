import type { Mail } from "#app/platform/mail/mailer.server.ts";
import { deliverMail } from "#app/platform/mail/postman.server.ts";

/** Sends every letter that is owed, and answers what went out. */
export async function sentLetters(runtime: Parameters<typeof deliverMail>[0]["runtime"]): Promise<Mail[]> {
  const mails: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void mails.push(mail), close: () => {} };
  while ((await deliverMail({ runtime, mailer, origin: "https://samenspel.voorbeeld.nl" })) > 0);
  return mails;
}
