CREATE TABLE "flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"what" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"raised_by" uuid,
	"raised_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_kind" CHECK ("flags"."kind" in ('obstacle', 'no_contact', 'workload', 'safety', 'team_trouble')),
	CONSTRAINT "known_status" CHECK ("flags"."status" in ('open', 'closed', 'confided', 'settled'))
);
--> statement-breakpoint
ALTER TABLE "flags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "measured" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "milestones" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "milestones" ADD COLUMN "asked" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flags_person" ON "flags" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "flags_assignment" ON "flags" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "flags_centre" ON "flags" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "flags_organization" ON "flags" USING btree ("organization_id");--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "milestones_person" ON "milestones" USING btree ("person_id");--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "flags" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("flags"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "flags"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "flags" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("flags"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "flags"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "flags" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("flags"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "flags"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("flags"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "flags"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
ALTER TABLE "flags" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "flags" TO samenspel_app;
