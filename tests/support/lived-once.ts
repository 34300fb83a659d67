import { beforeEach } from "vitest";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { cast, type Cast, type CastOptions } from "#db/seed/cast.ts";
import { begin, lineOf, live } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { freshDatabase, type Fresh } from "#tests/support/database/fresh.ts";
import { snapshotOf, putBack, type Snapshot } from "#tests/support/database/snapshot.ts";

type Remembered = { rows: Snapshot; now: Date; centres: string[]; names: [string, string][]; made: unknown };
/** Workers go on from file to file, so a beginning is kept for all that ask for the same. */
const kept = new Map<string, Remembered>();

/**
 * Makes an empty database in which `make` was lived from the morning of 2 March 2026, and what that answered: data
 * alone, without functions. A worker lives it once under its name; whoever asks for the same later gets its rows put
 * back, which takes a fiftieth of it.
 */
export async function madeOnce<T>(
  name: string,
  make: (w: World) => Promise<T>,
): Promise<Fresh & { w: World; made: T }> {
  const fresh = await freshDatabase();
  const known = kept.get(name);
  const w = world(fresh.house, known?.now ?? new Date("2026-03-02T09:00:00Z"));
  if (!known) {
    const made = await make(w);
    const [rows, names] = [await snapshotOf(fresh.raw), [...w.names]];
    kept.set(name, { rows, now: w.now(), centres: [...w.centres], names, made: structuredClone(made) });
    return { ...fresh, w, made };
  }
  await putBack(fresh.raw, known.rows);
  w.centres.push(...known.centres);
  for (const [id, called] of known.names) w.names.set(id, called);
  return { ...fresh, w, made: structuredClone(known.made) as T };
}

/**
 * Says how a story begins: how far it came, what kind of assignment it is about, what differs in its question and in who
 * is there.
 */
type Beginning = { to: AssignmentStatus; obligation?: Obligation; intake?: Answers; with?: CastOptions };
export type Lived = Fresh & { w: World; c: Cast; line: Line };

/** Makes the empty database in which one assignment was lived as far as `to`; lived once by a worker. */
export async function livedOnce(beginning: Beginning): Promise<Lived> {
  const { to, obligation = "effort", intake: differing = {} } = beginning;
  const intake = { ...question(obligation), ...differing };
  const { made, w, ...fresh } = await madeOnce(JSON.stringify(beginning), async (early) => {
    const c = await cast(early, beginning.with);
    const { id, block } = await live(await begin(early, c, obligation, intake), to);
    return { c, id, block };
  });
  const { c, id, block } = made;
  return { ...fresh, w, c, line: lineOf(w, c, { id, obligation, intake }, { block }) };
}

/**
 * Serves a file whose tests each begin with a story: the first that a test asks for comes into an empty database,
 * what it asks for after that is lived beside it.
 */
export function storyPerTest(options: CastOptions = {}) {
  let here: Lived | null = null;
  beforeEach(() => {
    here = null;
  });
  return async (to: AssignmentStatus, obligation: Obligation = "effort"): Promise<Lived> => {
    if (!here) return (here = await livedOnce({ to, obligation, with: options }));
    const { w, c } = here;
    return { ...here, line: await live(await begin(w, c, obligation, question(obligation)), to) };
  };
}
