// @module-tag slow
import { readFileSync } from "node:fs";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { deliveryTab } from "#app/services/assignment/delivery-tab.server.ts";
import { implementationTab } from "#app/services/assignment/implementation-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import type { Context } from "#app/services/context.ts";
import { readFile } from "#app/services/files/files.server.ts";
import { openDesk } from "#app/services/work/desks.server.ts";
import { code } from "#tests/support/sources.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

/** Holds every page that lists files of an assignment; of the desks the one that shows what was handed in. */
const places: Record<string, (ctx: Context, id: string) => Promise<unknown>> = {
  overview,
  delivery: deliveryTab,
  progress: progressTab,
  implementation: implementationTab,
  agreement: (ctx, id) => agreementTab(ctx, id, null),
  grading: (ctx) => openDesk(ctx, "examens"),
};
/** Tells where the files of each part are listed. */
const listedOn: Record<string, string> = {
  attachment: "overview",
  delivery: "delivery",
  milestone: "progress",
  evidence: "implementation",
  mandate: "agreement",
};
const passes = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  );
const bodyOf = (work: Promise<unknown>) =>
  work.then(
    (data) => JSON.stringify(data),
    () => null,
  );

/** Puts one file at every part of the assignment, each with a name of its own. */
async function putFileEverywhere(raw: Sql, id: string, owner: string) {
  const parts = await raw<{ part: string; id: string | null }[]>`
    select 'attachment' as part, null::uuid as id
    union all select 'evidence', null
    union all select 'delivery', id from deliveries where assignment_id = ${id}
    union all select 'milestone', id from milestones where assignment_id = ${id}
    union all select 'mandate', id from agreements where assignment_id = ${id}
  `;
  for (const [at, { part, id: of }] of parts.entries())
    await raw`
      insert into files
        (id, assignment_id, centre_id, organization_id, part, part_id, name, type, size, sha256, storage_key, by_id, at)
      select gen_random_uuid(), id, centre_id, organization_id, ${part}, ${of}, ${`kanarie-${at}-.pdf`},
        'application/pdf', 1, '', '', ${owner}, now()
      from assignments where id = ${id}
    `;
}

test("a file has a name on a page exactly for who may open it, for every part and every person of an assignment", async () => {
  const {
    w,
    c,
    line: { id },
    raw,
  } = await livedOnce({ to: "implemented", obligation: "result", with: { students: 4 } });
  // There is another version that is not out yet, and somebody who grades from outside the team.
  await raw`
    insert into deliveries (id, assignment_id, centre_id, organization_id, number, label, status, notice, limits, handover, created_at)
    select gen_random_uuid(), id, centre_id, organization_id, 99, 'Nog niet', 'draft', '', '', '', now() from assignments where id = ${id}
  `;
  await raw`
    insert into members (id, centre_id, organization_id, assignment_id, person_id, role, side, status, created_at)
    select gen_random_uuid(), centre_id, organization_id, id, ${c.rival}, 'examiner', 'education', 'active', now()
    from assignments where id = ${id}
  `;
  await putFileEverywhere(raw, id, c.owner);
  const files = await raw<{ id: string; name: string; part: string }[]>`
    select id, name, part from files where assignment_id = ${id} and name like 'kanarie-%'
  `;
  const people = Object.entries(c).flatMap(([who, ids]) =>
    who.endsWith("Id") || who === "communityId" ? [] : [ids].flat().map((person) => [who, person] as const),
  );
  const seen = { named: 0, unnamed: 0, closed: 0 };
  for (const [who, person] of people) {
    const ctx = await w.as(person);
    const bodies = new Map<string, string | null>();
    for (const [place, open] of Object.entries(places)) bodies.set(place, await bodyOf(open(ctx, id)));
    for (const file of files) {
      const opens = await passes(readFile(ctx, file.id));
      for (const [place, body] of bodies)
        if (body?.includes(file.name)) expect(opens, `${who} reads ${file.part} ${file.name} on ${place}`).toBe(true);
      const own = bodies.get(listedOn[file.part] ?? "");
      if (own == null) seen.closed += 1;
      else if (opens) seen.named += 1;
      else seen.unnamed += 1;
      if (own != null && opens) expect(own, `${who} finds ${file.part} ${file.name}`).toContain(file.name);
    }
  }
  expect(people.length).toBeGreaterThan(12);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

test("files are named by one list alone; what reads all of them shows none", () => {
  const readers = code().filter(
    (file) => file.startsWith("app/services/") && /\b(fileRows|filesWithOrigin)\b/.test(readFileSync(file, "utf8")),
  );
  expect(readers).toEqual(["app/services/delivery/content-scan.server.ts", "app/services/files/readable.server.ts"]);
});
