import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Sql } from "postgres";
import type { Answer } from "#app/domain/fields/fields.ts";
import { rowOf, type processes } from "#app/domain/workflow/processes.ts";
import { answersShown } from "#app/domain/workflow/shown.ts";
import { may, type Part } from "#app/domain/workflow/visibility.ts";
import type { Role } from "#app/domain/words.ts";
import { letterOf } from "#app/platform/mail/letters.server.ts";
import { clerkEverywhere } from "#app/services/clerk.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { assignments, outbox } from "#db/schema.ts";
import { subjectsOn } from "#db/queries/assignment/entries.server.ts";
import { world } from "#db/seed/world.ts";
import { typedFields } from "./typed-words.ts";

/**
 * One word that somebody typed into an assignment, of which field it is, who of the town may read it there, and who
 * must find it.
 */
export type Sung = {
  word: string;
  /** It leaves the matrix on purpose, so that anybody may come across it. */
  beyond: boolean;
  assignment: string;
  kind: string;
  readers: ReadonlySet<string>;
  finders: ReadonlySet<string>;
  /** Who typed it. */
  authors: ReadonlySet<string>;
};
type Said = {
  object: keyof typeof processes;
  move: string;
  object_id: string;
  assignment_id: string;
  acting_as: Role;
  actor_id: string | null;
  answers: Record<string, Answer>;
};
/** What one person is to one assignment; nothing to whom it does not exist. */
type Standing = { roles: ReadonlySet<string>; subjects: ReadonlyMap<string, string>; status: string };

/**
 * Every word that was typed in the town, with those whom the tables let read it. `people`: their addresses, by name. Of
 * what was only written in the log of the assignment `written`, a section that draws it in its own way shows nothing.
 */
export async function sungIn(
  house: DatabasePool,
  raw: Sql,
  people: ReadonlyMap<string, string>,
  written: string,
): Promise<Sung[]> {
  const events = await raw<Said[]>`
    select object, move, object_id, assignment_id, acting_as, actor_id, answers from events
    where answers::text like '%vink%'`;
  const rows = await raw<{ id: string; email: string }[]>`select id, email from people`;
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  const known = [...people].map(([who, email]) => ({ who, id: ids.get(email) ?? "" }));
  const standings = new Map<string, Standing>();
  for (const assignment of new Set(events.map((event) => event.assignment_id)))
    for (const { who, id } of known) {
      const standing = await standingOf(house, id, assignment);
      if (standing) standings.set(`${who} ${assignment}`, standing);
    }
  return events.flatMap((event) =>
    wordsIn(JSON.stringify(event.answers)).map((word) => {
      const of = (who: string) => standings.get(`${who} ${event.assignment_id}`);
      const readers = known.filter(({ who, id }) => reads(event, word, id, of(who))).map(({ who }) => who);
      const onlyLogged = event.assignment_id === written && rowOf(event.object, event.move)?.shows?.drawn;
      const later = known.filter(({ who }) => readsWhatBecame(event, word, of(who))).map(({ who }) => who);
      const inClaims = rowOf(event.object, event.move)?.shows?.in === "claims";
      // Once a team is chosen the tab with the claims is closed; the log still has them.
      const tabIsOpen = (who: string) => !inClaims || ["published", "agreeing"].includes(of(who)?.status ?? "");
      const finders = readers.filter(
        (who) => (!onlyLogged && tabIsOpen(who)) || may("log", of(who)?.roles ?? new Set()),
      );
      return {
        word,
        beyond: Object.keys(rowOf(event.object, event.move)?.shows?.beyond ?? {}).some((field) =>
          JSON.stringify(event.answers[field] ?? "").includes(word),
        ),
        assignment: event.assignment_id,
        kind: kindOf(word),
        readers: new Set([...readers, ...later]),
        finders: new Set(finders),
        authors: new Set(known.filter(({ id }) => id === event.actor_id).map(({ who }) => who)),
      };
    }),
  );
}

async function standingOf(house: DatabasePool, person: string, assignment: string): Promise<Standing | null> {
  const ctx = await world(house, new Date()).as(person);
  return inTransaction(ctx, async (inside) => {
    const { roles, row } = await requireVisibleAssignment(inside, assignment);
    return { roles, subjects: await subjectsOn(inside.db, assignment), status: row.status };
  }).catch(() => null); // not found: who may not see it reads nothing
}

/** Whether it became part of something that this person may read. */
function readsWhatBecame(event: Said, word: string, standing: Standing | undefined): boolean {
  const became = Object.entries(rowOf(event.object, event.move)?.shows?.becomes ?? {});
  const isRead = ([field, part]: [string, Part]) =>
    may(part, standing?.roles ?? new Set()) && JSON.stringify(event.answers[field] ?? "").includes(word);
  return became.some(isRead);
}
function reads(event: Said, word: string, person: string, standing: Standing | undefined): boolean {
  const rule = rowOf(event.object, event.move);
  if (!rule || !standing) return false;
  const shown = answersShown(rule, event.answers, event.acting_as, {
    roles: standing.roles,
    own: person === event.actor_id,
    subject: standing.subjects.get(event.object_id) === person,
  });
  return JSON.stringify(shown).includes(word);
}

/** Every letter about an assignment that was owed to somebody of the town, in the words in which it is sent. */
export async function lettersIn(house: DatabasePool, people: ReadonlyMap<string, string>) {
  const ctx = await clerkEverywhere({ transact: house.transact, now: () => new Date(), newId: randomUUID });
  const names = new Map([...people].map(([who, email]) => [email, who]));
  return inTransaction(ctx, async (inside) => {
    const secret = await inside.db
      .select({ id: assignments.id })
      .from(assignments)
      .where(eq(assignments.confidentiality, "secret"));
    const found = [];
    for (const owed of await inside.db.select().from(outbox).where(eq(outbox.kind, "event"))) {
      const letter = await letterOf(inside, owed);
      const who = "to" in letter ? names.get(letter.to) : undefined;
      if (who === undefined || !("to" in letter)) continue;
      const isSecret = secret.some(({ id }) => id === owed.assignmentId);
      found.push({ who, secret: isSecret, text: [letter.subject, ...letter.lines].join(" ") });
    }
    return found;
  });
}

/** The words of fields that stand in a text. */
export const wordsIn = (text: string): string[] => [...new Set(text.match(/vink\d+q/g))];
/** Which field a word was typed in. */
export const kindOf = (word: string): string => {
  const typed = typedFields.find((field) => field.word === word);
  return typed ? `${typed.object}.${typed.move} ${typed.path}` : word;
};
