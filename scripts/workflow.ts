import { diagram } from "#app/domain/workflow/machine.ts";
import { everyProcess } from "#app/domain/workflow/processes.ts";
import { clocks } from "#app/domain/workflow/clocks.ts";
import { reasons } from "#app/domain/fields/reasons.ts";

// `npm run workflow`: the tables as a diagram; with `--json` the tables themselves, guards by name.
if (process.argv.includes("--json")) {
  console.log(
    JSON.stringify(
      {
        processes: everyProcess.map(({ object, statuses, moves, guards }) => ({
          object,
          statuses,
          guards: Object.keys(guards),
          moves,
        })),
        clocks,
        reasons,
      },
      null,
      2,
    ),
  );
} else {
  for (const machine of everyProcess) console.log(`%% ${machine.object}\n${diagram(machine)}\n`);
}
