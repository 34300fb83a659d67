import type { Sql } from "postgres";
import { expect } from "vitest";
import { Refusal } from "#app/domain/refusal.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live, type Line } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addOrganization, addPerson, grant, world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "./fresh.ts";

export type Neighbourhood = { w: World; c: Cast; other: Cast; raw: Sql; id: string; line: Line; hr: string; third: string };
/** Two centres, and in the first a community with one closed file; the company's hr_contact and a third organisation stand by. */
export async function neighbourhood(): Promise<Neighbourhood> {
  const { house, raw } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 300 * 86_400_000));
  const c = await cast(w);
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  const hr = await addPerson(w, { name: "Hanna Personeel", email: "hanna@voorbeeld.nl" });
  await grant(w, hr, { role: "hr_contact", organizationId: c.companyId });
  const third = await addOrganization(w, { kind: "company", name: "Derde Partner", place: "Sneek", sector: "water", employees: 10 }, [c.centreId]);
  const line = await live(await begin(w, c, "result", question("result")), "closed");
  return { w, c, other, raw, id: c.communityId, line, hr, third };
}
/** Expects this work to be refused for this reason, beside this field where one is named. */
export async function refused(work: Promise<unknown>, why: string, field?: string) {
  const error = await work.then(() => null, (e: unknown) => e);
  expect(error, `should refuse ${why}`).toBeInstanceOf(Refusal);
  expect((error as Refusal).why).toBe(why);
  if (field) expect(Object.keys((error as Refusal).errors)).toContain(field);
}
