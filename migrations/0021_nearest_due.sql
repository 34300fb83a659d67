DROP INDEX "deadlines_centre_running";--> statement-breakpoint
DROP INDEX "assignments_centre";--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "running_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "still_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "nearest_due_at" timestamp with time zone GENERATED ALWAYS AS (case when on_hold or disputed then still_due_at else running_due_at end) STORED;--> statement-breakpoint
CREATE INDEX "assignments_centre" ON "assignments" USING btree ("centre_id","status","on_hold","disputed","nearest_due_at","entered_at","id","organization_id","confidentiality","visibility");--> statement-breakpoint
-- What runs already is put in its place: as the owner, for a moment without the walls that bind it too.
ALTER TABLE "assignments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deadlines" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "assignments" a SET "running_due_at" = d."running", "still_due_at" = d."still" FROM (
  SELECT "assignment_id", min("due_at") AS "running", min("due_at") FILTER (WHERE "clock" IN ('pause_until', 'team_repair', 'dispute_talk', 'dispute_board', 'dispute_mediation')) AS "still"
  FROM "deadlines" WHERE "status" = 'running' AND "object" = 'assignment' GROUP BY 1) d WHERE d."assignment_id" = a."id";--> statement-breakpoint
ALTER TABLE "deadlines" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assignments" FORCE ROW LEVEL SECURITY;
