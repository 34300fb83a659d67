import { principles, outcomePoints } from "#app/domain/community/words.ts";
import { saveSelfScan } from "#app/services/community/self-scan.server.ts";
import { savePulse } from "#app/services/community/pulse.server.ts";
import { saveOutcome } from "#app/services/community/outcomes.server.ts";
import type { Life } from "./community-life.ts";

/** Lists who says how it goes: by a self-scan, a pulse or a mark of what it brought. */
const membersOf = ({ staff, partners }: Life) => [
  ...staff.students.slice(0, 4),
  staff.teacher,
  ...partners.slice(0, 1).map((p) => p.employee),
];
/** Every member fills in a self-scan at this moment; `lift` is what they learned since the first. */
export async function scanned(life: Life, moment: string, lift: number) {
  for (const [n, person] of membersOf(life).entries())
    await saveSelfScan(await life.w.as(person), life.id, {
      moment,
      ...Object.fromEntries(
        principles.map((p, i) => [
          p,
          String(Math.min(5, 2 + ((i + n) % 2) + lift + (i === 3 ? 1 : 0) - (i === 6 ? lift : 0))),
        ]),
      ),
    });
}
/** An employee of every partner says what it brought; `lift` as above. */
export async function gained({ partners, id, w }: Life, moment: string, lift: number) {
  for (const [n, { employee }] of partners.entries())
    await saveOutcome(await w.as(employee), id, {
      moment,
      ...Object.fromEntries(outcomePoints.map((p, i) => [p, String(Math.min(5, 1 + ((i + n) % 3) + lift))])),
    });
}
/** Every member fills in the pulse of a month, counted back from now. */
export async function seedPulses(life: Life, back: number) {
  for (const [n, person] of membersOf(life).entries())
    await savePulse(await life.as(person), life.id, {
      score: String(Math.min(5, 3 + ((n + back) % 3) - (back === 3 ? 1 : 0))),
      line:
        n === 1
          ? ([
              "",
              "Prettig om op de werkvloer te zijn.",
              "De toetsweek kwam er tussendoor.",
              "Wij wachten op gegevens.",
              "Goed begin.",
            ][back] ?? "")
          : "",
    });
}
