CREATE TABLE "upload_budgets" (
	"subject" text PRIMARY KEY NOT NULL,
	"bytes" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "round_imports" ADD COLUMN "problem_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What counts for a day and is forgotten: no table of a centre, so no row policies.
GRANT SELECT, INSERT, UPDATE, DELETE ON "upload_budgets" TO samenspel_app;
