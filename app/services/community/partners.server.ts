import { readAnswers } from "#app/domain/fields/answers.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import { commitmentFields, partnerFields } from "#app/domain/community/forms.ts";
import type { Answers, Option, Posted } from "#app/domain/fields/fields.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import {
  changeCommitment,
  commitmentById,
  commitmentFor,
  insertCommitment,
} from "#db/queries/community/commitments.server.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
import { endPartner, insertPartner, otherOrganizations } from "#db/queries/community/communities.server.ts";
import { communityPage, communityToChange, frameOf, homeOf, type OpenCommunity } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** Gives the partners as a list of choices. */
export const partnerOptions = (open: Pick<OpenCommunity, "partners">): Option[] =>
  open.partners.map(({ id, name }) => ({ id, label: name }));
/** Lists who takes part, and for anyone who changes it the organisations of the centre that could. */
export const partnersPage = (ctx: Context, id: string) =>
  communityPage(ctx, id, async (inside, open) => ({
    partners: open.partners.map(({ id: organizationId, name, kind, rowId, since }) => ({
      id: organizationId,
      name,
      kind,
      rowId,
      since,
    })),
    options: { centre_organizations: await otherOrganizations(inside.db, open.row.centreId, id) },
    key: inside.newId(),
  }));
/** Adds one more partner, of the organisations that take part in the centre. */
export const addPartner = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityToChange(inside, id);
    await waitTurn(inside.db, `partners ${id}`);
    const read = readAnswers(partnerFields, posted, {
      centre_organizations: await otherOrganizations(inside.db, open.row.centreId, id),
    });
    if (!read.ok) return refuseFields(read.errors);
    await insertPartner(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      organizationId: read.answers.organization,
      since: inside.now(),
    });
  });
/** A partner leaves; what it promised and did stays. Refuses `wrong_status` when it had left. */
export const leavePartner = (ctx: Context | Inside, id: string, rowId: string) =>
  inTransaction(ctx, async (inside) => {
    await communityToChange(inside, id);
    if (!(await endPartner(inside.db, rowId, id, inside.now()))) refuse("wrong_status");
  });

/**
 * Returns the form of a promise: a new one, or one that is there. Refuses `not_found` for anyone who does not change
 * this community.
 */
export const openCommitment = (ctx: Context, id: string, commitmentId: string | null) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityToChange(inside, id);
    const row = commitmentId === null ? null : await commitmentIn(inside, id, commitmentId);
    const values: Answers = row
      ? {
          organization: row.organizationId,
          year: String(row.year),
          assignments: row.assignments,
          hours: row.hours,
          euros: row.euros,
          owner: row.owner,
        }
      : { year: String(thisYear(inside)) };
    return {
      frame: frameOf(open),
      options: optionsOf(inside, open, row),
      values,
      form: { key: inside.newId(), ...(row ? { version: row.version } : {}) },
    };
  });
type Promised = { organizationId: string; year: number } | null;
const thisYear = (inside: Inside) => Number(amsterdamDay(inside.now()).slice(0, 4));
/**
 * Returns partners of now, and the one that promised though it may have left; last year, this year, the next two, and
 * the promised one.
 */
function optionsOf(
  inside: Inside,
  open: OpenCommunity,
  was: Promised,
): { community_partners: Option[]; commitment_years: Option[] } {
  const years = [...new Set([...(was ? [was.year] : []), ...[-1, 0, 1, 2].map((n) => thisYear(inside) + n)])].sort(
    (a, b) => a - b,
  );
  return {
    community_partners: [
      ...partnerOptions(open),
      ...(was && !open.partners.some((p) => p.id === was.organizationId)
        ? [{ id: was.organizationId, label: "–" }]
        : []),
    ],
    commitment_years: years.map((year) => ({ id: String(year), label: String(year) })),
  };
}
async function commitmentIn({ db }: Inside, communityId: string, id: string) {
  const row = await commitmentById(db, id);
  return row?.communityId === communityId ? row : refuse("not_found");
}
/**
 * Keeps what a partner promises for a year: assignments, hours, euros (cents) and who answers for it. One promise a
 * partner a year: refuses beside the year. Refuses `stale` when it was changed elsewhere.
 */
export const saveCommitment = (
  ctx: Context | Inside,
  id: string,
  commitmentId: string | null,
  posted: Posted,
  version: number | null,
) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityToChange(inside, id);
    await waitTurn(inside.db, `commitments ${id}`);
    const was = commitmentId === null ? null : await commitmentIn(inside, id, commitmentId);
    if (was && was.version !== version) refuse("stale");
    const read = readAnswers(commitmentFields, posted, optionsOf(inside, open, was));
    if (!read.ok) return refuseFields(read.errors);
    const { organization, year, assignments, hours, euros, owner } = read.answers;
    const row = {
      organizationId: organization,
      year: Number(year),
      assignments,
      hours,
      euros,
      owner,
    };
    const there = await commitmentFor(inside.db, {
      communityId: id,
      organizationId: row.organizationId,
      year: row.year,
    });
    if (there && there.id !== was?.id) refuseFields({ year: { code: "already_used" } });
    if (!was)
      await insertCommitment(inside.db, { id: inside.newId(), ...homeOf(open), ...row, createdAt: inside.now() });
    else if (!(await changeCommitment(inside.db, { id: was.id, version: version ?? 0 }, row)))
      throw new Refusal("stale");
    return row.year;
  });
