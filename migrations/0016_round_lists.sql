CREATE TABLE "round_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "round_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_bonds" DROP CONSTRAINT "known_status";--> statement-breakpoint
ALTER TABLE "round_assignments" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "round_assignments" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "round_bonds" ADD COLUMN "verdict" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "round_guides" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "round_guides" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "round_students" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "round_imports" ADD CONSTRAINT "round_imports_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_imports" ADD CONSTRAINT "round_imports_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_imports" ADD CONSTRAINT "round_imports_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_imports_open" ON "round_imports" USING btree ("at") WHERE "round_imports"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "round_imports_round" ON "round_imports" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_imports_centre" ON "round_imports" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "round_assignments_assignment" ON "round_assignments" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "round_bonds_other" ON "round_bonds" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "round_favours_student" ON "round_favours" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "round_guides_person" ON "round_guides" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "round_bonds" ADD CONSTRAINT "known_status" CHECK ("round_bonds"."status" in ('asked', 'approved', 'refused', 'withdrawn'));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_imports" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_imports"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_imports" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_imports"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_imports" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_imports"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_imports"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
-- The new table behind the same wall.
ALTER TABLE "round_imports" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON round_imports TO samenspel_app;
