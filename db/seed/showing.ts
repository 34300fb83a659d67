import { eq } from "drizzle-orm";
import { showcases } from "#db/schema.ts";
import { makersIn } from "#db/queries/showcase/showcases.server.ts";
import { needsGuardian } from "#app/domain/showcase/showcase.ts";
import type { Naming } from "#app/domain/words.ts";
import { inTransaction } from "#app/services/context.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { answerConsent } from "#app/services/showcase/showcase.server.ts";
import { act, within } from "./acts.ts";
import type { Line } from "./chapters/line.ts";
import { parentAgrees } from "./parents.ts";

export type ResultStory = {
  title: string;
  asked_for: string;
  made: string;
  changed: string;
  quote?: string;
  quote_by?: string;
};
/** Says how far a result gets, and who says what. `naming`: how the makers want to be called, in turn. */
export type Course = {
  company?: "named" | "unnamed" | "refuses" | "silent";
  refusing?: number;
  silent?: number;
  withdrawing?: number;
  naming?: readonly Naming[];
};
type At = Pick<Line, "w" | "c" | "id">;

/** Returns the result of an assignment, by its number; empty when there is none. */
export const showcaseIdOf = async ({ w, c, id }: At) =>
  (
    await within(w, c.coordinator, ({ db }) =>
      db.select({ id: showcases.id }).from(showcases).where(eq(showcases.assignmentId, id)),
    )
  )[0]?.id ?? "";
/** Returns everybody who made it, with what each said. */
export const makersOf = ({ w, c, id }: At) => within(w, c.coordinator, ({ db }) => makersIn(db, id));
/** The team writes it down and asks everybody. */
export async function writeAndAsk(line: At, story: ResultStory) {
  const { w, c, id } = line;
  await act(w, c.teacher, "showcase", id, "write_showcase", { quote: "", quote_by: "", ...story });
  await act(w, c.teacher, "showcase", await showcaseIdOf(line), "ask_showcase");
}
/** A maker says yes; for whoever is not 18 the parent opens the link of the letter and agrees too. */
export async function sayYes({ w, id }: Pick<At, "w" | "id">, maker: string, naming: Naming) {
  const person = await inTransaction(
    systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres),
    async ({ db }) => (await makersIn(db, id)).find((m) => m.id === maker),
  );
  if (!person || !needsGuardian(person))
    return answerConsent(await w.as(maker), id, "yes", { naming, consent: "on" }, null);
  const [name, email] = [`Ouder van ${person.name}`, `ouder.${maker.slice(0, 8)}@voorbeeld.nl`];
  await answerConsent(
    await w.as(maker),
    id,
    "minor",
    { naming: naming === "full_name" ? "first_name" : naming, name, email, consent: "on" },
    null,
  );
  await parentAgrees(w, "showcase_guardian", id, { name, email });
}
/** The company agrees that it is shown, with or without its name. */
export const approve = async (line: At, naming: "named" | "unnamed") =>
  act(line.w, line.c.owner, "showcase", await showcaseIdOf(line), "approve_showcase", {
    company_naming: naming,
    company_consent: "on",
  });

/** Tells a result from its first words to the gallery, or as far as its course goes. */
export async function tellResult(line: At, story: ResultStory, course: Course = {}) {
  const { w, c, id } = line;
  await writeAndAsk(line, story);
  const { company = "named", naming = ["full_name", "first_name", "full_name", "unnamed"] } = course;
  if (company === "named" || company === "unnamed") await approve(line, company);
  if (company === "refuses")
    return act(w, c.owner, "showcase", await showcaseIdOf(line), "refuse_showcase", {
      explanation: "Wij willen dit nog even voor onszelf houden.",
    });
  const makers = await makersOf(line);
  for (const [i, maker] of makers.entries()) {
    if (i === course.silent) continue;
    if (i === course.refusing) await answerConsent(await w.as(maker.id), id, "no", {}, null);
    else await sayYes(line, maker.id, naming[i % naming.length] ?? "unnamed");
  }
  const leaving = course.withdrawing === undefined ? undefined : makers[course.withdrawing];
  if (leaving) await answerConsent(await w.as(leaving.id), id, "back", {}, null);
}
