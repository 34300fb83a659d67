import type { Locator, Page } from "@playwright/test";
import { still } from "./still.ts";

export type Posted = Record<string, string | readonly string[]>;
/** Describes a field as it stands on the page; `choices` are its ticks or options, `folded` those in a list that is shut. */
type Field = { kind: "tick" | "select" | "text"; empty: boolean; choices: Choice[] };
type Choice = { value: string; words: string; folded: boolean };

/** Fills fields of a form, whatever kinds they are. They are read all at once: asking takes as long as answering. */
export async function fillIn(within: Page | Locator, posted: Posted) {
  const fields = await read(within, Object.keys(posted));
  for (const [name, value] of Object.entries(posted)) await fillOne(within, name, fields[name] ?? missing(name), value);
}
/** Those of these answers whose fields are there and have none yet. */
export async function stillEmpty(within: Page | Locator, posted: Posted): Promise<Posted> {
  const fields = await read(within, Object.keys(posted));
  return Object.fromEntries(Object.entries(posted).filter(([name]) => fields[name]?.empty));
}

async function fillOne(within: Page | Locator, name: string, field: Field, value: string | readonly string[]) {
  const controls = within.locator(`[name="${name}"]`);
  const values = [value].flat();
  if (field.kind === "tick") for (const one of values) await tick(controls, field, one);
  else if (field.kind === "select") await controls.first().selectOption(optionFor(field, values[0] ?? ""));
  else await controls.first().fill(values[0] ?? "");
}
/** Sets a tick by its value, by the words beside it, or with `*` the first; what is folded away is unfolded to reach it. */
async function tick(controls: Locator, { choices }: Field, wanted: string) {
  const valued = choices.findIndex(({ value }) => value === wanted);
  const worded = choices.findIndex(({ words }) => words.includes(wanted));
  const at = wanted === "*" || choices.length === 1 ? 0 : valued >= 0 ? valued : worded;
  if (at < 0) throw new Error(`no tick "${wanted}" among ${choices.map(({ words }) => words).join(", ")}`);
  const control = controls.nth(at);
  const list = control.locator("xpath=ancestor::details[not(@open)][1]");
  if (choices[at]?.folded && (await list.count()) > 0) await list.locator("summary").first().click(still);
  await control.check(still);
}
/** An option by its value, or by the words people see. */
const optionFor = ({ choices }: Field, wanted: string) =>
  choices.find(({ value, words }) => value === wanted || words.includes(wanted))?.value ?? wanted;

const missing = (name: string): never => {
  throw new Error(`no field "${name}"`);
};

function read(within: Page | Locator, names: string[]): Promise<Record<string, Field>> {
  const root = "goto" in within ? within.locator("body") : within;
  return root.evaluate((body, wanted) => {
    const choice = (e: HTMLInputElement | HTMLOptionElement) => ({
      value: e.value,
      words: ("labels" in e ? [...(e.labels ?? [])].map((label) => label.textContent).join(" ") : e.textContent) ?? "",
      folded: e.closest("details:not([open])") !== null,
    });
    const one = (name: string) => {
      const all = [...body.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)];
      const [first] = all;
      if (!first) return [];
      const ticks = /radio|checkbox/.test(first.type);
      const options = first instanceof HTMLSelectElement ? [...first.options] : [];
      return [
        [
          name,
          {
            kind: ticks ? "tick" : options.length > 0 ? "select" : "text",
            empty: !all.some((e) => (ticks ? e.checked : e.value !== "")),
            choices: (ticks ? all : options).map(choice),
          },
        ] as const,
      ];
    };
    return Object.fromEntries(wanted.flatMap(one));
  }, names);
}
