// `npm start`: from a fresh clone to a working server. Installs, builds, starts the embedded database, migrates, fills
// an empty demo, serves.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { built, installed, root, run, tool } from "./ready.mjs";

const developing = process.argv.includes("--dev");
process.env.NODE_ENV = developing ? "development" : "production"; // before React is loaded: it is much slower otherwise
installed();
const unbuilt = developing ? 0 : await built();
if (unbuilt !== 0) process.exit(unbuilt);

const prepared = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/migrate.ts", "--leave"], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
});
if (prepared.status !== 0) process.exit(prepared.status ?? 1);
const { demo, empty, port, publicOrigin, dataDir } = JSON.parse(prepared.stdout.trim().split("\n").at(-1));
if (demo && empty) run(process.execPath, ["scripts/run.mjs", "db/seed.ts"]);

if (developing) run(tool("remix"), ["vite:dev", "--port", `${port}`]);
else {
  await import(join(root, "server.mjs"));
  await listening(port);
  console.log(`\nSamenspel is open: ${publicOrigin}\n`);
  const accounts = join(dataDir, "demo-accounts.txt"); // written by the seed
  if (demo && existsSync(accounts)) console.log(readFileSync(accounts, "utf8"));
}

async function listening(at) {
  for (;;) {
    const open = await new Promise((resolve) => {
      const socket = createConnection({ port: at, host: process.env.HOST || "127.0.0.1" });
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
