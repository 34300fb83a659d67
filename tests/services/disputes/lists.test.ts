// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { desks } from "#app/domain/work/desks.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { companyPage } from "#app/services/company/company.server.ts";
import { pipeline } from "#app/services/centre/pipeline.server.ts";
import { openDesk } from "#app/services/work/desks.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { openFrame } from "#app/services/assignment/frame.server.ts";
import { act, joinTeam, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { addPerson, grant, type World } from "#db/seed/world.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
let line: Line;
let everybody: Record<string, string>;
beforeAll(async () => {
  ({ w, c, line } = await livedOnce({ to: "in_progress", obligation: "result" }));
  const person = async (name: string, held: Parameters<typeof grant>[2]) => {
    const id = await addPerson(w, { name, email: `${name.toLowerCase()}@voorbeeld.nl` });
    await grant(w, id, held);
    return id;
  };
  const seated = await person("Zit", { role: "examiner", centreId: c.centreId });
  const asked = await person("Gevraagd", { role: "examiner", centreId: c.centreId });
  for (const id of [seated, asked])
    await act(w, c.teacher, "member", line.id, "invite", { person: id, role: "examiner" });
  await joinTeam(w, seated, c.teacher, line.id);
  everybody = {
    owner: c.owner,
    contact: c.contact,
    teacher: c.teacher,
    rival: c.rival,
    coordinator: c.coordinator,
    developer: c.developer,
    quality: c.quality,
    practor: c.practor,
    employee: c.employee,
    student: c.students[0] ?? "",
    "examiner with a seat": seated,
    "examiner who was asked": asked,
    board: await person("Bestuur", { role: "steering_group_member", centreId: c.centreId }),
    finance: await person("Boekhouding", { role: "finance", organizationId: c.companyId }),
    "finance of the school": await person("Schoolkas", { role: "finance", organizationId: c.institutionId }),
    hr: await person("Personeel", { role: "hr_contact", organizationId: c.companyId }),
  };
});

/** Returns every list on which somebody finds assignments, with what it says of a dispute on this one. */
async function badges(who: string): Promise<[list: string, disputed: boolean | undefined][]> {
  const ctx = await w.as(who);
  const none = () => null;
  const page = await myWork(ctx, null);
  const found: [string, boolean | undefined][] = (["yours", "chances", "others", "runs"] as const).flatMap((section) =>
    page[section].flatMap(({ card, disputed }): [string, boolean][] =>
      card.id === line.id ? [[section, disputed]] : [],
    ),
  );
  const steered = await pipeline(ctx, "waterkracht", { stop: "all", what: null, page: 1 }).catch(none);
  found.push(
    ...(steered?.rows ?? []).flatMap(({ card, disputed }): [string, boolean][] =>
      card.id === line.id ? [["pipeline", disputed]] : [],
    ),
  );
  for (const [name, { slug }] of Object.entries(desks)) {
    const desk = await openDesk(ctx, slug).catch(none);
    const rows = desk === null ? [] : desk.desk === "board" ? desk.disputes : desk.rows;
    found.push(...rows.flatMap(({ id, disputed }): [string, boolean][] => (id === line.id ? [[name, disputed]] : [])));
  }
  const company = await companyPage(ctx, c.companyId).catch(none);
  for (const { rows } of company?.groups ?? [])
    found.push(
      ...rows.flatMap(({ id, disputed }): [string, boolean][] => (id === line.id ? [["company", disputed]] : [])),
    );
  return found;
}

test("every list tells of a dispute to whoever may know of it, and to nobody else", async () => {
  await act(w, c.owner, "assignment", line.id, "open_dispute", { reason: "inspanning", asked: "Meer overleg." });
  await act(w, c.teacher, "assignment", line.id, "answer_dispute", { answer: "Wij waren er." });
  await act(w, c.owner, "assignment", line.id, "escalate_dispute", { step: "talk", report: "Gepraat." });
  const lists = new Set<string>();
  const told = new Set<boolean>();
  for (const [name, who] of Object.entries(everybody)) {
    const roles = await within(w, who, async (inside) =>
      openFrame(inside, line.id).then(
        (open) => open.roles,
        () => new Set<never>(),
      ),
    );
    for (const [list, disputed] of await badges(who)) {
      expect(disputed, `${list} of the ${name}`).toBe(may("disputed", roles));
      lists.add(list);
      told.add(disputed === true);
    }
  }
  expect([...told].sort()).toEqual([false, true]);
  expect([...lists]).toEqual(expect.arrayContaining(["pipeline", "board", "grading", "payments", "company", "yours"]));
});
