import { chain } from "#app/domain/matching/chain.ts";
import { seatsTaken, usualLimits } from "#app/domain/matching/choosing.ts";
import { viewOf, has } from "#app/domain/matching/view.ts";
import { split } from "#app/domain/matching/split.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { centre } from "./centre.ts";
const solver = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
for (const [seed, seats] of [[1,1.2],[9,1.2],[2,1.05],[5,1.05],[9,1.05]] as const) {
  const view = viewOf(centre(seed, { students: 375, assignments: 35, seats }));
  const ch = { preset: "default" as const, limits: usualLimits, stay: "late" as const, tell: () => {}, solver };
  const step = chain(view, new Set(), ch)!;
  for (const a of view.instance.assignments) {
    const at = step.layout.slots.findIndex((s) => s.assignment === a.id);
    const y = Math.round(step.values[step.layout.teams[at]!]!);
    const mem = seatsTaken(step).filter((s) => s.slot === at).map((s) => s.student);
    if (y > 1 && !split(view, a, mem, Array.from({ length: y }, (_, i) => i + 1), ch)) {
      console.log(seed, seats, a.id, "teams", y, "of", mem.length, JSON.stringify(a.size), "mix", JSON.stringify(a.mix), a.disciplines.map((d) => d.discipline).join("+"), a.required.map((r) => r.skill).join("+"));
      for (const id of mem) { const s = view.student.get(id)!; console.log("   ", id, s.level, a.disciplines.some((d) => d.discipline === s.discipline) ? s.discipline : "-", a.required.map((r) => (has(s, r) ? r.skill : "-")).join(" "), view.instance.apart.filter((p) => p.includes(id) && p.every((x) => mem.includes(x))).join("/")); }
    }
  }
}
