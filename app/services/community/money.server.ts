import { today } from "#app/services/days.ts";
import { dayNumber } from "#app/domain/calendar/holidays.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { contributionFields } from "#app/domain/community/forms.ts";
import { mostHoursIn, promisedAgainstDone, yearsOf, type Sources } from "#app/domain/community/promised.ts";
import { moneyOf, seesMoneyTab } from "#app/domain/community/standing.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import type { AnswersOf } from "#app/domain/fields/typed.ts";
import { pageOf } from "#app/domain/paging.ts";
import { Refusal, refuse, refuseFields, type FieldError } from "#app/domain/refusal.ts";
import { mostMoney } from "#app/domain/fields/scalars.ts";
import {
  changeContribution,
  contributionById,
  contributionsPage,
  countContributions,
  insertContribution,
  sameContribution,
} from "#db/queries/community/contributions.server.ts";
import { assignmentsByRegime } from "#db/queries/community/work.server.ts";
import { standingSources } from "./build.server.ts";
import { asCentre, communityFor, frameOf, homeOf, rowsAPage, type OpenCommunity } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** Counts what was worked, also of an entry from before minutes were kept. */
const minutesOf = (row: { hours: number | null; minutes: number | null }) =>
  row.minutes ?? (row.hours === null ? null : row.hours * 60);
async function moneyFor(inside: Inside, id: string) {
  const open = await communityFor(inside, id);
  return seesMoneyTab(open.standing) ? { open, of: moneyOf(open.standing) } : refuse("not_found");
}
/**
 * Returns the third tab (docs/domain.md 7.3): what came in, promised beside actual by year, and what pays for the
 * assignments. A partner reads its own alone. Refuses `not_found` for anyone who reads nobody's money here.
 */
export async function moneyTab(ctx: Context, id: string, wanted: number) {
  const { open, of, ...read } = await inTransaction(ctx, async (inside) => {
    const { open, of } = await moneyFor(inside, id);
    const total = await countContributions(inside.db, id, of);
    const { page, pages, offset } = pageOf(total, rowsAPage, wanted);
    const rows = (await contributionsPage(inside.db, id, of, { limit: rowsAPage, offset })).map(
      ({ row, organization, by }) => ({
        id: row.id,
        organization,
        kind: row.kind,
        what: row.what,
        minutes: minutesOf(row),
        rate: row.rate,
        value: row.value,
        fromOn: row.fromOn,
        toOn: row.toOn,
        proof: row.proof,
        by: { actor: by ?? "", at: row.at },
      }),
    );
    return {
      open,
      of,
      rows,
      total,
      page,
      pages,
      size: rowsAPage,
    };
  });
  const counted = await inTransaction(asCentre(ctx, open.row.centreId), async (inside) => ({
    sources: await standingSources(inside, id),
    regimes: await assignmentsByRegime(inside.db, id),
  }));
  const mine = ({ organizationId }: { organizationId: string }) => of === "all" || of.includes(organizationId);
  return {
    frame: frameOf(open),
    whole: of === "all",
    ...read,
    years: byYear({
      promised: counted.sources.promised.filter(mine),
      entered: counted.sources.entered.filter(mine),
      counted: counted.sources.counted.filter(mine),
    }),
    regimes: of === "all" ? counted.regimes : null,
  };
}
/** Returns promised and done of each year, over all the partners that this reader reads. */
const byYear = (sources: Sources) =>
  yearsOf(sources).map((year) => ({ year, ...promisedAgainstDone(sources, (row) => row.year === year) }));

const payers = (open: OpenCommunity, of: "all" | readonly string[]) =>
  open.partners.filter((p) => of === "all" || of.includes(p.id)).map(({ id, name }) => ({ id, label: name }));
async function entryFor(inside: Inside, id: string, entryId: string) {
  const { open, of } = await moneyFor(inside, id);
  const row = await contributionById(inside.db, entryId);
  if (row?.communityId !== id || (of !== "all" && !of.includes(row.organizationId))) return refuse("not_found");
  return { open, of, row };
}
/** Opens the form of an entry: a new one, or one to correct. */
export const openContribution = (ctx: Context, id: string, entryId: string | null) =>
  inTransaction(ctx, async (inside) => {
    const { open, of, row } =
      entryId === null ? { ...(await moneyFor(inside, id)), row: null } : await entryFor(inside, id, entryId);
    const values: Answers = row
      ? {
          organization: row.organizationId,
          kind: row.kind,
          what: row.what,
          hours: minutesOf(row),
          rate: row.rate,
          amount: row.kind === "hours" ? null : row.value,
          from_on: row.fromOn,
          to_on: row.toOn,
          proof: row.proof,
        }
      : {};
    return {
      frame: frameOf(open),
      options: { days: today(inside), community_partners: payers(open, of) },
      values,
      form: { key: inside.newId(), ...(row ? { version: row.version } : {}) },
    };
  });
/**
 * Enters or mends a contribution: hours × rate, or an amount of cash or kit, with its period and proof. A partner
 * enters its own alone. Refuses `stale` when it was changed elsewhere, and what stands there already word for word.
 */
export const saveContribution = (
  ctx: Context | Inside,
  id: string,
  entryId: string | null,
  posted: Posted,
  version: number | null,
) =>
  inTransaction(ctx, async (inside) => {
    const {
      open,
      of,
      row: was,
    } = entryId === null ? { ...(await moneyFor(inside, id)), row: null } : await entryFor(inside, id, entryId);
    if (was && was.version !== version) refuse("stale");
    const read = readAnswers(contributionFields, posted, { days: today(inside), community_partners: payers(open, of) });
    if (!read.ok) return refuseFields(read.errors);
    const row = worth(read.answers);
    const entry = { id: was?.id ?? inside.newId(), ...homeOf(open), ...row, byId: inside.actor.id, at: inside.now() };
    if (await sameContribution(inside.db, entry)) refuseFields({ what: { code: "noted_already" } });
    if (!was) await insertContribution(inside.db, entry);
    else if (!(await changeContribution(inside.db, { id: was.id, version: version ?? 0 }, row)))
      throw new Refusal("stale");
  });
/** Takes an entry back; it counts no more. */
export const endContribution = (ctx: Context | Inside, id: string, entryId: string, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const { row } = await entryFor(inside, id, entryId);
    if (!(await changeContribution(inside.db, { id: row.id, version: version ?? 0 }, { endedAt: inside.now() })))
      throw new Refusal("stale");
  });
/** More than this in one entry is a slip of the pen: twenty million euro, in cents. */
const mostValue = Math.min(mostMoney, 20_000_000_00);
function worth(answers: AnswersOf<typeof contributionFields>) {
  const kind = answers.kind;
  const { hours: minutes, rate, amount } = answers;
  const errors: Record<string, FieldError> = {};
  if (kind === "hours" && minutes === null) errors.hours = { code: "required" };
  if (kind === "hours" && rate === null) errors.rate = { code: "required" };
  if (kind !== "hours" && amount === null) errors.amount = { code: "required" };
  const value = kind === "hours" ? Math.round(((minutes ?? 0) * (rate ?? 0)) / 60) : (amount ?? 0);
  const most = mostHoursIn(dayNumber(answers.to_on) - dayNumber(answers.from_on) + 1);
  if (kind === "hours" && (minutes ?? 0) > most * 60) errors.hours = { code: "hours_over_period", limit: most };
  if (value > mostValue)
    errors[kind === "hours" ? "rate" : "amount"] = { code: "number_out_of_range", limit: mostValue / 100 };
  if (Object.keys(errors).length) refuseFields(errors);
  return {
    organizationId: answers.organization,
    kind,
    what: answers.what,
    fromOn: answers.from_on,
    toOn: answers.to_on,
    hours: kind === "hours" ? Math.round((minutes ?? 0) / 60) : null,
    minutes: kind === "hours" ? (minutes ?? 0) : null,
    rate: kind === "hours" ? (rate ?? 0) : null,
    value,
    proof: answers.proof,
  };
}
