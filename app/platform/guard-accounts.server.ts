import { demoPeople } from "#db/queries/people.server.ts";
import { desk } from "#app/services/context.ts";
import { env, outside } from "./outside.server.ts";

export { hashPassword, passwordProblem, rightPassword } from "./passwords.server.ts";
export { revokeAll, signIn, signOut } from "./session.server.ts";
export const isDemo = () => env().demo;
/** The demo's people, each once, with the first role they hold; none outside the demo. */
export async function personas() {
  if (!env().demo) return [];
  const rows = await outside().transact(desk, demoPeople);
  return rows.filter((row, index) => rows.findIndex((other) => other.email === row.email) === index);
}
/** The address from which a request came, for counting tries. */
export const addressOf = (request: Request) => request.headers.get("x-samenspel-address") ?? "local";
