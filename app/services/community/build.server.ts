import type { CommunityForm } from "#app/domain/community/words.ts";
import type { Level, Obligation } from "#app/domain/words.ts";
import { hostSignal, lookedBack, meanOf, rotationMonths, rotationShare } from "#app/domain/community/figures.ts";
import { agreedWithAll } from "#app/domain/agreement/terms/instalments.ts";
import { promisedAgainstDone, type Counted, type Sources } from "#app/domain/community/promised.ts";
import { memberRoles } from "#app/domain/community/roles.ts";
import { moneyOf } from "#app/domain/community/standing.ts";
import { participationLevels, principles, selfScanMoments } from "#app/domain/community/words.ts";
import { amsterdamDay, monthsFrom } from "#app/domain/calendar/working-days.ts";
import { contributionTotals } from "#db/queries/community/contributions.server.ts";
import { meetingsPage, ownScans, scanMeans } from "#db/queries/community/life.server.ts";
import {
  assignmentsByYear,
  minutesByYear,
  paymentsNoted,
  participants,
  participation,
} from "#db/queries/community/work.server.ts";
import { ambitionsOf, approvalsOf } from "#db/queries/community/ambition.server.ts";
import { commitmentsOf } from "#db/queries/community/commitments.server.ts";
import { versionsPaidBy } from "#db/queries/payments/money.server.ts";
import { knownCompanies } from "#db/queries/company/companies.server.ts";
import { contactsOf } from "#db/queries/community/communities.server.ts";
import { levelCounts, memberCounts, membersAs } from "#db/queries/community/members.server.ts";
import { asCentre, communityFor, frameOf, type OpenCommunity } from "./communities.server.ts";
import { billingOf } from "#app/services/payments/billing.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** Allows more companies than any centre works with. */
const mostKnown = 5000;
/** Counts what every partner did by year: assignments, hours of its people, fees agreed and paid (docs/domain.md 7). */
async function countedOf({ db }: Inside, communityId: string): Promise<Counted[]> {
  const all = new Map<string, Counted>();
  const at = (organizationId: string, year: number) => {
    const key = `${organizationId} ${year}`;
    const one = all.get(key) ?? { organizationId, year, assignments: 0, hours: 0, fees: 0, paid: 0 };
    all.set(key, one);
    return one;
  };
  const agreed: { one: Counted; ids: readonly string[] }[] = [];
  for (const side of ["company", "institution"] as const) {
    for (const { organizationId, year, assignments, ids } of await assignmentsByYear(db, communityId, side)) {
      at(organizationId, year).assignments = assignments;
      // A school is paid, it pays no fee: what a company agreed counts once.
      if (side === "company") agreed.push({ one: at(organizationId, year), ids });
    }
    for (const { organizationId, year, minutes } of await minutesByYear(db, communityId, side))
      at(organizationId, year).hours = Math.round(minutes / 60);
  }
  const noted = await paymentsNoted(db, communityId);
  const ids = new Set([...agreed.flatMap((group) => group.ids), ...noted.map((row) => row.assignmentId)]);
  const moneyOn = moneyIn(noted, await versionsPaidBy(db, [...ids]));
  for (const { one, ids: those } of agreed) for (const id of those) one.fees += agreedWithAll(moneyOn(id));
  for (const { assignmentId, organizationId } of new Map(noted.map((row) => [row.assignmentId, row])).values())
    for (const { paid_on, amount = 0 } of moneyOn(assignmentId).bills)
      if (paid_on) at(organizationId, Number(paid_on.slice(0, 4))).paid += amount;
  return [...all.values()];
}
type Noted = Awaited<ReturnType<typeof paymentsNoted>>[number];
/**
 * Gathers what the money of each of these assignments follows: what was signed or is left of it, and the last that
 * was said of each invoice.
 */
function moneyIn(noted: readonly Noted[], versionsOf: Awaited<ReturnType<typeof versionsPaidBy>>) {
  const of = <T extends { assignmentId: string }>(all: readonly T[], id: string) =>
    all.filter(({ assignmentId }) => assignmentId === id);
  return (id: string) => {
    const versions = {
      signed: of(versionsOf.signed, id)[0],
      ended: of(versionsOf.ended, id),
      replaced: of(versionsOf.replaced, id),
    };
    return billingOf(versions, of(noted, id));
  };
}
/**
 * Gathers what `promisedAgainstDone` is computed from, for every partner: figures read with the reach of the centre, whose
 * rows no partner sees of another.
 */
export const standingSources = async (inside: Inside, communityId: string): Promise<Sources> => ({
  promised: (await commitmentsOf(inside.db, communityId)).map(({ row }) => row),
  entered: await contributionTotals(inside.db, communityId, "all"),
  counted: await countedOf(inside, communityId),
});
/**
 * Returns the first tab (docs/domain.md 7.1). `wanted` is the year of the promises; nonsense is this year. Refuses
 * `not_found` for anyone who may not know the community.
 */
export async function buildTab(ctx: Context, id: string, wanted: string | null) {
  const thisYear = Number(amsterdamDay(ctx.now()).slice(0, 4));
  const year = /^2\d{3}$/.test(wanted ?? "") ? Number(wanted) : thisYear;
  const { open, ...read } = await inTransaction(ctx, async (inside) => {
    const open = await communityFor(inside, id);
    return { open, ...(await readBuild(inside, open)) };
  });
  const since = new Date(`${monthsFrom(amsterdamDay(ctx.now()), -rotationMonths)}T00:00:00Z`);
  const companies = open.partners.filter((p) => p.kind === "company");
  const counted = await inTransaction(asCentre(ctx, open.row.centreId), async (inside) => ({
    sources: await standingSources(inside, id),
    took: companies.length
      ? await participation(inside.db, {
          organizationIds: companies.map((c) => c.id),
          centreId: open.row.centreId,
          since,
        })
      : [],
  }));
  const names = open.standing.hr.length
    ? await inTransaction(ctx, ({ db }) =>
        participants(db, { organizationIds: open.standing.hr, centreId: open.row.centreId, since }),
      )
    : [];
  return {
    frame: frameOf(open),
    year,
    ...read.shown,
    ...promises(open, read.commitments, counted.sources, year, thisYear),
    rotation: companies.map(({ id: company, name, employees }) => {
      const people = counted.took.find((t) => t.organizationId === company)?.people ?? 0;
      return {
        id: company,
        name,
        employees,
        people,
        share: rotationShare(people, employees),
        names: open.standing.hr.includes(company)
          ? names.filter((n) => n.organizationId === company).map((n) => n.name)
          : null,
      };
    }),
  };
}
/**
 * Returns the promises of one year beside what came of them; who promised nothing stands there as soon as something
 * was done. Euros only for anyone who reads that partner's money.
 */
function promises(
  open: OpenCommunity,
  commitments: Awaited<ReturnType<typeof commitmentsOf>>,
  sources: Sources,
  year: number,
  thisYear: number,
) {
  const money = moneyOf(open.standing);
  const rows = open.partners.flatMap((partner) => {
    const promised = commitments.find((c) => c.row.organizationId === partner.id && c.row.year === year)?.row;
    const { done, logged, noted, cash, paid, inKind, fees } = promisedAgainstDone(
      sources,
      (row) => row.organizationId === partner.id && row.year === year,
    );
    if (!promised && done.assignments === 0 && done.hours === 0 && done.euros === 0 && inKind === 0) return [];
    const euros = money === "all" || money.includes(partner.id);
    return [
      {
        id: partner.id,
        name: partner.name,
        promised: promised
          ? {
              id: promised.id,
              assignments: promised.assignments,
              hours: promised.hours,
              euros: euros ? promised.euros : null,
              owner: promised.owner,
            }
          : null,
        done: { assignments: done.assignments, hours: done.hours, logged, noted },
        euros: euros ? { done: done.euros, cash, paid, inKind, fees } : null,
      },
    ];
  });
  const years = [...new Set([thisYear, year, ...commitments.map((c) => c.row.year)])].sort((a, b) => b - a);
  return { commitments: rows, years };
}
/** Returns companies whose own page opens to this reader: their own, and those that everybody may know. */
async function pagesOf({ db, actor }: Inside): Promise<ReadonlySet<string>> {
  const known = await knownCompanies(db, null, mostKnown);
  return new Set([...known.map(({ id }) => id), ...actor.memberships.flatMap((m) => m.organizationId ?? [])]);
}
async function readBuild(inside: Inside, open: OpenCommunity) {
  const { db, actor } = inside;
  const pages = await pagesOf(inside);
  const counts = await memberCounts(db, open.row.id);
  const levels = await levelCounts(db, open.row.id, participationLevels);
  const latest = await meetingsPage(db, open.row.id, { limit: lookedBack, offset: 0 });
  const signal = hostSignal(
    latest.map((m) => m.hostId),
    open.partners.length,
  );
  return {
    commitments: await commitmentsOf(db, open.row.id),
    shown: {
      kind: {
        form: open.row.form as CommunityForm,
        levels: open.row.levels as Level[],
        offers: open.row.offers as Obligation[],
      },
      ambition: await ambitionNow(inside, open),
      partners: open.partners.map(({ id, name, kind, rowId }) => ({
        id,
        name,
        kind,
        leads: rowId === null,
        hasPage: kind === "company" && pages.has(id),
      })),
      members: memberRoles.flatMap((role) => {
        const n = counts.find((c) => c.role === role)?.now ?? 0;
        return n ? [{ role, n }] : [];
      }),
      levels: participationLevels.flatMap((level) => levels.filter((l) => l.level === level)),
      guides: (await membersAs(db, open.row.id, ["teacher", "practor", "lector"])).map(
        ({ id, name, role, claimRight }) => ({ id, name, role, claimRight }),
      ),
      contacts: (await contactsOf(db, open.row.id))
        .filter((c) => c.endedAt === null)
        .map(({ id, name, standsFor }) => ({ id, name, standsFor })),
      meetings: latest,
      now: inside.now(),
      signal: signal && {
        why: signal.why,
        host: open.partners.find((p) => p.id === signal.hostId)?.name ?? latest[0]?.host ?? "",
      },
      scan: selfScanTable(await scanMeans(db, open.row.id)),
      scansLeft: open.standing.member ? selfScansLeft(await ownScans(db, open.row.id, actor.id)) : [],
    },
  };
}
/** Returns the ambition as it is now, who said yes to this version, and whose yes it still needs. */
export async function ambitionNow(inside: Inside, open: OpenCommunity) {
  const [now] = await ambitionsOf(inside.db, open.row.id, 1);
  if (!now) return null;
  const yes = await approvalsOf(inside.db, [now.id]);
  const waiting = open.partners.filter((p) => !yes.some((y) => y.organizationId === p.id));
  return {
    id: now.id,
    number: now.number,
    text: now.text,
    at: now.at,
    by: now.by,
    yes: yes.map(({ organizationId, organization, by, at }) => ({ organizationId, organization, by, at })),
    waiting: waiting.map((p) => p.name),
    asksYou: waiting.filter((p) => open.standing.approves.includes(p.id)).map(({ id, name }) => ({ id, name })),
  };
}
/** Says how the self-scan moved: one line a principle, one mean a moment; a mean of too few is not told. */
export const selfScanTable = (means: Awaited<ReturnType<typeof scanMeans>>) => ({
  answers: selfScanMoments.map((moment) => ({ moment, n: means.find((m) => m.moment === moment)?.n ?? 0 })),
  rows: principles.map((principle, i) => ({
    principle,
    means: selfScanMoments.map((moment) => {
      const found = means.find((m) => m.moment === moment && m.place === i + 1);
      return found ? meanOf(found.n, found.mean) : null;
    }),
  })),
});
/** Lists the moments at which this person filled in no self-scan yet. */
export const selfScansLeft = (own: readonly { moment: string }[]) =>
  selfScanMoments.filter((moment) => !own.some((o) => o.moment === moment));
