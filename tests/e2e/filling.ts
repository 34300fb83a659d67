import type { Locator } from "@playwright/test";

/** Fills one field of a form, whatever kind it is. */
export async function fillOne(fields: Locator, value: string | readonly string[]) {
  const first = fields.first();
  const kind = await first.evaluate(
    (element) => `${element.tagName.toLowerCase()} ${(element as HTMLInputElement).type}`,
  );
  const values = typeof value === "string" ? [value] : [...value];
  if (/radio|checkbox/.test(kind))
    for (const one of values) await unfolded(await tickFor(fields, one)).then((tick) => tick.check());
  else if (kind.startsWith("select")) await first.selectOption(await optionFor(first, values[0] ?? ""));
  else await first.fill(values[0] ?? "");
}
/** What stands in a list that folds out is reached by folding it out. */
async function unfolded(tick: Locator): Promise<Locator> {
  const shut = tick.locator("xpath=ancestor::details[not(@open)][1]");
  if ((await shut.count()) > 0) await shut.locator("summary").first().click();
  return tick;
}
/** A tick by its value, by the words beside it, or with `*` the first. */
async function tickFor(fields: Locator, wanted: string): Promise<Locator> {
  if (wanted === "*" || (await fields.count()) === 1) return fields.first();
  const valued = fields.and(fields.page().locator(`[value="${wanted}"]`));
  return (await valued.count()) > 0 ? valued : fields.and(fields.page().getByLabel(wanted));
}
/** An option by its value, or by the words people see. */
async function optionFor(select: Locator, wanted: string) {
  const options = await select
    .locator("option")
    .evaluateAll((all) => all.map((o) => ({ value: (o as HTMLOptionElement).value, text: o.textContent ?? "" })));
  return options.find((o) => o.value === wanted || o.text.includes(wanted))?.value ?? wanted;
}
