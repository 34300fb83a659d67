import { readAnswers } from "#app/domain/fields/answers.ts";
import { contactFields, levelFields, memberFieldsWith } from "#app/domain/community/forms.ts";
import { addable, memberKinds, type MemberRole } from "#app/domain/community/roles.ts";
import { addsAs, namesMember } from "#app/domain/community/standing.ts";
import { usualLevel } from "#app/domain/community/words.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { pageOf } from "#app/domain/paging.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import {
  candidates,
  changeLevel,
  endMember,
  insertMember,
  memberCounts,
  memberRow,
  membersPage,
} from "#db/queries/community/members.server.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
import { contactsOf, endContact, insertContact, isContact } from "#db/queries/community/communities.server.ts";
import { membershipsOf, personById } from "#db/queries/account/people.server.ts";
import { communityFor, communityPage, frameOf, homeOf, rowsAPage, type OpenCommunity } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** Returns everybody who takes part or did, a page at a time; names as far as this reader may know them (docs/domain.md 3.2). */
export const peoplePage = (ctx: Context, id: string, wanted: number) =>
  communityPage(ctx, id, async (inside, open) => {
    const counts = await memberCounts(inside.db, id);
    const total = counts.reduce((sum, c) => sum + c.ever, 0);
    const { page, pages, offset } = pageOf(total, rowsAPage, wanted);
    const may = addable(addsAs(open.standing));
    const rows = (await membersPage(inside.db, id, { limit: rowsAPage, offset })).map((m) => ({
      id: m.id,
      name: m.personId === inside.actor.id || namesMember(open.standing, m.role, m.organizations) ? m.name : null,
      role: m.role,
      claimRight: m.claimRight,
      level: m.level,
      since: m.since,
      endedAt: m.endedAt,
      // Whoever may end a role may also say how much is done in it.
      ends: m.endedAt === null && (m.personId === inside.actor.id || mayEnd(open, m.role, m.organizations)),
    }));
    return {
      rows,
      total,
      page,
      pages,
      size: rowsAPage,
      add: may,
      contacts: (await contactsOf(inside.db, id)).map(({ id: contact, name, standsFor, since, endedAt }) => ({
        id: contact,
        name,
        standsFor,
        since,
        endedAt,
      })),
      endsContacts: may.includes("end_user"),
      key: inside.newId(),
    };
  });
/** Whoever may add somebody may also end that role; an hr_contact that of its own people only. */
function mayEnd({ standing }: OpenCommunity, role: MemberRole, organizations: readonly string[]) {
  const by = addsAs(standing).filter((adder) => memberKinds[role].addedBy.includes(adder));
  return (
    by.some((adder) => adder !== "hr_contact") ||
    (by.includes("hr_contact") && organizations.some((id) => standing.hr.includes(id)))
  );
}
async function toAdd(inside: Inside, id: string, role: MemberRole) {
  const open = await communityFor(inside, id);
  if (!addable(addsAs(open.standing)).includes(role)) return refuse("not_found");
  const { from } = memberKinds[role];
  const whole = open.standing.lead || open.standing.coordinator;
  const at =
    "centre" in from
      ? { centreId: open.row.centreId, organizationIds: [], roles: from.centre }
      : {
          centreId: null,
          organizationIds: whole ? open.partners.map((p) => p.id) : open.standing.hr,
          roles: from.partner,
        };
  const fields = memberFieldsWith(memberKinds[role].claims === true && open.standing.coordinator);
  return { open, fields, options: { community_people: await candidates(inside.db, { communityId: id, role, ...at }) } };
}
/** Returns the form for one more member of a kind. Refuses `not_found` for anyone who may not add that kind. */
export const openMember = (ctx: Context, id: string, role: MemberRole) =>
  inTransaction(ctx, async (inside) => {
    const { open, fields, options } = await toAdd(inside, id, role);
    return {
      frame: frameOf(open),
      role,
      fields,
      values: { participation: usualLevel },
      options,
      contact: role === "end_user" ? contactFields : null,
      key: inside.newId(),
    };
  });
/**
 * Adds somebody who holds the role the kind asks for. Held before and ended, it begins anew beside the old one. Only a
 * coordinator gives the right to claim.
 */
export const addMember = (ctx: Context | Inside, id: string, role: MemberRole, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    await waitTurn(inside.db, `members ${id}`);
    const { open, fields, options } = await toAdd(inside, id, role);
    const read = readAnswers(fields, posted, options);
    if (!read.ok) return refuseFields(read.errors);
    await insertMember(inside.db, {
      id: inside.newId(),
      communityId: open.row.id,
      personId: read.answers.person,
      role,
      claimRight: "claim_right" in read.answers && read.answers.claim_right,
      participationLevel: read.answers.participation ?? usualLevel,
      since: inside.now(),
    });
  });
/** Adds an end user without an account: a name and what they stand for. */
export const addContact = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const { open } = await toAdd(inside, id, "end_user");
    const read = readAnswers(contactFields, posted, {});
    if (!read.ok) return refuseFields(read.errors);
    const contact = {
      id: inside.newId(),
      ...homeOf(open),
      name: read.answers.name,
      standsFor: read.answers.stands_for,
      since: inside.now(),
    };
    if (await isContact(inside.db, contact)) refuse("already_done");
    await insertContact(inside.db, contact);
  });
/** Returns a role that is this reader's own, or that they may end. Refuses `not_found` for any other. */
async function roleToChange(inside: Inside, id: string, memberId: string) {
  const open = await communityFor(inside, id);
  const row = await memberRow(inside.db, memberId);
  if (row?.communityId !== id) return refuse("not_found");
  const organizations = (await membershipsOf(inside.db, row.personId)).flatMap((m) =>
    m.centreId === null && m.organizationId ? [m.organizationId] : [],
  );
  return row.personId === inside.actor.id || mayEnd(open, row.role, organizations)
    ? { open, row }
    : refuse("not_found");
}
/** Says how much somebody takes part in a role, as a form. Refuses `wrong_status` when the role ended. */
export const openLevel = (ctx: Context, id: string, memberId: string) =>
  inTransaction(ctx, async (inside) => {
    const { open, row } = await roleToChange(inside, id, memberId);
    if (row.endedAt) return refuse("wrong_status");
    return {
      frame: frameOf(open),
      name: (await personById(inside.db, row.personId))?.name ?? "",
      role: row.role,
      own: row.personId === inside.actor.id,
      was: row.participationLevel,
      values: { participation: row.participationLevel },
      key: inside.newId(),
    };
  });
/**
 * Says how much somebody takes part. `was` is what the form showed: refuses `stale` when that changed meanwhile or the
 * role ended.
 */
export const setLevel = (ctx: Context | Inside, id: string, memberId: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const { row } = await roleToChange(inside, id, memberId);
    const read = readAnswers(levelFields, posted, {});
    if (!read.ok) return refuseFields(read.errors);
    if (
      !(await changeLevel(
        inside.db,
        { id: row.id, level: [posted.was ?? ""].flat()[0] ?? "" },
        read.answers.participation,
      ))
    )
      throw new Refusal("stale");
  });
/**
 * Ends a role; it stays in the history. Anybody may leave; refuses `not_found` for anyone who may not end this one,
 * `wrong_status` when it ended before.
 */
export const endRole = (ctx: Context | Inside, id: string, memberId: string) =>
  inTransaction(ctx, async (inside) => {
    await roleToChange(inside, id, memberId);
    if (!(await endMember(inside.db, memberId, inside.now()))) refuse("wrong_status");
  });
/** Ends an end user's part. */
export const endContactOf = (ctx: Context | Inside, id: string, contactId: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityFor(inside, id);
    if (!addable(addsAs(open.standing)).includes("end_user")) refuse("not_found");
    if (!(await endContact(inside.db, contactId, id, inside.now()))) refuse("wrong_status");
  });
