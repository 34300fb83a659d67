import { expect, test } from "vitest";
import { errorFields } from "#app/platform/runtime/log.server.ts";

const said = (error: unknown) => JSON.stringify({ ...errorFields(error), stack: undefined });

test("an error is written down in our words, without what it repeats of people", () => {
  const text = "Sietske's geheim, sietske@voorbeeld.nl, 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d";
  const from = (work: () => unknown) => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  for (const error of [
    from(() => JSON.parse(text)),
    from(() => JSON.parse(`{"naam": "${text}"`)),
    from(() => new Headers({ [text]: "x" })),
    from(() => new RegExp(`(${text}`)),
    from(() => BigInt(text)),
    from(() => new Intl.NumberFormat("sietske_x")),
    from(() => decodeURIComponent(`${text}%`)),
    from(() => new URL(text)),
    new Error(`550 <sietske@voorbeeld.nl> unknown here`),
    new Error(`it's not '${text}'`),
    new Error(`could not open /bestanden/1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d`),
  ])
    expect(said(error)).not.toMatch(/sietske|geheim|voorbeeld|1a2b3c4d5e/i);
  expect(said(from(() => (undefined as unknown as { naam: string }).naam))).toContain(
    "Cannot read properties of undefined",
  );
});

test("words that look like a place in the code are words", () => {
  const fields = errorFields(new Error("mis\n    at sietske (geheim)"));
  expect(fields.stack).toMatch(/^at .*log\.test\.ts/);
  expect(fields.stack).not.toMatch(/sietske|geheim/);
});

test("of an error of the database its code and names stay, and none of its words", () => {
  const error = Object.assign(new Error("duplicate key value: Key (email)=(sietske@voorbeeld.nl) already exists"), {
    code: "23505",
    detail: "Key (email)=(sietske@voorbeeld.nl) already exists.",
    constraint_name: "people_email",
    table_name: "people",
  });
  const wrapped = new Error("Failed query: insert … params: sietske@voorbeeld.nl", { cause: error });
  for (const each of [error, wrapped]) {
    expect(said(each)).not.toMatch(/sietske|voorbeeld/);
    expect(errorFields(each)).toMatchObject({ code: "23505", constraint: "people_email", table: "people" });
  }
});
