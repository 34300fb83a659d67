import { spawn } from "node:child_process";
import { serveAxe } from "./axe.ts";

/**
 * Is Playwright's global setup, which makes the database that every installation under test is a copy of, and serves
 * axe. All of it is gone at the end.
 */
export default async function setup() {
  const template = spawn(process.execPath, ["scripts/run.mjs", "tests/e2e/template.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  process.env.E2E_TEMPLATE = await new Promise<string>((resolve, reject) => {
    let text = "";
    template.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (text.includes("\n")) resolve(text.split("\n")[0] ?? "");
    });
    template.once("exit", (code) => reject(new Error(`the template of the journeys ended with code ${code}`)));
  });
  const axe = await serveAxe();
  process.env.E2E_AXE = axe.address;
  return async () => {
    axe.close();
    const gone = new Promise((resolve) => template.once("exit", resolve));
    template.stdin.end();
    await gone;
  };
}
