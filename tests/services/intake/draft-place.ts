import { desc, eq } from "drizzle-orm";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import type { AccountLetterKind } from "#app/domain/letters/kinds.ts";
import { question } from "#db/seed/question.ts";
import { accountLetters, intakeDrafts } from "#db/schema.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import { draftSteps, draftStepIds, type DraftStep } from "#app/domain/intake/draft.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { asPosted } from "#app/ui/fields/posted-values.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { requestSend } from "#app/services/intake/draft-confirm.server.ts";
import { beginDraft, openDraft, saveDraftStep } from "#app/services/intake/drafts.server.ts";

/** The address of the visitor. */
export const email = "nieuw@bakkerij.voorbeeld.nl";
/** The answers of a draft in which nothing is missing. */
export const answers: Answers = {
  ...question("effort"),
  title: "Minder brood weggooien",
  problem_owner: "Joke Bakker",
  email,
  company: "Bakkerij De Korst",
  kvk: "69599068",
  contact_name: "Joke Bakker",
};
/** Makes a world with a visitor who has no account, and what they do to send a question. */
export async function place() {
  const { house, w, c } = await freshWorld();
  const visitor: Context = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
  const raw = <T>(work: Parameters<typeof house.transact<T>>[1]) => house.transact(noReach, work);
  const letters = (kind: AccountLetterKind) =>
    raw((db) =>
      db
        .select({ data: accountLetters.data, email: accountLetters.email })
        .from(accountLetters)
        .where(eq(accountLetters.kind, kind))
        .orderBy(desc(accountLetters.dueAt)),
    );
  const token = async (kind: AccountLetterKind) =>
    String((await letters(kind))[0]?.data.path)
      .split("/")
      .at(-1) ?? "";
  const drafts = () => raw((db) => db.select().from(intakeDrafts));
  /** Fills every page as a visitor would. */
  const filled = async (over: Record<string, unknown> = {}) => {
    const key = await beginDraft(visitor, c.centreId);
    for (const step of draftStepIds)
      await save(key, step, asPosted(draftSteps[step], { ...answers, ...over } as never));
    return key;
  };
  const versionOf = async (key: string) => (await openDraft({ ctx: visitor, key }))?.version ?? -1;
  const save = async (key: string, step: DraftStep, posted: Posted, version?: number) =>
    saveDraftStep({ ctx: visitor, key }, step, posted, version ?? (await versionOf(key)));
  const confirmed = async (key: string) => {
    await requestSend(visitor, key, await versionOf(key));
    w.travel(new Date(+w.now() + 1000));
    return token("draft_confirm");
  };
  return { w, c, visitor, raw, letters, token, drafts, filled, save, versionOf, confirmed };
}
