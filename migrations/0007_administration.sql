CREATE TABLE "background_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone,
	"took_ms" integer,
	"failed_at" timestamp with time zone,
	"failure" text,
	"outcome" jsonb
);
--> statement-breakpoint
CREATE TABLE "platform_administrators" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "platform_administrators" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "platform_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"actor_id" uuid,
	"person_id" uuid,
	"centre_id" uuid,
	"organization_id" uuid,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_platform_act" CHECK ("platform_events"."act" in ('administrator_added', 'administrator_ended', 'centre_opened', 'organization_added', 'organization_joined', 'person_invited', 'person_disabled', 'person_enabled', 'backed_up', 'restored')),
	CONSTRAINT "known_reason" CHECK ("platform_events"."reason" is null or "platform_events"."reason" in ('left', 'misuse', 'taken_over', 'own_request', 'mistake'))
);
--> statement-breakpoint
ALTER TABLE "platform_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "platform_administrators" ADD CONSTRAINT "platform_administrators_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_administrators" ADD CONSTRAINT "platform_administrators_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_events" ADD CONSTRAINT "platform_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_events" ADD CONSTRAINT "platform_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_events" ADD CONSTRAINT "platform_events_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_events" ADD CONSTRAINT "platform_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_administration" ON "platform_administrators" USING btree ("person_id") WHERE "platform_administrators"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "platform_events_at" ON "platform_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "platform_events_person" ON "platform_events" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "platform_events_actor" ON "platform_events" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "platform_events_centre" ON "platform_events" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "platform_events_organization" ON "platform_events" USING btree ("organization_id");--> statement-breakpoint
CREATE POLICY "read_who_administers" ON "platform_administrators" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (true);--> statement-breakpoint
CREATE POLICY "insert_by_administrators" ON "platform_administrators" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (((select nullif(current_setting('app.person', true), '')::uuid) is null or exists (
  select from platform_administrators a where a.person_id = (select nullif(current_setting('app.person', true), '')::uuid) and a.ended_at is null)));--> statement-breakpoint
CREATE POLICY "update_by_administrators" ON "platform_administrators" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (((select nullif(current_setting('app.person', true), '')::uuid) is null or exists (
  select from platform_administrators a where a.person_id = (select nullif(current_setting('app.person', true), '')::uuid) and a.ended_at is null))) WITH CHECK (((select nullif(current_setting('app.person', true), '')::uuid) is null or exists (
  select from platform_administrators a where a.person_id = (select nullif(current_setting('app.person', true), '')::uuid) and a.ended_at is null)));--> statement-breakpoint
CREATE POLICY "read_own_or_as_administrator" ON "platform_events" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("platform_events"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or "platform_events"."actor_id" = (select nullif(current_setting('app.person', true), '')::uuid) or ((select nullif(current_setting('app.person', true), '')::uuid) is null or exists (
  select from platform_administrators a where a.person_id = (select nullif(current_setting('app.person', true), '')::uuid) and a.ended_at is null))));--> statement-breakpoint
CREATE POLICY "insert_as_oneself" ON "platform_events" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("platform_events"."actor_id" is not distinct from (select nullif(current_setting('app.person', true), '')::uuid) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or exists (
  select from platform_administrators a where a.person_id = (select nullif(current_setting('app.person', true), '')::uuid) and a.ended_at is null))));--> statement-breakpoint
ALTER TABLE "platform_administrators" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "platform_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- The log of the platform only grows; the others change, and nothing of them is ever removed.
GRANT SELECT, INSERT ON "platform_events" TO samenspel_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "platform_administrators", "background_runs" TO samenspel_app;
