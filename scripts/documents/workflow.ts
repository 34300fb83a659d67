import { wordsOfMove } from "#app/i18n/move-words.ts";
import { remedyOf } from "#app/domain/assignment/process.ts";
import { clocks, type Clock } from "#app/domain/workflow/clocks.ts";
import { diagram, type Rule } from "#app/domain/workflow/machine.ts";
import { allProcesses, everyProcess, machineOf, processes, type ObjectName } from "#app/domain/workflow/processes.ts";
import { words } from "#app/i18n/words.ts";
import { code, item, table } from "./markdown.ts";

type AnyRule = Rule<string, string>;
const [dutch, english] = [words("nl"), words("en")];
/** A round's moves have their words with the rounds; it begins and ends on pages of its own, without such a button. */
const buttonOfRound = (move: string, of = dutch) => (of.rounds.move as Record<string, string>)[move] ?? "";
const button = (move: string, of = dutch) =>
  move in allProcesses.round.moves ? buttonOfRound(move, of) : wordsOfMove(of, move).button;
type AnyObject = keyof typeof allProcesses;

/** Draws one object's states as a diagram. */
export const drawn = (object: AnyObject) => ["```mermaid", diagram(machineOf(object)), "```"].join("\n");

/** All moves of one object, one item each; `kind` keeps those that leave the state as it is, or the others. */
export const movesOf = (object: AnyObject, kind?: "record-only" | "steps") =>
  Object.entries(machineOf(object).moves)
    .filter(([, rule]) => kind === undefined || (kind === "record-only") === isRecordOnly(rule))
    .map(([name, rule]) => moveItem(name, rule))
    .join("\n");
const isRecordOnly = (rule: AnyRule) => rule.to === "same" && rule.sets === undefined && rule.under === undefined;

function moveItem(name: string, rule: AnyRule): string {
  const labels = [button(name), button(name, english)].filter(Boolean).join(" / ");
  const to = rule.to === "same" ? "the same state" : rule.to;
  return item(`**${name}** (${labels})`, [`${rule.from.join(", ")} → ${to}. ${sentences(rule).join(" ")}`]);
}

function sentences(rule: AnyRule): string[] {
  const narrower = Object.entries(rule.byIn ?? {}).map(([status, who]) => `in ${status} by ${who?.join(", ")}`);
  return [
    `By ${[rule.by.join(", "), ...narrower].join("; ")}${rule.both ? `; counts when ${rule.both.join(" and ")} both confirm` : ""}.`,
    ...(rule.only ? [`Only under ${rule.only}.`] : []),
    ...(rule.guards?.length ? [`Guards: ${rule.guards.join(", ")}.`] : []),
    ...(rule.fields ? [`Asks: ${Object.entries(rule.fields).map(fieldName).join(", ")}.`] : []),
    ...shownIn(rule),
    ...(rule.reasons ? [`Reasons: set ${rule.reasons}.`] : rule.because ? [`Reason: ${rule.because}.`] : []),
    ...(rule.notifies.length ? [`Notifies: ${rule.notifies.join(", ")}.`] : []),
    ...turnOf(rule),
    ...(rule.starts?.length ? [`Starts: ${rule.starts.join(", ")}.`] : []),
    ...(rule.pays ? [paysFor[rule.pays]] : []),
    ...(rule.undoes ? [`Only who did what it undoes (${rule.undoes.doneBy}), or ${rule.undoes.or.join(", ")}.`] : []),
    ...(rule.meets?.length ? [`Answers the clocks: ${rule.meets.join(", ")}.`] : []),
    ...(rule.then?.length ? [`Then: ${rule.then.join(", ")}.`] : []),
    ...repeatsIn(rule),
    ...overlaysIn(rule),
  ];
}
/** Tells when the same words of the same person are news again. */
function repeatsIn({ repeats }: AnyRule): string[] {
  if (!repeats) return [];
  const { after, of, while: guard, same, whoever } = repeats;
  if (same) return [`The same ${same.join(" and ")}${whoever ? ", whoever says it," : ""} is no news while it stands.`];
  const when = [
    after === 0 ? "each time" : after && `after ${after === 1 ? "a day" : `${after} days`}`,
    of && { own: "whatever others say", beside: "whatever else is said" }[of],
    guard && `not while ${guard} holds`,
  ].filter(Boolean);
  const isNews = after !== undefined || guard !== undefined;
  return [`The same words again are ${isNews ? "news" : "no news"}: ${when.join("; ")}.`];
}
const paysFor = {
  began: "What is to be paid for a start is due.",
  accepted: "What was agreed is due.",
  ended: "What was asked for by then stays to be paid.",
  noted: "The term of payment runs for what is to be paid first.",
} as const satisfies Record<NonNullable<AnyRule["pays"]>, string>;
/** Tells where its answers are read again, and by the readers of which parts. */
function shownIn({ shows }: AnyRule): string[] {
  if (!shows) return [];
  const of = Object.entries(shows.toOf ?? {}).map(([role, part]) => `of ${role} to ${part}`);
  const apart = Object.entries(shows.apart ?? {}).map(([field, part]) =>
    typeof part === "string" ? `${field} to ${part}` : `${field} to nobody (${part.never})`,
  );
  const subject = shows.subject ? ["and to whom it is about"] : [];
  const chosen = shows.chosen ? [`of the claim that was chosen to ${shows.chosen}`] : [];
  const quiet = shows.quiet ? [`Nobody else reads in the log that it was done.`] : [];
  return [`Shown in ${shows.in} to ${[shows.to, ...of, ...apart, ...chosen, ...subject].join("; ")}.`, ...quiet];
}
/** Tells who is waited for to make it, and when. */
function turnOf({ turn }: AnyRule): string[] {
  if (!turn) return [];
  const when = [
    turn.clock && `near the end of ${turn.clock.join(", ")}`,
    turn.resolves && turn.resolves.length > 0 && `while ${turn.resolves.join(", ")} holds a way back`,
    turn.weekly && `weekly in ${turn.weekly.join(", ")}`,
    turn.readies && `preparing it near the end of ${turn.readies}`,
    turn.unless && `not while ${turn.unless} runs`,
    turn.chance && "may be left",
  ].filter(Boolean);
  return [`Turn${turn.of ? ` of ${turn.of.join(", ")}` : ""}: ${[turn.ask, ...when].join("; ")}.`];
}
const fieldName = ([id, field]: [string, { required?: boolean }]) => (field.required ? `${id}*` : id);

function overlaysIn({ sets = {}, under, evenOn = [] }: AnyRule): string[] {
  const changes = Object.entries(sets).map(([overlay, on]) => `${on ? "sets" : "lifts"} ${overlay}`);
  return [
    ...(changes.length ? [`It ${changes.join(" and ")}.`] : []),
    ...(under ? [`Only under ${under}.`] : evenOn.length ? [`Works even under ${evenOn.join(" and ")}.`] : []),
  ];
}

/** Returns every clock: how long, for whom, and what its end does. */
export const clockTable = () =>
  table(
    ["Clock", "Length", "Runs for", "In", "Pauses under", "Reminds", "When it runs out"],
    Object.entries(clocks).map(([id, clock]) => [
      `\`${id}\``,
      `${clock.length} ${clock.unit}`,
      clock.runsFor.join(", "),
      clock.within?.join(", ") ?? "any state, until it is answered",
      { both: "hold and dispute", onHold: "hold", disputed: "dispute", never: "nothing" }[clock.pauses],
      clock.ahead ? `${clock.ahead} days ahead` : clock.reminds ? "half way, two days before" : "no",
      endOf(clock),
    ]),
  );

function endOf({ out, repeats, insists, byAnyAct, check }: Clock): string {
  const what = {
    escalate: () => `told: ${"to" in out ? out.to.join(", ") : ""}`,
    flag: () =>
      out.kind === "flag"
        ? `flag for ${out.to.join(", ")}${out.raises ? `, and \`${out.raises}\` is raised` : ""}`
        : "",
    notice: () =>
      out.kind === "notice"
        ? `last notice, 5 wd, then ${out.then.join(", ")} may act${out.move ? ` (\`${out.move}\`)` : ""}`
        : "",
    move: () => (out.kind === "move" ? `the system makes ${out.object} \`${out.move}\`` : ""),
    silent: () => "nothing changes",
  }[out.kind]();
  return [
    what,
    ...(check
      ? [
          "the owner of the solution is asked by link when the month is full; at the end an answer that did not come is kept as such",
        ]
      : []),
    ...(repeats ? ["starts again"] : []),
    ...(insists ? ["rings again so long after, late since its end"] : []),
    ...(byAnyAct ? ["starts anew with whatever somebody does"] : []),
  ].join("; ");
}

/** Lists every guard with its sentence and, for an assignment, what resolves it. */
export const guardTable = () =>
  table(
    ["Guard", "Guards", "What a reader is told", "Resolved by"],
    [...guardUse()].map(([guard, objects]) => [
      `\`${guard}\``,
      [...objects].join(", "),
      (english.guards as Record<string, string>)[guard] ?? "",
      remedyOf(guard) ?? "",
    ]),
  );
function guardUse(): Map<string, Set<string>> {
  const use = new Map<string, Set<string>>();
  for (const { object, moves } of everyProcess)
    for (const rule of Object.values(moves))
      for (const guard of rule.guards ?? []) use.set(guard, (use.get(guard) ?? new Set()).add(object));
  return use;
}

/** Lists the machines beside those of the assignment, the claim and the agreement. */
export const smallObjects = (Object.keys(processes) as ObjectName[]).filter(
  (object) => !["assignment", "claim", "agreement"].includes(object),
);
/** The moves of all objects that have no section of their own. */
export const smallMoves = () =>
  smallObjects
    .map((object) => [`#### ${object}`, `States: ${code(machineOf(object).statuses)}.`, movesOf(object)].join("\n\n"))
    .join("\n\n");
