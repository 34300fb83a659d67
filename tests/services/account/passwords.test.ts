import { expect, test } from "vitest";
import { hashPassword, passwordProblem, rightPassword } from "#app/platform/session/passwords.server.ts";

const own = ["Jannie de Boer-Hiemstra", "j.hiemstra@watercampus.voorbeeld.nl"];
const problem = (password: string) => passwordProblem(password, own)?.code ?? null;

test("twelve characters and no other rule: any composition will do, up to 256", () => {
  for (const right of [
    "een zin die ik onthoud",
    "paardbatterijnietje",
    "ALLEEN GROTE LETTERS HIER",
    "8305917264018",
    "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧",
    "spaties   en\ttekens «é»",
    "x9 z".repeat(22),
    "y7! ".repeat(64),
  ])
    expect(problem(right), right).toBeNull();
  expect(problem("elf tekens!")).toBe("too_short");
  expect(problem("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔")).toBe("too_short");
  expect(problem("abcd".repeat(65))).toBe("too_long");
});
test("what many choose, repeats, and what is made of the product's or the person's own words is refused", () => {
  for (const known of [
    "123456789012",
    "qwertyuiop123",
    "Unbelievable",
    "Password2026!!",
    "!!football99!!",
    "monkeymonkey",
    "aaaaaaaaaaaaaaa",
    "ababababababab",
  ])
    expect(problem(known), known).toBe("common_password");
  for (const own of ["Samenspel2026", "SamenSpelSamenSpel", "hiemstra1234", "Watercampus!!", "jannie-hiemstra"])
    expect(problem(own), own).toBe("own_words_password");
  expect(problem("samenspel met veel andere woorden")).toBeNull();
});
test("a password is right exactly as it was typed, and kept as argon2id with a salt of its own", async () => {
  const password = "  Een Zin met Spaties, é en 🦊  ";
  const [one, two] = [await hashPassword(password), await hashPassword(password)];
  for (const stored of [one, two]) expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await rightPassword(one, password)).toBe(true);
  for (const other of [password.trim(), password.toLowerCase(), password.slice(0, -1), `${password} `, ""])
    expect(await rightPassword(one, other), other).toBe(false);
  const long = "abcdefgh".repeat(32);
  expect(await rightPassword(await hashPassword(long), long)).toBe(true);
  expect(await rightPassword(await hashPassword(long), long.slice(0, 72))).toBe(false);
});
test("an unknown address costs its work again after a moment in which everybody had to wait", async () => {
  const stored = await hashPassword("een zin die ik onthoud");
  const crowd = Array.from({ length: 90 }, (_, n) =>
    rightPassword(stored, "een zin die ik onthoud", { client: String(n) }).catch(String),
  );
  // May be told to come back; the next one may not be.
  await rightPassword(null, "een zin die ik onthoud", { client: "last", rank: 2 }).catch(String);
  await Promise.all(crowd);
  expect(await rightPassword(null, "een zin die ik onthoud")).toBe(false);
});
