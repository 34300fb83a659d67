CREATE TABLE "account_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"act" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_act" CHECK ("account_events"."act" in ('name_corrected', 'address_asked', 'address_corrected', 'data_taken', 'account_closed'))
);
--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_events_person" ON "account_events" USING btree ("person_id","at");--> statement-breakpoint
-- It only grows, until its rows have been kept long enough (docs/domain.md 3.4).
GRANT SELECT, INSERT, DELETE ON account_events TO samenspel_app;
