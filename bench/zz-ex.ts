import { readFileSync } from "node:fs";
import { openCluster } from "#db/cluster.server.ts";
import { openRaw } from "#db/client.server.ts";
const cluster = await openCluster("/tmp/nat/national-160-100000-1");
const raw = openRaw(cluster.url, { max: 1 });
for (const s of readFileSync("/tmp/prof/q.sql", "utf8").split(";")) if (s.trim()) { const r = await raw.unsafe(s).simple?.() ?? await raw.unsafe(s); for (const row of r) console.log(String(Object.values(row)[0]).slice(0, 260)); }
await raw.end(); await cluster.stop(); process.exit(0);
