import { begin, currentActor } from "#app/platform/session/session.server.ts";

type Runtime = NonNullable<Parameters<typeof begin>[2]>;
const page = "http://localhost:3000/";

/** Begins a session of this person, in a browser of their own or in this one; answers its token. */
export async function enter(personId: string, out: Runtime, browser = new Request(page)): Promise<string> {
  const { cookie } = await begin(browser, { id: personId }, out);
  return cookie.split(";")[0]?.split("=")[1] ?? "";
}
/** Tells who is behind this token now; null when its session is over. */
export const whoHas = (token: string, out: Runtime) =>
  currentActor(new Request(page, { headers: { Cookie: `sessie=${token}` } }), out);
