import { allCentreIds } from "#db/queries/centre/centres.server.ts";
import { demoPeople } from "#db/queries/account/people.server.ts";
import { noReach } from "#app/services/context.ts";
import { env, runtime } from "#app/platform/runtime/runtime.server.ts";

export { hashPassword, passwordProblem } from "#app/platform/session/passwords.server.ts";
export { rememberDevice } from "#app/platform/session/devices.server.ts";
export { revokeAll, signOut } from "#app/platform/session/session.server.ts";
/** Tells whether people of the demo may log in with one click. */
export const isDemo = () => env().demo;
/** Personas stand in the order in which a story meets them; other roles come after these. */
const order = [
  "client_owner",
  "teacher",
  "student",
  "business_developer",
  "coordinator",
  "problem_owner",
  "employee",
  "authorised_signatory",
  "practor",
  "quality_owner",
  "examiner",
];
const place = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length);
/** The demo's people, each once, with the first role they hold; none outside the demo. */
export async function personas() {
  if (!env().demo) return [];
  const { transact } = runtime();
  const rows = await transact({ ...noReach, centres: await transact(noReach, allCentreIds) }, demoPeople);
  return rows
    .filter((row, index) => rows.findIndex((other) => other.email === row.email) === index)
    .sort((x, y) => place(x.role) - place(y.role));
}
