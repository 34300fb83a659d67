import type { Sql } from "postgres";
import { readOpening } from "#app/domain/administration/fields.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { acceptInvitation, invite } from "#app/services/account/invitations.server.ts";
import { confirmRegistration, requestRegistration } from "#app/services/account/registration.server.ts";
import { inviteAtMachine, inviteSuccessor } from "#app/services/administration/appointing.server.ts";
import { begin } from "#app/services/administration/first-use.server.ts";
import { openApprovals, recordApproval } from "#app/services/centre/approvals.server.ts";
import { addSchool } from "#app/services/centre/schools.server.ts";
import { foundCommunity, openFounding } from "#app/services/community/founding.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { correctName } from "#app/services/privacy/correction.server.ts";
import { setCentrePrivacy } from "#app/services/privacy/privacy-page.server.ts";
import { day } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { grant, addPerson, type World } from "#db/seed/world.ts";
import { withFormWords } from "./typed-forms.ts";

/** Whoever has no account, at the time of this world. */
export const visitorIn = (w: World): Context => ({
  transact: w.database.transact,
  now: w.now,
  newId: w.newId,
  actor: nobody,
  reach: noReach,
  locale: "nl",
  requestId: "town",
});
type Desks = { w: World; c: Cast; raw: Sql };
/** Holds a hash that no password has: these people log in as the demo does. */
const passwordHash = "-";
const slug = "waterkracht";

/**
 * Fills in the forms about accounts, schools, centres and the platform. Answers people that only then are there, by
 * what they are to the town.
 */
export async function desks(at: Desks) {
  const [people, administrator] = [await appointed(at), await platform(at)];
  await ofCentre(at);
  await approved(at);
  const newcomer = await registered(at);
  return { ...people, administrator, newcomer };
}
/**
 * Adds people who have to do with work of before: two of the steering group, of whom one leaves it, and who does the
 * money of the school.
 */
export async function earlierPeople({ w, c }: Desks) {
  const add = async (name: string, email: string, role: Parameters<typeof grant>[2]) => {
    const id = await addPerson(w, { name, email });
    await grant(w, id, role);
    return id;
  };
  const group = { role: "steering_group_member", centreId: c.centreId } as const;
  const earlierSteering = await add("Vera Was", "vera@voorbeeld.nl", group);
  await grant(w, earlierSteering, { role: "education_manager", organizationId: c.institutionId });
  return {
    steering: await add("Stien Groep", "stien@voorbeeld.nl", group),
    earlierSteering,
    schoolFinance: await add("Kas School", "kas@voorbeeld.nl", { role: "finance", organizationId: c.institutionId }),
  };
}
/** One of the steering group leaves it. */
export const leavesGroup = ({ w, raw }: Desks, who: string) =>
  raw`update memberships set ended_at = ${w.now()} where person_id = ${who} and role = 'steering_group_member'`;
/** Reads the secret of the newest letter to an address. */
async function tokenOf({ raw }: Desks, email: string): Promise<string> {
  const [letter] = await raw<{ path: string }[]>`
    select data->>'path' as path from account_letters where email = ${email} order by due_at desc limit 1`;
  return letter?.path.split("/").at(-1) ?? "";
}
type Invited = Parameters<typeof invite>[1];
async function joins(at: Desks, by: string, to: Invited, name: string): Promise<string> {
  await invite(await at.w.as(by), to);
  return acceptInvitation(visitorIn(at.w), await tokenOf(at, to.email), { name, passwordHash });
}

/** Who pays and who keeps hours at the company come by invitation; a signatory and a student are invited still. */
async function appointed(at: Desks) {
  const { w, c } = at;
  const typed = (filled: Record<string, string>) => withFormWords("inviteFieldsFor", filled);
  const here = { organizationId: c.companyId };
  const { name } = withFormWords("acceptFields", { name: "Fien Betaalt" });
  const finance = await joins(at, c.owner, { email: "fien@elders.nl", role: "finance", ...here }, name);
  const personnel = await joins(at, c.owner, { email: "hans@elders.nl", role: "hr_contact", ...here }, "Hans Eerst");
  await correctName(await w.as(personnel), withFormWords("nameFields", { name: "Hans Uren" }).name);
  await invite(await w.as(c.owner), {
    email: "tekent@elders.nl",
    role: "authorised_signatory",
    ...here,
    ...typed({ mandate: "Volmacht van de directie" }),
  });
  await invite(await w.as(c.coordinator), {
    email: "leerling@elders.nl",
    role: "student",
    centreId: c.centreId,
    track: "bol",
    ageBand: "16_17",
    turns18On: day(w, 300),
    ...typed({ programme: "Watermanagement" }),
  });
  return { finance, personnel };
}
/** The platform begins with its administrator and one more centre, for whose school others are asked to sign. */
async function platform(at: Desks): Promise<string> {
  const { w, raw } = at;
  const email = "beheer@platform.voorbeeld.nl";
  const read = readOpening(
    withFormWords("openingFields", {
      centre_name: "Zandkracht",
      slug: "zandkracht",
      kind: "civ",
      ppp_type: "developer",
      region: "Drenthe",
      institution_name: "Zandschool",
      institution_kvk: "90000011",
      institution_place: "Emmen",
      coordinator_email: email,
      signatory_email: "tekent@zand.nl",
      signatory_mandate: "Besluit van het bestuur",
      controller: "Stichting Zand",
      privacy_contact: "privacy@zand.nl",
      blocks: "",
      holidays: "",
    }),
  );
  if (!read.ok) throw new Error(`the opening is refused: ${Object.keys(read.errors).join(", ")}`);
  const { name } = withFormWords("administratorFields", { name: "Beheer Der" });
  await begin(visitorIn(w), { name, email, passwordHash }, read.answers, null);
  const [{ id } = { id: "" }] = await raw<{ id: string }[]>`select id from people where email = ${email}`;
  const role = "authorised_signatory" as const;
  const asked = withFormWords("inviteSignatoryFields", { signatory_mandate: "Besluit van de directie" });
  await inviteSuccessor(await w.as(id), slug, {
    role,
    email: "directie@elders.nl",
    schoolId: null,
    mandate: asked.signatory_mandate,
  });
  const repaired = withFormWords("repairs.invite_signatory", { signatory_mandate: "Brief van het bestuur" });
  await inviteAtMachine(visitorIn(w), slug, {
    role,
    email: "bestuur@elders.nl",
    schoolId: null,
    mandate: repaired.signatory_mandate,
  });
  return id;
}
/** Says what the coordinator of the centre fills in. */
async function ofCentre({ w, c }: Desks): Promise<void> {
  const coordinator = await w.as(c.coordinator);
  const answers = withFormWords("centrePrivacyFields", { controller: "Stichting Water", contact: "privacy@water.nl" });
  await setCentrePrivacy(coordinator, slug, answers);
  await addSchool(
    coordinator,
    slug,
    withFormWords("schoolFields", { school_name: "Zeevaartschool", kvk: "90000012", place: "Harlingen" }),
  );
  const { institutions, guides } = await openFounding(coordinator, slug);
  await foundCommunity(
    coordinator,
    slug,
    withFormWords("foundingFields", {
      name: "Zout en zoet",
      about: "Over verzilting.",
      form: "cop",
      organization: institutions[0]?.id ?? "",
      levels: ["hbo"],
      offers: ["effort"],
      guide: guides.find(({ id }) => id === c.teacher)?.id ?? "",
      claim_right: "on",
    }),
  );
}
/** Of a student under sixteen the school wrote down whose approval it has. */
async function approved({ w, c, raw }: Desks): Promise<void> {
  const name = "Lot Jonger";
  const young = await addPerson(w, { name, email: "lot@voorbeeld.nl" });
  await grant(w, young, { role: "student", centreId: c.centreId });
  await raw`update people set age_band = 'under_16', turns_18_on = ${day(w, 1100)} where id = ${young}`;
  const coordinator = await w.as(c.coordinator);
  const found = (await openApprovals(coordinator, slug)).students.find((student) => student.name === name);
  const approval = { guardian_name: "Ouder Jonger", approved_on: day(w, -2), approval_proof: "Gesprek op school" };
  await recordApproval(coordinator, slug, found?.id ?? "", withFormWords("approvalFields", approval));
}
/** A company registers, and its first owner proves the address. */
async function registered(at: Desks): Promise<string> {
  const email = "begint@elders.nl";
  await requestRegistration(visitorIn(at.w), {
    email,
    kvk: "90000013",
    sector: "water",
    centreId: at.c.centreId,
    ...withFormWords("registerFields", { name: "Bert Begint", company: "Beginbedrijf", place: "Joure" }),
  });
  return (await confirmRegistration(visitorIn(at.w), await tokenOf(at, email), passwordHash)).personId;
}
