import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { families, type Family } from "#app/domain/assignment/process.ts";
import { monthsFrom } from "#app/domain/calendar/working-days.ts";
import { companyFields } from "#app/domain/company/fields.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { showsDispute } from "#app/domain/disputes/shown.ts";
import { rolesOn } from "#app/domain/workflow/policy.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { responseMonths, responseTime } from "#app/domain/company/response-time.ts";
import { isWebAddress } from "#app/domain/fields/scalars.ts";
import { mayNameCompany } from "#app/domain/workflow/visibility.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import { notifyPublicTopics } from "#db/queries/market/catalogue.server.ts";
import { answeredBy, changeOrganization, publishedOf, wasEverPublic } from "#db/queries/company/companies.server.ts";
import { shownResults } from "#db/queries/showcase/gallery.server.ts";
import { countsFor, listCardsOf, type Card } from "#db/queries/assignment/cards.server.ts";
import { organizationById } from "#db/queries/company/organizations.server.ts";
import { actorNow, visibleTo } from "#db/queries/workflow/visible.server.ts";
import { relist } from "#app/services/market/catalogue.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { systemContext } from "#app/services/system-context.server.ts";

/** So many questions stand on one page; a company with more shows its newest. */
const most = 300;
const order: readonly Family[] = ["open", "working", "judging", "in_use", "preparing", "ended"];
const statuses: readonly AssignmentStatus[] = order.flatMap((family) => [...families[family]]);
/** Tells whether this reader may know whose question it is: the same rule as on its own page. */
const mayName = ({ actor }: Inside, card: Card) =>
  mayNameCompany(card.hideCompany, rolesOn(actor, { ...card, assignmentId: card.id }));

/**
 * Returns a company as this reader may know it: its questions by status, its results, how soon it answers. Refuses
 * `not_found` where the reader may not know the company: one that asked not to be named, or never stood by its name
 * before everybody.
 */
export async function companyPage(ctx: Context, id: string) {
  // It is read first, and by itself: a page that holds one connection while it waits for another could starve the rest.
  const record = await asCompany(ctx, id);
  return inTransaction(ctx, (inside) => companyIn(inside, id, record));
}
async function companyIn(inside: Inside, id: string, record: Awaited<ReturnType<typeof asCompany>>) {
  const company = await companyAt(inside, id);
  const own = ownRoles(inside, id).length > 0;
  const cards = (await listCardsOf(inside.db, id, visibleTo(actorNow(inside.actor)), most)).filter(
    (card) => own || mayName(inside, card),
  );
  const results = await shownResults(inside.db, { company: id }, { offset: 0, limit: 50 });
  const known = !company.hideName && (results.length > 0 || record.everPublic);
  if (!own && cards.length === 0 && !known) refuse("not_found");
  const claims = new Map(
    own
      ? (
          await countsFor(
            inside.db,
            cards.map((c) => c.id),
          )
        ).map((c) => [c.id, c.claims])
      : [],
  );
  const { name, about, website, place, sector, hideName } = company;
  return {
    id,
    name,
    about,
    website: isWebAddress(website) ? website : "",
    place,
    sector,
    hideName,
    own,
    edits: ownRoles(inside, id).includes("client_owner"),
    public: known,
    results,
    response: responseTime(record.answered),
    centres: centresOf(cards, results),
    groups: statuses.flatMap((status) => {
      const rows = cards
        .filter((c) => c.status === status)
        .map((c) => ({
          id: c.id,
          title: c.title,
          place: c.place,
          centre: c.centre,
          onHold: c.onHold,
          disputed: showsDispute(inside.actor, c),
          claims: claims.get(c.id) ?? 0,
        }));
      return rows.length ? [{ status, rows }] : [];
    }),
  };
}
const companyAt = async ({ db }: Inside, id: string) => {
  const found = await organizationById(db, id);
  return found?.kind === "company" ? found : refuse("not_found");
};
const ownRoles = ({ actor }: Pick<Inside, "actor">, id: string) =>
  actor.memberships.filter((m) => m.centreId === null && m.organizationId === id).map((m) => m.role);
const centresOf = (cards: readonly Card[], results: readonly { centre: string; centreSlug: string }[]) =>
  [...new Map([...cards, ...results].map((row) => [row.centreSlug, row.centre]))].map(([slug, name]) => ({
    slug,
    name,
  }));
/** Reads what may be told to everybody, with the company's own reach: figures and a yes, never a row. */
const asCompany = (ctx: Context, id: string) =>
  inTransaction(
    { ...systemContext(ctx, []), reach: { person: "", centres: [], organizations: [id] } },
    async ({ db, now }) => {
      const since = new Date(`${monthsFrom(amsterdamDay(now()), -responseMonths)}T00:00:00Z`);
      return { everPublic: await wasEverPublic(db, id), answered: await answeredBy(db, id, since) };
    },
  );

const editable = async (inside: Inside, id: string) => {
  const company = await companyAt(inside, id);
  return ownRoles(inside, id).includes("client_owner") ? company : refuse("not_found");
};
/** Returns what an owner of the company may change. Refuses `not_found` for anyone else. */
export const openCompany = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const { name, about, website, hideName, version } = await editable(inside, id);
    return { id, name, values: { about, website, hide_name: hideName }, form: { key: inside.newId(), version } };
  });
/**
 * Saves it. A name that may no longer stand in public leaves lists, search and results with this very transaction.
 * Refuses `stale` when somebody was first.
 */
export const saveCompany = (ctx: Context | Inside, id: string, posted: Posted, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const was = await editable(inside, id);
    if (version !== null && version !== was.version) refuse("stale");
    const read = readAnswers(companyFields, posted, {});
    if (!read.ok) refuseFields(read.errors);
    const { about, website } = read.answers;
    if (
      !(await changeOrganization(inside.db, was, {
        about: about ?? "",
        website: website ?? "",
        hideName: read.answers.hide_name === true,
      }))
    )
      refuse("stale");
    const open = await publishedOf(inside.db, id);
    if (open.length) await relist(inside, open);
    await notifyPublicTopics(inside.db, ["companies"]);
  });
