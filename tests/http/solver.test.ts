// @module-tag slow
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import type { Plan } from "#app/domain/matching/plan.ts";
import type { WorkerMessage } from "#app/platform/solver/wire.ts";
import { centre } from "../../bench/matching/centre.ts";
import { brokenRules } from "#tests/support/rounds/plan-checker.ts";

test("the built server has the solver's thread beside it, and it works", async () => {
  const worker = new Worker(resolve("build/server/solver-thread.js"));
  try {
    const [ready] = (await once(worker, "message")) as [WorkerMessage];
    expect(ready).toEqual({ kind: "ready" });
    const instance = centre(2, { students: 60, assignments: 7, seats: 1.3 });
    worker.postMessage({ kind: "match", input: { instance }, seconds: 30, stop: new SharedArrayBuffer(4) });
    const done = await new Promise<WorkerMessage>((answer) =>
      worker.on("message", (said: WorkerMessage) => {
        if (said.kind !== "progress") answer(said);
      }),
    );
    expect(done.kind).toBe("done");
    expect(done.kind === "done" && brokenRules(instance, done.output as Plan)).toEqual([]);
  } finally {
    await worker.terminate();
  }
});
test("the server's own bundle has no solver in it: that is loaded in the thread alone", () => {
  expect(readFileSync("build/server/index.js", "utf8")).not.toMatch(/from ["']highs["']/);
});
