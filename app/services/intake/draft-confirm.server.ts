import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { savedText } from "#app/domain/intake/saved.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { intakeIn, lackingInDraft, plainAnswers } from "#app/domain/intake/draft.ts";
import { reachOf } from "#app/domain/workflow/policy.ts";
import { saysSame } from "#app/domain/marks.ts";
import { holderOf, refusedFor, type AddressOwner } from "#app/domain/account/links.ts";
import { Refusal, refuse } from "#app/domain/refusal.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { changeDraft, draftByKey, type Draft } from "#db/queries/intake/drafts.server.ts";
import {
  insertOrganization,
  insertPartner,
  organizationByKvk,
  organizationById,
} from "#db/queries/company/organizations.server.ts";
import { useToken } from "#db/queries/account/tokens.server.ts";
import { insertMembership, insertPerson, membershipsOf, personByEmail } from "#db/queries/account/people.server.ts";
import { atDesk, mailLink } from "#app/services/account/links.server.ts";
import { accountOf, endAccess, proveAddress } from "#app/services/account/proof.server.ts";
import { saveIntake, startDraft } from "#app/services/assignment/assignments.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { draftOfLink } from "./drafts.server.ts";
import { linkBuildsOn } from "./report.server.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { urls } from "#app/urls.ts";

/**
 * Mails the link that proves the address, without the name that was typed (docs/trust.md 3.3); the draft is sent when it
 * is used. Refuses `guards` while something is missing.
 */
export const requestSend = (ctx: Context, key: string, version: number) =>
  atDesk(ctx, async (inside) => {
    const draft = (await draftByKey(inside.db, tokenHash(key), inside.now())) ?? refuse("link_invalid");
    if (draft.assignmentId) refuse("wrong_status");
    if (version !== draft.version) throw new Refusal("stale");
    if (!draft.email || lackingInDraft(plainAnswers(draft.answers)).length > 0) refuse("guards", ["intake_minimum"]);
    await mailLink(inside, {
      kind: "draft_confirm",
      email: draft.email,
      locale: inside.locale,
      payload: { draft: draft.id },
      path: urls.intake.confirmDraft,
      letter: "draft_confirm",
    });
  });
/** Tells whether the link of that letter still works, and what its reader must do first; looking changes nothing. */
export const sendLinkWorks = (
  ctx: Context,
  token: string,
): Promise<{ title: string; email: string; holder: AddressOwner } | null> =>
  atDesk(ctx, async (inside) => {
    const behind = await draftOfLink(inside, token, "draft_confirm");
    if (!behind || behind.draft.assignmentId) return null;
    const { draft, found } = behind;
    const account = await accountOf(inside, found.email ?? "");
    return {
      title: savedText(draft.answers, "title"),
      email: found.email ?? "",
      holder: holderOf(account, inside.actor.id),
    };
  });

type Company = { id: string; known: boolean };
/** Tells for which company a draft is sent. Only somebody who already speaks for a company may send for it. */
async function companyFor(inside: Inside, answers: Answers, personId: string | null): Promise<Company> {
  const [kvk, name] = [savedText(answers, "kvk"), savedText(answers, "company")];
  const own = personId
    ? (await membershipsOf(inside.db, personId)).filter(
        (m) => m.centreId === null && (m.role === "client_owner" || m.role === "problem_owner"),
      )
    : [];
  for (const { organizationId } of own) {
    const found = organizationId ? await organizationById(inside.db, organizationId) : undefined;
    if (found && (kvk ? found.kvk === kvk : saysSame(found.name, name))) return { id: found.id, known: true };
  }
  return { id: inside.newId(), known: false };
}
type Numbered = { kvk: string | null; claimed: string | null };
/**
 * Tells which number a new company gets. A stranger never becomes part of a company: whoever names a KvK number that is here
 * already gets an entry of their own without that number. The coordinator reads the claim and decides, and nothing is published
 * before that.
 */
async function numberFor({ db }: Inside, answers: Answers): Promise<Numbered> {
  const kvk = savedText(answers, "kvk");
  const taken = kvk !== "" && (await organizationByKvk(db, kvk)) !== undefined;
  return { kvk: kvk === "" || taken ? null : kvk, claimed: taken ? kvk : null };
}

type Sent = { assignmentId: string; personId: string; isNew: boolean };
/**
 * Proves the address by the link, makes or finds the person and the company, and sends the question in, through the
 * same writer as everybody. Whoever has an account is logged in to it (docs/trust.md H23). Refuses `link_invalid`,
 * `log_in_first` and `somebody_else`.
 */
export async function sendByLink(ctx: Context, token: string): Promise<Sent> {
  const ahead = await atDesk(ctx, async (inside) => {
    const { draft } = await draftBehind(inside, token);
    const why = refusedFor[holderOf(await accountOf(inside, draft.email ?? ""), inside.actor.id)];
    if (why) refuse(why);
    const person = await personByEmail(inside.db, draft.email ?? "");
    return {
      centreId: draft.centreId ?? "",
      person: person?.id ?? inside.newId(),
      company: await companyFor(inside, plainAnswers(draft.answers), person?.id ?? null),
    };
  });
  const reach = { person: ahead.person, centres: [ahead.centreId], organizations: [ahead.company.id] };
  return ctx.transact(reach, async (db) => {
    const inside: Inside = { ...ctx, reach, db };
    const { draft, tokenId } = await draftBehind(inside, token);
    await useToken(db, tokenId, ctx.now());
    const isNew = await provePerson(inside, ahead.person, draft);
    const answers = plainAnswers(draft.answers);
    const numbered = ahead.company.known ? null : await numberFor(inside, answers);
    if (numbered) await addCompany(inside, ahead, draft, numbered);
    const assignmentId = await sendAs(inside, ahead, answers, numbered?.claimed ?? null);
    await changeDraft(db, draft.id, { assignmentId, answers: {}, email: null, changedAt: ctx.now() });
    return { assignmentId, personId: ahead.person, isNew };
  });
}
async function draftBehind(inside: Inside, token: string): Promise<{ draft: Draft; tokenId: string }> {
  const { draft, found } = (await draftOfLink(inside, token, "draft_confirm")) ?? refuse("link_invalid");
  if (draft.assignmentId) refuse("link_invalid");
  return { draft, tokenId: found.id };
}
/** Answers whether the person is new here: then there is no password to protect, and this browser may stay. */
async function provePerson(inside: Inside, personId: string, draft: Draft): Promise<boolean> {
  const known = await personByEmail(inside.db, draft.email ?? "");
  if (known && (known.id !== personId || !mayComeIn(known))) refuse("link_invalid");
  if (known) return proveAddress(inside, known);
  await endAccess(inside, { id: personId, email: draft.email ?? "" });
  await insertPerson(inside.db, {
    id: personId,
    name: savedText(draft.answers, "contact_name"),
    email: draft.email ?? "",
    emailVerifiedAt: inside.now(),
    locale: draft.locale === "en" ? "en" : "nl",
    createdAt: inside.now(),
  });
  return true;
}
type Ahead = { centreId: string; person: string; company: Company };
async function addCompany(
  { db, now, newId }: Inside,
  { centreId, person, company }: Ahead,
  { answers, email }: Draft,
  { kvk }: Numbered,
) {
  await insertOrganization(db, {
    id: company.id,
    kind: "company",
    name: savedText(answers, "company"),
    kvk,
    place: savedText(answers, "place"),
    sector: savedText(answers, "sector") || null,
    postcode: savedText(answers, "postcode"),
    mailDomain: email?.split("@")[1] ?? null,
    createdAt: now(),
  });
  await insertPartner(db, { centreId, organizationId: company.id, since: now() });
  await insertMembership(db, {
    id: newId(),
    personId: person,
    organizationId: company.id,
    role: "client_owner",
    grantedAt: now(),
  });
}
/** As the person themselves, with what their roles give. */
async function sendAs(
  inside: Inside,
  { centreId, person, company }: Ahead,
  answers: Answers,
  claimed: string | null,
): Promise<string> {
  const actor = await actorOf(inside.db, person);
  const them: Inside = { ...inside, actor, reach: reachOf(actor) };
  const id = await startDraft(them, { centreId, organizationId: company.id });
  await saveIntake(them, id, { ...intakeIn(answers), ...(claimed ? { kvk_claimed: claimed } : {}) });
  // What it builds on may have disappeared from sight meanwhile; the question itself goes in all the same.
  if (savedText(answers, "builds_on") !== "")
    await linkBuildsOn(them, id, savedText(answers, "builds_on")).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  await move(them, "assignment", id, "submit");
  return id;
}
