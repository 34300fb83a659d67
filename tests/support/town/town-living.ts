import type { Sql } from "postgres";
import type { Posted } from "#app/domain/fields/fields.ts";
import type { MoveOf } from "#app/domain/workflow/processes.ts";
import { act } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { lineOf } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { intakeOf, plans, type Plan } from "#db/seed/demo/questions.ts";
import type { World } from "#db/seed/world.ts";
import type { At, Named } from "./town-stories.ts";

/** Describes the town on its last day: everybody goes on with what is theirs, by the services and in the state that asks for it. */
export type Living = { w: World; c: Cast; at: At; raw: Sql };

const planned = (secrecy: string): Plan => {
  const found = plans().find((p) => p.given.vertrouwelijkheid === secrecy);
  if (!found) throw new Error(`no question that is ${secrecy}`);
  return found;
};
/** Holds the questions with which every story of the town begins. */
export const questions = { open: planned("openbaar"), closed: planned("geheim") };
/** A company asked this and wants a result. */
export const wish = intakeOf({ ...questions.open, obligation: "result" });

/** Returns one assignment of the town, as the chapters of a story take it. */
export const lineAt = ({ w, c, at }: Living, name: Named): Line =>
  lineOf(
    w,
    c,
    { id: at(name), obligation: "result", intake: wish },
    { file: async (title) => ({ storageKey: title }) },
  );
/** Plays what people do in one assignment, one after another. */
export const doing =
  ({ w }: Pick<Living, "w">, id: string) =>
  (who: string, move: MoveOf<"assignment">, posted: Posted = {}) =>
    act(w, who, "assignment", id, move, posted);
/** Lets the last notice of a clock have passed, as after weeks of silence. */
export const outOfTime = (raw: Sql, id: string, clock: string) =>
  raw`
    update deadlines set
      status = 'running', due_at = now() - interval '9 days', next_at = now() + interval '90 days',
      notice_at = now() - interval '9 days', notice_until = now() - interval '1 day'
    where assignment_id = ${id} and clock = ${clock}`;
