import type { Topic } from "#app/domain/market/topics-of-pages.ts";
import type { ServerBuild } from "#app/framework.server.ts";

/** Describes a page that may be kept for visitors, with what it shows: the topics by which it is known when it changed. */
export type TopicsOf = (params: Readonly<Record<string, string>>) => readonly Topic[];
/** Says what a guarded loader or action says about itself. */
export type RouteMarks = {
  guarded?: string;
  topics?: TopicsOf | undefined;
  /** Tells whether it takes files; where only some of its addresses do, by what those say. */
  uploads?: boolean | readonly Readonly<Record<string, string>>[];
  oneClick?: boolean;
  /** A route says whom it lets in, where that is not everybody, and whether it asks a fresh proof. */
  door?: string;
  proof?: string | undefined;
  aSecondOld?: boolean;
};
type RouteTable = {
  /** Holds addresses whose pages may be cached for visitors; `pinned` are those of one page. */
  cachedRoutes: readonly CachedRoute[];
  /** Holds addresses that take files. */
  uploads: readonly RegExp[];
  /** Holds addresses that a mail program may post to for its reader. */
  oneClicks: readonly RegExp[];
};
/**
 * Names addresses for the log and for counting. What is written down of an address is what the product itself put there:
 * words of its routes and numbers of rows. Anything else may be a secret of a link, or was typed by somebody.
 */
export type Wayfinder = {
  /** The pattern of the route an address is of; "" when there is none. */
  routeOf: (path: string) => string;
  written: (path: string) => string;
};
export type CachedRoute = { pattern: RegExp; topics: TopicsOf; pinned: boolean };
type Module = { loader?: RouteMarks; action?: RouteMarks };

/**
 * Reads from the routes themselves which of them may be cached, which take files, and which take one click from
 * anywhere.
 */
export function routeTable(build: ServerBuild): RouteTable {
  const routes = Object.values(build.routes).flatMap((route) =>
    route ? [{ pattern: patternOf(build, route.id), module: route.module as unknown as Module }] : [],
  );
  return {
    cachedRoutes: routes.flatMap(({ pattern, module: { loader } }) =>
      loader?.topics ? [{ pattern, topics: loader.topics, pinned: !pattern.source.includes("[^") }] : [],
    ),
    uploads: Object.values(build.routes).flatMap((route) => uploadsOf(build, route)),
    oneClicks: routes.filter(({ module }) => module.action?.oneClick).map(({ pattern }) => pattern),
  };
}

/** Returns the addresses of one route that take files. */
function uploadsOf(build: ServerBuild, route: ServerBuild["routes"][string]): RegExp[] {
  const takes = (route?.module as unknown as Module | undefined)?.action?.uploads;
  if (!route || !takes) return [];
  const asked = pathOf(build, route.id).split("/");
  return (takes === true ? [{}] : takes)
    .filter((said) => Object.keys(said).every((name) => asked.includes(`:${name}`)))
    .map((said) => patternOf(build, route.id, said));
}

/**
 * Finds routes by the first word of an address, in their order: the few that can be meant are tried, and not all of them for
 * every request. `name` is the path of a route.
 */
export function byFirstWord<R extends { name: string }>(routes: readonly R[]): (path: string) => readonly R[] {
  const wordOf = (path: string) => path.split("/", 2)[1] ?? "";
  const isOpen = (word: string) => /^[:*]/.test(word);
  const anywhere = routes.filter(({ name }) => isOpen(wordOf(name)));
  const words = new Set(routes.map(({ name }) => wordOf(name)));
  const byWord = new Map(
    [...words].map((word) => [word, routes.filter(({ name }) => wordOf(name) === word || isOpen(wordOf(name)))]),
  );
  return (path) => byWord.get(wordOf(path)) ?? anywhere;
}

const numberOfRow = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Knows the routes of this build. */
export function wayfinder(build: ServerBuild): Wayfinder {
  const routes = Object.values(build.routes).flatMap((route) =>
    route?.parentId ? [{ name: pathOf(build, route.id) || "/", pattern: patternOf(build, route.id) }] : [],
  );
  const possible = byFirstWord(routes.filter(({ name }) => name !== "/*"));
  const words = new Set(["", ...routes.flatMap(({ name }) => name.split("/").filter((part) => !/^[:*]/.test(part)))]);
  return {
    routeOf: (path) => possible(path).find(({ pattern }) => pattern.test(path))?.name ?? "",
    written: (path) =>
      path
        .split("/", 12)
        .map((part) => (words.has(part) || numberOfRow.test(part) ? part : "…"))
        .join("/"),
  };
}

/** Returns the full path of a route, as a pattern: `:name` is one segment, `*` whatever is left. */
export function pathOf(build: ServerBuild, id: string): string {
  const route = build.routes[id];
  if (!route) return "";
  const above = route.parentId ? pathOf(build, route.parentId) : "";
  return route.path ? `${above}/${route.path}` : above;
}

/** Matches which addresses a route answers; with `said` only those that say this. */
export function patternOf(build: ServerBuild, id: string, said: Readonly<Record<string, string>> = {}): RegExp {
  const parts = pathOf(build, id).split("/").filter(Boolean);
  const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  const escaped = parts.map((part) => {
    const [name, given] = [part.slice(1), said[part.slice(1)]];
    if (part === "*") return ".*";
    if (!part.startsWith(":")) return literal(part);
    if (given !== undefined) return literal(given);
    return /^[a-z]+$/i.test(name) ? `(?<${name}>[^/]+)` : "[^/]+";
  });
  return new RegExp(`^/${escaped.join("/")}/?$`);
}
