ALTER TABLE "round_students" DROP CONSTRAINT "known_status";--> statement-breakpoint
ALTER TABLE "round_students" ADD COLUMN "returned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "round_students" ADD COLUMN "returned_to" uuid;--> statement-breakpoint
ALTER TABLE "round_students" ADD CONSTRAINT "round_students_returned_to_rounds_id_fk" FOREIGN KEY ("returned_to") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_students_waiting" ON "round_students" USING btree ("centre_id") WHERE "round_students"."status" = 'returned' and "round_students"."returned_to" is null;--> statement-breakpoint
CREATE INDEX "round_students_returned_to" ON "round_students" USING btree ("returned_to") WHERE "round_students"."returned_to" is not null;--> statement-breakpoint
ALTER TABLE "round_students" ADD CONSTRAINT "known_status" CHECK ("round_students"."status" in ('in', 'dropped', 'returned'));