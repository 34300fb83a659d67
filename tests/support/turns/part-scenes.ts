import { mayChange } from "#app/domain/agreement/process.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { confirmationOf, type Rule } from "#app/domain/workflow/machine.ts";
import { machineOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { assignmentStatuses, type AssignmentStatus, type Obligation } from "#app/domain/words.ts";
import { part, type PartName, type Wanted } from "./assignment.ts";

type At = { status: AssignmentStatus; obligation: Obligation };
/** Finds a scene by what happens in it. */
export type Going = [name: string, want: Partial<Wanted>];

/** In these states an assignment has such a part, or may get one. */
const standsIn: Record<PartName, readonly AssignmentStatus[]> = {
  claim: ["published"],
  interest: ["published"],
  agreement: ["agreeing", ...assignmentStatuses.filter((status) => mayChange({ status, disputed: false }))],
  member: takesTeam,
  guardian_request: takesTeam,
  flag: takesTeam,
  milestone: ["signed", "in_progress"],
  delivery: ["in_progress", "rework"],
  guarantee_case: ["completed", "implementing", "implemented", "anchoring"],
  showcase: ["implemented", "anchoring", "closed"],
  showcase_consent: ["implemented", "anchoring", "closed"],
};
/** Tells what the guards of a part read, where its state alone does not say who is on turn. */
const unlike: Partial<Record<PartName, Readonly<Record<string, object>>>> = {
  agreement: {
    "of the company": { side: "company" },
    "of the school": { side: "education" },
    "before the quality owner": { qualityConfirmed: false },
    "signed by the company": { companySigned: true },
    "signed by the school": { institutionSigned: true },
  },
  claim: {
    "as it should be": {},
    "on an older text": { confirmedTextVersion: 0 },
    "confirmed long ago": { confirmedAgo: 400 },
    "before the advice": { advice: "awaited" },
  },
  showcase: { undecided: { companyAgreed: false }, agreed: { companyAgreed: true } },
};

const rulesFrom = (object: ObjectName, state: string): [string, Rule<string, string>][] =>
  Object.entries(machineOf(object).moves).filter(([, rule]) => rule.from.includes(state));
/** Describes a scene in which nothing goes on. */
export const waitsForNobody: Going = ["as it is", {}];
/** Lists what may go on around something in this state: nothing, a clock of each of its moves, the yes of one side. */
export function goingsOn(object: ObjectName, state: string): Going[] {
  const rules = rulesFrom(object, state);
  const clocks = new Set(
    rules.flatMap(([, { turn }]) => [turn?.clock ?? [], turn?.readies ?? [], turn?.unless ?? []].flat()),
  );
  const running = (clock: ClockId, days: number) => ({ running: { [clock]: days } });
  return [
    waitsForNobody,
    ...[...clocks].flatMap((clock): Going[] => [
      [`${clock} runs`, running(clock, 2)],
      [`${clock} just began`, running(clock, 300)],
      [`${clock} ran out`, running(clock, -2)],
    ]),
    ...rules.flatMap(([name, { both = [] }]) =>
      both.map(
        (relation): Going => [
          `${relation} said yes to ${name}`,
          { confirmed: [{ move: confirmationOf(object, name, object), relation }] },
        ],
      ),
    ),
  ];
}
/** Lists every part an assignment can have in this state, in each of the part's own states, while nothing else goes on. */
export const bareParts = (at: At): Going[] => partsWith(at, () => [waitsForNobody]);
/** Gives the same with all that may go on around each. */
export const partScenes = (at: At): Going[] => partsWith(at, goingsOn);
function partsWith({ status, obligation }: At, around: typeof goingsOn): Going[] {
  const objects = (Object.keys(standsIn) as PartName[]).filter((object) => standsIn[object].includes(status));
  return objects.flatMap((object) =>
    ["new", ...machineOf(object).statuses].flatMap((state) =>
      Object.entries(unlike[object] ?? { "": {} }).flatMap(([how, facts]) =>
        around(object, state).map(
          ([what, want]): Going => [
            `${object} ${state} ${how}, ${what}`,
            { ...want, parts: [part(object, state, obligation, { assignmentStatus: status, ...facts })] },
          ],
        ),
      ),
    ),
  );
}
