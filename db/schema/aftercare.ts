import { boolean, date, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { guaranteeStatuses, type GuaranteeStatus, type ImplementationDegree } from "#app/domain/words.ts";
import { ofAssignment, within } from "./assignment.ts";
import { at, id, known } from "./columns.ts";
import { person } from "./account.ts";

export const implementations = pgTable(
  "implementations",
  {
    id: id(),
    ...ofAssignment(),
    owner: text("owner").notNull(),
    ownerEmail: text("owner_email").notNull().default(""),
    steps: text("steps").notNull().default(""),
    targetOn: date("target_on", { mode: "string" }),
    degree: text("degree").$type<ImplementationDegree>().notNull().default("none"),
    since: date("since", { mode: "string" }),
    at: at("at").notNull(),
  },
  (i) => [uniqueIndex("one_implementation").on(i.assignmentId), ...within("implementations", i)],
);

/** Records what was found at declaration and at 3, 6 and 12 months; `month` 0 is the declaration itself. */
export const observations = pgTable(
  "observations",
  {
    id: id(),
    ...ofAssignment(),
    month: integer("month").notNull(),
    degree: text("degree").$type<ImplementationDegree | "unanswered">().notNull(),
    /** Says that it was answered after the time for it was over. */
    late: boolean("late").notNull().default(false),
    /** It is a figure with its unit. */
    measured: text("measured").notNull().default(""),
    effectKind: text("effect_kind"),
    effectGrade: text("effect_grade"),
    effect: text("effect").notNull().default(""),
    evidence: text("evidence").notNull().default(""),
    byId: person("by_id"),
    at: at("at").notNull(),
  },
  (o) => within("observations", o),
);

export const guaranteeCases = pgTable(
  "guarantee_cases",
  {
    id: id(),
    ...ofAssignment(),
    status: text("status").$type<GuaranteeStatus>().notNull(),
    defect: text("defect").notNull(),
    evidence: text("evidence").notNull(),
    decision: text("decision").notNull().default(""),
    at: at("at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (g) => [known("known_status", g.status, guaranteeStatuses), ...within("guarantee_cases", g)],
);
