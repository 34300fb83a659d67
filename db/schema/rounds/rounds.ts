import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import type { DisciplineNeed, SkillAt, StudyLevel } from "#app/domain/matching/instance.ts";
import {
  guideKinds,
  roundStatuses,
  roundStudentStatuses,
  studyLevels,
  type DayPart,
  type GuideKind,
  type RoundStatus,
  type RoundStudentStatus,
} from "#app/domain/rounds/words.ts";
import type { SheetProblem, SheetRow } from "#app/domain/rounds/sheet.ts";
import { assignments } from "#db/schema/assignment.ts";
import { at, id, known, me, ownToRead, withinCentre } from "#db/schema/columns.ts";
import { person } from "#db/schema/account.ts";
import { centres } from "#db/schema/centre.ts";

/**
 * Holds rounds in which who asks chooses or coaches: which assignments they may read follows from them (`policy.ts`,
 * `round_member`).
 */
const takesPartIn = sql`(
  select s.round_id from round_students s where s.person_id = ${me}
  union all select g.round_id from round_guides g where g.person_id = ${me})`;
/** Makes the columns by which a row belongs to a round, and to its centre. */
export const inRound = () => ({
  centreId: uuid("centre_id")
    .notNull()
    .references(() => centres.id),
  roundId: uuid("round_id")
    .notNull()
    .references(() => rounds.id),
});
/** Gives the row policies and indexes of a table whose rows belong to a round. */
export const withinRound = (
  name: string,
  t: { centreId: Parameters<typeof withinCentre>[0]["centreId"]; roundId: typeof rounds.id | unknown },
) => [
  index(`${name}_round`).on(t.roundId as never),
  index(`${name}_centre`).on(t.centreId as never),
  ...withinCentre(t),
];

/**
 * Holds one round of matching: students of one or more programmes choose among assignments, and a plan of teams is
 * made and published.
 */
export const rounds = pgTable(
  "rounds",
  {
    id: id(),
    centreId: uuid("centre_id")
      .notNull()
      .references(() => centres.id),
    name: text("name").notNull(),
    /** Holds the day the block starts. */
    block: text("block").notNull(),
    programmes: text("programmes").array().notNull().default(sql`'{}'`),
    status: text("status").$type<RoundStatus>().notNull(),
    /** Students may choose until then. */
    chooseBy: at("choose_by"),
    leastChoices: integer("least_choices").notNull().default(5),
    /** `Instance.bearable`, `fallback` and `elastic` of the engine, and the preset that is proposed first. */
    bearable: integer("bearable").default(3),
    fallback: boolean("fallback").notNull().default(false),
    elastic: boolean("elastic").notNull().default(false),
    /** Tells what the lottery numbers are drawn with; shown with the result. */
    seed: integer("seed").notNull(),
    /** Goes up with every change of what a plan is made from: a run knows what it was made of. */
    version: integer("version").notNull().default(1),
    createdBy: person("created_by").notNull(),
    createdAt: at("created_at").notNull(),
    publishedRun: uuid("published_run"),
    publishedAt: at("published_at"),
    /** Tells when it was kept long enough: what students said and were given is gone (docs/domain.md 3.4). */
    emptiedAt: at("emptied_at"),
  },
  (r) => [
    known("known_status", r.status, roundStatuses),
    index("rounds_centre").on(r.centreId, r.status),
    index("rounds_created_by").on(r.createdBy),
    index("rounds_choose_by").on(r.chooseBy).where(sql`${r.status} = 'choosing'`),
    ...withinCentre(r),
    ownToRead(sql`${r.createdBy} = ${me} or ${r.id} in ${takesPartIn}`),
  ],
);

/** An assignment with its seats and needs in this round. */
export const roundAssignments = pgTable(
  "round_assignments",
  {
    id: id(),
    ...inRound(),
    assignmentId: uuid("assignment_id")
      .notNull()
      .references(() => assignments.id),
    sizeMin: integer("size_min").notNull(),
    sizeMax: integer("size_max").notNull(),
    /** At most this many teams work side by side. */
    teams: integer("teams").notNull().default(1),
    /** Hours are counted by the week. */
    hours: integer("hours").notNull(),
    required: jsonb("required").$type<SkillAt[]>().notNull().default([]),
    desired: jsonb("desired").$type<SkillAt[]>().notNull().default([]),
    disciplines: jsonb("disciplines").$type<DisciplineNeed[]>().notNull().default([]),
    mixMbo: integer("mix_mbo").notNull().default(0),
    mixHbo: integer("mix_hbo").notNull().default(0),
    /** Names who may coach its teams, out of `round_guides`; empty: everybody there. */
    guides: uuid("guides").array().notNull().default(sql`'{}'`),
    version: integer("version").notNull().default(1),
    /** Tells when it was taken out of the round, while it was set up; then it has no teams either. */
    endedAt: at("ended_at"),
  },
  (a) => [
    uniqueIndex("one_round_assignment").on(a.roundId, a.assignmentId),
    index("round_assignments_assignment").on(a.assignmentId),
    ...withinRound("round_assignments", a),
    ownToRead(
      sql`${a.roundId} in (select r.id from rounds r where r.created_by = ${me}) or ${a.roundId} in ${takesPartIn}`,
    ),
  ],
);

/**
 * Names who guides: a coach, business developer or employee, with how many teams and students they can bear; null is
 * no limit.
 */
export const roundGuides = pgTable(
  "round_guides",
  {
    id: id(),
    ...inRound(),
    personId: person("person_id").notNull(),
    kind: text("kind").$type<GuideKind>().notNull(),
    teams: integer("teams"),
    students: integer("students"),
    version: integer("version").notNull().default(1),
    /** Tells when it was taken out of the round; then it bears no teams either. */
    endedAt: at("ended_at"),
  },
  (g) => [
    known("known_kind", g.kind, guideKinds),
    uniqueIndex("one_guide").on(g.roundId, g.personId),
    index("round_guides_person").on(g.personId),
    ...withinRound("round_guides", g),
    ownToRead(sql`${g.personId} = ${me}`),
  ],
);

/** A student in this round was imported or taken from a community. */
export const roundStudents = pgTable(
  "round_students",
  {
    id: id(),
    ...inRound(),
    personId: person("person_id").notNull(),
    /** Holds the school's own number: what an import knows somebody by. */
    number: text("number").notNull().default(""),
    /** As the school wrote it: all that is shown of somebody who has not joined the centre yet. */
    name: text("name").notNull().default(""),
    programme: text("programme").notNull().default(""),
    discipline: text("discipline").notNull(),
    level: text("level").$type<StudyLevel>().notNull(),
    /** Hours are counted by the week. */
    hours: integer("hours").notNull(),
    dayParts: text("day_parts").array().$type<DayPart[]>().notNull().default(sql`'{}'`),
    /** The student declared it; nobody has proven it. */
    skills: jsonb("skills").$type<SkillAt[]>().notNull().default([]),
    /** These are ids of `round_assignments`, the best first. */
    choices: uuid("choices").array().notNull().default(sql`'{}'`),
    status: text("status").$type<RoundStudentStatus>().notNull().default("in"),
    /** Came from an earlier round without a place: goes first where all else is equal. */
    priority: boolean("priority").notNull().default(false),
    /** Tells, of who was sent on, when, and the round that took them in; null while none has. */
    returnedAt: at("returned_at"),
    returnedTo: uuid("returned_to").references((): AnyPgColumn => rounds.id),
    chosenAt: at("chosen_at"),
    remindedAt: at("reminded_at"),
    version: integer("version").notNull().default(1),
  },
  (s) => [
    known("known_status", s.status, roundStudentStatuses),
    known("known_level", s.level, studyLevels),
    uniqueIndex("one_round_student").on(s.roundId, s.personId),
    index("round_students_person").on(s.personId),
    index("round_students_waiting").on(s.centreId).where(sql`${s.status} = 'returned' and ${s.returnedTo} is null`),
    index("round_students_returned_to").on(s.returnedTo).where(sql`${s.returnedTo} is not null`),
    uniqueIndex("one_school_number").on(s.roundId, s.number).where(sql`${s.number} <> ''`),
    ...withinRound("round_students", s),
    ownToRead(sql`${s.personId} = ${me}`),
  ],
);

/**
 * A list of students that was read and checked, and waits for a yes. Its rows are emptied once it counts, is replaced,
 * or is a day old.
 */
export const roundImports = pgTable(
  "round_imports",
  {
    id: id(),
    ...inRound(),
    fileName: text("file_name").notNull(),
    rows: jsonb("rows").$type<SheetRow[]>().notNull(),
    /** Holds the first of them (`writeList`), and how many there are in all. */
    problems: jsonb("problems").$type<SheetProblem[]>().notNull(),
    problemCount: integer("problem_count").notNull().default(0),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
    appliedAt: at("applied_at"),
    endedAt: at("ended_at"),
  },
  (i) => [index("round_imports_open").on(i.at).where(sql`${i.endedAt} is null`), ...withinRound("round_imports", i)],
);
