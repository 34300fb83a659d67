import { endFile } from "#tests/support/file-end.ts";
import { severalServers } from "#tests/support/machines/deployment.ts";
import { load, type Sent } from "#tests/support/machines/load.ts";

// `npm run bench:machines`: three servers behind HAProxy and PgBouncer, with a replica and a bucket, under load; each of
// them is killed in turn and started again. `--people 12` ask at once; `--seconds 10` is how long each part lasts. Needs the
// programs that `npm run test:machines` installs. Ends with 1 when something was lost or came twice.
const option = (name: string, usual: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? Number(process.argv[at + 1]) : usual;
};
const [people, seconds] = [option("people", 12), option("seconds", 10)];
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Says how long each is away, in milliseconds; a pooler is restarted. */
const pause = 1000;

try {
  const deployment = await severalServers();
  const [first] = deployment.apps;
  const parts: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
    ["nothing", () => later(0), () => later(0)],
    ["a server", () => first?.end() ?? later(0), () => first?.start() ?? later(0)],
    ["the pooler", () => deployment.pooler.end(), () => deployment.pooler.start()],
    ["the replica", () => deployment.replica.end("SIGQUIT"), () => deployment.replica.start()],
    ["the storage", () => deployment.bucket.kill(), () => deployment.bucket.start()],
  ];
  const going = await load(deployment, people);
  await later(5000);
  console.log(
    "| killed | requests | failed | | p50 (ms) | p99 (ms) | longest (ms) | over 2 s |\n|---|---|---|---|---|---|---|---|",
  );
  for (const [name, end, back] of parts) {
    const from = performance.now();
    await later(pause);
    await end();
    if (name !== "the pooler") await later(pause);
    await back();
    await later(Math.max(0, seconds * 1000 - (performance.now() - from)));
    console.log(
      row(
        name,
        going.sent.filter(({ at }) => at >= from),
      ),
    );
  }
  await going.stop();
  await going.again();
  const rows = await deployment.sql<{ what: string }[]>`select what from hour_entries where what like 'Belast %'`;
  const there = new Set(rows.map(({ what }) => what));
  const lost = going.hours.filter(({ told, what }) => told && !there.has(what)).length;
  const twice = rows.length - there.size;
  console.log(`\n${going.hours.length} forms and ${going.files.length} files: ${lost} lost, ${twice} twice.`);
  if (lost + twice > 0) process.exitCode = 1;
} finally {
  await endFile();
}

function row(name: string, sent: readonly Sent[]): string {
  const took = sent.map((each) => each.took).sort((a, b) => a - b);
  const at = (part: number) => (took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0).toFixed(0);
  const failed = sent.filter(({ well }) => !well);
  const late = sent.filter(({ well, took: each }) => well && each > 2000).length;
  const share = ((failed.length / Math.max(1, sent.length)) * 100).toFixed(2);
  return `| ${[name, sent.length, failed.length, `${share} %`, at(0.5), at(0.99), at(1), late].join(" | ")} |`;
}
