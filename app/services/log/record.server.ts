import { createHash, randomBytes } from "node:crypto";
import type { Answers } from "#app/domain/fields/fields.ts";
import { moveText } from "#app/domain/workflow/move-answers.ts";
import type { Recipient } from "#app/domain/workflow/machine.ts";
import type { LoggedAct } from "#app/domain/log/acts.ts";
import type { AnyMove, ObjectName } from "#app/domain/workflow/processes.ts";
import type { Role } from "#app/domain/words.ts";
import { oweEventLetters, type LetterData } from "#db/queries/letters/letters.server.ts";
import { insertEvent, lastHash } from "#db/queries/log/events.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { recipients } from "#app/services/letters/recipients.server.ts";

type Entry = {
  object: ObjectName;
  objectId: string;
  move: AnyMove | LoggedAct;
  from: string | null;
  to: string | null;
  actingAs: Role;
  answers: Answers;
  guards: readonly string[];
  notifies: readonly Recipient[];
  agreementNumber: number | null;
  system: boolean;
  onBehalfOf?: string | null;
  /** Names whom it is about: they hear of it as that, also where the row names them as something else. */
  about?: readonly { personId: string; relation: Recipient }[];
  /** The letters carry these personal links, by person. */
  links?: ReadonlyMap<string, string> | undefined;
};

/**
 * Writes the event of docs/domain.md 6.9, chained by hash to the one before, and a letter owed to each person it
 * concerns.
 */
export async function record(ctx: Inside, assignment: AssignmentContext, entry: Entry) {
  const { row, centre } = assignment;
  const named = await recipients(ctx, assignment, entry.notifies, entry.system ? null : ctx.actor.id, {
    about: entry.objectId,
    answers: entry.answers,
  });
  const about = entry.about ?? [];
  const who = [...about, ...named.filter(({ personId }) => !about.some((one) => one.personId === personId))];
  const previousHash = await lastHash(ctx.db, row.id);
  const body = {
    id: ctx.newId(),
    assignmentId: row.id,
    centreId: row.centreId,
    organizationId: row.organizationId,
    object: entry.object,
    objectId: entry.objectId,
    move: entry.move,
    fromStatus: entry.from,
    toStatus: entry.to,
    actorId: entry.system ? null : ctx.actor.id,
    actingAs: entry.actingAs,
    onBehalfOf: entry.onBehalfOf ?? null,
    comment: moveText(entry.answers, "explanation"),
    reason: moveText(entry.answers, "reason") || null,
    answers: withoutSecrets(entry.answers),
    agreementNumber: entry.agreementNumber,
    switchesVersion: centre.switchesVersion,
    guards: [...entry.guards],
    recipients: who.map((w) => w.relation),
    at: ctx.now(),
    salt: randomBytes(16).toString("base64url"),
    previousHash,
  };
  await insertEvent(ctx.db, { ...body, wordsHash: digest(wordsOf(body)), hash: hashOf(body) });
  await oweEventLetters(
    ctx.db,
    who.map(({ personId, relation }) => ({
      id: ctx.newId(),
      assignmentId: row.id,
      centreId: row.centreId,
      organizationId: row.organizationId,
      eventId: body.id,
      kind: "event",
      personId,
      relation,
      data: linkOf(entry, personId),
      dueAt: ctx.now(),
    })),
  );
  return body.id;
}
/** A code is no part of the log. */
const withoutSecrets = ({ code: _, ...answers }: Answers & { code?: unknown }): Answers => answers;
const linkOf = ({ links }: Entry, personId: string): LetterData => {
  const path = links?.get(personId);
  return path ? { path } : {};
};
/**
 * Returns the chain's link: sha-256 over the event's content and the link before it. Keys are sorted, so jsonb may
 * reorder them. An event whose words are forgotten still has the link that was made with them; one whose words were
 * changed has not.
 */
export const hashOf = (body: Record<string, unknown>) => digest(contentOf(body));
/** Picks what the link is taken over: all but the words themselves, of which only the hash counts. */
export const contentOf = (body: Record<string, unknown>): string => {
  const written = { ...body, seq: undefined, hash: undefined, salt: undefined };
  if (!isSalted(body)) return canonical({ ...written, wordsHash: undefined });
  const wordsHash = isForgotten(body) ? body.wordsHash : digest(wordsOf(body));
  return canonical({ ...written, answers: undefined, comment: undefined, wordsHash });
};
/** Returns the words of an event with their salt: what `wordsHash` is taken over. */
export const wordsOf = ({ salt, answers, comment }: Record<string, unknown>): string =>
  canonical({ salt, answers, comment });
/** Events of before words were kept apart, and those of rounds, which have no words, hold all in one. */
const isSalted = (body: Record<string, unknown>) => Boolean(body.salt) || Boolean(body.wordsHash);
const isForgotten = ({ salt, answers, comment }: Record<string, unknown>) =>
  salt === null && comment === "" && canonical(answers) === "{}";
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
/** Returns a value as text in one way only, whatever the order in which its parts were written. */
export const canonical = (value: unknown): string =>
  value instanceof Date
    ? JSON.stringify(value.toISOString())
    : Array.isArray(value)
      ? `[${value.map(canonical).join()}]`
      : typeof value === "object" && value !== null
        ? `{${Object.entries(value)
            .filter(([, v]) => v !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
            .join()}}`
        : JSON.stringify(value);
