CREATE TABLE "account_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"act" text NOT NULL,
	"by_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_act" CHECK ("account_events"."act" in ('name_corrected', 'address_asked', 'address_corrected', 'data_taken', 'account_closed', 'factor_added', 'factor_removed', 'recovery_used', 'recovery_renewed', 'factors_taken'))
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
	"guardian_name" text,
	"approved_on" date,
	"approval_proof" text,
	"approval_by" uuid,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "known_role" CHECK ("memberships"."role" in ('coordinator', 'business_developer', 'teacher', 'practor', 'lector', 'quality_owner', 'examiner', 'student', 'steering_group_member', 'client_owner', 'problem_owner', 'authorised_signatory', 'employee', 'hr_contact', 'finance', 'education_manager')),
	CONSTRAINT "centre_or_organization" CHECK ("memberships"."centre_id" is not null or "memberships"."organization_id" is not null)
);
--> statement-breakpoint
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
	"closed_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_locale" CHECK ("people"."locale" in ('nl', 'en')),
	CONSTRAINT "known_age" CHECK ("people"."age_band" is null or "people"."age_band" in ('under_16', '16_17', '18_plus'))
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "second_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sealed" text,
	"last_step" integer,
	"last_use" text,
	"credential_id" text,
	"public_key" text,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "one_credential" UNIQUE("credential_id"),
	CONSTRAINT "known_kind" CHECK ("second_factors"."kind" in ('app', 'passkey')),
	CONSTRAINT "app_or_passkey" CHECK (("second_factors"."kind" = 'app') = ("second_factors"."sealed" is not null)),
	CONSTRAINT "passkey_has_key" CHECK (("second_factors"."kind" = 'passkey') = ("second_factors"."credential_id" is not null and "second_factors"."public_key" is not null))
);
--> statement-breakpoint
ALTER TABLE "second_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"proved_at" timestamp with time zone,
	"factor_at" timestamp with time zone
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
	CONSTRAINT "known_platform_act" CHECK ("platform_events"."act" in ('administrator_added', 'administrator_ended', 'centre_opened', 'organization_added', 'organization_joined', 'person_invited', 'person_disabled', 'person_enabled', 'factors_taken', 'backed_up', 'restored')),
	CONSTRAINT "known_reason" CHECK ("platform_events"."reason" is null or "platform_events"."reason" in ('left', 'misuse', 'taken_over', 'own_request', 'mistake'))
);
--> statement-breakpoint
ALTER TABLE "platform_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "observations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"month" integer NOT NULL,
	"degree" text NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"measured" text DEFAULT '' NOT NULL,
	"effect_kind" text,
	"effect_grade" text,
	"effect" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"by_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "observations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"institution_id" uuid,
	"company_signed_at" timestamp with time zone,
	"company_signed_by" uuid,
	"company_capacity" text,
	"company_signer" text,
	"institution_signed_at" timestamp with time zone,
	"institution_signed_by" uuid,
	"institution_capacity" text,
	"institution_signer" text,
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
	"postcode" text DEFAULT '' NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
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
	"publish_on" date,
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
	"board_heard_at" timestamp with time zone,
	"dispute_answer_of" text,
	"anchoring_owner_id" uuid,
	"priority" boolean DEFAULT false NOT NULL,
	"builds_on" uuid,
	"sibling_of" uuid,
	"running_due_at" timestamp with time zone,
	"still_due_at" timestamp with time zone,
	"nearest_due_at" timestamp with time zone GENERATED ALWAYS AS (case when on_hold or disputed then still_due_at else running_due_at end) STORED,
	"created_at" timestamp with time zone NOT NULL,
	"emptied_at" timestamp with time zone,
	CONSTRAINT "assignment_place" UNIQUE("id","centre_id","organization_id"),
	CONSTRAINT "known_status" CHECK ("assignments"."status" in ('draft', 'submitted', 'intake', 'published', 'agreeing', 'signed', 'in_progress', 'delivered', 'closing_review', 'acceptance_test', 'rework', 'completed', 'implementing', 'implemented', 'not_implemented', 'anchoring', 'closed', 'rejected', 'withdrawn', 'expired', 'stopped', 'terminated')),
	CONSTRAINT "known_obligation" CHECK ("assignments"."obligation" in ('effort', 'result')),
	CONSTRAINT "known_confidentiality" CHECK ("assignments"."confidentiality" in ('public', 'summary_public', 'secret'))
);
--> statement-breakpoint
ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"checklist" text[] DEFAULT '{}' NOT NULL,
	"controller" text DEFAULT '' NOT NULL,
	"privacy_contact" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "centres_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
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
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"claim_right" boolean DEFAULT false NOT NULL,
	"participation_level" text DEFAULT 'active' NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "known_role" CHECK ("community_members"."role" in ('student', 'teacher', 'practor', 'lector', 'business_developer', 'coordinator', 'employee', 'end_user')),
	CONSTRAINT "known_level" CHECK ("community_members"."participation_level" in ('core', 'active', 'occasional', 'reading'))
);
--> statement-breakpoint
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
	"minutes" integer,
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
	"notes_by" uuid,
	"notes_at" timestamp with time zone,
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
	"about" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
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
	"appoints" boolean DEFAULT false NOT NULL,
	CONSTRAINT "partners_centre_id_organization_id_pk" PRIMARY KEY("centre_id","organization_id")
);
--> statement-breakpoint
ALTER TABLE "partners" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"findings" text[],
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "known_part" CHECK ("files"."part" in ('attachment', 'milestone', 'delivery', 'evidence', 'mandate'))
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "upload_budgets" (
	"subject" text PRIMARY KEY NOT NULL,
	"bytes" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checklist_ticks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"line" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
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
CREATE TABLE "bookmarks" (
	"person_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "bookmarks_person_id_assignment_id_pk" PRIMARY KEY("person_id","assignment_id")
);
--> statement-breakpoint
ALTER TABLE "bookmarks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "saved_search_finds" (
	"search_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_search_finds_search_id_assignment_id_pk" PRIMARY KEY("search_id","assignment_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"rhythm" text NOT NULL,
	"next_at" timestamp with time zone,
	"seen_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_rhythm" CHECK ("saved_searches"."rhythm" in ('daily', 'weekly', 'off'))
);
--> statement-breakpoint
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
CREATE TABLE "round_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"move" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"acting_as" text NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"guards" text[] DEFAULT '{}' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "known_status" CHECK ("round_events"."to_status" in ('draft', 'choosing', 'matching', 'published', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "round_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"verdict" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_kind" CHECK ("round_bonds"."kind" in ('together', 'apart', 'wish')),
	CONSTRAINT "known_status" CHECK ("round_bonds"."status" in ('asked', 'approved', 'refused', 'withdrawn'))
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
	"priced_by" uuid,
	CONSTRAINT "known_kind" CHECK ("round_holds"."kind" in ('pin', 'forbid', 'teams', 'lock'))
);
--> statement-breakpoint
ALTER TABLE "round_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"preset" text NOT NULL,
	"status" text NOT NULL,
	"based_on" uuid,
	"tried" jsonb,
	"made_of" integer NOT NULL,
	"input" jsonb NOT NULL,
	"plan" jsonb,
	"summary" jsonb,
	"conflict" jsonb,
	"reasons" jsonb,
	"explained" boolean DEFAULT false NOT NULL,
	"progress" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"cpu" integer,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"held_until" timestamp with time zone,
	"by_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "known_status" CHECK ("round_runs"."status" in ('waiting', 'running', 'done', 'impossible', 'stopped', 'broken')),
	CONSTRAINT "known_kind" CHECK ("round_runs"."kind" in ('plan', 'change', 'repair', 'what_if'))
);
--> statement-breakpoint
ALTER TABLE "round_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"guides" uuid[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "round_assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_guides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"teams" integer,
	"students" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "known_kind" CHECK ("round_guides"."kind" in ('coach', 'business_developer', 'employee'))
);
--> statement-breakpoint
ALTER TABLE "round_guides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"problem_count" integer DEFAULT 0 NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "round_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_students" (
	"id" uuid PRIMARY KEY NOT NULL,
	"centre_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"programme" text DEFAULT '' NOT NULL,
	"discipline" text NOT NULL,
	"level" text NOT NULL,
	"hours" integer NOT NULL,
	"day_parts" text[] DEFAULT '{}' NOT NULL,
	"skills" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"choices" uuid[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'in' NOT NULL,
	"priority" boolean DEFAULT false NOT NULL,
	"returned_at" timestamp with time zone,
	"returned_to" uuid,
	"chosen_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("round_students"."status" in ('in', 'dropped', 'returned')),
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
	"emptied_at" timestamp with time zone,
	CONSTRAINT "known_status" CHECK ("rounds"."status" in ('draft', 'choosing', 'matching', 'published', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "showcase_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text NOT NULL,
	"naming" text DEFAULT 'unnamed' NOT NULL,
	"guardian_name" text DEFAULT '' NOT NULL,
	"guardian_email" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("showcase_consents"."status" in ('asked', 'with_guardian', 'given', 'refused', 'withdrawn')),
	CONSTRAINT "known_naming" CHECK ("showcase_consents"."naming" in ('full_name', 'first_name', 'unnamed'))
);
--> statement-breakpoint
ALTER TABLE "showcase_consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "showcases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"asked_for" text NOT NULL,
	"made" text NOT NULL,
	"changed" text NOT NULL,
	"quote" text DEFAULT '' NOT NULL,
	"quote_by" text DEFAULT '' NOT NULL,
	"company_consent_by" uuid,
	"company_consent_at" timestamp with time zone,
	"company_named" boolean DEFAULT false NOT NULL,
	"makers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unnamed" integer DEFAULT 0 NOT NULL,
	"sector" text,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"community_id" uuid,
	"institution_id" uuid,
	"builds_on" uuid,
	"degree" text,
	"in_use_on" date,
	"shown_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("showcases"."status" in ('draft', 'asked', 'shown', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "showcases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"team" integer,
	"invited_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"joined_at" timestamp with time zone,
	"assessed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("members"."status" in ('invited', 'active', 'refused', 'left', 'removed')),
	CONSTRAINT "known_role" CHECK ("members"."role" in ('project_manager', 'teacher', 'student', 'student_lead', 'employee_participant', 'field_expert', 'end_user', 'examiner', 'quality_owner'))
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"person_id" uuid,
	"asked" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_status" CHECK ("milestones"."status" in ('planned', 'reached', 'moved', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "milestones" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "confirmations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"agreement_number" integer,
	"switches_version" integer NOT NULL,
	"guards" text[] NOT NULL,
	"recipients" text[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"salt" text,
	"words_hash" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_administrators" ADD CONSTRAINT "platform_administrators_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_administrators" ADD CONSTRAINT "platform_administrators_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_events" ADD CONSTRAINT "platform_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_events" ADD CONSTRAINT "platform_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_events" ADD CONSTRAINT "platform_events_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_events" ADD CONSTRAINT "platform_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarantee_cases" ADD CONSTRAINT "guarantee_cases_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarantee_cases" ADD CONSTRAINT "guarantee_cases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarantee_cases" ADD CONSTRAINT "guarantee_cases_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementations" ADD CONSTRAINT "implementations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementations" ADD CONSTRAINT "implementations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementations" ADD CONSTRAINT "implementations_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "communities" ADD CONSTRAINT "communities_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communities" ADD CONSTRAINT "communities_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_members" ADD CONSTRAINT "community_members_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_members" ADD CONSTRAINT "community_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_notes_by_people_id_fk" FOREIGN KEY ("notes_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_commitments" ADD CONSTRAINT "partner_commitments_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_commitments" ADD CONSTRAINT "partner_commitments_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_commitments" ADD CONSTRAINT "partner_commitments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_yields" ADD CONSTRAINT "employee_yields_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_yields" ADD CONSTRAINT "employee_yields_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_yields" ADD CONSTRAINT "employee_yields_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_from_centre_id_centres_id_fk" FOREIGN KEY ("from_centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "partners" ADD CONSTRAINT "partners_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_results" ADD CONSTRAINT "acceptance_results_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_cleared_by_people_id_fk" FOREIGN KEY ("cleared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_letters" ADD CONSTRAINT "account_letters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_asker_id_people_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_finds" ADD CONSTRAINT "saved_search_finds_search_id_saved_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."saved_searches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_inside" ADD CONSTRAINT "catalogue_inside_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_inside" ADD CONSTRAINT "catalogue_inside_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_inside" ADD CONSTRAINT "catalogue_inside_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_events" ADD CONSTRAINT "round_events_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_events" ADD CONSTRAINT "round_events_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_events" ADD CONSTRAINT "round_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_choice_id_round_assignments_id_fk" FOREIGN KEY ("choice_id") REFERENCES "public"."round_assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_student_id_round_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."round_students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_holds" ADD CONSTRAINT "round_holds_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_runs" ADD CONSTRAINT "round_runs_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_runs" ADD CONSTRAINT "round_runs_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_runs" ADD CONSTRAINT "round_runs_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_assignments" ADD CONSTRAINT "round_assignments_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_assignments" ADD CONSTRAINT "round_assignments_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_assignments" ADD CONSTRAINT "round_assignments_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_guides" ADD CONSTRAINT "round_guides_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_guides" ADD CONSTRAINT "round_guides_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_guides" ADD CONSTRAINT "round_guides_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_imports" ADD CONSTRAINT "round_imports_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_imports" ADD CONSTRAINT "round_imports_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_imports" ADD CONSTRAINT "round_imports_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_students" ADD CONSTRAINT "round_students_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_students" ADD CONSTRAINT "round_students_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_students" ADD CONSTRAINT "round_students_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_students" ADD CONSTRAINT "round_students_returned_to_rounds_id_fk" FOREIGN KEY ("returned_to") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "showcase_consents_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "showcase_consents_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "showcase_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "showcase_consents_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_company_consent_by_people_id_fk" FOREIGN KEY ("company_consent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annexes" ADD CONSTRAINT "annexes_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annexes" ADD CONSTRAINT "annexes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annexes" ADD CONSTRAINT "annexes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annexes" ADD CONSTRAINT "annexes_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_assignment_id_centre_id_organization_id_assignments_id_centre_id_organization_id_fk" FOREIGN KEY ("assignment_id","centre_id","organization_id") REFERENCES "public"."assignments"("id","centre_id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_events_person" ON "account_events" USING btree ("person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_membership" ON "memberships" USING btree ("person_id",coalesce("centre_id", "organization_id"),"role") WHERE "memberships"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_centre" ON "memberships" USING btree ("centre_id","role");--> statement-breakpoint
CREATE INDEX "memberships_organization" ON "memberships" USING btree ("organization_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "people_to_erase" ON "people" USING btree ("closed_at") WHERE "people"."closed_at" is not null and "people"."erased_at" is null;--> statement-breakpoint
CREATE INDEX "recovery_codes_person" ON "recovery_codes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "second_factors_person" ON "second_factors" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_app" ON "second_factors" USING btree ("person_id",("confirmed_at" is null)) WHERE "second_factors"."kind" = 'app';--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "one_administration" ON "platform_administrators" USING btree ("person_id") WHERE "platform_administrators"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "platform_events_at" ON "platform_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "platform_events_person" ON "platform_events" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "platform_events_actor" ON "platform_events" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "platform_events_centre" ON "platform_events" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "platform_events_organization" ON "platform_events" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "guarantee_cases_assignment" ON "guarantee_cases" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "guarantee_cases_centre" ON "guarantee_cases" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "guarantee_cases_organization" ON "guarantee_cases" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_implementation" ON "implementations" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "implementations_assignment" ON "implementations" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "implementations_centre" ON "implementations" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "implementations_organization" ON "implementations" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "observations_assignment" ON "observations" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "observations_centre" ON "observations" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "observations_organization" ON "observations" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_number" ON "agreements" USING btree ("assignment_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_version" ON "agreements" USING btree ("assignment_id") WHERE "agreements"."status" in ('draft', 'proposed');--> statement-breakpoint
CREATE UNIQUE INDEX "one_signed_version" ON "agreements" USING btree ("assignment_id") WHERE "agreements"."status" = 'signed';--> statement-breakpoint
CREATE INDEX "agreements_centre" ON "agreements" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "agreements_organization" ON "agreements" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "agreements_institution" ON "agreements" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "texts_centre" ON "assignment_texts" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "texts_organization" ON "assignment_texts" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "assignments_to_empty" ON "assignments" USING btree ("entered_at") WHERE "assignments"."status" in ('closed', 'rejected', 'withdrawn', 'expired', 'stopped', 'terminated') and "assignments"."emptied_at" is null;--> statement-breakpoint
CREATE INDEX "assignments_centre" ON "assignments" USING btree ("centre_id","status","on_hold","disputed","nearest_due_at","entered_at","id","organization_id","confidentiality","visibility");--> statement-breakpoint
CREATE INDEX "assignments_organization" ON "assignments" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "assignments_market" ON "assignments" USING btree ("published_at" DESC NULLS FIRST,"id") WHERE "assignments"."status" = 'published';--> statement-breakpoint
CREATE INDEX "assignments_builds_on" ON "assignments" USING btree ("builds_on") WHERE "assignments"."builds_on" is not null;--> statement-breakpoint
CREATE INDEX "assignments_inside_centre" ON "assignments" USING btree ("centre_id") WHERE "assignments"."status" = 'published' and not ("assignments"."visibility" = 'public' and "assignments"."confidentiality" <> 'secret');--> statement-breakpoint
CREATE INDEX "assignments_inside_organization" ON "assignments" USING btree ("organization_id") WHERE "assignments"."status" = 'published' and not ("assignments"."visibility" = 'public' and "assignments"."confidentiality" <> 'secret');--> statement-breakpoint
CREATE INDEX "assignments_inside_id" ON "assignments" USING btree ("id") WHERE "assignments"."status" = 'published' and not ("assignments"."visibility" = 'public' and "assignments"."confidentiality" <> 'secret');--> statement-breakpoint
CREATE INDEX "assignments_institution" ON "assignments" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "assignments_community" ON "assignments" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "assignments_lead" ON "assignments" USING btree ("lead_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_selected_claim" ON "claims" USING btree ("assignment_id") WHERE "claims"."status" = 'selected';--> statement-breakpoint
CREATE UNIQUE INDEX "one_claim_per_community" ON "claims" USING btree ("assignment_id","community_id") WHERE "claims"."status" in ('submitted', 'shortlisted', 'selected');--> statement-breakpoint
CREATE INDEX "claims_assignment" ON "claims" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "claims_centre" ON "claims" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "claims_organization" ON "claims" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "claims_lead" ON "claims" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "invitations_community" ON "invitations" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "invitations_centre" ON "invitations" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "invitations_organization" ON "invitations" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "communities_centre" ON "communities" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "communities_organization" ON "communities" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "community_members_person" ON "community_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "community_members_community" ON "community_members" USING btree ("community_id","since");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_role" ON "community_members" USING btree ("community_id","person_id","role") WHERE "community_members"."ended_at" is null;--> statement-breakpoint
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
CREATE INDEX "meetings_notes_by" ON "meetings" USING btree ("notes_by");--> statement-breakpoint
CREATE UNIQUE INDEX "one_commitment" ON "partner_commitments" USING btree ("community_id","organization_id","year");--> statement-breakpoint
CREATE INDEX "partner_commitments_organization" ON "partner_commitments" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "partner_commitments_community" ON "partner_commitments" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "partner_commitments_centre" ON "partner_commitments" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_yield" ON "employee_yields" USING btree ("community_id","person_id","moment");--> statement-breakpoint
CREATE INDEX "employee_yields_person" ON "employee_yields" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "employee_yields_community" ON "employee_yields" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "employee_yields_centre" ON "employee_yields" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "peer_reviews_from" ON "peer_reviews" USING btree ("from_centre_id");--> statement-breakpoint
CREATE INDEX "peer_reviews_by" ON "peer_reviews" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "peer_reviews_newest" ON "peer_reviews" USING btree ("community_id","seen_on");--> statement-breakpoint
CREATE INDEX "peer_reviews_community" ON "peer_reviews" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "peer_reviews_centre" ON "peer_reviews" USING btree ("centre_id");--> statement-breakpoint
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
CREATE INDEX "organizations_kvk" ON "organizations" USING btree ("kvk");--> statement-breakpoint
CREATE INDEX "partners_organization" ON "partners" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_verdict" ON "acceptance_results" USING btree ("delivery_id","criterion");--> statement-breakpoint
CREATE INDEX "acceptance_results_assignment" ON "acceptance_results" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "acceptance_results_centre" ON "acceptance_results" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "acceptance_results_organization" ON "acceptance_results" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_delivery_number" ON "deliveries" USING btree ("assignment_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_delivery" ON "deliveries" USING btree ("assignment_id") WHERE "deliveries"."status" in ('draft', 'in_review', 'returned', 'cleared');--> statement-breakpoint
CREATE INDEX "deliveries_assignment" ON "deliveries" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "deliveries_centre" ON "deliveries" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "deliveries_organization" ON "deliveries" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "files_part" ON "files" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "files_assignment" ON "files" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "files_centre" ON "files" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "files_organization" ON "files" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_tick" ON "checklist_ticks" USING btree ("assignment_id","line");--> statement-breakpoint
CREATE INDEX "checklist_ticks_assignment" ON "checklist_ticks" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "checklist_ticks_centre" ON "checklist_ticks" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "checklist_ticks_organization" ON "checklist_ticks" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "intake_drafts_email" ON "intake_drafts" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "intake_drafts_expires" ON "intake_drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_text_version" ON "text_versions" USING btree ("assignment_id","number");--> statement-breakpoint
CREATE INDEX "text_versions_assignment" ON "text_versions" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "text_versions_centre" ON "text_versions" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "text_versions_organization" ON "text_versions" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "account_letters_fewer" ON "account_letters" USING btree ("person_id") WHERE "account_letters"."kind" = 'round_fewer';--> statement-breakpoint
CREATE INDEX "account_letters_due" ON "account_letters" USING btree ("due_at") WHERE "account_letters"."sent_at" is null and "account_letters"."dead_at" is null;--> statement-breakpoint
CREATE INDEX "mailbox_email" ON "mailbox" USING btree ("email","at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE "outbox"."sent_at" is null and "outbox"."dead_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_letter" ON "outbox" USING btree ("event_id","person_id","kind");--> statement-breakpoint
CREATE INDEX "outbox_centre" ON "outbox" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "outbox_organization" ON "outbox" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "bookmarks_assignment" ON "bookmarks" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "interests_person" ON "interests" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_interest" ON "interests" USING btree ("assignment_id","person_id") WHERE "interests"."status" = 'shown';--> statement-breakpoint
CREATE INDEX "interests_assignment" ON "interests" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "interests_centre" ON "interests" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "interests_organization" ON "interests" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "questions_asker" ON "questions" USING btree ("asker_id");--> statement-breakpoint
CREATE INDEX "questions_assignment" ON "questions" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "questions_centre" ON "questions" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "questions_organization" ON "questions" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "saved_searches_person" ON "saved_searches" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "saved_searches_next" ON "saved_searches" USING btree ("next_at") WHERE "saved_searches"."rhythm" <> 'off' and "saved_searches"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "catalogue_document" ON "catalogue" USING gin ("document");--> statement-breakpoint
CREATE INDEX "catalogue_changed" ON "catalogue" USING btree ("changed");--> statement-breakpoint
CREATE INDEX "catalogue_centre" ON "catalogue" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "catalogue_organization" ON "catalogue" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "catalogue_inside_document" ON "catalogue_inside" USING gin ("document");--> statement-breakpoint
CREATE INDEX "catalogue_inside_changed" ON "catalogue_inside" USING btree ("changed");--> statement-breakpoint
CREATE INDEX "catalogue_inside_centre" ON "catalogue_inside" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "catalogue_inside_organization" ON "catalogue_inside" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "catalogue_words_trigrams" ON "catalogue_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "round_events_round" ON "round_events" USING btree ("round_id","seq");--> statement-breakpoint
CREATE INDEX "round_events_centre" ON "round_events" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_successor_in_round" ON "round_events" USING btree ("round_id","previous_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "one_bond" ON "round_bonds" USING btree ("student_id","other_id");--> statement-breakpoint
CREATE INDEX "round_bonds_other" ON "round_bonds" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "round_bonds_round" ON "round_bonds" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_bonds_centre" ON "round_bonds" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "round_favours_student" ON "round_favours" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "round_favours_round" ON "round_favours" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_favours_centre" ON "round_favours" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_pin" ON "round_holds" USING btree ("student_id") WHERE "round_holds"."kind" = 'pin' and "round_holds"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "round_holds_round" ON "round_holds" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_holds_centre" ON "round_holds" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_run_number" ON "round_runs" USING btree ("round_id","number");--> statement-breakpoint
CREATE INDEX "round_runs_waiting" ON "round_runs" USING btree ("asked_at") WHERE "round_runs"."status" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "round_runs_to_explain" ON "round_runs" USING btree ("done_at") WHERE "round_runs"."status" = 'done' and not "round_runs"."explained";--> statement-breakpoint
CREATE INDEX "round_runs_round" ON "round_runs" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_runs_centre" ON "round_runs" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_round_assignment" ON "round_assignments" USING btree ("round_id","assignment_id");--> statement-breakpoint
CREATE INDEX "round_assignments_assignment" ON "round_assignments" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "round_assignments_round" ON "round_assignments" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_assignments_centre" ON "round_assignments" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_guide" ON "round_guides" USING btree ("round_id","person_id");--> statement-breakpoint
CREATE INDEX "round_guides_person" ON "round_guides" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "round_guides_round" ON "round_guides" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_guides_centre" ON "round_guides" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "round_imports_open" ON "round_imports" USING btree ("at") WHERE "round_imports"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "round_imports_round" ON "round_imports" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_imports_centre" ON "round_imports" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_round_student" ON "round_students" USING btree ("round_id","person_id");--> statement-breakpoint
CREATE INDEX "round_students_person" ON "round_students" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "round_students_waiting" ON "round_students" USING btree ("centre_id") WHERE "round_students"."status" = 'returned' and "round_students"."returned_to" is null;--> statement-breakpoint
CREATE INDEX "round_students_returned_to" ON "round_students" USING btree ("returned_to") WHERE "round_students"."returned_to" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_school_number" ON "round_students" USING btree ("round_id","number") WHERE "round_students"."number" <> '';--> statement-breakpoint
CREATE INDEX "round_students_round" ON "round_students" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_students_centre" ON "round_students" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "rounds_centre" ON "rounds" USING btree ("centre_id","status");--> statement-breakpoint
CREATE INDEX "rounds_created_by" ON "rounds" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "rounds_choose_by" ON "rounds" USING btree ("choose_by") WHERE "rounds"."status" = 'choosing';--> statement-breakpoint
CREATE UNIQUE INDEX "one_consent" ON "showcase_consents" USING btree ("assignment_id","person_id");--> statement-breakpoint
CREATE INDEX "showcase_consents_person" ON "showcase_consents" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "showcase_consents_assignment" ON "showcase_consents" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "showcase_consents_centre" ON "showcase_consents" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "showcase_consents_organization" ON "showcase_consents" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_showcase" ON "showcases" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "showcases_shown" ON "showcases" USING btree ("shown_at" DESC NULLS FIRST,"id") WHERE "showcases"."status" = 'shown';--> statement-breakpoint
CREATE INDEX "showcases_institution" ON "showcases" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "showcases_builds_on" ON "showcases" USING btree ("builds_on");--> statement-breakpoint
CREATE INDEX "showcases_assignment" ON "showcases" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "showcases_centre" ON "showcases" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "showcases_organization" ON "showcases" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_annex" ON "annexes" USING btree ("member_id","kind","agreement_number");--> statement-breakpoint
CREATE INDEX "annexes_assignment" ON "annexes" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "annexes_centre" ON "annexes" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "annexes_organization" ON "annexes" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_request" ON "guardian_requests" USING btree ("member_id") WHERE "guardian_requests"."status" = 'requested';--> statement-breakpoint
CREATE INDEX "guardian_requests_assignment" ON "guardian_requests" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "guardian_requests_centre" ON "guardian_requests" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "guardian_requests_organization" ON "guardian_requests" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "members_person" ON "members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_seat" ON "members" USING btree ("assignment_id","person_id","role") WHERE "members"."status" in ('invited', 'active');--> statement-breakpoint
CREATE INDEX "members_assignment" ON "members" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "members_centre" ON "members" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "members_organization" ON "members" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "flags_person" ON "flags" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "flags_assignment" ON "flags" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "flags_centre" ON "flags" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "flags_organization" ON "flags" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "hour_entries_person" ON "hour_entries" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "hour_entries_assignment" ON "hour_entries" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "hour_entries_centre" ON "hour_entries" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "hour_entries_organization" ON "hour_entries" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "milestones_person" ON "milestones" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "milestones_assignment" ON "milestones" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "milestones_centre" ON "milestones" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "milestones_organization" ON "milestones" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_confirmation" ON "confirmations" USING btree ("assignment_id","move","relation","epoch");--> statement-breakpoint
CREATE INDEX "confirmations_assignment" ON "confirmations" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "confirmations_centre" ON "confirmations" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "confirmations_organization" ON "confirmations" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "deadlines_next" ON "deadlines" USING btree ("next_at") WHERE "deadlines"."status" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "one_clock" ON "deadlines" USING btree ("object_id","clock") WHERE "deadlines"."status" in ('running', 'paused');--> statement-breakpoint
CREATE INDEX "deadlines_assignment" ON "deadlines" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "deadlines_newest" ON "deadlines" USING btree ("assignment_id","clock","started_at") WHERE "deadlines"."object" = 'assignment';--> statement-breakpoint
CREATE INDEX "deadlines_alive" ON "deadlines" USING btree ("assignment_id") WHERE "deadlines"."status" in ('running', 'paused');--> statement-breakpoint
CREATE INDEX "deadlines_open" ON "deadlines" USING btree ("assignment_id","started_at") WHERE "deadlines"."status" <> 'met';--> statement-breakpoint
CREATE INDEX "deadlines_running" ON "deadlines" USING btree ("assignment_id","due_at") WHERE "deadlines"."status" = 'running';--> statement-breakpoint
CREATE INDEX "deadlines_centre" ON "deadlines" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "deadlines_organization" ON "deadlines" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "events_assignment" ON "events" USING btree ("assignment_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "one_successor" ON "events" USING btree ("assignment_id","previous_hash");--> statement-breakpoint
CREATE INDEX "events_centre" ON "events" USING btree ("centre_id","at");--> statement-breakpoint
CREATE INDEX "events_organization" ON "events" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "records_kind" ON "records" USING btree ("assignment_id","kind");--> statement-breakpoint
CREATE INDEX "records_assignment" ON "records" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "records_centre" ON "records" USING btree ("centre_id");--> statement-breakpoint
CREATE INDEX "records_organization" ON "records" USING btree ("organization_id");--> statement-breakpoint
CREATE POLICY "own_rows" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("recovery_codes"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("recovery_codes"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_rows" ON "second_factors" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("second_factors"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("second_factors"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
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
CREATE POLICY "read_within_reach" ON "guarantee_cases" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("guarantee_cases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "guarantee_cases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "guarantee_cases" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("guarantee_cases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "guarantee_cases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "guarantee_cases" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("guarantee_cases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "guarantee_cases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("guarantee_cases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "guarantee_cases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "implementations" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("implementations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "implementations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "implementations" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("implementations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "implementations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "implementations" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("implementations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "implementations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("implementations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "implementations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "observations" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("observations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "observations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "observations" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("observations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "observations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "observations" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("observations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "observations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("observations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "observations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "agreements" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("agreements"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "agreements"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "agreements" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("agreements"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "agreements"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "agreements" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("agreements"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "agreements"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("agreements"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "agreements"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "assignment_texts" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("assignment_texts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "assignment_texts"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])) or "assignment_texts"."open");--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "assignment_texts" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("assignment_texts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "assignment_texts"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "assignment_texts" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("assignment_texts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "assignment_texts"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("assignment_texts"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "assignment_texts"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "assignments" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "assignments"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])) or ("assignments"."status" = 'published' and "assignments"."confidentiality" <> 'secret' and "assignments"."visibility" = 'public'));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "assignments" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "assignments"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "assignments" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "assignments"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "assignments"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "claims" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("claims"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "claims"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "claims" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("claims"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "claims"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "claims" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("claims"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "claims"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("claims"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "claims"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "invitations" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("invitations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "invitations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "invitations" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("invitations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "invitations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "invitations" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("invitations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "invitations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("invitations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "invitations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "communities" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("communities"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "communities"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])) or true);--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "communities" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("communities"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "communities"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "communities" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("communities"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "communities"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("communities"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "communities"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
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
CREATE POLICY "remove_when_over" ON "employee_yields" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("employee_yields"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "employee_yields"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
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
CREATE POLICY "remove_when_over" ON "pulses" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("pulses"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "pulses"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
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
CREATE POLICY "remove_when_over" ON "reflections" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("reflections"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "reflections"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "clock_reads_ended" ON "reflections" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("reflections"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and (select nullif(current_setting('app.person', true), '')::uuid) is null and "reflections"."ended_at" is not null));--> statement-breakpoint
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
CREATE POLICY "remove_when_over" ON "self_scans" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("self_scans"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "self_scans"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
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
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "partners" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "partners"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "partners" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "partners"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "partners" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "partners"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("partners"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "partners"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "acceptance_results" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("acceptance_results"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "acceptance_results"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "acceptance_results" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("acceptance_results"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "acceptance_results"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "acceptance_results" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("acceptance_results"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "acceptance_results"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("acceptance_results"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "acceptance_results"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "deliveries" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("deliveries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "deliveries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "deliveries" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("deliveries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "deliveries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "deliveries" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("deliveries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "deliveries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("deliveries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "deliveries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "files" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("files"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "files"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "files" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("files"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "files"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "files" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("files"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "files"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("files"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "files"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "checklist_ticks" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("checklist_ticks"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "checklist_ticks"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "checklist_ticks" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("checklist_ticks"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "checklist_ticks"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "checklist_ticks" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("checklist_ticks"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "checklist_ticks"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("checklist_ticks"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "checklist_ticks"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "text_versions" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("text_versions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "text_versions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "text_versions" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("text_versions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "text_versions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "text_versions" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("text_versions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "text_versions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("text_versions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "text_versions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "outbox" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "outbox"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "outbox" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "outbox"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "outbox" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "outbox"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "outbox"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "remove_when_over" ON "outbox" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "outbox"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "own_rows" ON "bookmarks" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("bookmarks"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("bookmarks"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "remove_when_over" ON "bookmarks" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("bookmarks"."removed_at" is not null and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "bookmarks"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "clock_reads_ended" ON "bookmarks" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("bookmarks"."removed_at" is not null and (select nullif(current_setting('app.person', true), '')::uuid) is null and true));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "interests" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("interests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "interests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "interests" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("interests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "interests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "interests" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("interests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "interests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("interests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "interests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "own_rows" ON "questions" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("questions"."asker_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("questions"."asker_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "questions" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("questions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "questions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])) or ("questions"."status" = 'answered' and exists (select from assignments a where a.id = "questions"."assignment_id")));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "questions" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("questions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "questions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "questions" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("questions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "questions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("questions"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "questions"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "catalogue" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("catalogue"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "catalogue"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])) or true);--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "catalogue" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("catalogue"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "catalogue"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "catalogue" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("catalogue"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "catalogue"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("catalogue"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "catalogue"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "catalogue_inside" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("catalogue_inside"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "catalogue_inside"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "catalogue_inside" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("catalogue_inside"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "catalogue_inside"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "catalogue_inside" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("catalogue_inside"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "catalogue_inside"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("catalogue_inside"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "catalogue_inside"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_events" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_events" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_bonds" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_bonds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_bonds" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_bonds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_bonds" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_bonds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_bonds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_favours" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_favours"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_favours" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_favours"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_favours" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_favours"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_favours"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_holds" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_holds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_holds" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_holds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_holds" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_holds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_holds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_runs" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_runs"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_runs" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_runs"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_runs" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_runs"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_runs"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_assignments" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_assignments" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_assignments" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_assignments"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "round_assignments" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("round_assignments"."round_id" in (select r.id from rounds r where r.created_by = (select nullif(current_setting('app.person', true), '')::uuid)) or "round_assignments"."round_id" in (
  select s.round_id from round_students s where s.person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  union all select g.round_id from round_guides g where g.person_id = (select nullif(current_setting('app.person', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_guides" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_guides"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_guides" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_guides"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_guides" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_guides"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_guides"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "round_guides" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("round_guides"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_imports" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_imports"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_imports" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_imports"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_imports" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_imports"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_imports"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "round_students" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("round_students"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "round_students" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("round_students"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "round_students" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("round_students"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("round_students"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "round_students" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("round_students"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "rounds" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("rounds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "rounds" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("rounds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "rounds" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("rounds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("rounds"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "rounds" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("rounds"."created_by" = (select nullif(current_setting('app.person', true), '')::uuid) or "rounds"."id" in (
  select s.round_id from round_students s where s.person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  union all select g.round_id from round_guides g where g.person_id = (select nullif(current_setting('app.person', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "own_rows" ON "showcase_consents" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("showcase_consents"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("showcase_consents"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "showcase_consents" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("showcase_consents"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "showcase_consents"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "showcase_consents" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("showcase_consents"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "showcase_consents"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "showcase_consents" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("showcase_consents"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "showcase_consents"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("showcase_consents"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "showcase_consents"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "showcases" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("showcases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "showcases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])) or "showcases"."status" = 'shown');--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "showcases" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("showcases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "showcases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "showcases" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("showcases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "showcases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("showcases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "showcases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "annexes" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("annexes"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "annexes"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "annexes" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("annexes"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "annexes"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "annexes" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("annexes"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "annexes"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("annexes"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "annexes"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "annexes" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("annexes"."member_id" in (select m.id from members m where m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "guardian_requests" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("guardian_requests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "guardian_requests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "guardian_requests" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("guardian_requests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "guardian_requests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "guardian_requests" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("guardian_requests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "guardian_requests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("guardian_requests"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "guardian_requests"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "members" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("members"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "members"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "members" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("members"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "members"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "members" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("members"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "members"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("members"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "members"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "flags" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("flags"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "flags"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "flags" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("flags"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "flags"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "flags" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("flags"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "flags"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("flags"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "flags"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "hour_entries" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("hour_entries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "hour_entries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "hour_entries" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("hour_entries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "hour_entries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "hour_entries" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("hour_entries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "hour_entries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("hour_entries"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "hour_entries"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "milestones" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("milestones"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "milestones"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "milestones" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("milestones"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "milestones"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "milestones" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("milestones"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "milestones"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("milestones"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "milestones"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "confirmations" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("confirmations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "confirmations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "confirmations" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("confirmations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "confirmations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "confirmations" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("confirmations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "confirmations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("confirmations"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "confirmations"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "deadlines" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("deadlines"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "deadlines"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "deadlines" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("deadlines"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "deadlines"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "deadlines" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("deadlines"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "deadlines"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("deadlines"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "deadlines"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "events" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "events"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "events" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "events"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "events" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "events"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("events"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "events"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "read_within_reach" ON "records" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("records"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "records"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "insert_within_reach" ON "records" AS PERMISSIVE FOR INSERT TO "samenspel_app" WITH CHECK (("records"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "records"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "update_within_reach" ON "records" AS PERMISSIVE FOR UPDATE TO "samenspel_app" USING (("records"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "records"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[]))) WITH CHECK (("records"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "records"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])));