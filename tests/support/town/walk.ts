import { randomUUID } from "node:crypto";
import { anyOf } from "#tests/support/patterns.ts";
import type { Served } from "#tests/support/served.ts";

/** Describes a field as a person meets it; `kind` is the box of the design, `values` what can be chosen. */
export type MetField = { name: string; kind: string; values: string[]; min?: string; max?: string };
/** Describes a form as a person meets it. `kind` names the same form on every assignment: `claim.shortlist`, `/account change`. */
export type MetForm = {
  who: string;
  page: string;
  action: string;
  kind: string;
  fields: MetField[];
  fixed: Record<string, string>;
  files: boolean;
};
export type Answered = { who: string; path: string; status: number; headers: Headers; html: string };
type Walk = {
  s: Served;
  who: string;
  cookie: string;
  starts: readonly string[];
  met: Map<string, MetForm>;
  /** Lists what they read before, and need not read again. */
  before?: ReadonlySet<string>;
  look?: (answer: Answered) => void;
};

/** Returns text of a page as people read it, without the entities of HTML. */
export const plain = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};
const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
/** Returns an address without what differs from one assignment to another. */
export const shapeOf = (path: string) =>
  path
    .replace(/[?#].*$/, "")
    .replace(id, ":id")
    .replace(
      /^(\/(?:toestemming|toestemming-resultaat|in-gebruik|uitnodiging|bevestigen|wachtwoord))\/[^/]+$/,
      "$1/:token",
    )
    .replace(/^\/centra\/[^/]+/, "/centra/:slug");
/** The move a form's address is about, as `object.move`; null for other forms. */
function moveIn(path: string): string | null {
  const [, own, part, move] =
    /^\/(?:vraagstukken\/:id\/doe\/(?:(\w+)\/)?|onderdelen\/(\w+)\/:id\/doe\/)(\w+)$/.exec(shapeOf(path)) ?? [];
  return move ? `${own ?? part ?? "assignment"}.${move}` : null;
}

/** Returns every form on a page that posts; a form with several buttons is one for each button. */
export function formsIn(html: string, page: string, who: string): MetForm[] {
  return [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, attributes = "", body = ""]) => {
    if (attribute(attributes, "method") !== "post") return [];
    const action = attribute(attributes, "action") ?? page;
    const fixed: Record<string, string> = {};
    for (const [tag] of body.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
      fixed[attribute(tag, "name") ?? ""] = attribute(tag, "value") ?? "";
    const fields = fieldsIn(body);
    const buttons = [...body.matchAll(/<button[^>]*>/g)].map(
      ([tag]) => [attribute(tag, "name"), attribute(tag, "value") ?? ""] as const,
    );
    return (buttons.length ? buttons : [[undefined, ""] as const]).map(([name, value]) => {
      const said = { ...fixed, ...(name ? { [name]: value } : {}) };
      const marks = Object.entries(said)
        .filter(([key]) => !/^(_key|_v|to|terug)$/.test(key))
        .map(([key, text]) => (/^[a-z_]{1,30}$/.test(text) ? `${key}=${text}` : key));
      const move =
        moveIn(action) ??
        (name === "move" && shapeOf(action) === "/vraagstukken/:id/doe" ? `assignment.${value}` : null);
      return {
        who,
        page,
        action,
        kind:
          move ??
          [
            shapeOf(action),
            ...marks,
            ...(fields.length
              ? [
                  fields
                    .map((f) => f.name.replace(/\.\d+\./, "."))
                    .slice(0, 2)
                    .join("+"),
                ]
              : []),
          ].join(" "),
        fields,
        fixed: said,
        files: /multipart/.test(attributes),
      };
    });
  });
}

type Limits = Pick<MetField, "min" | "max">;
const kindIn = (tag: string, type: string) =>
  type === "file" ? "file" : (/class="box-(\w+)/.exec(tag)?.[1] ?? "line");
/** Returns the first and the last that are possible, as the box says them. */
function limitsIn(tag: string): Limits {
  const [min, max] = [attribute(tag, "min"), attribute(tag, "max")];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
function fieldsIn(body: string): MetField[] {
  const found = new Map<string, MetField>();
  const add = (name: string | undefined, kind: string, values: string[], limits: Limits = {}) => {
    if (name) found.set(name, { name, kind, values: [...(found.get(name)?.values ?? []), ...values], ...limits });
  };
  for (const [tag, list = ""] of body.matchAll(/<select[^>]*>([\s\S]*?)<\/select>/g))
    add(
      attribute(tag, "name"),
      "pick",
      [...list.matchAll(/<option[^>]*>/g)].map(([option]) => attribute(option, "value") ?? "").filter(Boolean),
    );
  for (const [tag] of body.matchAll(/<textarea[^>]*>/g)) add(attribute(tag, "name"), "text", []);
  for (const [tag] of body.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, "type") ?? "text";
    if (type === "radio" || type === "checkbox") add(attribute(tag, "name"), type, [attribute(tag, "value") ?? "on"]);
    else if (type !== "hidden") add(attribute(tag, "name"), kindIn(tag, type), [], limitsIn(tag));
  }
  return [...found.values()];
}

const worth = anyOf(
  /\/(doe|deel|indienen|mensen|deelname|bestanden|geheimhouding|claims|afspraken|team|voortgang|oplevering)(\/|$)/,
  /\/(implementatie|borging|logboek|pijplijn|post|interesse|interesses|vraag|intakeverslag)(\/|$)/,
  /\/(zoekopdrachten|toestemming|agenda|tweede-stap|versies)(\/|$)/,
  /^\/(bijlagen|resultaten|bedrijven|scholen|organisaties|onderdelen|centra|vragen)\//,
  /^\/(gemeenschappen|bijeenkomsten|matchen)\//,
);
/** Counts pages asked for at the same time: who reads one after the other mostly waits. */
export const atOnce = 8;
/**
 * Walks from link to link as one person. Each kind of form is kept in `met` under the person who met it first, and
 * pages that only have a known form are skipped. Pages are requested several at once but read in order, so that every
 * walk is the same.
 */
export async function walk({ s, who, cookie, starts, met, before, look }: Walk): Promise<void> {
  const queue = [...new Set(starts)].filter((path) => !before?.has(path));
  const seen = new Set([...(before ?? []), ...queue]);
  const isNew = (path: string) => {
    const known = moveIn(path);
    return known === null || !met.has(known);
  };
  const read = async (path: string): Promise<Answered> => {
    const { status, headers, text } = await asked(s, path, cookie);
    return { who, path, status, headers, html: text };
  };
  while (queue.length > 0)
    for (const answer of await Promise.all(queue.splice(0, atOnce).filter(isNew).map(read))) {
      const { path, status, html } = answer;
      if (!isNew(path)) continue;
      look?.(answer);
      if (status !== 200) continue;
      for (const form of formsIn(html, path, who)) if (!met.has(form.kind)) met.set(form.kind, form);
      for (const [, href = ""] of html.matchAll(/href="(\/[^"#?]*)"/g))
        if (!seen.has(href) && worth.test(href) && !/^\/bestanden/.test(href)) {
          seen.add(href);
          queue.push(href);
        }
    }
}
async function asked(s: Served, path: string, cookie: string) {
  const answer = await s.get(path, cookie ? { Cookie: cookie } : {});
  const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
  return { status: answer.status, headers: answer.headers, text: isPage ? await answer.text() : "" };
}

const within = (wanted: string, min: string | undefined, max: string | undefined) =>
  min && wanted < min ? min : max && wanted > max ? max : wanted;
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/**
 * Returns what one field would be answered by a willing person; `text` goes wherever words are asked, `turn` tries
 * another day or number.
 */
function satisfyingAnswer({ kind, values, name, min, max }: MetField, text: string, turn: number): string | string[] {
  if (kind === "radio" || kind === "pick") return values[turn > 2 ? values.length - 1 : 0] ?? "";
  if (kind === "checkbox") return turn % 2 === 0 ? values : values.includes("hbo") ? ["hbo"] : values.slice(0, 1);
  // What ends, ends after it began.
  const later = name === "end_date" ? 90 : 0;
  if (kind === "date") return within(day(([1, 20, 0, 60, -2][turn % 5] ?? 0) + later), min, max);
  if (kind === "whole") return ["3", "2", "1", "15", "30"][turn % 5] ?? "3";
  if (kind === "email") return `iemand.${randomUUID().slice(0, 8)}@voorbeeld.nl`;
  return (
    {
      // What is settled is never more than an agreement leaves, which may be nothing.
      money: turn % 2 === 0 ? "10" : "0",
      kvk: String(Math.floor(1e7 + Math.random() * 8e7)),
      time: "10:00",
      password: "drie losse woorden samen",
      code: "000000",
      postcode: "1012",
      duration: "90 min",
    }[kind] ??
    { measured: "12 minuten" }[name] ??
    (/link|website/.test(name) ? "https://voorbeeld.nl/" : kind === "line" && turn > 2 ? text.slice(0, 6) : text)
  );
}
/** The pairs a browser would post for this form. */
export const filled = (form: MetForm, text: string, turn = 0): [string, string][] => [
  ...Object.entries(form.fixed).filter(([name]) => name !== "_key"),
  ...form.fields
    .filter((f) => f.kind !== "file")
    .flatMap((field) =>
      [satisfyingAnswer(field, text, turn)].flat().map((value): [string, string] => [field.name, value]),
    ),
];
