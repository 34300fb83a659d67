import type { Sql } from "postgres";
import { invite } from "#app/services/account/invitations.server.ts";
import { requestReset } from "#app/services/account/passwords.server.ts";
import { requestRegistration } from "#app/services/account/registration.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { askNewAddress } from "#app/services/privacy/correction.server.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { World } from "#db/seed/world.ts";
import { visitorIn } from "./town-desks.ts";
import type { At } from "./town-stories.ts";

/** Adds one-time links that nobody opened, and a letter that did not arrive. */
export async function linksSent(w: World, c: Cast, at: At, raw: Sql) {
  await raw`
    update outbox set dead_at = now(), last_error = 'geweigerd'
    where id = (select id from outbox where person_id is not null limit 1)`;
  const visitor = visitorIn(w);
  await requestReset(visitor, "noor.visser@voorbeeld.nl");
  await requestRegistration(visitor, {
    name: "Nieuw Hier",
    email: "nieuw@elders.nl",
    company: "Nieuw Bedrijf",
    kvk: "90000099",
    place: "Sneek",
    sector: "water",
    centreId: c.centreId,
  });
  await askNewAddress(await w.as(c.quality), "anders.bereikbaar@elders.nl");
  await invite(await w.as(c.coordinator), { email: "docent@elders.nl", role: "teacher", centreId: c.centreId });
  await raw`
    insert into tokens (id, kind, email, payload, created_at, expires_at)
    values (
      ${tokenHash("gebruik")}, 'implementation', 'ties@elders.nl',
      ${raw.json({ assignment: at("implemented"), month: "3" })}, now(), now() + interval '9 days'
    )`;
  const inSeason = raw`assignment_id = ${at("implemented")} and clock = 'impl_check_3'`;
  await raw`update deadlines set due_at = now() + interval '30 days' where ${inSeason}`;
}
