import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { cookieIn } from "#app/platform/http/request/cookies.server.ts";
import { env, publicUrl } from "#app/platform/runtime/runtime.server.ts";

/**
 * A browser in which somebody logged in before is known to their account: while others guess at it and are refused, the
 * right password still gets in from here (docs/trust.md H24). The cookie opens nothing by itself. It rests on the
 * password, so a new password makes every browser unknown again, and nothing is kept about it.
 */
const name = () => (publicUrl().protocol === "https:" ? "__Host-apparaat" : "apparaat");
/** Accounts that one browser is known to: a computer that is shared at school or at work. */
const most = 8;
const lasts = 180 * 86_400;

/**
 * Returns the account that was last let in from a browser, by a name of ours, as its seal says; '' for one that
 * nobody logged in from. All browsers of one account are one: who logs in a hundred times is no hundred people in
 * line.
 */
export function accountOfBrowser(header: string | null | undefined): string {
  const [seal = "", , ...value] = (cookieIn(header, name()) ?? "").split(/(~)/);
  if (seal === "" || !same(seal, sealOf(value.join("")))) return "";
  return value[0]?.split(".")[0] ?? "";
}
type Account = { id: string; passwordHash: string | null };
type Known = { account: string; nonce: string; proof: string };
const mac = (...parts: string[]) =>
  createHmac("sha256", env().tokenSecret).update(parts.join("\n")).digest("base64url").slice(0, 32);
const sealOf = (value: string) => mac("browser", value);
const nameOf = ({ id }: Account) => mac("account", id).slice(0, 12);
const proofOf = (account: Account, nonce: string) => mac("device", account.id, account.passwordHash ?? "", nonce);

const readAll = (header: string | null): Known[] =>
  (cookieIn(header, name()) ?? "")
    .split("~")
    .slice(1)
    .flatMap((text) => {
      const [account = "", nonce = "", proof = ""] = text.split(".");
      return account && nonce && proof ? [{ account, nonce, proof }] : [];
    });
const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Tells whether a browser says that somebody logged in from it before. */
export const hasDeviceCookie = (request: Request): boolean =>
  cookieIn(request.headers.get("cookie"), name()) !== undefined;
/** Tells under which name this browser is known to this account; null when it is not. */
export function deviceKnownTo(request: Request, account: Account | null): string | null {
  if (!account?.passwordHash) return null;
  const own = nameOf(account);
  const found = readAll(request.headers.get("cookie")).find((known) => known.account === own);
  return found && same(found.proof, proofOf(account, found.nonce)) ? found.nonce : null;
}
/** Returns the `Set-Cookie` by which this browser is known to this account from now on. */
export function rememberDevice(request: Request, account: Account): string {
  const nonce = deviceKnownTo(request, account) ?? randomBytes(12).toString("base64url");
  const others = readAll(request.headers.get("cookie")).filter((known) => known.account !== nameOf(account));
  const all = [{ account: nameOf(account), nonce, proof: proofOf(account, nonce) }, ...others].slice(0, most);
  const value = all.map((known) => [known.account, known.nonce, known.proof].join(".")).join("~");
  const secure = publicUrl().protocol === "https:" ? "; Secure" : "";
  return `${name()}=${sealOf(value)}~${value}; Path=/; Max-Age=${lasts}; HttpOnly; SameSite=Lax${secure}`;
}
