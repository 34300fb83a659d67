import { centre } from "./centre.ts";
import { firstCome, stable, illegalIn } from "./baselines.ts";
import { viewOf } from "#app/domain/matching/view.ts";
for (const seats of [1.2, 1.05]) { let s = [0,0,0,0,0], t=[0,0,0];
for (let seed = 1; seed <= 10; seed++) { const i = centre(seed, { students: 375, assignments: 35, seats }); const v = viewOf(i); const g = firstCome(i, seed); const r = [...g].map(([a, b]) => v.rank(a, b) ?? 9); const il = illegalIn(i, g);
 s[0] += g.size / 10; s[1] += r.filter((x) => x === 1).length / 10; s[2] += r.filter((x) => x <= 3).length / 10; s[3] += il.assignments / 10; s[4]+=il.students/10;
 const g2 = stable(i, seed); const r2=[...g2].map(([a, b]) => v.rank(a, b) ?? 9); t[0]+=g2.size/10; t[1]+=r2.filter((x) => x === 1).length / 10; t[2]+=illegalIn(i,g2).assignments/10; }
console.log(seats, s.map((x) => x.toFixed(1)).join(" "), t.map((x) => x.toFixed(1)).join(" ")); }
