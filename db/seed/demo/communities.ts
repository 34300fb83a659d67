import { participationLevels } from "#app/domain/community/words.ts";
import { writeAmbition } from "#app/services/community/ambition.server.ts";
import { addContact, addMember, peoplePage, setLevel } from "#app/services/community/people.server.ts";
import { addPartner } from "#app/services/community/partners.server.ts";
import type { Context } from "#app/services/context.ts";
import { addPerson, atTime, grant, type World } from "../world.ts";
import { mailOf } from "./names.ts";
import type { Company, Staff } from "./people.ts";
import communities from "./communities.json" with { type: "json" };
import { days, type Life, type CommunityStory } from "./community-life.ts";
import { meet } from "./community-meetings.ts";
import { today } from "./community-today.ts";

const stories = communities as unknown as Record<string, CommunityStory>;

/**
 * Lives a year and more in the life of a centre's first community, lived through the services; where nothing is told
 * of it, it only gets its partners.
 */
export async function liveCommunity(w: World, slug: string, staff: Staff, companies: readonly Company[], now: Date) {
  const own = atTime(w, new Date(+now - 420 * days));
  own.pace = 0; // what happens today does not end tomorrow
  const [story, partners] = [stories[slug], companies.slice(0, 3)];
  const as = remembered(own);
  for (const { companyId } of partners)
    await addPartner(await as(staff.teacher), staff.communityId, { organization: companyId });
  if (!story) return;
  const life: Life = { w: own, id: staff.communityId, staff, partners, story, as };
  await begin(life);
  await meet(life, now);
  await today(life, now);
}
/** Somebody's context at every moment, read once; only joining a community makes it old. */
function remembered(w: World) {
  const known = new Map<string, Context>();
  return async (person: string, anew = false) => {
    const found = (!anew && known.get(person)) || (await w.as(person));
    known.set(person, found);
    return found;
  };
}
async function begin({ w, id, staff, partners, story, as }: Life) {
  await writeAmbition(await as(staff.teacher), id, { text: story.ambition[0] }, 0);
  for (const [i, person] of staff.students.slice(0, 5).entries())
    await addMember(await as(staff.teacher), id, "student", {
      person,
      participation: participationLevels[1 + (i % 3)] ?? "",
    });
  for (const { employee } of partners) await addMember(await as(staff.teacher), id, "employee", { person: employee });
  for (const [role, person] of [
    ["coordinator", staff.coordinator],
    ["business_developer", staff.developer],
  ] as const)
    await addMember(await w.as(staff.coordinator), id, role, { person });
  for (const person of [staff.teacher, staff.practor])
    await inTheCore(await w.as(person), id, w.names.get(person) ?? "");
  const [first] = partners;
  if (first)
    await grant(
      w,
      await addPerson(w, { name: story.hr, email: mailOf(story.hr, "personeelszaken.voorbeeld.nl"), demo: true }),
      { role: "hr_contact", organizationId: first.companyId },
    );
  await addContact(await as(staff.teacher), id, { name: story.endUser[0], stands_for: story.endUser[1] });
}
/** Who guides says so: their own role is one of the core. */
async function inTheCore(ctx: Context, id: string, name: string) {
  const own = (await peoplePage(ctx, id, 1)).rows.find((row) => row.name === name);
  if (own) await setLevel(ctx, id, own.id, { participation: "core", was: own.level });
}
