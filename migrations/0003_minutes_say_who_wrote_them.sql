ALTER TABLE "meetings" ADD COLUMN "notes_by" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "notes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_notes_by_people_id_fk" FOREIGN KEY ("notes_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meetings_notes_by" ON "meetings" USING btree ("notes_by");