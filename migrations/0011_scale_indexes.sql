CREATE INDEX "assignments_lead" ON "assignments" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "invitations_community" ON "invitations" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "deadlines_running" ON "deadlines" USING btree ("assignment_id","due_at") WHERE "deadlines"."status" = 'running';