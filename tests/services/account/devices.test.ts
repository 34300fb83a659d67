import { expect, test } from "vitest";
import { accountOfBrowser, deviceKnownTo, rememberDevice } from "#app/platform/session/devices.server.ts";

const account = { id: "5f0d6a8c-7d7f-4b0e-9d57-0d6a8c7d7f4b", passwordHash: "een" };
const other = { ...account, id: "0d6a8c7d-7d7f-4b0e-9d57-0d6a8c7d7f4b" };
const asking = (Cookie = "") => new Request("http://localhost:3000/", { headers: { Cookie } });
const remembered = (who: typeof account, before = "") => rememberDevice(asking(before), who).split(";")[0] ?? "";

test("however often somebody logs in anew, they are one in line; each account is another", () => {
  const cookies = Array.from({ length: 50 }, () => remembered(account));
  expect(new Set(cookies).size).toBe(50);
  expect(new Set(cookies.map(accountOfBrowser)).size).toBe(1);
  expect(accountOfBrowser(remembered(other))).not.toBe(accountOfBrowser(cookies[0]));
});
test("a shared browser stands in line as who was let in last, and knows them all", () => {
  const shared = remembered(other, remembered(account));
  expect(accountOfBrowser(shared)).toBe(accountOfBrowser(remembered(other)));
  for (const who of [account, other]) expect(deviceKnownTo(asking(shared), who)).not.toBeNull();
});
test("what we did not seal is nobody", () => {
  const [name = "", value = ""] = remembered(account).split(/=(.*)/);
  for (const forged of ["", "x", `x${value}`, value.replace("~", "~x"), "~", value.split("~")[0] ?? ""])
    expect(accountOfBrowser(`${name}=${forged}`), forged).toBe("");
});
