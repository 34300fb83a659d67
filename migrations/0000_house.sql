CREATE TABLE "centres" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"ppp_type" text NOT NULL,
	"region" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"hue" integer DEFAULT 0 NOT NULL,
	"switches" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"switches_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "centres_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"form" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"levels" text[] NOT NULL,
	"offers" text[] NOT NULL,
	"recognised" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "communities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "community_members" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"claim_right" boolean DEFAULT false NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "community_members_community_id_person_id_pk" PRIMARY KEY("community_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"centre_id" uuid,
	"organization_id" uuid,
	"role" text NOT NULL,
	"track" text,
	"programme" text,
	"mandate" text,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "known_role" CHECK ("memberships"."role" in ('coordinator', 'business_developer', 'teacher', 'practor', 'lector', 'quality_owner', 'examiner', 'student', 'steering_group_member', 'client_owner', 'problem_owner', 'authorised_signatory', 'employee', 'hr_contact', 'finance')),
	CONSTRAINT "centre_or_organization" CHECK ("memberships"."centre_id" is not null or "memberships"."organization_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"kvk" text,
	"brin" text,
	"place" text DEFAULT '' NOT NULL,
	"sector" text,
	"employees" integer,
	"mail_domain" text,
	"hide_name" boolean DEFAULT false NOT NULL,
	"verified_at" timestamp with time zone,
	"verified_how" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_kind" CHECK ("organizations"."kind" in ('company', 'institution', 'sector_fund', 'trade_body', 'regional_government')),
	CONSTRAINT "kvk_form" CHECK ("organizations"."kvk" is null or "organizations"."kvk" ~ '^[0-9]{8}$')
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "partners_centre_id_organization_id_pk" PRIMARY KEY("centre_id","organization_id")
);
--> statement-breakpoint
ALTER TABLE "partners" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"password_hash" text,
	"locale" text DEFAULT 'nl' NOT NULL,
	"age_band" text,
	"turns_18_on" date,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_locale" CHECK ("people"."locale" in ('nl', 'en')),
	CONSTRAINT "known_age" CHECK ("people"."age_band" is null or "people"."age_band" in ('under_16', '16_17', '18_plus'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"key" uuid PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"level" real NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"email" text,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"obligation" text NOT NULL,
	"terms" jsonb NOT NULL,
	"side" text NOT NULL,
	"company_signed_at" timestamp with time zone,
	"company_signed_by" uuid,
	"company_capacity" text,
	"institution_signed_at" timestamp with time zone,
	"institution_signed_by" uuid,
	"institution_capacity" text,
	"quality_confirmed_at" timestamp with time zone,
	"quality_confirmed_by" uuid,
	"frozen" jsonb,
	"switches" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_status" CHECK ("agreements"."status" in ('draft', 'proposed', 'countered', 'signed', 'superseded', 'ended', 'lapsed')),
	CONSTRAINT "known_obligation" CHECK ("agreements"."obligation" in ('effort', 'result'))
);
--> statement-breakpoint
ALTER TABLE "agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignment_texts" (
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"intake" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"open" boolean DEFAULT false NOT NULL,
	CONSTRAINT "assignment_texts_assignment_id_pk" PRIMARY KEY("assignment_id")
);
--> statement-breakpoint
ALTER TABLE "assignment_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"status" text NOT NULL,
	"obligation" text NOT NULL,
	"on_hold" boolean DEFAULT false NOT NULL,
	"disputed" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"title" text NOT NULL,
	"teaser" text DEFAULT '' NOT NULL,
	"sector" text,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"levels" text[] DEFAULT '{}' NOT NULL,
	"allowed_obligations" text[] DEFAULT '{effort}' NOT NULL,
	"confidentiality" text DEFAULT 'public' NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"hide_company" boolean DEFAULT false NOT NULL,
	"language" text DEFAULT 'nl' NOT NULL,
	"seats_min" integer DEFAULT 3 NOT NULL,
	"seats_max" integer DEFAULT 5 NOT NULL,
	"weeks" integer DEFAULT 10 NOT NULL,
	"hours_student" integer,
	"hours_company" integer,
	"fee_kind" text DEFAULT 'none' NOT NULL,
	"fee_amount" integer DEFAULT 0 NOT NULL,
	"funding_regime" text,
	"ip_proposal" text DEFAULT 'open_licence' NOT NULL,
	"blocks" date[] DEFAULT '{}' NOT NULL,
	"window_end" timestamp with time zone,
	"published_at" timestamp with time zone,
	"text_version" integer DEFAULT 1 NOT NULL,
	"submitted_by" uuid NOT NULL,
	"contact_id" uuid,
	"intake_by" uuid,
	"claim_id" uuid,
	"lead_id" uuid,
	"community_id" uuid,
	"institution_id" uuid,
	"start_on" date,
	"end_on" date,
	"midterm_on" date,
	"rework_rounds" integer DEFAULT 0 NOT NULL,
	"extra_rounds" integer DEFAULT 0 NOT NULL,
	"incomplete_reports" integer DEFAULT 0 NOT NULL,
	"paused_by" uuid,
	"ladder_step" text,
	"anchoring_owner_id" uuid,
	"priority" boolean DEFAULT false NOT NULL,
	"builds_on" uuid,
	"sibling_of" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assignment_place" UNIQUE("id","centre_id","organization_id"),
	CONSTRAINT "known_status" CHECK ("assignments"."status" in ('draft', 'submitted', 'intake', 'published', 'agreeing', 'signed', 'in_progress', 'delivered', 'closing_review', 'acceptance_test', 'rework', 'completed', 'implementing', 'implemented', 'not_implemented', 'anchoring', 'closed', 'rejected', 'withdrawn', 'expired', 'stopped', 'terminated')),
	CONSTRAINT "known_obligation" CHECK ("assignments"."obligation" in ('effort', 'result')),
	CONSTRAINT "known_confidentiality" CHECK ("assignments"."confidentiality" in ('public', 'summary_public', 'secret'))
);
--> statement-breakpoint
ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"status" text NOT NULL,
	"obligation" text NOT NULL,
	"approach" text NOT NULL,
	"levels" text[] NOT NULL,
	"seats" integer NOT NULL,
	"block" date NOT NULL,
	"guidance_hours" integer NOT NULL,
	"price" integer DEFAULT 0 NOT NULL,
	"partners" text DEFAULT '' NOT NULL,
	"needs" text DEFAULT '' NOT NULL,
	"rights" text DEFAULT 'open_licence' NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"confirmed_text_version" integer NOT NULL,
	"reserve_order" integer,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_status" CHECK ("claims"."status" in ('submitted', 'shortlisted', 'selected', 'declined', 'withdrawn', 'expired')),
	CONSTRAINT "known_obligation" CHECK ("claims"."obligation" in ('effort', 'result'))
);
--> statement-breakpoint
ALTER TABLE "claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "invitations_assignment_id_community_id_pk" PRIMARY KEY("assignment_id","community_id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "acceptance_results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"criterion" integer NOT NULL,
	"met" text NOT NULL,
	"value" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"measurer" text DEFAULT '' NOT NULL,
	"finding" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"by_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_verdict" CHECK ("acceptance_results"."met" in ('met', 'not_met', 'unanswered', 'deviates'))
);
--> statement-breakpoint
ALTER TABLE "acceptance_results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "annexes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"choice" text,
	"frozen" jsonb,
	"agreement_number" integer NOT NULL,
	"signed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "annexes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"move" text NOT NULL,
	"relation" text NOT NULL,
	"epoch" timestamp with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "confirmations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"notice" text DEFAULT '' NOT NULL,
	"limits" text DEFAULT '' NOT NULL,
	"handover" text DEFAULT '' NOT NULL,
	"handover_on" date,
	"self_check" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"judgement" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"cleared_by" uuid,
	"released_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("deliveries"."status" in ('draft', 'in_review', 'returned', 'cleared', 'released', 'superseded'))
);
--> statement-breakpoint
ALTER TABLE "deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"part" text NOT NULL,
	"part_id" uuid,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "known_part" CHECK ("files"."part" in ('attachment', 'milestone', 'delivery', 'evidence', 'mandate'))
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guarantee_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"status" text NOT NULL,
	"defect" text NOT NULL,
	"evidence" text NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("guarantee_cases"."status" in ('opened', 'accepted', 'refused', 'remedied'))
);
--> statement-breakpoint
ALTER TABLE "guarantee_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guardian_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"status" text NOT NULL,
	"question" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("guardian_requests"."status" in ('requested', 'approved', 'refused', 'expired', 'not_needed'))
);
--> statement-breakpoint
ALTER TABLE "guardian_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hour_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"on" date NOT NULL,
	"minutes" integer NOT NULL,
	"what" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hour_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "implementations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"owner_email" text DEFAULT '' NOT NULL,
	"steps" text DEFAULT '' NOT NULL,
	"target_on" date,
	"degree" text DEFAULT 'none' NOT NULL,
	"since" date,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "implementations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "interests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"rank" integer DEFAULT 1 NOT NULL,
	"line" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("interests"."status" in ('shown', 'dropped', 'placed', 'lapsed'))
);
--> statement-breakpoint
ALTER TABLE "interests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"side" text NOT NULL,
	"status" text NOT NULL,
	"track" text,
	"level" text,
	"hours" integer,
	"invited_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("members"."status" in ('invited', 'active', 'refused', 'left', 'removed')),
	CONSTRAINT "known_role" CHECK ("members"."role" in ('project_manager', 'teacher', 'student', 'student_lead', 'employee_participant', 'field_expert', 'end_user', 'examiner', 'quality_owner'))
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"title" text NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"reached_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("milestones"."status" in ('planned', 'reached', 'moved', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "milestones" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "observations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"month" integer NOT NULL,
	"degree" text NOT NULL,
	"effect_kind" text,
	"effect_grade" text,
	"effect" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"by_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "observations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" integer,
	"by_id" uuid,
	"by_role" text NOT NULL,
	"data" jsonb NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"object" text NOT NULL,
	"object_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"remaining" integer,
	"reminders" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"notice_at" timestamp with time zone,
	"notice_until" timestamp with time zone,
	"extended" boolean DEFAULT false NOT NULL,
	CONSTRAINT "known_status" CHECK ("deadlines"."status" in ('running', 'paused', 'met', 'out'))
);
--> statement-breakpoint
ALTER TABLE "deadlines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"object" text NOT NULL,
	"object_id" uuid NOT NULL,
	"move" text NOT NULL,
	"from_status" text,
	"to_status" text,
	"actor_id" uuid,
	"acting_as" text NOT NULL,
	"on_behalf_of" text,
	"comment" text DEFAULT '' NOT NULL,
	"reason" text,
	"asked" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"agreement_number" integer,
	"switches_version" integer NOT NULL,
	"guards" text[] NOT NULL,
	"told" text[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"event_id" uuid,
	"kind" text NOT NULL,
	"person_id" uuid,
	"email" text,
	"relation" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "communities" ADD CONSTRAINT "communities_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communities" ADD CONSTRAINT "communities_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_members" ADD CONSTRAINT "community_members_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_members" ADD CONSTRAINT "community_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_company_signed_by_people_id_fk" FOREIGN KEY ("company_signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_institution_signed_by_people_id_fk" FOREIGN KEY ("institution_signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_quality_confirmed_by_people_id_fk" FOREIGN KEY ("quality_confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_texts" ADD CONSTRAINT "assignment_texts_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_texts" ADD CONSTRAINT "assignment_texts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_texts" ADD CONSTRAINT "assignment_texts_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_contact_id_people_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_intake_by_people_id_fk" FOREIGN KEY ("intake_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_lead_id_people_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_lead_id_people_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annexes" ADD CONSTRAINT "annexes_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annexes" ADD CONSTRAINT "annexes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annexes" ADD CONSTRAINT "annexes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annexes" ADD CONSTRAINT "annexes_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_cleared_by_people_id_fk" FOREIGN KEY ("cleared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarantee_cases" ADD CONSTRAINT "guarantee_cases_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarantee_cases" ADD CONSTRAINT "guarantee_cases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarantee_cases" ADD CONSTRAINT "guarantee_cases_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementations" ADD CONSTRAINT "implementations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementations" ADD CONSTRAINT "implementations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementations" ADD CONSTRAINT "implementations_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_letters" ADD CONSTRAINT "account_letters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "communities_centre" ON "communities" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "community_members_person" ON "community_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_membership" ON "memberships" USING btree ("person_id",coalesce("centre_id", "organization_id"),"role") WHERE "memberships"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_centre" ON "memberships" USING btree ("centre_id","role");--> statement-breakpoint
CREATE INDEX "memberships_organization" ON "memberships" USING btree ("organization_id","role");--> statement-breakpoint
CREATE INDEX "organizations_kvk" ON "organizations" USING btree ("kvk");--> statement-breakpoint
CREATE INDEX "partners_organization" ON "partners" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "one_number" ON "agreements" USING btree ("assignment_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_version" ON "agreements" USING btree ("assignment_id") WHERE "agreements"."status" in ('draft', 'proposed');--> statement-breakpoint
CREATE UNIQUE INDEX "one_signed_version" ON "agreements" USING btree ("assignment_id") WHERE "agreements"."status" = 'signed';--> statement-breakpoint
CREATE INDEX "agreements_centre" ON "agreements" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "agreements_organization" ON "agreements" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "texts_centre" ON "assignment_texts" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "texts_organization" ON "assignment_texts" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "assignments_centre" ON "assignments" USING btree ("centre_id","status");--> statement-breakpoint
CREATE INDEX "assignments_organization" ON "assignments" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "assignments_market" ON "assignments" USING btree ("published_at" DESC NULLS FIRST,"id") WHERE "assignments"."status" = 'published';--> statement-breakpoint
CREATE INDEX "assignments_institution" ON "assignments" USING btree ("institution_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_selected_claim" ON "claims" USING btree ("assignment_id") WHERE "claims"."status" = 'selected';--> statement-breakpoint
CREATE UNIQUE INDEX "one_claim_per_community" ON "claims" USING btree ("assignment_id","community_id") WHERE "claims"."status" in ('submitted', 'shortlisted', 'selected');--> statement-breakpoint
CREATE INDEX "claims_assignment" ON "claims" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "claims_centre" ON "claims" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "claims_organization" ON "claims" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "claims_lead" ON "claims" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "invitations_centre" ON "invitations" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "invitations_organization" ON "invitations" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_verdict" ON "acceptance_results" USING btree ("delivery_id","criterion");--> statement-breakpoint
CREATE INDEX "acceptance_results_assignment" ON "acceptance_results" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "acceptance_results_centre" ON "acceptance_results" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "acceptance_results_organization" ON "acceptance_results" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_annex" ON "annexes" USING btree ("member_id","kind","agreement_number");--> statement-breakpoint
CREATE INDEX "annexes_assignment" ON "annexes" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "annexes_centre" ON "annexes" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "annexes_organization" ON "annexes" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_confirmation" ON "confirmations" USING btree ("assignment_id","move","relation","epoch");--> statement-breakpoint
CREATE INDEX "confirmations_assignment" ON "confirmations" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "confirmations_centre" ON "confirmations" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "confirmations_organization" ON "confirmations" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_delivery_number" ON "deliveries" USING btree ("assignment_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_delivery" ON "deliveries" USING btree ("assignment_id") WHERE "deliveries"."status" in ('draft', 'in_review', 'returned', 'cleared');--> statement-breakpoint
CREATE INDEX "deliveries_assignment" ON "deliveries" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "deliveries_centre" ON "deliveries" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "deliveries_organization" ON "deliveries" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "files_part" ON "files" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "files_assignment" ON "files" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "files_centre" ON "files" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "files_organization" ON "files" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "guarantee_cases_assignment" ON "guarantee_cases" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "guarantee_cases_centre" ON "guarantee_cases" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "guarantee_cases_organization" ON "guarantee_cases" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_request" ON "guardian_requests" USING btree ("member_id") WHERE "guardian_requests"."status" = 'requested';--> statement-breakpoint
CREATE INDEX "guardian_requests_assignment" ON "guardian_requests" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "guardian_requests_centre" ON "guardian_requests" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "guardian_requests_organization" ON "guardian_requests" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "hour_entries_person" ON "hour_entries" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "hour_entries_assignment" ON "hour_entries" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "hour_entries_centre" ON "hour_entries" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "hour_entries_organization" ON "hour_entries" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_implementation" ON "implementations" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "implementations_assignment" ON "implementations" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "implementations_centre" ON "implementations" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "implementations_organization" ON "implementations" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "interests_person" ON "interests" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_interest" ON "interests" USING btree ("assignment_id","person_id") WHERE "interests"."status" = 'shown';--> statement-breakpoint
CREATE INDEX "interests_assignment" ON "interests" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "interests_centre" ON "interests" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "interests_organization" ON "interests" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "members_person" ON "members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_seat" ON "members" USING btree ("assignment_id","person_id","role") WHERE "members"."status" in ('invited', 'active');--> statement-breakpoint
CREATE INDEX "members_assignment" ON "members" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "members_centre" ON "members" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "members_organization" ON "members" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "milestones_assignment" ON "milestones" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "milestones_centre" ON "milestones" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "milestones_organization" ON "milestones" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "observations_assignment" ON "observations" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "observations_centre" ON "observations" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "observations_organization" ON "observations" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "records_kind" ON "records" USING btree ("assignment_id","kind");--> statement-breakpoint
CREATE INDEX "records_assignment" ON "records" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "records_centre" ON "records" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "records_organization" ON "records" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "account_letters_due" ON "account_letters" USING btree ("due_at") WHERE "account_letters"."sent_at" is null and "account_letters"."dead_at" is null;--> statement-breakpoint
CREATE INDEX "deadlines_next" ON "deadlines" USING btree ("next_at") WHERE "deadlines"."status" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "one_clock" ON "deadlines" USING btree ("object_id","clock") WHERE "deadlines"."status" in ('running', 'paused');--> statement-breakpoint
CREATE INDEX "deadlines_assignment" ON "deadlines" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "deadlines_centre" ON "deadlines" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "deadlines_organization" ON "deadlines" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "events_assignment" ON "events" USING btree ("assignment_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "one_successor" ON "events" USING btree ("assignment_id","previous_hash");--> statement-breakpoint
CREATE INDEX "events_centre" ON "events" USING btree ("centre_id","at");--> statement-breakpoint
CREATE INDEX "events_organization" ON "events" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "mailbox_email" ON "mailbox" USING btree ("email","at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE "outbox"."sent_at" is null and "outbox"."dead_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_letter" ON "outbox" USING btree ("event_id","person_id","kind");--> statement-breakpoint
CREATE INDEX "outbox_centre" ON "outbox" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "outbox_organization" ON "outbox" USING btree ("organization_id");--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "communities" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("communities"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "communities"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])) or true);--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "communities" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("communities"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "communities"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "communities" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("communities"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "communities"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("communities"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "communities"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "partners" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "partners"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "partners" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "partners"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "partners" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "partners"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "partners"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "agreements" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("agreements"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "agreements"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "agreements" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("agreements"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "agreements"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "agreements" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("agreements"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "agreements"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("agreements"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "agreements"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "assignment_texts" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("assignment_texts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "assignment_texts"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])) or "assignment_texts"."open");--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "assignment_texts" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("assignment_texts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "assignment_texts"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "assignment_texts" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("assignment_texts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "assignment_texts"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("assignment_texts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "assignment_texts"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "assignments" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "assignments"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])) or ("assignments"."status" = 'published' and "assignments"."confidentiality" <> 'secret' and "assignments"."visibility" = 'public'));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "assignments" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "assignments"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "assignments" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "assignments"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "assignments"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "claims" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("claims"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "claims"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "claims" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("claims"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "claims"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "claims" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("claims"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "claims"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("claims"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "claims"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "invitations" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("invitations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "invitations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "invitations" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("invitations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "invitations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "invitations" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("invitations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "invitations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("invitations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "invitations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "acceptance_results" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("acceptance_results"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "acceptance_results"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "acceptance_results" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("acceptance_results"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "acceptance_results"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "acceptance_results" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("acceptance_results"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "acceptance_results"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("acceptance_results"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "acceptance_results"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "annexes" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("annexes"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "annexes"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "annexes" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("annexes"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "annexes"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "annexes" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("annexes"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "annexes"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("annexes"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "annexes"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "confirmations" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("confirmations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "confirmations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "confirmations" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("confirmations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "confirmations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "confirmations" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("confirmations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "confirmations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("confirmations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "confirmations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "deliveries" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("deliveries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "deliveries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "deliveries" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("deliveries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "deliveries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "deliveries" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("deliveries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "deliveries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("deliveries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "deliveries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "files" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("files"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "files"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "files" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("files"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "files"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "files" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("files"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "files"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("files"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "files"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "guarantee_cases" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("guarantee_cases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "guarantee_cases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "guarantee_cases" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("guarantee_cases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "guarantee_cases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "guarantee_cases" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("guarantee_cases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "guarantee_cases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("guarantee_cases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "guarantee_cases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "guardian_requests" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("guardian_requests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "guardian_requests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "guardian_requests" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("guardian_requests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "guardian_requests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "guardian_requests" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("guardian_requests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "guardian_requests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("guardian_requests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "guardian_requests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "hour_entries" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("hour_entries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "hour_entries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "hour_entries" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("hour_entries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "hour_entries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "hour_entries" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("hour_entries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "hour_entries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("hour_entries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "hour_entries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "implementations" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("implementations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "implementations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "implementations" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("implementations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "implementations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "implementations" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("implementations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "implementations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("implementations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "implementations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "interests" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("interests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "interests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "interests" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("interests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "interests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "interests" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("interests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "interests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("interests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "interests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "members" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("members"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "members"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "members" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("members"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "members"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "members" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("members"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "members"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("members"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "members"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "milestones" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("milestones"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "milestones"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "milestones" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("milestones"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "milestones"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "milestones" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("milestones"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "milestones"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("milestones"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "milestones"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "observations" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("observations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "observations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "observations" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("observations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "observations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "observations" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("observations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "observations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("observations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "observations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "records" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("records"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "records"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "records" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("records"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "records"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "records" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("records"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "records"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("records"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "records"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "deadlines" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("deadlines"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "deadlines"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "deadlines" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("deadlines"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "deadlines"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "deadlines" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("deadlines"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "deadlines"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("deadlines"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "deadlines"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "events" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "events"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "events" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "events"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "events" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "events"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "events"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "outbox" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "outbox"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "outbox" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "outbox"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "outbox" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "outbox"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[]))) WITH CHECK (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ','))::uuid[]) or "outbox"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ','))::uuid[])));