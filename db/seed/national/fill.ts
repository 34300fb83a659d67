import type { Sql, TransactionSql } from "postgres";
import type { DatabasePool } from "#db/client.server.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { formOf, writeCopy, type Form } from "./stories/copies.ts";
import { country, makeCountry, type Size } from "./country/country.ts";
import { familiesAt } from "./country/families.ts";
import { ends } from "./check/log.ts";
import { learnAll } from "./learn.ts";
import { loadAll } from "./load.ts";
import { liveAll, type Lived } from "./stories/stage.ts";
import { furnish } from "./rooms/rooms.ts";
import { templatesOf } from "./stories/templates.ts";

/**
 * `stage`: an empty database to live the stories in, thrown away afterwards; `url`: the empty database to fill, as its
 * owner.
 */
export type Filling = {
  stage: { house: DatabasePool; raw: Sql };
  url: string;
  now: Date;
  seed: number;
  passwordHash: string | null;
  assignments: number;
  size?: Size;
  /** A test lives one story of each status instead of all. */
  thin?: boolean;
  judged: (tx: TransactionSql) => Promise<void>;
  said: (line: string) => void;
};
export const assignmentsInCountry = 100_000;

const familiesOf = ({ now, thin = false }: Pick<Filling, "now" | "thin">) =>
  familiesAt(now).slice(0, thin ? 1 : undefined);

/**
 * Makes the whole country from one seed: lives each kind of story through the services, and copies it with other
 * people, words and times.
 */
export async function fillNational(filling: Filling): Promise<void> {
  await copyStories({ ...filling, lived: await liveStories(filling) });
}

/** Returns the stories that will be copied, lived on the stage. */
export async function liveStories(
  filling: Pick<Filling, "stage" | "now" | "seed" | "thin" | "said">,
): Promise<Lived[]> {
  const { stage, now, seed, thin = false, said } = filling;
  said("Living the stories that will be copied …");
  return liveAll({ house: stage.house, now, seed, families: familiesOf(filling), thin, said });
}

/** Fills the database with copies of what was `lived` on the stage at the same `now`. */
export async function copyStories(filling: Filling & { lived: readonly Lived[] }): Promise<void> {
  const { stage, lived, url, now, seed, passwordHash, assignments, size = country, judged, said } = filling;
  const families = familiesOf(filling);
  const forms = (await templatesOf(stage.raw, stage.house, lived)).map((template) => formOf(template, families));
  const chance = chanceOf(seed);
  said(`Writing ${assignments} assignments …`);
  await loadAll(
    url,
    async ({ sink, room }) => {
      const centres = makeCountry({ chance, now, passwordHash, families, size, sink });
      const order = shares(forms, assignments, chance);
      const near = families.map((_, family) => centres.filter((c) => c.family === family));
      for (const [n, form] of order.entries()) {
        writeCopy(form, chance.lean(near[form.template.lived.family] ?? centres, 1.2), chance, sink);
        await room();
        if (n % 20_000 === 19_999) said(`  ${n + 1} written`);
      }
    },
    async (tx) => {
      await furnish(tx, now);
      await learnAll(tx);
      await placeAnew(tx);
      await judged(tx);
    },
    said,
  );
}
/**
 * A copy's moments lie up to two hours earlier than in its story, ends of days do not: here and there another clock
 * ends first.
 */
const placeAnew = (tx: TransactionSql) =>
  tx.unsafe(
    `
      update assignments a
      set running_due_at = d.running, still_due_at = d.still
      from (${ends}) d
      where d.assignment_id = a.id and (a.running_due_at, a.still_due_at) is distinct from (d.running, d.still)
    `,
  );
/** Says how often each form is copied: its share of the whole, at least once, in a mixed order. */
function shares(forms: readonly Form[], n: number, chance: Chance): Form[] {
  const whole = forms.reduce((sum, { template }) => sum + template.lived.story.weight, 0);
  let owed = 0;
  const all = forms.flatMap((form) => {
    owed += (form.template.lived.story.weight * Math.max(0, n - forms.length)) / whole;
    const times = Math.round(owed);
    owed -= times;
    return Array.from({ length: times + 1 }, () => form);
  });
  for (let i = all.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [all[i], all[j]] = [all[j] as Form, all[i] as Form];
  }
  return all.slice(0, Math.max(n, forms.length));
}
