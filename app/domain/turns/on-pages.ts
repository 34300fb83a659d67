import type { AgreementFacts } from "#app/domain/agreement/process.ts";
import { remedyOf, type RemedyPage } from "#app/domain/assignment/process.ts";
import type { Relation } from "#app/domain/words.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import { mayEdit } from "#app/domain/workflow/editing-rights.ts";
import { orders, type Due, type TurnAct, type TurnAssignment } from "./assignment.ts";
import type { TurnAsk } from "./asks.ts";

const due = (ask: TurnAsk, who: readonly Relation[], people: readonly string[], act: TurnAct): Due => ({
  ask,
  who,
  people,
  act,
  clock: null,
  dueAt: null,
  order: orders.remedy,
});
const holders = (assignment: TurnAssignment, who: readonly Relation[]) => {
  const found = [...assignment.people].filter(([, roles]) => who.some((relation) => roles.has(relation)));
  return {
    who: who.filter((relation) => found.some(([, roles]) => roles.has(relation))),
    people: found.map(([person]) => person),
  };
};
const resolvedOn = (page: RemedyPage, lacks: ReadonlySet<string>) =>
  [...lacks].some((guard) => remedyOf(guard) === page);

/**
 * Names whom the words of a question wait for: in intake the centre's business developer sharpens them with the company.
 */
const writers: readonly Relation[] = ["client_owner", "problem_owner", "business_developer"];
/** Returns the words of the question, on the pages where they are written. */
function words(assignment: TurnAssignment, lacks: ReadonlySet<string>): Due[] {
  const { status } = assignment.facts;
  const asked = status === "draft" ? writers.slice(0, 2) : writers;
  const { who, people } = holders(
    assignment,
    asked.filter((relation) => mayEdit(status, new Set([relation]))),
  );
  if (!resolvedOn("edit", lacks) || people.length === 0) return [];
  return [due(status === "draft" ? "finish_draft" : "sharpen", who, people, { page: "edit" })];
}
/** Returns the proof of an address, by whose it is. */
function address({ facts: { contactId }, people }: TurnAssignment, lacks: ReadonlySet<string>): Due[] {
  const roles = contactId === null ? undefined : people.get(contactId);
  const who = (["client_owner", "problem_owner", "business_developer"] as const).filter((r) => roles?.has(r));
  if (!resolvedOn("profile", lacks) || contactId === null || who.length === 0) return [];
  return [due("confirm_address", who, [contactId], { page: "profile" })];
}
/** A midterm that says "adjust" waits for another version of the agreement, which either side may begin. */
function changed(assignment: TurnAssignment, lacks: ReadonlySet<string>): Due[] {
  // A change that was begun and says nothing else yet asks nobody for an answer.
  const open = assignment.parts.some(
    ({ object, facts }) => object === "agreement" && (facts(null) as AgreementFacts).changesSomething,
  );
  if (!lacks.has("midterm_go") || open || assignment.facts.records.midterm?.data.outcome !== "adjust") return [];
  const { who, people } = holders(assignment, ["project_manager", "client_owner"]);
  return people.length ? [due("agree_anew", who, people, { page: "agreement" })] : [];
}
/** Returns a draft that says what the funding or the centre does not allow: its own side mends it before it is proposed. */
function draft(assignment: TurnAssignment, lacks: ReadonlySet<string>): Due[] {
  return assignment.parts.flatMap(({ object, facts }) => {
    if (object !== "agreement") return [];
    const { status, side, changesSomething, isChange, misfits } = facts(null) as AgreementFacts;
    const isHeldBack = status === "draft" && misfits.some((rule) => lacks.has(rule));
    if (!isHeldBack || (isChange && !changesSomething)) return [];
    const { who, people } = holders(assignment, [side === "company" ? "client_owner" : "project_manager"]);
    return people.length ? [due("change_terms", who, people, { page: "agreement" })] : [];
  });
}
/** Returns one's own seat: its annexes, and for whoever is not 18 the question to a parent or guardian. */
function seats(assignment: TurnAssignment): Due[] {
  if (!takesTeam.includes(assignment.facts.status)) return [];
  return assignment.seats.flatMap((seat) => {
    if (!seat.student || seat.waits || !assignment.people.has(seat.person)) return [];
    const one = (ask: TurnAsk) => [
      { ...due(ask, [seat.relation], [seat.person], { page: "seat" }), order: orders.part },
    ];
    if (!seat.annexesSigned) return one(seat.invited ? "sign_seat" : "annex");
    return seat.minor && seat.guardian === "none"
      ? one("ask_guardian").map((asked) => ({ ...asked, to: "guardian" as const }))
      : [];
  });
}
/** Says what is asked on pages and not by a move of a table. */
export const turnsOnPages = (assignment: TurnAssignment, lacks: ReadonlySet<string>): Due[] => [
  ...words(assignment, lacks),
  ...address(assignment, lacks),
  ...changed(assignment, lacks),
  ...draft(assignment, lacks),
  ...seats(assignment),
];
