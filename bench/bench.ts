import { filledCountry, filledDemo, type Filled } from "./filled.ts";
import { optionsIn, type Options } from "./options.ts";
import { measure, type Round } from "./round.ts";
import { head, row, said, tail } from "./table.ts";
import { flatness, verdictsOf } from "./verdict.ts";

// `npm run bench`: what a page costs, as ratios to a bare Node server in the same run. Figures of a machine are not
// comparable; ratios are. With `-- --scale national` on a country of 20,000 and one of 100,000 assignments;
// `--assignments`, `--databases`, `--seconds`, `--only`: see `options`.
async function roundOn(name: string, filled: Filled, options: Options): Promise<Round> {
  try {
    console.log(`\n${name}\n${head()}`);
    const round = await measure({ filled, seconds: options.seconds, only: options.only }, (result) =>
      console.log(row(result)),
    );
    console.log([tail(round), ...verdictsOf(round).map(said)].join("\n"));
    return round;
  } finally {
    await filled.close();
  }
}
async function main() {
  const options = optionsIn(process.argv.slice(2));
  const rounds: Round[] = [];
  if (options.scales === null) await roundOn("The demo", await filledDemo(), options);
  for (const scale of options.scales ?? [])
    rounds.push(
      await roundOn(
        `${scale.assignments} assignments in ${scale.size.centres} centres`,
        await filledCountry(scale, options.databases),
        options,
      ),
    );
  const [small, large] = [rounds[0], rounds.at(-1)];
  if (small && large && small !== large)
    console.log(["", "From the smallest to the largest", ...flatness(small, large).map(said)].join("\n"));
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
