import { expect, test } from "vitest";
import { accountLinks, endedByProof, holderOf, refusedFor, type AccountLink } from "#app/domain/account/links.ts";

test("what opens an account lives minutes and ends with a proof; what lives days opens none", () => {
  for (const kind of Object.keys(accountLinks) as AccountLink[]) {
    const link = accountLinks[kind];
    expect(link.opensAccount, kind).toBe(link.lasts <= 60 * 60_000);
    expect(endedByProof.includes(kind), kind).toBe(link.endsAtProof);
    if (link.opensAccount) expect(link.endsAtProof, kind).toBe(true);
  }
});
test("a known account goes on logged in as itself, an unknown address as nobody", () => {
  const account = { id: "a" };
  expect(holderOf(null, "")).toBe("new");
  expect(holderOf(null, "b")).toBe("somebody_else");
  expect(holderOf(account, "")).toBe("log_in");
  expect(holderOf(account, "b")).toBe("somebody_else");
  expect(holderOf(account, "a")).toBe("ready");
  expect(Object.keys(refusedFor).sort()).toEqual(["log_in", "somebody_else"]);
});
