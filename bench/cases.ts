import { randomUUID } from "node:crypto";
import { urls, withQuery } from "#app/urls.ts";
import { writersAtOnce, type Subjects } from "./subjects.ts";

/**
 * Says how a page is measured. `kept`: for visitors, its bytes kept as usual; `drawn`: for visitors, drawn for every
 * request; `personal`: with a session; `write`: a form that changes something.
 */
type Kind = "kept" | "drawn" | "personal" | "write";
/** Describes one address, asked by the person of this e-mail address, or by a visitor. */
export type Ask = { path: string; by: string | null };
/** Each of the `at` that ask at the same time keeps to one of `asks`. */
export type Case = { name: string; kind: Kind; asks: Ask[]; at: number; body?: () => string };
export const methodOf = ({ kind }: Case) => (kind === "write" ? ("POST" as const) : ("GET" as const));
/** Holds the plain list that searches are held against. */
const plainList = { drawn: "marktplaats, drawn", personal: "marktplaats, personal" } as const;
export const searches: Record<string, string> = {
  "marktplaats, one word, drawn": plainList.drawn,
  "marktplaats, one word, personal": plainList.personal,
};

const withThreeFacets = withQuery(urls.market.market, "niveau=hbo&verplichting=effort&weken=ten&weken=twenty");
/** Returns every page that is measured. */
export function casesFor({ open, writers, reader, coordinator, student, teacher, words }: Subjects): Case[] {
  const first = writers[0] as Subjects["writers"][number];
  const visitor = (path: string): Ask => ({ path, by: null });
  const own = (path: string, by = first.email): Ask => ({ path, by });
  const day = new Date().toISOString().slice(0, 10);
  // It logs a minute each: one person logs no more than a day on a day, and what is refused is not what is measured.
  const hours = () => new URLSearchParams({ _key: randomUUID(), on: day, spent: "1 min", what: "Meten" }).toString();
  const write = (w: Subjects["writers"][number]) => own(urls.workflow.move(w.id, "log_hours"), w.email);
  const searched = (ask: (path: string) => Ask) =>
    words.map((word) => ask(withQuery(urls.market.market, { zoek: word })));
  return [
    { name: "voorpagina, kept", kind: "kept", asks: [visitor(urls.public.home)], at: 16 },
    { name: "marktplaats, kept", kind: "kept", asks: [visitor(urls.market.market)], at: 16 },
    { name: "marktplaats, three facets, kept", kind: "kept", asks: [visitor(withThreeFacets)], at: 16 },
    { name: "vraagstuk, kept", kind: "kept", asks: [visitor(urls.assignment.assignment(open))], at: 16 },
    { name: plainList.drawn, kind: "drawn", asks: [visitor(urls.market.market)], at: 8 },
    { name: "marktplaats, three facets, drawn", kind: "drawn", asks: [visitor(withThreeFacets)], at: 8 },
    { name: "marktplaats, one word, drawn", kind: "drawn", asks: searched(visitor), at: 8 },
    { name: "vraagstuk, drawn", kind: "drawn", asks: [visitor(urls.assignment.assignment(open))], at: 8 },
    { name: plainList.personal, kind: "personal", asks: [own(urls.market.market)], at: 8 },
    {
      name: "marktplaats, three facets, personal",
      kind: "personal",
      asks: [own(withThreeFacets)],
      at: 8,
    },
    { name: "marktplaats, one word, personal", kind: "personal", asks: searched(own), at: 8 },
    { name: "assignment", kind: "personal", asks: [own(urls.work.progress(reader.id), reader.email)], at: 8 },
    { name: "mijn werk, student", kind: "personal", asks: [own(urls.work.myWork, student)], at: 8 },
    {
      name: "mijn werk, teacher with ten assignments",
      kind: "personal",
      asks: [own(urls.work.myWork, teacher)],
      at: 8,
    },
    { name: "mijn werk, coordinator", kind: "personal", asks: [own(urls.work.myWork, coordinator.email)], at: 8 },
    {
      name: "pijplijn",
      kind: "personal",
      asks: [own(urls.centre.pipeline(coordinator.slug), coordinator.email)],
      at: 8,
    },
    {
      name: "pijplijn, all that runs",
      kind: "personal",
      asks: [own(withQuery(urls.centre.pipeline(coordinator.slug), { stop: "lopend" }), coordinator.email)],
      at: 8,
    },
    {
      name: `a move, ${writers.length} writers, own assignments`,
      kind: "write",
      asks: writers.map(write),
      at: writersAtOnce,
      body: hours,
    },
    { name: "a move, 8 writers, one assignment", kind: "write", asks: [write(first)], at: writersAtOnce, body: hours },
  ];
}
