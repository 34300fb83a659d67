import { cast, type CastOptions } from "#db/seed/cast.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "./fresh.ts";

/** Makes a fresh database in which a centre, a school, a company and their people live, from `at` on: how most stories begin. */
export async function freshWorld({ at = new Date("2026-03-02T09:00:00Z"), ...who }: CastOptions & { at?: Date } = {}) {
  const fresh = await freshDatabase();
  const w = world(fresh.house, at);
  return { ...fresh, w, c: await cast(w, who) };
}
