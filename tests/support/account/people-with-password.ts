import { hashPassword } from "#app/platform/session/passwords.server.ts";
import { cast } from "#db/seed/cast.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { password } from "./doors.ts";

/** Makes a database with the cast of the stories, each of whom logs in with the same `password`. */
export async function peopleWithPassword() {
  const { house, url, raw: sql } = await freshDatabase();
  await cast(world(house, new Date(), { passwordHash: await hashPassword(password) }));
  return { url, sql };
}
