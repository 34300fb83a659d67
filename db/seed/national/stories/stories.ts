import type { Answers } from "#app/domain/fields/fields.ts";
import { obligations, type AssignmentStatus, type Level, type Obligation } from "#app/domain/words.ts";
import type { Course } from "#db/seed/demo/lives.ts";
import { markedIntake } from "./marks.ts";

/** Describes one story to live and then to copy: its course, its answers, and how much of the country it stands for. */
export type Story = Course & { intake: Answers; weight: number; minors: boolean };
type Kind = {
  levels: Level[];
  confidentiality: string;
  openTo?: "centre";
  hide_company?: boolean;
  weeks: number;
  hours: [student: number, company: number];
  seats: [number, number];
  fee: [kind: string, cents: number];
  rights: string;
  urgency: string;
  minors?: boolean;
  share: number;
};

/** Lists what companies ask for, in shares: three quarters open to all, a sixth as a summary, the rest behind secrecy. */
const kinds: readonly Kind[] = [
  {
    levels: ["hbo"],
    confidentiality: "public",
    weeks: 10,
    hours: [160, 40],
    seats: [3, 5],
    fee: ["none", 0],
    rights: "open_licence",
    urgency: "this_year",
    share: 22,
  },
  {
    levels: ["mbo-4"],
    confidentiality: "public",
    weeks: 8,
    hours: [120, 30],
    seats: [3, 4],
    fee: ["none", 0],
    rights: "open_licence",
    urgency: "can_wait",
    minors: true,
    share: 20,
  },
  {
    levels: ["hbo"],
    confidentiality: "summary_public",
    weeks: 12,
    hours: [240, 60],
    seats: [3, 6],
    fee: ["fixed", 600_000],
    rights: "company_licence",
    urgency: "this_block",
    share: 18,
  },
  {
    levels: ["mbo-3", "mbo-4"],
    confidentiality: "public",
    weeks: 6,
    hours: [80, 24],
    seats: [2, 4],
    fee: ["expenses", 75_000],
    rights: "open_licence",
    urgency: "this_block",
    share: 14,
  },
  {
    levels: ["ad", "hbo"],
    confidentiality: "secret",
    weeks: 16,
    hours: [320, 80],
    seats: [3, 5],
    fee: ["fixed", 1_200_000],
    rights: "transfer_by_deed",
    urgency: "pressing",
    share: 7,
  },
  {
    levels: ["ad"],
    confidentiality: "public",
    openTo: "centre",
    weeks: 14,
    hours: [200, 50],
    seats: [3, 5],
    fee: ["none", 0],
    rights: "open_licence",
    urgency: "this_year",
    share: 6,
  },
  {
    levels: ["mbo-2", "mbo-3"],
    confidentiality: "public",
    hide_company: true,
    weeks: 5,
    hours: [60, 16],
    seats: [3, 5],
    fee: ["none", 0],
    rights: "open_licence",
    urgency: "can_wait",
    share: 6,
  },
  {
    levels: ["mbo-4", "hbo"],
    confidentiality: "public",
    weeks: 20,
    hours: [400, 100],
    seats: [4, 6],
    fee: ["mixed", 350_000],
    rights: "company_licence",
    urgency: "this_year",
    share: 7,
  },
];
type Where = { of: number; rests: readonly number[]; kinds: readonly number[]; overlay?: "hold" | "dispute" };
/**
 * Tells, of every thousand, how many stand where, how many days ago the last thing happened, and which kinds are
 * told. Long rests let the last clocks run out: such an assignment is history.
 */
const standing: Record<AssignmentStatus, readonly Where[]> = {
  draft: [{ of: 50, rests: [1, 12, 60], kinds: [0, 1, 2, 4] }],
  submitted: [{ of: 20, rests: [1, 3], kinds: [0, 1, 2, 4] }],
  intake: [{ of: 30, rests: [1, 5, 9], kinds: [0, 2, 4] }],
  published: [{ of: 125, rests: [1, 4, 9, 16, 24, 33], kinds: [0, 1, 2, 3, 4, 5, 6, 7] }],
  agreeing: [{ of: 30, rests: [1, 8], kinds: [0, 2, 4] }],
  signed: [{ of: 25, rests: [1, 5], kinds: [1, 2, 4] }],
  in_progress: [
    { of: 118, rests: [1], kinds: [0, 1, 2, 3, 4] },
    { of: 8, rests: [2], kinds: [0], overlay: "hold" },
    { of: 4, rests: [2], kinds: [0], overlay: "dispute" },
  ],
  delivered: [{ of: 10, rests: [1], kinds: [0, 2] }],
  closing_review: [{ of: 15, rests: [1, 4], kinds: [0, 2] }],
  acceptance_test: [{ of: 15, rests: [1, 4], kinds: [2, 3] }],
  rework: [{ of: 12, rests: [1, 5], kinds: [0, 2] }],
  completed: [{ of: 25, rests: [1, 8], kinds: [0, 2] }],
  implementing: [{ of: 40, rests: [1, 15], kinds: [0, 2, 4] }],
  implemented: [{ of: 15, rests: [1, 5], kinds: [0, 2] }],
  not_implemented: [{ of: 10, rests: [2], kinds: [0, 2] }],
  anchoring: [{ of: 25, rests: [1, 18], kinds: [1, 2] }],
  closed: [
    { of: 60, rests: [3, 45], kinds: [0, 2] },
    { of: 210, rests: [440], kinds: [1, 2, 0] },
  ],
  rejected: [{ of: 50, rests: [1, 30], kinds: [0, 2, 4] }],
  withdrawn: [{ of: 45, rests: [1, 30], kinds: [1, 2] }],
  expired: [{ of: 50, rests: [1, 20], kinds: [0, 2, 5] }],
  stopped: [{ of: 15, rests: [90], kinds: [0, 2] }],
  terminated: [{ of: 8, rests: [90], kinds: [1, 4] }],
};
const share: Record<Obligation, number> = { effort: 0.7, result: 0.3 };
const only: Partial<Record<AssignmentStatus, Obligation>> = {
  closing_review: "effort",
  acceptance_test: "result",
  rework: "result",
};

/** Says how often each level of confidentiality is chosen, whatever else differs. */
const openness: Record<string, number> = { public: 0.75, summary_public: 0.18, secret: 0.07 };
type StatusStory = { kind: Kind; rest: number };
/** Returns published ones in every kind, with other rests in every family; of the others each family tells every second kind. */
function toldIn({ kinds: chosen, rests }: Where, status: AssignmentStatus, turn: number): StatusStory[] {
  const all = chosen.flatMap((k) => kinds[k] ?? []);
  if (status === "published")
    return all.flatMap((kind, i) =>
      [0, 3].map((half) => ({ kind, rest: rests[(i + turn + half) % rests.length] ?? 1 })),
    );
  return all.flatMap((kind, i) =>
    all.length === 1 || (i + turn) % 2 === 0 ? [{ kind, rest: rests[(i + turn) % rests.length] ?? 1 }] : [],
  );
}
/** Tells what one kind stands for among those told of the same place, in all families together. */
function partOf(kind: Kind, { kinds: chosen }: Where, status: AssignmentStatus, families: number): number {
  const all = chosen.flatMap((k) => kinds[k] ?? []);
  const sum = (list: readonly Kind[]) => list.reduce((total, { share }) => total + share, 0);
  const present = [...new Set(all.map((k) => k.confidentiality))].reduce((total, c) => total + (openness[c] ?? 0), 0);
  const part =
    ((openness[kind.confidentiality] ?? 0) / present) *
    (kind.share / sum(all.filter((k) => k.confidentiality === kind.confidentiality)));
  return status === "published" ? part / 2 / families : all.length === 1 ? part / families : (part * 2) / families;
}

/** Returns the stories that are lived in one family of centres. `thin`: one of each place, for a test. */
export function storiesOf({ turn = 0, families = 1, thin = false } = {}): Story[] {
  const cells = (Object.entries(standing) as [AssignmentStatus, readonly Where[]][]).flatMap(([status, places]) =>
    obligations
      .filter((o) => (only[status] ?? o) === o)
      .flatMap((obligation) => places.map((where) => ({ status, obligation, where }))),
  );
  const all = cells.flatMap(({ status, obligation, where }, n) =>
    toldIn(where, status, turn + n).map(({ kind, rest }, i) =>
      storyOf(status, obligation, where, {
        kind,
        rest,
        i,
        weight: where.of * (only[status] ? 1 : share[obligation]) * partOf(kind, where, status, families),
      }),
    ),
  );
  if (!thin) return all;
  const places = [...new Set(all.map(placeOf))];
  return places.flatMap((place, n) => {
    const here = all.filter((story) => placeOf(story) === place);
    return here.find((story) => story.obligation === obligations[n % 2]) ?? here[0] ?? [];
  });
}
const placeOf = ({ status, overlay }: Story) => `${status} ${overlay ?? ""}`;
function storyOf(
  status: AssignmentStatus,
  obligation: Obligation,
  { overlay }: Where,
  { kind, rest, i, weight }: { kind: Kind; rest: number; i: number; weight: number },
): Story {
  const [feeKind, fee] =
    obligation === "result" && (kind.fee[0] === "none" || kind.fee[0] === "expenses")
      ? (["fixed", 450_000] as const)
      : kind.fee;
  const paid = feeKind === "fixed" || feeKind === "mixed";
  const claims = status === "published" && rest > 2 ? i % 3 : 0;
  return {
    status,
    obligation,
    rest,
    weight,
    minors: kind.minors ?? false,
    ...(overlay ? { overlay } : {}),
    ...(kind.openTo ? { openTo: kind.openTo } : {}),
    ...(status === "published"
      ? { claims, interested: kind.confidentiality === "secret" ? 0 : (i * 2) % 5, claimDays: 38 + (i % 3) * 14 }
      : {}),
    intake: markedIntake({
      obligation,
      confidentiality: kind.confidentiality,
      hide_company: kind.hide_company ?? false,
      levels: kind.levels,
      weeks: kind.weeks,
      hours_student: kind.hours[0],
      hours_company: kind.hours[1],
      employees: 2,
      seats_min: kind.seats[0],
      seats_max: kind.seats[1],
      fee_kind: feeKind,
      fee_amount: fee,
      funding_regime: paid ? "contract" : "regular_education",
      ip_proposal: kind.rights,
      urgency: kind.urgency,
    }),
  };
}
