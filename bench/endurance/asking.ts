import { Agent, request } from "node:http";
import { urls } from "#app/urls.ts";
import { origin } from "./place.ts";

/** Holds what came of a request: 0 when the connection ended without an answer. */
type Answer = { status: number; took: number; cookies: string[] };
const agent = new Agent({ keepAlive: true, maxSockets: 400 });
/** Longer than this nobody waits. */
const timeout = 30_000;

/** Sends a request as the proxy passes it on, from this address. */
export function ask(
  port: number,
  path: string,
  { cookie = "", form, upload, from = "198.51.100.7" }: Asking = {},
): Promise<Answer> {
  const began = performance.now();
  const body = upload ?? (form ? Buffer.from(new URLSearchParams(form).toString()) : undefined);
  const type = upload ? `multipart/form-data; boundary=${boundary}` : "application/x-www-form-urlencoded";
  const headers = {
    Host: new URL(origin).host,
    Cookie: cookie,
    "X-Forwarded-For": from,
    ...(body
      ? { Origin: origin, "Sec-Fetch-Site": "same-origin", "Content-Type": type, "Content-Length": body.length }
      : {}),
  };
  return new Promise((resolve) => {
    const end = (status: number, cookies: string[] = []) =>
      resolve({ status, cookies, took: performance.now() - began });
    const asked = request(
      { host: "127.0.0.1", port, path, method: body ? "POST" : "GET", headers, agent },
      (answer) => {
        answer.resume();
        answer.once("end", () => end(answer.statusCode ?? 0, answer.headers["set-cookie"] ?? []));
        answer.once("error", () => end(0));
      },
    );
    asked.setTimeout(timeout, () => asked.destroy());
    asked.once("error", () => end(0));
    asked.end(body);
  });
}
type Asking = { cookie?: string; form?: Record<string, string>; upload?: Buffer; from?: string };

const boundary = "---------------------------lange-duur";
/** Makes a form with a key and one file. */
export const uploadOf = (key: string, name: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="_key"\r\n\r\n${key}\r\n--${boundary}\r\n`),
    Buffer.from(`Content-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

/** Returns the cookies of somebody who logs in with their password. */
export async function cookieOf(port: number, email: string, password: string, key: string): Promise<string> {
  const { status, cookies } = await ask(port, urls.account.login, { form: { _key: key, email, password } });
  if (status !== 303 || cookies.length === 0) throw new Error(`${email} could not log in (${status}).`);
  return cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}
