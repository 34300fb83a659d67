CREATE TABLE "round_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"size_min" integer NOT NULL,
	"size_max" integer NOT NULL,
	"teams" integer DEFAULT 1 NOT NULL,
	"hours" integer NOT NULL,
	"required" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"desired" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"disciplines" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"mix_mbo" integer DEFAULT 0 NOT NULL,
	"mix_hbo" integer DEFAULT 0 NOT NULL,
	"guides" uuid[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "round_assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_bonds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"judged_by" uuid,
	"judged_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_kind" CHECK ("round_bonds"."kind" in ('together', 'apart', 'wish')),
	CONSTRAINT "known_status" CHECK ("round_bonds"."status" in ('asked', 'approved', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "round_bonds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_favours" (
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"choice_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"stars" integer,
	"why" text DEFAULT '' NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_favours_choice_id_student_id_pk" PRIMARY KEY("choice_id","student_id")
);
--> statement-breakpoint
ALTER TABLE "round_favours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_guides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"teams" integer,
	"students" integer,
	CONSTRAINT "known_kind" CHECK ("round_guides"."kind" in ('coach', 'business_developer', 'employee'))
);
--> statement-breakpoint
ALTER TABLE "round_guides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"choice_id" uuid NOT NULL,
	"student_id" uuid,
	"team" integer,
	"teams" integer,
	"students" uuid[] DEFAULT '{}' NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "known_kind" CHECK ("round_holds"."kind" in ('pin', 'forbid', 'teams', 'lock'))
);
--> statement-breakpoint
ALTER TABLE "round_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"preset" text NOT NULL,
	"status" text NOT NULL,
	"made_of" integer NOT NULL,
	"input" jsonb NOT NULL,
	"plan" jsonb,
	"conflict" jsonb,
	"reasons" jsonb,
	"progress" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"cpu" integer,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"held_until" timestamp with time zone,
	"by_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "known_status" CHECK ("round_runs"."status" in ('waiting', 'running', 'done', 'impossible', 'stopped', 'broken'))
);
--> statement-breakpoint
ALTER TABLE "round_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_students" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"programme" text DEFAULT '' NOT NULL,
	"discipline" text NOT NULL,
	"level" text NOT NULL,
	"hours" integer NOT NULL,
	"day_parts" text[] DEFAULT '{}' NOT NULL,
	"skills" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"choices" uuid[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'in' NOT NULL,
	"priority" boolean DEFAULT false NOT NULL,
	"chosen_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("round_students"."status" in ('in', 'dropped')),
	CONSTRAINT "known_level" CHECK ("round_students"."level" in ('mbo', 'hbo'))
);
--> statement-breakpoint
ALTER TABLE "round_students" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"name" text NOT NULL,
	"block" text NOT NULL,
	"programmes" text[] DEFAULT '{}' NOT NULL,
	"status" text NOT NULL,
	"choose_by" timestamp with time zone,
	"least_choices" integer DEFAULT 5 NOT NULL,
	"bearable" integer DEFAULT 3,
	"fallback" boolean DEFAULT false NOT NULL,
	"elastic" boolean DEFAULT false NOT NULL,
	"seed" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_run" uuid,
	"published_at" timestamp with time zone,
	CONSTRAINT "known_status" CHECK ("rounds"."status" in ('draft', 'choosing', 'matching', 'published', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_assignments" ADD CONSTRAINT "round_assignments_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_assignments" ADD CONSTRAINT "round_assignments_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_assignments" ADD CONSTRAINT "round_assignments_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_bonds" ADD CONSTRAINT "round_bonds_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_bonds" ADD CONSTRAINT "round_bonds_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_bonds" ADD CONSTRAINT "round_bonds_student_id_round_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."round_students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_bonds" ADD CONSTRAINT "round_bonds_other_id_round_students_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."round_students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_bonds" ADD CONSTRAINT "round_bonds_judged_by_people_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_favours" ADD CONSTRAINT "round_favours_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_favours" ADD CONSTRAINT "round_favours_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_favours" ADD CONSTRAINT "round_favours_choice_id_round_assignments_id_fk" FOREIGN KEY ("choice_id") REFERENCES "public"."round_assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_favours" ADD CONSTRAINT "round_favours_student_id_round_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."round_students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_favours" ADD CONSTRAINT "round_favours_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_guides" ADD CONSTRAINT "round_guides_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_guides" ADD CONSTRAINT "round_guides_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_guides" ADD CONSTRAINT "round_guides_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_choice_id_round_assignments_id_fk" FOREIGN KEY ("choice_id") REFERENCES "public"."round_assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_student_id_round_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."round_students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_runs" ADD CONSTRAINT "round_runs_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_runs" ADD CONSTRAINT "round_runs_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_runs" ADD CONSTRAINT "round_runs_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_students" ADD CONSTRAINT "round_students_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_students" ADD CONSTRAINT "round_students_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_students" ADD CONSTRAINT "round_students_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_round_assignment" ON "round_assignments" USING btree ("round_id","assignment_id");--> statement-breakpoint
CREATE INDEX "round_assignments_round" ON "round_assignments" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_assignments_centre" ON "round_assignments" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_bond" ON "round_bonds" USING btree ("student_id","other_id");--> statement-breakpoint
CREATE INDEX "round_bonds_round" ON "round_bonds" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_bonds_centre" ON "round_bonds" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "round_favours_round" ON "round_favours" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_favours_centre" ON "round_favours" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_guide" ON "round_guides" USING btree ("round_id","person_id");--> statement-breakpoint
CREATE INDEX "round_guides_round" ON "round_guides" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_guides_centre" ON "round_guides" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_pin" ON "round_holds" USING btree ("student_id") WHERE "round_holds"."kind" = 'pin' and "round_holds"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "round_holds_round" ON "round_holds" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_holds_centre" ON "round_holds" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_run_number" ON "round_runs" USING btree ("round_id","number");--> statement-breakpoint
CREATE INDEX "round_runs_waiting" ON "round_runs" USING btree ("asked_at") WHERE "round_runs"."status" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "round_runs_round" ON "round_runs" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_runs_centre" ON "round_runs" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_round_student" ON "round_students" USING btree ("round_id","person_id");--> statement-breakpoint
CREATE INDEX "round_students_person" ON "round_students" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_school_number" ON "round_students" USING btree ("round_id","number") WHERE "round_students"."number" <> '';--> statement-breakpoint
CREATE INDEX "round_students_round" ON "round_students" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_students_centre" ON "round_students" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "rounds_centre" ON "rounds" USING btree ("centre_id","status");--> statement-breakpoint
CREATE INDEX "rounds_choose_by" ON "rounds" USING btree ("choose_by") WHERE "rounds"."status" = 'choosing';--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_assignments" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_assignments" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_assignments" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_bonds" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_bonds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_bonds" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_bonds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_bonds" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_bonds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_bonds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_favours" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_favours"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_favours" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_favours"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_favours" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_favours"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_favours"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_guides" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_guides"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_guides" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_guides"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_guides" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_guides"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_guides"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_holds" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_holds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_holds" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_holds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_holds" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_holds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_holds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_runs" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_runs"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_runs" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_runs"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_runs" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_runs"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_runs"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_students" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_students"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_students" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_students"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_students" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_students"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_students"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "rounds" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("rounds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "rounds" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("rounds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "rounds" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("rounds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("rounds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
-- The new tables behind the same wall: policies also bind the owner; nothing is removed.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity AND NOT c.relforcerowsecurity
  LOOP EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name); END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON rounds, round_assignments, round_guides, round_students, round_bonds, round_favours, round_holds, round_runs TO samenspel_app;
