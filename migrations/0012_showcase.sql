-- Nothing wrote to these two tables before: they get the shape of `domain/showcase`.
DROP INDEX "showcases_shown";--> statement-breakpoint
ALTER TABLE "showcase_consents" DROP CONSTRAINT "showcase_consents_assignment_id_person_id_pk";--> statement-breakpoint
ALTER TABLE "showcases" DROP CONSTRAINT "showcases_assignment_id_pk";--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD COLUMN "id" uuid PRIMARY KEY NOT NULL;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD COLUMN "status" text NOT NULL;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD COLUMN "naming" text DEFAULT 'unnamed' NOT NULL;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD COLUMN "guardian_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD COLUMN "guardian_email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "id" uuid PRIMARY KEY NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "status" text NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "asked_for" text NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "made" text NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "changed" text NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "quote" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "quote_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "company_named" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "makers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "unnamed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "sector" text;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "themes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "community_id" uuid;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "institution_id" uuid;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "builds_on" uuid;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "degree" text;--> statement-breakpoint
ALTER TABLE "showcases" ADD COLUMN "created_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "showcases_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_consent" ON "showcase_consents" USING btree ("assignment_id","person_id");--> statement-breakpoint
CREATE INDEX "showcase_consents_person" ON "showcase_consents" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_showcase" ON "showcases" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "showcases_institution" ON "showcases" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "showcases_builds_on" ON "showcases" USING btree ("builds_on");--> statement-breakpoint
CREATE INDEX "showcases_shown" ON "showcases" USING btree ("shown_at" DESC NULLS FIRST,"id") WHERE "showcases"."status" = 'shown';--> statement-breakpoint
ALTER TABLE "showcase_consents" DROP COLUMN "consent";--> statement-breakpoint
ALTER TABLE "showcases" DROP COLUMN "summary";--> statement-breakpoint
ALTER TABLE "showcases" DROP COLUMN "effect";--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "known_status" CHECK ("showcase_consents"."status" in ('asked', 'with_guardian', 'given', 'refused', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "showcase_consents" ADD CONSTRAINT "known_naming" CHECK ("showcase_consents"."naming" in ('full_name', 'first_name', 'unnamed'));--> statement-breakpoint
ALTER TABLE "showcases" ADD CONSTRAINT "known_status" CHECK ("showcases"."status" in ('draft', 'asked', 'shown', 'withdrawn'));--> statement-breakpoint
ALTER POLICY "read_within_reach" ON "showcases" TO samenspel_app USING (("showcases"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) or "showcases"."organization_id" = any ((select string_to_array(nullif(current_setting('app.organizations', true), ''), ',')::uuid[])::uuid[])) or "showcases"."status" = 'shown');