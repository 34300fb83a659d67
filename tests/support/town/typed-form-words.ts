import type { Sql } from "postgres";
import type { audiences } from "#app/domain/fields/shown.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { may, parts, type Part } from "#app/domain/workflow/visibility.ts";
import { urls } from "#app/urls.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Fresh } from "#tests/support/database/fresh.ts";
import { inCircle, knownIn, organizationsOf, type Known } from "./circles.ts";
import type { Standing, Standings } from "./standings.ts";
import { typedForms } from "./typed-forms.ts";

type Audience = (typeof audiences)[number];
/** Describes a word typed in a form: in which assignment, who may read it, who must find it, and the pages to find it on. */
export type TypedFormWord = {
  word: string;
  kind: string;
  /** The assignment it was typed in; null where it was typed in something else. */
  assignment: string | null;
  readers: ReadonlySet<string>;
  finders: ReadonlySet<string>;
  page: RegExp;
};

/** Returns every word that was typed in a form of the town, with those whom the table lets read it. `people`: addresses, by name. */
export async function typedFormWordsIn(
  { house, raw }: Pick<Fresh, "house" | "raw">,
  people: ReadonlyMap<string, string>,
  standings: Standings,
  c: Pick<Cast, "centreId" | "communityId" | "companyId">,
): Promise<TypedFormWord[]> {
  const known = [...(await knownIn(house, raw, people, c)), drafter(c)];
  const places = await placesOf(raw);
  const authors = await authorsOf(raw);
  const organizations = await organizationsOf(house, raw);
  return typedForms.flatMap(({ word, form, id, by, at }) => {
    const own = (one: Known) => authors.get(word)?.has(one.id) ?? false;
    const typedWord = (assignment: string | null, reads: (one: Known) => boolean, finds = reads): TypedFormWord => ({
      word,
      kind: `${form} ${id}`,
      assignment,
      readers: new Set(known.filter((one) => own(one) || reads(one)).map(({ who }) => who)),
      // Who has no account finds it in their own draft alone.
      finders: new Set(known.filter((one) => one.actor !== nobody && finds(one)).map(({ who }) => who)),
      page: pageOf(at, assignment),
    });
    if (!/^(assignment|agreement)\./.test(at)) {
      // Where somebody reads their own again is where it is kept for them: who leads reads the lines of others apart.
      const of = organizations.get(word) ?? [];
      const finds = (one: Known) => inCircle(by, one, of) || (own(one) && by !== "community_leads");
      return [typedWord(null, finds, finds)];
    }
    return places
      .filter((place) => place.words.includes(word))
      .map((place) => {
        const standing = (one: Known) => standings.get(`${one.who} ${place.id}`);
        // Who reads the whole text has no need of its summary; a canary may have taken the place of the problem.
        const now = { problem: place.problem, title: place.title, place: place.place }[id];
        const sings = now === undefined || now?.includes(word) === true;
        const needs = (one: Known) =>
          id !== "teaser" || standing(one)?.text === "summary" || may("intake", standing(one)?.roles ?? new Set());
        const reads = (one: Known) => readsOn(by, standing(one));
        return typedWord(place.id, reads, (one) => sings && reads(one) && needs(one));
      });
  });
}

/** Whoever began without an account, in the browser in which they did. */
const drafter = (c: Pick<Cast, "centreId" | "companyId">): Known => ({
  who: "drafter",
  id: "drafter",
  actor: nobody,
  standing: null,
  centreId: c.centreId,
  payer: c.companyId,
  inRounds: false,
});

/** Tells whether the part of the matrix, or everybody who sees the assignment, reads it there. */
function readsOn(by: Audience, standing: Standing | undefined): boolean {
  if (!standing) return false;
  if (by === "everybody") return true;
  if (by === "text") return standing.text === "full";
  return by in parts && may(by as Part, standing.roles);
}
/** Tells where words of forms stand: on the card, in the intake, in the open version of the agreement, and in questions. */
const placesOf = async (raw: Sql) =>
  (
    await raw<{ id: string; said: string; problem: string | null; title: string; place: string }[]>`
      select a.id, said, problem, title, place from (
        select assignment_id as id, intake::text || problem as said, problem from assignment_texts
        union all
        select assignment_id, terms::text, null from agreements where status in ('draft', 'proposed')
        union all
        select assignment_id, text || ' ' || answer, null from questions
      ) as told join assignments a on a.id = told.id`
  ).map(({ said, ...place }) => ({ ...place, words: [...said.matchAll(/kauw\d+q/g)].map(([word]) => word) }));
/** Tells who typed what they may read again because it is their own; whoever chooses for a company speaks for it. */
async function authorsOf(raw: Sql): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await raw<{ id: string; said: string }[]>`
    select 'drafter' as id, answers::text as said from intake_drafts
    union all select asker_id::text, text || ' ' || answer as said from questions
    union all select person_id::text, name from saved_searches
    union all select person_id::text, text from reflections
    union all select person_id::text, line from pulses
    union all select s.person_id::text, b.why from round_bonds b join round_students s on s.id = b.student_id
    union all select id::text, name from people
    union all
    select m.person_id::text, f.why from round_favours f
    join round_assignments r on r.id = f.choice_id
    join assignments a on a.id = r.assignment_id
    join memberships m on m.organization_id = a.organization_id
    where f.why <> '' and m.role in ('client_owner', 'problem_owner')`;
  const authors = new Map<string, Set<string>>();
  for (const { id, said } of rows)
    for (const word of said.match(/kauw\d+q/g) ?? []) authors.set(word, (authors.get(word) ?? new Set()).add(id));
  return authors;
}
/** Returns addresses of the page on which something is read again; of one assignment where it belongs to one. */
export function pageOf(at: string, assignment: string | null): RegExp {
  const [noun = "", page = ""] = at.split(".");
  const address = (urls as unknown as Record<string, Record<string, string | { pattern: string }>>)[noun]?.[page] ?? "";
  const pattern = typeof address === "string" ? address : address.pattern;
  return new RegExp(`^${pattern.replace(":assignmentId", assignment ?? "[^/]+").replaceAll(/:\w+/g, "[^/]+")}$`);
}
