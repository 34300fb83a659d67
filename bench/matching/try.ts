import { match } from "#app/domain/matching/match.ts";
import { profileOf } from "#app/domain/matching/plan.ts";
import { highsModule, highsSolver } from "#app/platform/solver/highs.server.ts";
import { centre } from "./centre.ts";
const raw = highsSolver(await highsModule(), { left: () => 60, stopped: () => false });
const solver = process.env.V ? { ...raw, solve: (m: any, a: any) => { const b = process.cpuUsage(); const r: any = raw.solve(m, a); const u = process.cpuUsage(b); console.log("   ", m.columns, m.rules.length, a.sense, r.state, r.objective, r.bound, r.nodes, ((u.user + u.system) / 1000).toFixed(0)); return r; } } : raw;
const pre = (process.env.P ?? "default") as any;
for (const seats of [1.2, 1.05]) for (const seed of (process.env.S ?? "1,2,3,4").split(",").map(Number)) {
  const inst = centre(seed, { students: Number(process.env.N ?? 375), assignments: Number(process.env.M ?? 35), seats });
  const b = process.cpuUsage();
  const lv: string[] = [];
  let last = b;
  const plan = match(inst, solver, { preset: pre, tell: (o) => { const u = process.cpuUsage(last); last = process.cpuUsage(); lv.push(`${o.id}${o.rank ?? ""}=${o.value}/${o.bound}${o.proven ? "" : "!"} ${((u.user + u.system) / 1000).toFixed(0)}`); } });
  const u = process.cpuUsage(b);
  console.log(seats, seed, plan && profileOf(plan.places).join(","), plan?.teams.length, ((u.user + u.system) / 1000).toFixed(0), "ms", lv.join(" "));
}
