CREATE TABLE "ambition_approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"ambition_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ambition_approvals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ambitions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ambitions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_partners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "community_partners" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contributions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"hours" integer,
	"rate" integer,
	"value" integer NOT NULL,
	"proof" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_kind" CHECK ("contributions"."kind" in ('cash', 'hours', 'kit')),
	CONSTRAINT "hours_have_a_rate" CHECK (("contributions"."kind" = 'hours') = ("contributions"."hours" is not null and "contributions"."rate" is not null))
);
--> statement-breakpoint
ALTER TABLE "contributions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "end_user_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"name" text NOT NULL,
	"stands_for" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "end_user_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"host_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"present" uuid[] DEFAULT '{}' NOT NULL,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ends_later" CHECK ("meetings"."ends_at" > "meetings"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "meetings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_commitments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"assignments" integer NOT NULL,
	"hours" integer NOT NULL,
	"euros" integer NOT NULL,
	"owner" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "partner_commitments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pulses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"month" date NOT NULL,
	"score" integer NOT NULL,
	"line" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_score" CHECK ("pulses"."score" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "pulses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reflections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"shared_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reflections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "self_scans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"moment" text NOT NULL,
	"scores" integer[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_moment" CHECK ("self_scans"."moment" in ('start', 'middle', 'end')),
	CONSTRAINT "seven_scores" CHECK (cardinality("self_scans"."scores") = 7 and 1 <= all("self_scans"."scores") and 5 >= all("self_scans"."scores"))
);
--> statement-breakpoint
ALTER TABLE "self_scans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "value_stories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"who" text NOT NULL,
	"for_whom" text NOT NULL,
	"changed" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "value_stories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "community_members" DROP CONSTRAINT "community_members_community_id_person_id_pk";--> statement-breakpoint
ALTER TABLE "community_members" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "ambition_approvals" ADD CONSTRAINT "ambition_approvals_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambition_approvals" ADD CONSTRAINT "ambition_approvals_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambition_approvals" ADD CONSTRAINT "ambition_approvals_ambition_id_ambitions_id_fk" FOREIGN KEY ("ambition_id") REFERENCES "public"."ambitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambition_approvals" ADD CONSTRAINT "ambition_approvals_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambition_approvals" ADD CONSTRAINT "ambition_approvals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambitions" ADD CONSTRAINT "ambitions_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambitions" ADD CONSTRAINT "ambitions_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambitions" ADD CONSTRAINT "ambitions_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_partners" ADD CONSTRAINT "community_partners_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_partners" ADD CONSTRAINT "community_partners_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_partners" ADD CONSTRAINT "community_partners_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "end_user_contacts" ADD CONSTRAINT "end_user_contacts_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "end_user_contacts" ADD CONSTRAINT "end_user_contacts_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_host_id_organizations_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_commitments" ADD CONSTRAINT "partner_commitments_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_commitments" ADD CONSTRAINT "partner_commitments_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_commitments" ADD CONSTRAINT "partner_commitments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_scans" ADD CONSTRAINT "self_scans_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_scans" ADD CONSTRAINT "self_scans_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_scans" ADD CONSTRAINT "self_scans_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_stories" ADD CONSTRAINT "value_stories_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_stories" ADD CONSTRAINT "value_stories_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_stories" ADD CONSTRAINT "value_stories_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_approval" ON "ambition_approvals" USING btree ("ambition_id","organization_id");--> statement-breakpoint
CREATE INDEX "ambition_approvals_organization" ON "ambition_approvals" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "ambition_approvals_person" ON "ambition_approvals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ambition_approvals_community" ON "ambition_approvals" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "ambition_approvals_centre" ON "ambition_approvals" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_ambition_number" ON "ambitions" USING btree ("community_id","number");--> statement-breakpoint
CREATE INDEX "ambitions_by" ON "ambitions" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "ambitions_community" ON "ambitions" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "ambitions_centre" ON "ambitions" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "community_partners_community" ON "community_partners" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "community_partners_centre" ON "community_partners" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "community_partners_organization" ON "community_partners" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_partner" ON "community_partners" USING btree ("community_id","organization_id") WHERE "community_partners"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "contributions_organization" ON "contributions" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "contributions_by" ON "contributions" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "contributions_newest" ON "contributions" USING btree ("community_id","from_on");--> statement-breakpoint
CREATE INDEX "contributions_community" ON "contributions" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "contributions_centre" ON "contributions" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "end_user_contacts_community" ON "end_user_contacts" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "end_user_contacts_centre" ON "end_user_contacts" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "meetings_start" ON "meetings" USING btree ("community_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_host" ON "meetings" USING btree ("host_id");--> statement-breakpoint
CREATE INDEX "meetings_community" ON "meetings" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "meetings_centre" ON "meetings" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_commitment" ON "partner_commitments" USING btree ("community_id","organization_id","year");--> statement-breakpoint
CREATE INDEX "partner_commitments_organization" ON "partner_commitments" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "partner_commitments_community" ON "partner_commitments" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "partner_commitments_centre" ON "partner_commitments" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_pulse" ON "pulses" USING btree ("community_id","person_id","month");--> statement-breakpoint
CREATE INDEX "pulses_person" ON "pulses" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "pulses_community" ON "pulses" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "pulses_centre" ON "pulses" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "reflections_community" ON "reflections" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "reflections_centre" ON "reflections" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "reflections_person" ON "reflections" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_scan" ON "self_scans" USING btree ("community_id","person_id","moment");--> statement-breakpoint
CREATE INDEX "self_scans_person" ON "self_scans" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "self_scans_community" ON "self_scans" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "self_scans_centre" ON "self_scans" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "value_stories_by" ON "value_stories" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "value_stories_newest" ON "value_stories" USING btree ("community_id","at");--> statement-breakpoint
CREATE INDEX "value_stories_community" ON "value_stories" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "value_stories_centre" ON "value_stories" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "community_members_community" ON "community_members" USING btree ("community_id","since");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_role" ON "community_members" USING btree ("community_id","person_id","role") WHERE "community_members"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "assignments_community" ON "assignments" USING btree ("community_id");--> statement-breakpoint
ALTER TABLE "community_members" ADD CONSTRAINT "known_role" CHECK ("community_members"."role" in ('student', 'teacher', 'practor', 'lector', 'business_developer', 'coordinator', 'employee', 'end_user'));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "ambition_approvals" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("ambition_approvals"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "ambition_approvals"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "ambition_approvals" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("ambition_approvals"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "ambition_approvals"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "ambition_approvals" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("ambition_approvals"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "ambition_approvals"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("ambition_approvals"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "ambition_approvals"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "ambitions" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("ambitions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "ambitions"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "ambitions" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("ambitions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "ambitions"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "ambitions" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("ambitions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "ambitions"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("ambitions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "ambitions"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_partners" ON "community_partners" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (true);--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "community_partners" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("community_partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "community_partners" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("community_partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("community_partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "contributions" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("contributions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "contributions"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "contributions" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("contributions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "contributions"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "contributions" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("contributions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "contributions"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("contributions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "contributions"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "end_user_contacts" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("end_user_contacts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "end_user_contacts"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "end_user_contacts" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("end_user_contacts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "end_user_contacts"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "end_user_contacts" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("end_user_contacts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "end_user_contacts"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("end_user_contacts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "end_user_contacts"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "meetings" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("meetings"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "meetings"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "meetings" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("meetings"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "meetings"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "meetings" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("meetings"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "meetings"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("meetings"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "meetings"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "partner_commitments" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("partner_commitments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "partner_commitments"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "partner_commitments" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("partner_commitments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "partner_commitments"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "partner_commitments" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("partner_commitments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "partner_commitments"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("partner_commitments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "partner_commitments"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "pulses" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("pulses"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "pulses"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "pulses" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("pulses"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "pulses"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "pulses" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("pulses"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "pulses"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("pulses"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "pulses"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "reflections" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ((("reflections"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "reflections"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))) and ("reflections"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or ("reflections"."shared_at" is not null and "reflections"."ended_at" is null))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "reflections" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("reflections"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "reflections"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "reflections" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING ((("reflections"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "reflections"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))) and ("reflections"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or ("reflections"."shared_at" is not null and "reflections"."ended_at" is null)))) WITH CHECK (("reflections"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "reflections"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "self_scans" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("self_scans"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "self_scans"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "self_scans" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("self_scans"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "self_scans"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "self_scans" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("self_scans"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "self_scans"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("self_scans"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "self_scans"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_community" ON "value_stories" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("value_stories"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "value_stories"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "insert_within_community" ON "value_stories" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("value_stories"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "value_stories"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "update_within_community" ON "value_stories" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("value_stories"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "value_stories"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)))) WITH CHECK (("value_stories"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "value_stories"."community_id" in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select c.id from communities c where c.organization_id = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));
--> statement-breakpoint
-- The new tables behind the same wall: policies also bind the owner; nothing is removed.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity AND NOT c.relforcerowsecurity
  LOOP EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name); END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON community_partners, ambitions, ambition_approvals, partner_commitments, end_user_contacts, meetings, self_scans, pulses, value_stories, reflections, contributions TO samenspel_app;
