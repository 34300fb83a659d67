import { readAnswers } from "#app/domain/fields/answers.ts";
import { schoolFields } from "#app/domain/account/fields.ts";
import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { insertOrganization, insertPartner, waitForKvk } from "#db/queries/company/organizations.server.ts";
import { schoolsOfCentre } from "#db/queries/centre/centres.server.ts";
import { holderOfKvk } from "#db/queries/administration/opening.server.ts";
import { notifyPublicTopics } from "#db/queries/market/catalogue.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { coordinatedCentre } from "./coordinated.server.ts";

/** Returns the form for a school that joins a centre, for its coordinator. Refuses `not_found` to anybody else. */
export const openAddSchool = (ctx: Context | Inside, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const { name, hue } = await coordinatedCentre(inside, slug);
    return { name, slug, hue, key: inside.newId() };
  });
/**
 * A school joins a centre: one that is here already by its KvK number, under the name it has, or a new one. Of a new one
 * the coordinator then appoints the people (`domain/account/appointing`); one that was here has people of its own. Answers its
 * id. Refuses beside the number when a company has it, or the school takes part already.
 */
export const addSchool = (ctx: Context | Inside, slug: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const centre = await coordinatedCentre(inside, slug);
    const read = readAnswers(schoolFields, posted, {});
    if (!read.ok) return refuseFields(read.errors);
    const { school_name: name, kvk, place } = read.answers;
    await waitForKvk(inside.db, kvk);
    const known = await holderOfKvk(inside.db, kvk);
    const here = await schoolsOfCentre(inside.db, centre.id);
    if (known && (known.kind !== "institution" || here.some(({ id }) => id === known.id)))
      refuseFields({ kvk: { code: "already_used" } });
    const id = known?.id ?? inside.newId();
    const createdAt = inside.now();
    if (!known) await insertOrganization(inside.db, { id, kind: "institution", name, kvk, place, createdAt });
    await insertPartner(inside.db, { centreId: centre.id, organizationId: id, since: createdAt, appoints: !known });
    await notifyPublicTopics(inside.db, ofAll());
    return id;
  });
