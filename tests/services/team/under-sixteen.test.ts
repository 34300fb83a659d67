// @module-tag slow
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, seatOf } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant } from "#db/seed/world.ts";
import { signAnnex } from "#app/services/agreement/annexes.server.ts";
import { openApprovals, recordApproval } from "#app/services/centre/approvals.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { askGuardian, ownSeat } from "#app/services/team/seat.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";

async function invited(turns18On: string) {
  const { w, c } = await freshWorld();
  const other = await cast(w, { slug: "elders", company: "Elders BV", domain: "elders.nl" });
  const young = await addPerson(w, { name: "Bo Jong", email: "bo@voorbeeld.nl", ageBand: "under_16", turns18On });
  await grant(w, young, { role: "student", centreId: c.centreId, organizationId: c.institutionId });
  const line = await live(await begin(w, c, "effort", question("effort")), "signed");
  const seat = { person: young, role: "student", track: "bol", level: "mbo-4" };
  await act(w, c.teacher, "member", line.id, "invite", seat);
  for (const a of (await ownSeat(await w.as(young), line.id)).annexes)
    if (a.kind !== "guardian" && !a.signed)
      await signAnnex(await w.as(young), a.id, {
        choice: a.kind === "ip_choice" ? "keep_with_licence" : "",
        name: "Bo Jong",
        consent: "on",
      });
  const join = async () => act(w, young, "member", (await seatOf(w, c.teacher, line.id, young))?.id ?? "", "join");
  return { w, c, other, young, line, join };
}
const said = { guardian_name: "Ouder Jong", approved_on: "2026-03-01", approval_proof: "Brief, dossierkast 4" };

test("nobody under sixteen has a place in a team before the school has recorded the guardian's approval", async () => {
  const { w, c, other, young, line, join } = await invited("2029-04-20");
  await expect(join()).rejects.toThrow("school_approved");
  expect(await ownSeat(await w.as(young), line.id)).toMatchObject({ school: { approved: false }, guardian: null });
  await expect(
    askGuardian(await w.as(young), line.id, { name: "Ouder", email: "ouder@voorbeeld.nl" }),
    "no link goes to a guardian",
  ).rejects.toThrow("wrong_status");
  const waits = async () => (await myWork(await w.as(c.coordinator), null)).approvals;
  expect(await waits()).toEqual([{ slug: "waterkracht", centre: expect.any(String), n: 1 }]);
  expect((await myWork(await w.as(other.coordinator), null)).approvals).toEqual([]);
  const [student] = (await openApprovals(await w.as(c.coordinator), "waterkracht")).students;
  const record = async (who: string, slug: string, fields: typeof said) =>
    recordApproval(await w.as(who), slug, student?.id ?? "", fields);
  await expect(record(c.teacher, "waterkracht", said)).rejects.toThrow("not_found");
  await expect(record(other.coordinator, "elders", said)).rejects.toThrow("not_found");
  await expect(record(c.coordinator, "waterkracht", { ...said, approval_proof: "" })).rejects.toMatchObject({
    errors: { approval_proof: { code: "required" } },
  });
  await expect(record(c.coordinator, "waterkracht", { ...said, approved_on: "2027-03-03" })).rejects.toMatchObject({
    errors: { approved_on: { code: "date_too_late" } },
  });
  await record(c.coordinator, "waterkracht", said);
  expect(await waits()).toEqual([]);
  const [kept] = (await openApprovals(await w.as(c.coordinator), "waterkracht")).students;
  expect(kept).toMatchObject({
    guardianName: "Ouder Jong",
    approvedOn: "2026-03-01",
    approvalProof: "Brief, dossierkast 4",
    recordedBy: w.names.get(c.coordinator),
  });
  const seen = JSON.stringify(await teamTab(await w.as(c.teacher), line.id));
  expect(seen, "the team's staff read that it is there").toContain('"school":{"approved":true}');
  expect(seen, "not whose it is").not.toContain("Ouder Jong");
  expect(JSON.stringify(await teamTab(await w.as(c.owner), line.id))).not.toContain('"school":{');
  expect((await join()).status).toBe("active");
});

test("an approval that is taken back holds up the next place; from sixteen on a guardian is asked by link", async () => {
  const { w, c, young, line, join } = await invited("2028-04-01");
  const [student] = (await openApprovals(await w.as(c.coordinator), "waterkracht")).students;
  await recordApproval(await w.as(c.coordinator), "waterkracht", student?.id ?? "", said);
  await recordApproval(await w.as(c.coordinator), "waterkracht", student?.id ?? "", null);
  await expect(join()).rejects.toThrow("school_approved");
  w.travel(new Date("2026-04-02T09:00:00Z"));
  expect((await openApprovals(await w.as(c.coordinator), "waterkracht")).students, "sixteen since yesterday").toEqual(
    [],
  );
  expect((await ownSeat(await w.as(young), line.id)).school).toBeNull();
  await askGuardian(await w.as(young), line.id, { name: "Ouder", email: "ouder@voorbeeld.nl" });
  await expect(join()).rejects.toThrow("annex_ready");
});
