import { savedText } from "#app/domain/intake/saved.ts";
import { today } from "#app/services/days.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import {
  draftDays,
  draftSteps,
  lackingInDraft,
  answerVersionsIn,
  plainAnswers,
  type DraftStep,
} from "#app/domain/intake/draft.ts";
import { changesBetween, markChanges, sameAnswer } from "#app/domain/intake/versions.ts";
import { fitOf } from "#app/domain/intake/fit.ts";
import { hintsFor } from "#app/domain/intake/hints.ts";
import { looseFields } from "#app/domain/intake/fields.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { centreById } from "#db/queries/centre/centres.server.ts";
import { liveToken, useToken, endDraftTokens } from "#db/queries/account/tokens.server.ts";
import {
  changeDraft,
  draftById,
  draftByKey,
  insertDraft,
  removeExpiredDrafts,
  type Draft,
} from "#db/queries/intake/drafts.server.ts";
import { atDesk, mailLink } from "#app/services/account/links.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { similarInSight } from "#app/services/market/similar.server.ts";
import { newToken, tokenHash } from "#app/services/account/tokens.server.ts";
import { urls } from "#app/urls.ts";

const day = 86_400_000;
const until = (now: Date) => new Date(+now + draftDays * day);
type Own = { ctx: Context; key: string };

/**
 * Begins a question for a visitor without an account; answers the secret that this browser keeps. Only its hash is
 * stored.
 */
export const beginDraft = (ctx: Context, centreId: string) =>
  atDesk(ctx, async ({ db, now, newId, locale }) => {
    const key = newToken();
    await insertDraft(db, {
      id: newId(),
      keyHash: tokenHash(key),
      centreId,
      locale,
      step: "adres",
      answers: { language: locale },
      createdAt: now(),
      changedAt: now(),
      expiresAt: until(now()),
    });
    return key;
  });
/** Returns the draft of this browser; refuses `link_invalid` when there is none, or no more. */
const ownDraft = async (inside: Inside, key: string): Promise<Draft> =>
  (key === "" ? undefined : await draftByKey(inside.db, tokenHash(key), inside.now())) ?? refuse("link_invalid");

/** Tells whether this browser holds a draft, and where it was left; null without one. */
export const heldDraft = (ctx: Context, key: string) =>
  key === ""
    ? Promise.resolve(null)
    : atDesk(ctx, async (inside) => {
        const draft = await draftByKey(inside.db, tokenHash(key), inside.now());
        return draft
          ? { step: draft.step, title: savedText(draft.answers, "title"), became: draft.assignmentId }
          : null;
      });
/**
 * Returns a draft for its own browser: the answers, advice, the fit and what looks like it; null when this browser
 * holds none. Changes nothing.
 */
export const openDraft = ({ ctx, key }: Own) =>
  inTransaction(ctx, async (inside) => {
    const draft = key === "" ? undefined : await draftByKey(inside.db, tokenHash(key), inside.now());
    const centre = draft?.centreId ? await centreById(inside.db, draft.centreId) : undefined;
    if (!draft || !centre) return null;
    const answers = plainAnswers(draft.answers);
    const reading = { switches: switchesOf(centre.switches), now: inside.now() };
    return {
      became: draft.assignmentId,
      centre: centre.name,
      hue: centre.hue,
      step: draft.step,
      email: draft.email ?? "",
      version: draft.version,
      answers: { ...answers, email: draft.email } as Answers,
      marks: answerVersionsIn(draft.answers),
      hints: hintsFor(answers, reading),
      fit: fitOf(answers, reading),
      missing: lackingInDraft(answers),
      similar: draft.assignmentId ? [] : await similarInSight(inside, { centreId: centre.id, answers, not: null }),
    };
  });

/**
 * Saves one page of a draft. Refuses `stale`, and keeps nothing, when another device saved other answers since this
 * form was drawn.
 */
export const saveDraftStep = ({ ctx, key }: Own, step: DraftStep, posted: Posted, version: number) =>
  atDesk(ctx, async (inside) => {
    const draft = await ownDraft(inside, key);
    if (draft.assignmentId) refuse("wrong_status");
    const read = readAnswers(step === "adres" ? draftSteps.adres : looseFields(draftSteps[step]), posted, {
      days: today(inside),
    });
    if (!read.ok) refuseFields(read.errors);
    const { email, ...answers } = read.answers;
    const before = plainAnswers(draft.answers);
    const changed = Object.keys(changesBetween(before, answers));
    const moved = email !== undefined && !sameAnswer(draft.email, email);
    if (version !== draft.version && (changed.length > 0 || moved)) throw new Refusal("stale");
    const next = draft.version + 1;
    await changeDraft(inside.db, draft.id, {
      answers: { ...before, ...answers, _marks: markChanges(answerVersionsIn(draft.answers), changed, next) },
      step,
      version: next,
      changedAt: inside.now(),
      expiresAt: until(inside.now()),
      ...(moved ? { email: String(email) } : {}),
    });
    if (moved) {
      // Whoever reads the mail of the earlier address, perhaps mistyped, gets no way in.
      await endDraftTokens(inside.db, draft.id, inside.now());
      await mailDraft(inside, draft.id, String(email));
    }
  });

/** Says which question this draft builds on, or none; only what this visitor may see can be named. */
export const linkDraft = ({ ctx, key }: Own, other: string | null) =>
  inTransaction(ctx, async (inside) => {
    const draft = await ownDraft(inside, key);
    const seen =
      draft.centreId && !draft.assignmentId
        ? await similarInSight(inside, { centreId: draft.centreId, answers: plainAnswers(draft.answers), not: null })
        : [];
    if (other !== null && !seen.some(({ id }) => id === other)) refuse("not_found");
    await changeDraft(inside.db, draft.id, {
      answers: { ...draft.answers, builds_on: other },
      version: draft.version + 1,
      changedAt: inside.now(),
    });
  });
/** Mails a link that returns to a draft: it works once, and only its hash is kept. */
export const mailDraft = (inside: Inside, draftId: string, email: string) =>
  mailLink(inside, {
    kind: "draft",
    email,
    locale: inside.locale,
    payload: { draft: draftId },
    path: urls.intake.resumeDraft,
    letter: "draft_link",
  });
/** Mails the visitor of this browser a new link to the draft. */
export const mailOwnDraft = ({ ctx, key }: Own) =>
  atDesk(ctx, async (inside) => {
    const draft = await ownDraft(inside, key);
    if (draft.email) await mailDraft(inside, draft.id, draft.email);
  });

/** Tells whether a mailed link still works; opening it changes nothing, for mail scanners open links too. */
export const draftLinkWorks = (ctx: Context, token: string) =>
  atDesk(ctx, async (inside) => (await draftOfLink(inside, token, "draft")) !== null);
/** Returns the draft behind a mailed link that still works, with its token; null when it does not. */
export async function draftOfLink({ db, now }: Inside, token: string, kind: "draft" | "draft_confirm") {
  const found = await liveToken(db, tokenHash(token), kind, now());
  const draft = found && (await draftById(db, found.payload.draft ?? "", now()));
  // The address may have been changed after the letter went out: then this link is of somebody else's mail.
  return draft && draft.email?.toLowerCase() === found.email?.toLowerCase() ? { draft, found } : null;
}
/**
 * Uses a mailed link: the draft moves to this browser, with a new secret; the old one opens nothing any more. Refuses
 * `link_invalid`.
 */
export const takeDraft = (ctx: Context, token: string) =>
  atDesk(ctx, async (inside) => {
    const { db, now } = inside;
    const { draft, found } = (await draftOfLink(inside, token, "draft")) ?? refuse("link_invalid");
    const key = newToken();
    await useToken(db, found.id, now());
    await changeDraft(db, draft.id, { keyHash: tokenHash(key) });
    return { key, step: draft.step };
  });

/** Drafts nobody touched for ninety days go; part of the pass over the clocks. */
export const forgetOldDrafts = (ctx: Pick<Context, "transact" | "now">) =>
  ctx.transact(noReach, (db) => removeExpiredDrafts(db, ctx.now()));
