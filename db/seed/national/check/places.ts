import { lineOf, over } from "#app/domain/assignment/process.ts";
import { clocks, type Clock } from "#app/domain/workflow/clocks.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Check } from "./rule.ts";

const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");
const line = [...new Set([...lineOf("effort"), ...lineOf("result")])];
const from = (status: AssignmentStatus) => line.slice(line.indexOf(status));
/** A community was chosen; a contract was signed and holds; work has begun. */
const chosen = [...from("agreeing"), "rework", "not_implemented", "stopped", "terminated"];
export const agreed = chosen.filter((status) => !["agreeing", "stopped", "terminated"].includes(status));
export const begun = agreed.filter((status) => status !== "signed");
export const among = listed;

const clockStates = () =>
  (Object.entries(clocks) as [string, Clock][]).flatMap(([clock, { within }]) =>
    (within ?? []).map((status) => `('${clock}', '${status}')`),
  );
const bounded = () =>
  (Object.entries(clocks) as [string, Clock][]).flatMap(([clock, { within }]) => (within ? [clock] : []));

const lasting: readonly Check[] = [
  {
    name: "an assignment belongs to a company that takes part in its centre",
    broken: `
      select id
      from assignments a
      where not exists (
        select from partners p where p.centre_id = a.centre_id and p.organization_id = a.organization_id
      )
        or not exists (
          select from organizations o
          where o.id = a.organization_id and o.kind = 'company' and o.verified_at is not null
        )
    `,
  },
  {
    name: "a question has a title, a text and a text for others",
    broken: `
      select a.id
      from assignments a
      join assignment_texts t on t.assignment_id = a.id
      where length(a.title) not between 5 and 120
        or length(t.problem) not between 150 and 6000
        or a.teaser = ''
        or t.intake ->> 'title' <> a.title
        or t.intake ->> 'problem' <> t.problem
    `,
  },
  {
    name: "every assignment has its text",
    broken:
      "select id from assignments a where not exists (select from assignment_texts t where t.assignment_id = a.id)",
  },
  {
    name: "a text is open to all only when it is public and was published to all",
    broken: `
      select a.id
      from assignments a
      join assignment_texts t on t.assignment_id = a.id
      where t.open and (a.confidentiality <> 'public' or a.visibility <> 'public' or a.published_at is null)
    `,
  },
  {
    name: "a secret is shown to whom was invited, and to nobody else",
    broken: `
      select id
      from assignments
      where published_at is not null and confidentiality = 'secret' and visibility <> 'invited'
    `,
  },
  {
    name: "a clock runs only in the states it belongs to",
    broken: `
      with home (clock, status) as (values ${clockStates().join(", ")})
      select d.id
      from deadlines d
      join assignments a on a.id = d.assignment_id
      where d.status in ('running', 'paused')
        and d.clock in (${listed(bounded())})
        and not exists (select from home h where h.clock = d.clock and h.status = a.status)
    `,
  },
  {
    name: "clocks stand still only under an overlay",
    broken: `
      select d.id
      from deadlines d
      join assignments a on a.id = d.assignment_id
      where d.status = 'paused' and not (a.on_hold or a.disputed)
    `,
  },
  {
    name: "what ended early has no clock of the work running",
    broken: `
      select d.id
      from deadlines d
      join assignments a on a.id = d.assignment_id
      where a.status in (${listed(over.filter((s) => s !== "closed"))})
        and d.status in ('running', 'paused')
        and d.clock <> 'payment'
    `,
  },
  {
    name: "exactly one claim is selected where a community was chosen, and it is the assignment's own",
    broken: `
      select a.id
      from assignments a
      where a.status in (${listed(chosen)})
        and (
          select count(*)
          from claims c
          where c.assignment_id = a.id
            and c.status = 'selected'
            and c.id = a.claim_id
            and c.lead_id = a.lead_id
            and c.community_id = a.community_id
        ) <> 1
    `,
  },
  {
    name: "nobody is chosen before that",
    broken: `
      select a.id
      from assignments a
      where a.status not in (${listed(chosen)})
        and (
          a.claim_id is not null
          or exists (select from claims c where c.assignment_id = a.id and c.status = 'selected')
        )
    `,
  },
  {
    name: "open claims wait only for a published question",
    broken: `
      select c.id
      from claims c
      join assignments a on a.id = c.assignment_id
      where c.status in ('submitted', 'shortlisted') and a.status not in ('published', 'agreeing')
    `,
  },
  {
    name: "a claim fits the question: a start, a level and an obligation that were asked",
    broken: `
      select c.id
      from claims c
      join assignments a on a.id = c.assignment_id
      where a.published_at is not null
        and not (
          c.block = any (a.blocks) and c.levels && a.levels and c.obligation = any (a.allowed_obligations)
        )
    `,
  },
  {
    name: "one signed agreement where one holds",
    broken: `
      select a.id
      from assignments a
      where a.status in (${listed(agreed)})
        and (
          select count(*)
          from agreements g
          where g.assignment_id = a.id and g.status = 'signed' and g.obligation = a.obligation
        ) <> 1
    `,
  },
  {
    name: "what was signed is signed by both, kept as it read, and for a result confirmed by the quality owner",
    broken: `
      select id
      from agreements
      where status in ('signed', 'ended', 'superseded')
        and (
          company_signed_at is null
          or institution_signed_at is null
          or frozen is null
          or (obligation = 'result' and quality_confirmed_at is null)
        )
    `,
  },
  {
    name: "the frozen text is of these terms",
    broken: "select id from agreements where frozen is not null and frozen -> 'terms' is distinct from terms",
  },
  {
    name: "instalments add up to the fee",
    broken: `
      select id
      from agreements
      where status = 'signed'
        and terms ? 'instalments'
        and (
          select sum((part ->> 'amount')::bigint) from jsonb_array_elements(terms -> 'instalments') part
        ) <> (terms ->> 'fee_amount')::bigint
    `,
  },
  {
    name: "the card carries what was agreed",
    broken: `
      select a.id
      from assignments a
      join agreements g on g.assignment_id = a.id and g.status = 'signed'
      where a.status in (${listed(begun)})
        and (a.end_on::text <> g.terms ->> 'end_date' or a.start_on is null or a.midterm_on is null)
    `,
  },
];

/** Says what must still lie ahead at this moment. */
const timed = (now: Date): Check[] => [
  {
    name: "what is published has a moment, an end that is still to come, and a start to choose",
    broken: `
      select id
      from assignments
      where status = 'published'
        and (
          published_at is null
          or window_end is null
          or window_end < '${now.toISOString()}'
          or cardinality(blocks) = 0
          or cardinality(themes) = 0
        )
    `,
  },
  {
    name: "a running clock has its next moment ahead, and no later than its end",
    broken: `
      select id
      from deadlines
      where status = 'running'
        and (
          next_at < '${now.toISOString()}' or next_at < started_at or (notice_at is null and next_at > due_at)
        )
    `,
  },
];

/** Returns rules about where an assignment stands, who may see it, which clocks run and what was agreed. */
export const placeChecks = (now: Date): Check[] => [...lasting, ...timed(now)];

/** Returns SQL: the person of row `m` has one of these roles in a centre now. */
export const hasRole = (roles: string, centre: string) =>
  `
    exists (
      select from memberships s
      where s.person_id = m.person_id
        and s.centre_id = ${centre}
        and s.role in (${roles})
        and s.ended_at is null
    )
  `;
