import { expect, test } from "vitest";
import { mustEncrypt, smtpMailer, type Mail } from "#app/platform/mail/mailer.server.ts";
import { renderMail } from "#app/platform/mail/postman.server.ts";
import { mailServer } from "#tests/support/mail-server.ts";

/** Returns headers as they went over the line, unfolded. */
const headersOf = (message: string) =>
  (message.split("\r\n\r\n")[0] ?? "").replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
const letter = {
  to: "yara@voorbeeld.nl",
  locale: "nl" as const,
  subject: "Nieuw vraagstuk: water",
  lines: ["Beste Yara,"],
  button: { label: "Bekijk", path: "/vraagstukken" },
  foot: "Een voet.",
};
const origin = "https://samenspel.voorbeeld.nl";

// RFC 8058 asks for both: an address and one click.
test("a letter that can be switched off says so to the mail program; other letters do not", async () => {
  const { url, taken } = await mailServer();
  const mailer = smtpMailer(url, "Samenspel <noreply@voorbeeld.nl>");
  await mailer.send(
    renderMail(
      {
        ...letter,
        items: [{ title: "Gemalen", under: "Sneek", path: "/vraagstukken/1" }],
        off: { label: "Zet uit:", path: "/zoekopdracht-uit/abc" },
      },
      "11111111-1111-4111-8111-111111111111",
      origin,
    ),
  );
  await mailer.send(renderMail(letter, "22222222-2222-4222-8222-222222222222", origin));
  mailer.close();
  const [one, two] = taken.map(headersOf);
  expect(one).toContain(`List-Unsubscribe: <${origin}/zoekopdracht-uit/abc>`);
  expect(one).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(one).toContain("Auto-Submitted: auto-generated");
  expect(two?.filter((h) => /^List-/i.test(h))).toEqual([]);
});
test("the off link stands in the letter itself, in text and in HTML, apart from its own button", () => {
  const mail = renderMail(
    {
      ...letter,
      items: [{ title: "<i>Gemalen</i>", under: "", path: "/vraagstukken/1" }],
      after: ["Er is er nog één."],
      off: { label: "Zet uit:", path: "/zoekopdracht-uit/abc" },
    },
    "x",
    origin,
  );
  expect(mail.text).toContain(`Zet uit:\n${origin}/zoekopdracht-uit/abc`);
  expect(mail.html).toContain(`href="${origin}/zoekopdracht-uit/abc"`);
  expect(mail.html).toContain("&lt;i&gt;Gemalen");
  expect(mail.text.indexOf("Gemalen")).toBeLessThan(mail.text.indexOf("Er is er nog één."));
});
test("an off address that would break out of its header is not sent", async () => {
  const { url, taken } = await mailServer();
  const mailer = smtpMailer(url, "Samenspel <noreply@voorbeeld.nl>");
  const mail: Mail = { to: "yara@voorbeeld.nl", subject: "x", text: "x", html: "x", messageId: "<x@voorbeeld.nl>" };
  for (const unsubscribe of [
    "https://a.nl/\r\nBcc: b@c.nl",
    "javascript:alert(1)",
    "https://a.nl/>,<https://b.nl",
    "https://a.nl/ b",
  ])
    await expect(mailer.send({ ...mail, unsubscribe })).rejects.toThrow("unsubscribe");
  mailer.close();
  expect(taken).toEqual([]);
});

test("a recipient or a subject that would begin another header is not sent", async () => {
  const { url, taken } = await mailServer();
  const mailer = smtpMailer(url, "Samenspel <noreply@voorbeeld.nl>");
  const mail: Mail = { to: "a@b.nl", subject: "Dag", text: "", html: "", messageId: "<1@samenspel>" };
  for (const to of ["a@b.nl\r\nBcc: c@d.nl", "a@b.nl, c@d.nl", "a@b.nl\0", "<a@b.nl>", "a b@c.nl"])
    await expect(mailer.send({ ...mail, to }), to).rejects.toThrow("address");
  for (const subject of ["Dag\r\nBcc: c@d.nl", "Dag\n", "Dag\u2028x", "\0"])
    await expect(mailer.send({ ...mail, subject }), subject).rejects.toThrow("subject");
  expect(taken).toEqual([]);
  await mailer.send(mail);
  mailer.close();
  expect(taken).toHaveLength(1);
});
test("to another machine no letter goes in the clear; one on this machine may be talked to plainly", async () => {
  expect(["smtp://mail.school.nl:587", "smtp://127.0.0.1.nl", "smtp://192.168.1.4"].map(mustEncrypt)).toEqual(
    Array(3).fill(true),
  );
  expect(["smtp://localhost:25", "smtp://127.0.0.1:25", "smtp://[::1]:25"].map(mustEncrypt)).toEqual(
    Array(3).fill(false),
  );
  const { url, taken } = await mailServer();
  const mail = renderMail(letter, "33333333-3333-4333-8333-333333333333", origin);
  const strict = smtpMailer(url, "Samenspel <noreply@voorbeeld.nl>", {}, true);
  await expect(strict.send(mail)).rejects.toThrow(/TLS/);
  strict.close();
  expect(taken).toEqual([]);
});
