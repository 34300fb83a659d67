import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { isCoordinator, isOnlyStudent, type Actor } from "#app/domain/workflow/policy.ts";
import type { NavKey, Shell } from "#app/ui/shell/shell.ts";
import type { Context } from "#app/services/context.ts";
import type { SignedIn } from "#app/platform/http/request/context.server.ts";
import { env } from "#app/platform/runtime/runtime.server.ts";
import { urls } from "#app/urls.ts";

type Entry = { label: NavKey; href: string; for: (person: Actor | null) => boolean };
const everyone = () => true;
const visitor = (person: Actor | null) => person === null;
const someone = (person: Actor | null) => person !== null;

/** Lists the main menu, in order, and whom each entry is for. Every page checks for itself: hiding an entry here protects nothing. */
const menu: readonly Entry[] = [
  { label: "work", href: urls.work.myWork, for: someone },
  { label: "market", href: urls.market.market, for: everyone },
  { label: "results", href: urls.showcase.gallery, for: everyone },
  { label: "centre", href: urls.centre.centres, for: everyone },
  { label: "admin", href: urls.administration.overview, for: (person) => person?.platformAdmin === true },
  { label: "how", href: urls.public.how, for: visitor },
  { label: "login", href: urls.account.login, for: visitor },
];

/** Gives the surroundings of a page for this person at this address. */
export function shellOf(
  url: URL,
  ctx: Pick<Context, "locale"> & Partial<Pick<Context, "now">>,
  signed: SignedIn | null,
): Shell {
  const person = signed?.actor ?? null;
  const nav = menu
    .filter((entry) => entry.for(person))
    .map(({ href, label }) => ({ href, label, current: url.pathname === href || url.pathname.startsWith(`${href}/`) }));
  const { demo, publicOrigin } = env();
  return {
    locale: ctx.locale,
    path: url.pathname + url.search,
    person: signed && {
      name: signed.name,
      student: isOnlyStudent(signed.actor),
      coordinates: isCoordinator(signed.actor),
    },
    nav,
    demo,
    origin: publicOrigin,
    ...(ctx.now && { today: amsterdamDay(ctx.now()) }),
  };
}
