import { request, type IncomingHttpHeaders } from "node:http";

type ProxyAnswer = { status: number; headers: IncomingHttpHeaders; cookies: string[]; text: string };
/**
 * Asks a server on this machine as a proxy that speaks https for `origin` passes it on: a GET, or a POST of `form` as a page
 * of that site sends it.
 */
export const behindProxy =
  (port: number, origin: string) =>
  (path: string, form?: Record<string, string>, cookie = ""): Promise<ProxyAnswer> =>
    new Promise((resolve, reject) => {
      const headers = {
        Host: new URL(origin).host,
        Cookie: cookie,
        ...(form
          ? { Origin: origin, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" }
          : {}),
      };
      request({ host: "127.0.0.1", port, path, method: form ? "POST" : "GET", headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => (text += part));
        const { statusCode: status = 0, headers: said } = answer;
        answer.once("end", () => resolve({ status, headers: said, cookies: said["set-cookie"] ?? [], text }));
      })
        .once("error", reject)
        .end(form ? new URLSearchParams(form).toString() : undefined);
    });
/** Returns the cookies that an answer set, as a browser sends them back. */
export const cookiesSentBack = ({ cookies }: ProxyAnswer) => cookies.map((each) => each.split(";")[0]).join("; ");
