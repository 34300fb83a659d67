import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { forEffortOnly, type Reason, type ReasonSet } from "#app/domain/fields/reasons.ts";
import type { ClockId } from "./clocks.ts";
import type { FollowUp } from "./follow-ups.ts";
import type { TurnAsk } from "#app/domain/turns/asks.ts";
import type { Why } from "#app/domain/refusal.ts";
import type { Role, Obligation, Relation } from "#app/domain/words.ts";
import type { Shows } from "./shown.ts";
import type { TurnRule } from "#app/domain/turns/rule.ts";

/** Overlays stop ordinary moves; `evenOn` names the ones that work meanwhile (docs/domain.md 6.2). */
export type Overlay = "onHold" | "disputed";
export type Facts = { status: string; obligation: Obligation; onHold: boolean; disputed: boolean };
/** Names who hears of a move: relations, or the circles of docs/domain.md 6.1. */
const circles = [
  "party",
  "team",
  "team_ever",
  "candidates",
  "interested",
  "interested_members",
  "finance_both",
  "submitter",
  "followers",
  "asker",
  "makers",
] as const;
type Circle = (typeof circles)[number];
export type Recipient = Relation | Circle;

export type Rule<S extends string, G extends string, R extends string = string> = {
  /** `"new"` makes the object. */
  from: readonly (S | "new")[];
  to: S | "same";
  by: readonly Role[];
  /** Holds statuses in which fewer may than `by` says. */
  byIn?: Partial<Record<S, readonly Role[]>>;
  only?: Obligation;
  guards?: readonly G[];
  fields?: Fields;
  /** Answers that nobody fills in: the system, or the service that makes the move, gives them. */
  given?: Fields;
  /** Tells who reads the answers again and where; a row that asks or is given anything has one (a test). */
  shows?: Shows;
  reasons?: ReasonSet;
  /** Holds the reason that always goes with this move; nobody chooses it (docs/domain.md 6.7). */
  because?: Reason;
  notifies: readonly Recipient[];
  /** Tells what the move asks of whom it is told to, beside whose turn the tables make it: their letter asks it. */
  asks?: Partial<Record<Recipient, TurnAsk>>;
  /** Holds clocks it starts, some of them only now and then (`startsIf`). */
  starts?: readonly ClockId[];
  /** Tells what it means to what is to be paid: the work began, was accepted or was ended, or somebody noted an invoice. */
  pays?: "began" | "accepted" | "ended" | "noted";
  /** Clocks this move answers, beside those that stop because their status is left. */
  meets?: readonly ClockId[];
  /**
   * Holds it undoes what one person did, whom this column of the assignment keeps: that person may make it, or these;
   * where nobody is kept, all of `by`.
   */
  undoes?: { doneBy: DoerColumn; or: readonly Role[] };
  /**
   * Holds moves whose words stand beside the form, because it answers them; `object.move` where it is no move of the
   * assignment. The newest of each person, or all that was written `since` a move was made last. A form on a part
   * shows the words of that part by itself (`earlierAnswersFor`).
   */
  earlierAnswers?: { words: readonly string[]; since?: string };
  /** Holds relations that must each confirm before it counts. */
  both?: readonly Relation[];
  evenOn?: readonly Overlay[];
  /** The overlay this move lifts or handles: without it there is nothing to do. */
  under?: Overlay;
  sets?: Partial<Record<Overlay, boolean>>;
  /** Holds follow-ups in the same transaction. */
  then?: readonly FollowUp[];
  /** An act leaves the status as it is and keeps a record of this kind. */
  records?: R;
  /** Says how prominent: the way forward, beside it, behind "Meer", or a task on a list of what is missing. */
  rank?: "forward" | "beside" | "rare" | "task";
  /** Fields only this relation fills in, when both sides confirm. */
  askedOf?: Readonly<Record<string, Relation>>;
  /** Holds choices that one obligation alone knows, by field. */
  optionsUnder?: Readonly<Record<string, Readonly<Record<string, Obligation>>>>;
  /** Holds fields of which one choice alone is open, by the column that says which one that is now. */
  optionNow?: Readonly<Record<string, keyof Stands>>;
  /** Tells what each says for itself, of what both sides are asked: on all else they agree (`agreedFields`). */
  ownWords?: readonly string[];
  /**
   * Tells when the same words of the same person are news again (`standingLines`), beside once the status is another
   * or somebody said otherwise. `after` days; `of`: whatever others say, and (`beside`) one says oneself; `while`
   * this guard holds they are none. What makes a part is no news while that part stands as it was made (`madeAlike`):
   * `same` are the answers by which it is the same, all when absent; `whoever` made it.
   */
  repeats?: { after?: number; of?: "own" | "beside"; while?: G; same?: readonly string[]; whoever?: true };
  /** Says whose confirmation may be missed once this clock's last notice has passed. */
  waives?: { relation: Relation; clock: ClockId };
  /** Tells who is waited for to make it, and when. */
  turn?: TurnRule;
};
export type Guard<F> = (facts: F, roles: ReadonlySet<Role>, answers: Answers | null) => boolean;
export type Machine<S extends string, F extends Facts, G extends string, M extends string> = {
  object: string;
  statuses: readonly S[];
  guards: Record<G, Guard<F>>;
  moves: Record<M, Rule<S, G>>;
};
/** Types a table without widening its ids. */
export const machine = <S extends string, F extends Facts, G extends string, M extends string>(
  m: Machine<S, F, G, M>,
) => m;

type Verdict<S extends string, G extends string> =
  | { ok: true; rule: Rule<S, G> }
  | { ok: false; why: Why; missing: readonly G[] };
/** Tells under what the yes of one side is kept: a part has its own, beside those of its like. */
export const confirmationOf = (object: string, name: string, id: string): string =>
  object === "assignment" ? name : `${name}:${id}`;
/** Tells under which the yeses are kept that end with a move: those of itself, and of what is made under an overlay it sets. */
export const confirmationsEnded = (
  {
    object,
    moves,
  }: Pick<Machine<string, Facts, string, string>, "object"> & {
    moves: Readonly<Record<string, Rule<string, string>>>;
  },
  name: string,
  id: string,
): string[] =>
  Object.entries(moves).flatMap(([other, { both, under }]) =>
    both && (other === name || (under && moves[name]?.sets?.[under] !== undefined))
      ? [confirmationOf(object, other, id)]
      : [],
  );
/** Tells whether an event is the yes of one side, while others have yet to confirm. */
export const isHalfConfirmed = ({ answers }: { answers: Answers }): boolean => answers.waiting_for !== undefined;
/** Describes columns of an assignment that keep who did what can be undone. */
type DoerColumn = "pausedBy";
type Doers = Readonly<Record<DoerColumn, string | null>>;
/** Names whom the assignment keeps as who did what this row undoes; null where it undoes nothing, or nobody is kept. */
export const undoneOf = ({ undoes }: Pick<Rule<string, string>, "undoes">, doers: Doers): string | null =>
  undoes ? doers[undoes.doneBy] : null;
/** Tells whether this person may undo what the row undoes. */
export function mayUndo(
  rule: Pick<Rule<string, string>, "undoes">,
  doers: Doers,
  person: string,
  roles: ReadonlySet<string>,
): boolean {
  const by = undoneOf(rule, doers);
  return by === null || by === person || (rule.undoes?.or ?? []).some((role) => roles.has(role));
}
/** Names who may make this move in this status. */
export const allowedRoles = <S extends string>(
  rule: Pick<Rule<S, string>, "by" | "byIn">,
  status: string,
): readonly Role[] => rule.byIn?.[status as S] ?? rule.by;
/** Tells whether the row names any of these, in whatever status: to anybody else it says nothing of the status. */
export const namesAny = (rule: Pick<Rule<string, string>, "by">, roles: ReadonlySet<Role>): boolean =>
  rule.by.some((role) => roles.has(role));
/** Tells whether the status lets anybody make this move: what was done, or came too late, it lets nobody. */
export const isInTime = ({ from, under }: Pick<Rule<string, string>, "from" | "under">, facts: Facts): boolean =>
  from.includes(facts.status) && (under === undefined || facts[under]);
const no = (why: Why) => ({ ok: false as const, why, missing: [] });

/**
 * Judges one move: whether the row names the person at all, then status, obligation, person in this status, overlays, and
 * every guard, so that all failing guards are named at once. `answers` null means: not asked yet.
 */
export function evaluate<S extends string, F extends Facts, G extends string, M extends string>(
  { moves, guards }: Machine<S, F, G, M>,
  name: M,
  facts: F,
  roles: ReadonlySet<Role>,
  answers: Answers | null = null,
): Verdict<S, G> {
  const rule = moves[name];
  if (!namesAny(rule, roles)) return no("not_yours");
  if (!rule.from.some((status) => status === facts.status)) return no("wrong_status");
  if (rule.only && rule.only !== facts.obligation) return no("other_obligation");
  if (!allowedRoles(rule, facts.status).some((role) => roles.has(role))) return no("not_yours");
  if (rule.under && !facts[rule.under]) return no("wrong_status");
  if (facts.onHold && !rule.evenOn?.includes("onHold")) return no("on_hold");
  if (facts.disputed && !rule.evenOn?.includes("disputed")) return no("disputed");
  const missing = (rule.guards ?? []).filter((guard) => !guards[guard](facts, roles, answers));
  return missing.length ? { ok: false, why: "guards", missing } : { ok: true, rule };
}

/** Describes the columns that say which choice of a field is open now. */
type Stands = { ladderStep: string | null };
type FieldsOf = Stands & { obligation: Obligation };
export type Offer<M extends string = string, G extends string = string> = {
  name: M;
  rank: NonNullable<Rule<string, string>["rank"]>;
  missing: readonly G[];
  hasForm: boolean;
  both: boolean;
};
/**
 * The fields this person is asked: all, or without those that belong to another side; a result has no reasons that only
 * an effort knows, an effort nothing to say per criterion; of a choice each is asked what its work knows (`optionsUnder`), and
 * what is open as it stands now (`optionNow`).
 */
export const fieldsFor = (rule: Rule<string, string>, roles: ReadonlySet<Role>, row: FieldsOf): Fields =>
  Object.fromEntries(
    Object.entries(rule.fields ?? {})
      .filter(([id, field]) => {
        const of = rule.askedOf?.[id];
        return (
          (of === undefined || roles.has(of)) &&
          !(field.kind === "each" && field.from === "criteria" && row.obligation === "effort")
        );
      })
      .map(([id, field]) => [
        id,
        field.kind === "choice"
          ? { ...field, options: field.options.filter((option) => isKnown(rule, id, option, row)) }
          : field,
      ]),
  );
/** Tells whether work under this obligation knows a choice of a field, and it is open now. */
function isKnown(rule: Rule<string, string>, id: string, option: string, row: FieldsOf): boolean {
  const column = rule.optionNow?.[id];
  if (column && row[column] !== option) return false;
  const only = id === "reason" && forEffortOnly.includes(option) ? "effort" : rule.optionsUnder?.[id]?.[option];
  return only === undefined || only === row.obligation;
}

/** Answers on which the confirming sides must agree; who differs starts the confirmation anew. */
export const agreedFields = ({ fields = {}, askedOf = {}, ownWords = [] }: Rule<string, string>): string[] =>
  Object.keys(fields).filter((id) => !(id in askedOf) && !ownWords.includes(id));
/** Returns the fields without the code: who has a second factor signs with that instead (docs/decisions/053). */
export const withoutCode = <F extends Fields>(fields: F): WithoutCode<F> =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field.kind !== "code")) as WithoutCode<F>;
type WithoutCode<F extends Fields> = F extends Fields
  ? { [Id in keyof F as F[Id] extends { kind: "code" } ? never : Id]: F[Id] }
  : never;

/** Returns the field in which a move asks the fresh mailed code it is signed with; null where it asks none. */
export const codeFieldOf = ({ fields = {} }: Pick<Rule<string, string>, "fields">): string | null =>
  Object.keys(fields).find((id) => fields[id]?.kind === "code") ?? null;
/** Tells whether it is a move that is signed with a fresh mailed code (guard `code_entered`, docs/trust.md 3.2). */
export const requiresCode = (rule: Rule<string, string>): boolean => codeFieldOf(rule) !== null;

/** Returns the field in which files come with the form of a move; null where it takes none. */
export const filesFieldOf = ({ fields = {} }: Pick<Rule<string, string>, "fields">): string | null =>
  Object.keys(fields).find((id) => fields[id]?.kind === "files") ?? null;

/**
 * Tells whether a form of its own can make this move. What a service must give beside the answers, such as for whom, comes with
 * that service's page alone.
 */
export const hasOwnForm = ({ given = {} }: Pick<Rule<string, string>, "given">): boolean =>
  !Object.values(given).some((field) => "required" in field && field.required);

/** Lists what a screen may offer: every move the judge allows, and those held back only by guards, with the guards that hold them back. */
export function offeredMoves<S extends string, F extends Facts, G extends string, M extends string>(
  m: Machine<S, F, G, M>,
  facts: F,
  roles: ReadonlySet<Role>,
): Offer<M, G>[] {
  return (Object.keys(m.moves) as M[]).flatMap((name) => {
    const verdict = evaluate(m, name, facts, roles);
    if (!verdict.ok && verdict.why !== "guards") return [];
    const rule = m.moves[name];
    return [
      {
        name,
        rank: rule.rank ?? "beside",
        missing: verdict.ok ? [] : verdict.missing,
        hasForm: Boolean(rule.fields || rule.reasons),
        both: Boolean(rule.both),
      },
    ];
  });
}

/** Returns the table as a Mermaid state diagram; those of docs/workflow.md are made from it and checked by a test. */
export function diagram<S extends string, F extends Facts, G extends string, M extends string>({
  moves,
}: Machine<S, F, G, M>): string {
  const lines = (Object.entries(moves) as [M, Rule<S, G>][])
    .filter(([, r]) => r.to !== "same")
    .flatMap(([name, r]) =>
      r.from.map((from) => `  ${from === "new" ? "[*]" : from} --> ${r.to}: ${name}${r.only ? ` (${r.only})` : ""}`),
    );
  return ["stateDiagram-v2", ...lines].join("\n");
}
