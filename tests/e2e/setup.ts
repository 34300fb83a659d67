import { spawn } from "node:child_process";

/** Playwright's global setup: starts the house under test and ends it. */
export default async function setup() {
  const house = spawn(process.execPath, ["scripts/run.mjs", "tests/e2e/house.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve, reject) => {
    let text = "";
    house.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (text.includes("\n")) resolve(text.split("\n")[0] ?? "");
    });
    house.once("exit", (code) => reject(new Error(`the house under test ended with code ${code}`)));
  });
  process.env.HOUSE = line;
  return async () => {
    const gone = new Promise((resolve) => house.once("exit", resolve));
    house.stdin.end();
    await gone;
  };
}
