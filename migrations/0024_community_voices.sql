CREATE TABLE "employee_yields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"moment" text NOT NULL,
	"marks" integer[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_moment" CHECK ("employee_yields"."moment" in ('start', 'end')),
	CONSTRAINT "four_marks" CHECK (cardinality("employee_yields"."marks") = 4 and 1 <= all("employee_yields"."marks") and 5 >= all("employee_yields"."marks"))
);
--> statement-breakpoint
ALTER TABLE "employee_yields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "peer_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"reviewer" text NOT NULL,
	"from_centre_id" uuid,
	"place" text DEFAULT '' NOT NULL,
	"seen_on" date NOT NULL,
	"saw" text NOT NULL,
	"advice" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "from_somewhere" CHECK ("peer_reviews"."from_centre_id" is not null or "peer_reviews"."place" <> '')
);
--> statement-breakpoint
ALTER TABLE "peer_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "community_members" ADD COLUMN "participation_level" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "employee_yields" ADD CONSTRAINT "employee_yields_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_yields" ADD CONSTRAINT "employee_yields_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_yields" ADD CONSTRAINT "employee_yields_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_from_centre_id_centres_id_fk" FOREIGN KEY ("from_centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_yield" ON "employee_yields" USING btree ("community_id","person_id","moment");--> statement-breakpoint
CREATE INDEX "employee_yields_person" ON "employee_yields" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "employee_yields_community" ON "employee_yields" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "employee_yields_centre" ON "employee_yields" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "peer_reviews_from" ON "peer_reviews" USING btree ("from_centre_id");--> statement-breakpoint
CREATE INDEX "peer_reviews_by" ON "peer_reviews" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "peer_reviews_newest" ON "peer_reviews" USING btree ("community_id","seen_on");--> statement-breakpoint
CREATE INDEX "peer_reviews_community" ON "peer_reviews" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "peer_reviews_centre" ON "peer_reviews" USING btree ("centre_id");--> statement-breakpoint
ALTER TABLE "community_members" ADD CONSTRAINT "known_level" CHECK ("community_members"."participation_level" in ('core', 'active', 'occasional', 'reading'));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "employee_yields" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("employee_yields"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "employee_yields"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "employee_yields" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("employee_yields"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "employee_yields"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "employee_yields" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("employee_yields"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "employee_yields"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("employee_yields"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "employee_yields"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "peer_reviews" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("peer_reviews"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "peer_reviews"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "peer_reviews" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("peer_reviews"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "peer_reviews"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "peer_reviews" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("peer_reviews"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "peer_reviews"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("peer_reviews"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "peer_reviews"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));
--> statement-breakpoint
-- The new tables behind the same wall: policies also bind the owner; nothing is removed, and what an employee said is not changed.
ALTER TABLE "peer_reviews" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "employee_yields" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON peer_reviews TO samenspel_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON employee_yields TO samenspel_app;
