import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { gaps } from "#app/domain/agreement/terms/complete.ts";
import { hashPassword } from "#app/platform/session/passwords.server.ts";
import { editTerms } from "#app/services/agreement/agreements.server.ts";
import { act, openAgreement } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { plausible, tellingOf } from "#db/seed/telling.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served } from "#tests/support/served.ts";
import { appCodeAt } from "./authenticator.ts";

export const password = "samen spelen in het veld";
export const mails = {
  coordinator: "marijke.van.dam@voorbeeld.nl",
  developer: "bram.kuipers@voorbeeld.nl",
  signer: "johanna.wijnja@voorbeeld.nl",
  schoolSigner: "geert.dijkstra@voorbeeld.nl",
  teacher: "annelies.postma@voorbeeld.nl",
  owner: "sietske.bruinsma@voorbeeld.nl",
};
/** Returns the cookies that an answer sets, as a browser sends them back: name and value. */
export const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((each) => each.split(";")[0] ?? "");
export const sessionOf = (answer: Response) => cookiesOf(answer).find((each) => each.startsWith("sessie=")) ?? "";
type In = { Cookie: string };

/** Makes a served centre whose people log in with a password, with an agreement that waits for its signatures. */
export async function centreWithDoors() {
  const { house, url, raw: sql } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 86_400_000), { passwordHash: await hashPassword(password) });
  const c = await cast(w);
  const line = await live(await begin(w, c, "effort", question("effort")), "agreeing");
  const draft = await openAgreement(w, c.teacher, line.id);
  if (!draft) throw new Error("no draft");
  const asked = tellingOf(question("effort"), w, c).terms("effort", draft.terms);
  const whole = { ...draft.terms, ...asked };
  const terms = { ...asked, ...plausible(whole, gaps(whole, "effort")) };
  await editTerms(await w.as(c.teacher), draft.id, terms, draft.version);
  await act(w, c.teacher, "agreement", draft.id, "propose", {});
  // What was written before went out long ago.
  await sql`update outbox set sent_at = due_at where sent_at is null and dead_at is null`;
  const s = await served(url);
  return { s, sql, c, line, agreement: draft.id, ...visitsTo(s, sql) };
}
function visitsTo(s: Awaited<ReturnType<typeof served>>, sql: Sql) {
  const login = (email: string) => s.post("/inloggen", { _key: randomUUID(), to: "/mijn-werk", email, password });
  const get = (path: string, { Cookie }: In) => s.get(path, { Cookie });
  const post = (path: string, fields: Record<string, string>, { Cookie }: In) =>
    s.post(path, { _key: randomUUID(), ...fields }, { Cookie });
  return {
    login,
    get,
    post,
    /** Logs in with the password: the session, and where one is led. */
    enter: async (email: string) => {
      const answer = await login(email);
      return { Cookie: sessionOf(answer), to: answer.headers.get("location") ?? "" };
    },
    switchOn: (on: boolean) =>
      sql`update centres set switches = ${sql.json(on ? { require_second_factor: true } : {})} where slug = 'waterkracht'`,
    /** Moves what every session proved into the past. */
    later: (minutes: number) =>
      sql.unsafe(`update sessions set proved_at = proved_at - interval '${minutes} minutes',
        factor_at = factor_at - interval '${minutes} minutes'`),
    code: (secret: string) => appCodeAt(secret, new Date()),
    /** Sets up an app in this session: its secret, the recovery codes, and where one is led. Its code may be used at once. */
    setUp: async (me: In) => {
      await post("/account/tweede-stap/app", { act: "begin" }, me);
      const page = await (await get("/account/tweede-stap/app", me)).text();
      const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? "";
      const done = await post("/account/tweede-stap/app", { code: appCodeAt(secret, new Date()) }, me);
      const shown = await (await get("/account/tweede-stap/herstelcodes", me)).text();
      const codes = [...shown.matchAll(/<code>([0-9a-z-]{11})<\/code>/g)].map(([, each = ""]) => each);
      await sql`update second_factors set last_step = last_step - 5 where kind = 'app'`;
      return { secret, codes, to: done.headers.get("location") };
    },
  };
}
