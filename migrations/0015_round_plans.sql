ALTER TABLE "members" ADD COLUMN "team" integer;--> statement-breakpoint
ALTER TABLE "round_holds" ADD COLUMN "priced_by" uuid;--> statement-breakpoint
ALTER TABLE "round_runs" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "round_runs" ADD COLUMN "based_on" uuid;--> statement-breakpoint
ALTER TABLE "round_runs" ADD COLUMN "tried" jsonb;--> statement-breakpoint
ALTER TABLE "round_runs" ADD COLUMN "explained" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "round_runs" ADD CONSTRAINT "known_kind" CHECK ("round_runs"."kind" in ('plan', 'change', 'repair', 'what_if'));