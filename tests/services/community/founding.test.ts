import { beforeAll, expect, test } from "vitest";
import { centreCommunities } from "#app/services/community/communities.server.ts";
import { writeAmbition } from "#app/services/community/ambition.server.ts";
import { addMember, peoplePage } from "#app/services/community/people.server.ts";
import { foundCommunity } from "#app/services/community/founding.server.ts";
import { openFounding } from "#app/services/community/founding.server.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { world, type World } from "#db/seed/world.ts";
import { refused } from "#tests/support/town/community.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let c: Cast;
let other: Cast;
let as: World["as"];
beforeAll(async () => {
  const { house } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  as = w.as;
});

// Nobody else may start one, and one name is one community.
test("a coordinator starts a community with its first guide, who may then claim and add", async () => {
  for (const who of [c.teacher, c.developer, c.owner, c.students[0] ?? "", other.coordinator]) {
    await refused(openFounding(await as(who), "waterkracht"), "not_found");
    await refused(foundCommunity(await as(who), "waterkracht", {}), "not_found");
  }
  const form = await openFounding(await as(c.coordinator), "waterkracht");
  expect(form.institutions.map((one) => one.id)).toEqual([c.institutionId]);
  expect(form.guides.find((one) => one.id === c.rival)?.role).toBe("teacher");
  const asked = {
    name: "Werkplaats Droge Voeten",
    about: "Wijken zonder wateroverlast",
    form: "cop",
    organization: c.institutionId,
    levels: ["mbo-4", "hbo"],
    offers: ["effort"],
    guide: c.rival,
    claim_right: "on",
  };
  await refused(
    foundCommunity(await as(c.coordinator), "waterkracht", {
      ...asked,
      organization: c.companyId,
      guide: c.students[0] ?? "",
      levels: [],
    }),
    "invalid",
    "organization",
  );
  await refused(foundCommunity(await as(c.coordinator), "waterkracht", { ...asked, name: "" }), "invalid", "name");
  const twice = await Promise.allSettled(
    [0, 1].map(async () => foundCommunity(await as(c.coordinator), "waterkracht", asked)),
  );
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await refused(
    foundCommunity(await as(c.coordinator), "waterkracht", { ...asked, name: " werkplaats droge voeten" }),
    "invalid",
    "name",
  );
  const fresh = (await centreCommunities(await as(c.coordinator), "waterkracht", 1)).rows.filter(
    (row) => row.name === asked.name,
  );
  expect(fresh).toMatchObject([{ about: asked.about, members: 1, partners: 1 }]);
  const founded = fresh[0]?.id ?? "";
  expect((await peoplePage(await as(c.rival), founded, 1)).rows).toMatchObject([{ role: "teacher", claimRight: true }]);
  await addMember(await as(c.rival), founded, "student", { person: c.students[0] ?? "" });
  await writeAmbition(await as(c.rival), founded, { text: "Droge voeten voor iedereen." }, 0);
  expect((await peoplePage(await as(c.students[0] ?? ""), founded, 1)).rows).toHaveLength(2);
});
