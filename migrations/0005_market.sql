CREATE TABLE "catalogue" (
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"title" text NOT NULL,
	"tags" text NOT NULL,
	"body" text NOT NULL,
	"whereabouts" text NOT NULL,
	"document" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('samenspel_nl', title), 'A') || setweight(to_tsvector('samenspel_nl', tags), 'B') || setweight(to_tsvector('samenspel_nl', body), 'C') || setweight(to_tsvector('samenspel_nl', whereabouts), 'D')) STORED,
	"gone" boolean DEFAULT false NOT NULL,
	"changed" bigint DEFAULT pg_current_xact_id()::text::bigint NOT NULL,
	CONSTRAINT "catalogue_assignment_id_pk" PRIMARY KEY("assignment_id")
);
--> statement-breakpoint
ALTER TABLE "catalogue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalogue_inside" (
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"title" text NOT NULL,
	"tags" text NOT NULL,
	"body" text NOT NULL,
	"whereabouts" text NOT NULL,
	"document" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('samenspel_nl', title), 'A') || setweight(to_tsvector('samenspel_nl', tags), 'B') || setweight(to_tsvector('samenspel_nl', body), 'C') || setweight(to_tsvector('samenspel_nl', whereabouts), 'D')) STORED,
	"gone" boolean DEFAULT false NOT NULL,
	"changed" bigint DEFAULT pg_current_xact_id()::text::bigint NOT NULL,
	CONSTRAINT "catalogue_inside_assignment_id_pk" PRIMARY KEY("assignment_id")
);
--> statement-breakpoint
ALTER TABLE "catalogue_inside" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalogue_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bookmarks" (
	"person_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "bookmarks_person_id_assignment_id_pk" PRIMARY KEY("person_id","assignment_id")
);
--> statement-breakpoint
ALTER TABLE "bookmarks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "checklist_ticks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"line" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "checklist_ticks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intake_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key_hash" text NOT NULL,
	"for_centre" uuid,
	"email" text,
	"locale" text DEFAULT 'nl' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"step" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"became" uuid,
	CONSTRAINT "intake_drafts_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"asker_id" uuid NOT NULL,
	"text" text NOT NULL,
	"status" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("questions"."status" in ('asked', 'answered', 'withheld'))
);
--> statement-breakpoint
ALTER TABLE "questions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"rhythm" text NOT NULL,
	"next_at" timestamp with time zone,
	"seen_until" timestamp with time zone NOT NULL,
	"off_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "saved_searches_off_hash_unique" UNIQUE("off_hash"),
	CONSTRAINT "known_rhythm" CHECK ("saved_searches"."rhythm" in ('daily', 'weekly', 'off'))
);
--> statement-breakpoint
CREATE TABLE "showcase_consents" (
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"consent" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "showcase_consents_assignment_id_person_id_pk" PRIMARY KEY("assignment_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "showcase_consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "showcases" (
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"effect" text DEFAULT '' NOT NULL,
	"company_consent_by" uuid,
	"company_consent_at" timestamp with time zone,
	"shown_at" timestamp with time zone,
	"in_use_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "showcases_assignment_id_pk" PRIMARY KEY("assignment_id")
);
--> statement-breakpoint
ALTER TABLE "showcases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "text_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"by_id" uuid,
	"by_role" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "text_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "centres" ADD COLUMN "checklist" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "about" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "website" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "postcode" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "postcode" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "skills" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "publish_on" date;--> statement-breakpoint
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_inside" ADD CONSTRAINT "catalogue_inside_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_inside" ADD CONSTRAINT "catalogue_inside_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_inside" ADD CONSTRAINT "catalogue_inside_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_asker_id_people_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "showcase_consents_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "showcase_consents_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "showcase_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "showcase_consents_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_company_consent_by_people_id_fk" FOREIGN KEY ("company_consent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "catalogue_document" ON "catalogue" USING gin ("document");--> statement-breakpoint
CREATE INDEX "catalogue_changed" ON "catalogue" USING btree ("changed");--> statement-breakpoint
CREATE INDEX "catalogue_centre" ON "catalogue" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "catalogue_organization" ON "catalogue" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "catalogue_inside_document" ON "catalogue_inside" USING gin ("document");--> statement-breakpoint
CREATE INDEX "catalogue_inside_changed" ON "catalogue_inside" USING btree ("changed");--> statement-breakpoint
CREATE INDEX "catalogue_inside_centre" ON "catalogue_inside" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "catalogue_inside_organization" ON "catalogue_inside" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "catalogue_words_trigrams" ON "catalogue_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "bookmarks_assignment" ON "bookmarks" USING btree ("assignment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_tick" ON "checklist_ticks" USING btree ("assignment_id","line");--> statement-breakpoint
CREATE INDEX "checklist_ticks_assignment" ON "checklist_ticks" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "checklist_ticks_centre" ON "checklist_ticks" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "checklist_ticks_organization" ON "checklist_ticks" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "intake_drafts_email" ON "intake_drafts" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "intake_drafts_expires" ON "intake_drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "questions_asker" ON "questions" USING btree ("asker_id");--> statement-breakpoint
CREATE INDEX "questions_assignment" ON "questions" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "questions_centre" ON "questions" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "questions_organization" ON "questions" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "saved_searches_person" ON "saved_searches" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "saved_searches_next" ON "saved_searches" USING btree ("next_at") WHERE "saved_searches"."rhythm" <> 'off' and "saved_searches"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "showcase_consents_assignment" ON "showcase_consents" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "showcase_consents_centre" ON "showcase_consents" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "showcase_consents_organization" ON "showcase_consents" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "showcases_shown" ON "showcases" USING btree ("shown_at" DESC NULLS FIRST) WHERE "showcases"."shown_at" is not null;--> statement-breakpoint
CREATE INDEX "showcases_assignment" ON "showcases" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "showcases_centre" ON "showcases" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "showcases_organization" ON "showcases" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_text_version" ON "text_versions" USING btree ("assignment_id","number");--> statement-breakpoint
CREATE INDEX "text_versions_assignment" ON "text_versions" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "text_versions_centre" ON "text_versions" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "text_versions_organization" ON "text_versions" USING btree ("organization_id");--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "catalogue" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("catalogue"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "catalogue"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])) or true);--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "catalogue" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("catalogue"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "catalogue"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "catalogue" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("catalogue"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "catalogue"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("catalogue"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "catalogue"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "catalogue_inside" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("catalogue_inside"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "catalogue_inside"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "catalogue_inside" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("catalogue_inside"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "catalogue_inside"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "catalogue_inside" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("catalogue_inside"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "catalogue_inside"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("catalogue_inside"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "catalogue_inside"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "own_rows" ON "bookmarks" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("bookmarks"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("bookmarks"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "checklist_ticks" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("checklist_ticks"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "checklist_ticks"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "checklist_ticks" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("checklist_ticks"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "checklist_ticks"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "checklist_ticks" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("checklist_ticks"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "checklist_ticks"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("checklist_ticks"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "checklist_ticks"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "own_rows" ON "questions" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("questions"."asker_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("questions"."asker_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "questions" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("questions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "questions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])) or ("questions"."status" = 'answered' and exists (select from assignments a where a.id = "questions"."assignment_id")));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "questions" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("questions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "questions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "questions" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("questions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "questions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("questions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "questions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "own_rows" ON "showcase_consents" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("showcase_consents"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("showcase_consents"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "showcase_consents" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("showcase_consents"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "showcase_consents"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "showcase_consents" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("showcase_consents"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "showcase_consents"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "showcase_consents" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("showcase_consents"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "showcase_consents"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("showcase_consents"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "showcase_consents"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "showcases" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("showcases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "showcases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])) or "showcases"."shown_at" is not null);--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "showcases" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("showcases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "showcases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "showcases" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("showcases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "showcases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("showcases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "showcases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "text_versions" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("text_versions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "text_versions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "text_versions" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("text_versions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "text_versions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "text_versions" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("text_versions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "text_versions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("text_versions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "text_versions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));