ALTER TABLE "memberships" DROP CONSTRAINT "known_role";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "guardian_name" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "approved_on" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "approval_proof" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "approval_by" uuid;--> statement-breakpoint
CREATE INDEX "rounds_created_by" ON "rounds" USING btree ("created_by");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "known_role" CHECK ("memberships"."role" in ('coordinator', 'business_developer', 'teacher', 'practor', 'lector', 'quality_owner', 'examiner', 'student', 'steering_group_member', 'client_owner', 'problem_owner', 'authorised_signatory', 'employee', 'hr_contact', 'finance', 'education_manager'));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "round_assignments" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("round_assignments"."round_id" in (select r.id from rounds r where r.created_by = (select nullif(current_setting('app.person', true), '')::uuid)) or "round_assignments"."round_id" in (
  select s.round_id from round_students s where s.person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  union all select g.round_id from round_guides g where g.person_id = (select nullif(current_setting('app.person', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "round_guides" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("round_guides"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "round_students" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("round_students"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "rounds" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("rounds"."created_by" = (select nullif(current_setting('app.person', true), '')::uuid) or "rounds"."id" in (
  select s.round_id from round_students s where s.person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  union all select g.round_id from round_guides g where g.person_id = (select nullif(current_setting('app.person', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "read_what_names_you" ON "annexes" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING ("annexes"."member_id" in (select m.id from members m where m.person_id = (select nullif(current_setting('app.person', true), '')::uuid)));