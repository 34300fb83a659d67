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
ALTER TABLE "account_events" DROP CONSTRAINT "known_act";--> statement-breakpoint
ALTER TABLE "account_events" ADD COLUMN "by_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "proved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recovery_codes_person" ON "recovery_codes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "second_factors_person" ON "second_factors" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_app" ON "second_factors" USING btree ("person_id",("confirmed_at" is null)) WHERE "second_factors"."kind" = 'app';--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "known_act" CHECK ("account_events"."act" in ('name_corrected', 'address_asked', 'address_corrected', 'data_taken', 'account_closed', 'factor_added', 'factor_removed', 'recovery_used', 'recovery_renewed', 'factors_taken'));--> statement-breakpoint
CREATE POLICY "own_rows" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("recovery_codes"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("recovery_codes"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_rows" ON "second_factors" AS PERMISSIVE FOR ALL TO "samenspel_app" USING ("second_factors"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("second_factors"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));
--> statement-breakpoint
-- What somebody has beside their password: their own alone, also for the owner of the tables.
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, recovery_codes TO samenspel_app;
--> statement-breakpoint
ALTER TABLE second_factors FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE recovery_codes FORCE ROW LEVEL SECURITY;
