import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { AccountLink } from "#app/domain/account/links.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { accountLetterOf } from "#app/platform/mail/letters.server.ts";
import { renderMail } from "#app/platform/mail/postman.server.ts";
import { invite } from "#app/services/account/invitations.server.ts";
import { requestReset } from "#app/services/account/passwords.server.ts";
import { requestConfirmation, requestRegistration } from "#app/services/account/registration.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { requestSend } from "#app/services/intake/draft-confirm.server.ts";
import { beginDraft, openDraft, saveDraftStep } from "#app/services/intake/drafts.server.ts";
import { takeOver } from "#app/services/intake/help.server.ts";
import { askNewAddress, correctName } from "#app/services/privacy/correction.server.ts";
import { inviteStudents } from "#app/services/rounds/notifications.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { asPosted } from "#app/ui/fields/posted-values.ts";
import { draftSteps, draftStepIds } from "#app/domain/intake/draft.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { accountLetters, intakeDrafts, people } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

/** Holds the letter of each kind of link; each goes, sooner or later, to an address that nobody proved. */
const letterOf = {
  confirm: "confirm_address",
  reset: "reset_password",
  draft_confirm: "draft_confirm",
  draft: "draft_link",
  new_address: "new_address",
  invitation: "invitation",
} satisfies Record<AccountLink, string>;
const lure = "klant, u heeft gewonnen: ga naar https://evil.example/prijs";
let w: World;
let c: Cast;
let visitor: Context;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  visitor = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
});
const raw = <T>(work: Parameters<typeof w.database.transact<T>>[1]) => w.database.transact(noReach, work);

/** Makes a draft whose every free word is the lure, sent as far as a letter, and taken over by whoever helps. */
async function draft() {
  const key = await beginDraft(visitor, c.centreId);
  const version = async () => (await openDraft({ ctx: visitor, key }))?.version ?? -1;
  const words = { title: lure, company: lure, contact_name: lure, problem_owner: lure, place: lure };
  const answers = { ...question("effort"), ...words, email: "concept@vreemd.example", kvk: "69599068" };
  for (const step of draftStepIds)
    await saveDraftStep({ ctx: visitor, key }, step, asPosted(draftSteps[step], answers as never), await version());
  await requestSend(visitor, key, await version());
  const email = "hulp@vreemd.example";
  await saveDraftStep({ ctx: visitor, key }, "adres", { email, help: "yes" }, await version());
  const [row] = await raw((db) => db.select().from(intakeDrafts).where(eq(intakeDrafts.email, email)));
  await takeOver(await w.as(c.developer), "waterkracht", row?.id ?? "", "");
}
/** Makes somebody whom a school put on a list, by the name that stood there. */
async function listed(email: string) {
  const id = w.newId();
  await raw((db) => db.insert(people).values({ id, name: lure, email, passwordHash: "x", createdAt: w.now() }));
  return id;
}

test("no letter to an address that is not proved carries what somebody typed, whatever kind of letter it is", async () => {
  await draft();
  const typed = { name: lure, company: lure, kvk: "90100001", place: lure, sector: "water" as const };
  await requestRegistration(visitor, { ...typed, email: "nieuw@vreemd.example", centreId: c.centreId });
  await requestConfirmation(visitor, "nieuw@vreemd.example");
  const personId = await listed("lijst@vreemd.example");
  await requestReset(visitor, "lijst@vreemd.example");
  await requestConfirmation(visitor, "lijst@vreemd.example");
  await correctName(await w.as(c.teacher), lure);
  await askNewAddress(await w.as(c.teacher), "ander@vreemd.example");
  const [coordinator, owner] = [await w.as(c.coordinator), await w.as(c.owner)];
  await invite(coordinator, { email: "a@vreemd.example", role: "student", centreId: c.centreId, programme: lure });
  await invite(owner, {
    email: "b@vreemd.example",
    role: "authorised_signatory",
    organizationId: c.companyId,
    mandate: lure,
  });
  await inTransaction(coordinator, (inside) =>
    inviteStudents(inside, { ...c, centre: "Centrum Waterkracht", chooseBy: w.now() }, [
      { personId, email: "lijst@vreemd.example", locale: "nl", programme: lure },
    ]),
  );

  const owed = await raw((db) => db.select().from(accountLetters));
  const strange = owed.filter(({ email }) => email.endsWith("@vreemd.example"));
  expect([...new Set(strange.map(({ kind }) => kind))].sort()).toEqual(Object.values(letterOf).sort());
  for (const letter of strange) {
    const written = accountLetterOf(letter as never);
    if ("withheld" in written) throw new Error(`${letter.kind} is withheld: ${written.withheld}`);
    const { subject, text, html } = renderMail(written, "id", "https://samenspel.example");
    expect(`${subject}\n${text}\n${html}`, `${letter.kind} to ${letter.email}`).not.toMatch(/evil|gewonnen|klant/);
  }
});
