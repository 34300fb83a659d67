import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { actsOf, privacyContacts, setPrivacyContact } from "#db/queries/privacy/account.server.ts";
import { retainedGroups } from "#db/queries/privacy/register.server.ts";
import { coordinatedCentre } from "#app/services/centre/coordinated.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** Tells what is kept, and who answers for it in each centre: the same for everybody. */
export const privacyPage = (ctx: Context) =>
  inTransaction(ctx, async ({ db }) => ({ groups: retainedGroups, centres: await privacyContacts(db) }));

/** Returns one's own data: what can be corrected, and what was done with it. */
export const myDataPage = (ctx: Context) =>
  inTransaction(ctx, async ({ db, actor, newId }) => {
    const person = (await personById(db, actor.id)) ?? refuse("not_found");
    return {
      name: person.name,
      email: person.email,
      hasPassword: person.passwordHash !== null,
      acts: await actsOf(db, actor.id),
      key: newId(),
    };
  });

/** Tells who answers for personal data in a centre, for its coordinator. Refuses `not_found` to anybody else. */
export const centrePrivacy = (ctx: Context | Inside, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await coordinatedCentre(inside, slug);
    const { id, name, hue, controller, privacyContact } = centre;
    return { id, name, slug: centre.slug, hue, controller, contact: privacyContact, key: inside.newId() };
  });
/** Writes down who is responsible for privacy at a centre, and where to reach them. */
export const setCentrePrivacy = (ctx: Context | Inside, slug: string, set: { controller: string; contact: string }) =>
  inTransaction(ctx, async (inside) => {
    const { id } = await centrePrivacy(inside, slug);
    if (set.controller === "") refuseFields({ controller: { code: "required" } });
    await setPrivacyContact(inside.db, id, { controller: set.controller, privacyContact: set.contact });
  });
