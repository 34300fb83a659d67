ALTER TABLE "centres" ADD COLUMN "controller" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "centres" ADD COLUMN "privacy_contact" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "emptied_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "words_hash" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "emptied_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "people_to_erase" ON "people" USING btree ("closed_at") WHERE "people"."closed_at" is not null and "people"."erased_at" is null;--> statement-breakpoint
CREATE INDEX "assignments_to_empty" ON "assignments" USING btree ("entered_at") WHERE "assignments"."status" in ('closed', 'rejected', 'withdrawn', 'expired', 'stopped', 'terminated') and "assignments"."emptied_at" is null;--> statement-breakpoint
CREATE POLICY "remove_when_over" ON "outbox" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("outbox"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "outbox"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "remove_when_over" ON "bookmarks" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("bookmarks"."removed_at" is not null and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "bookmarks"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "clock_reads_ended" ON "bookmarks" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("bookmarks"."removed_at" is not null and (select nullif(current_setting('app.person', true), '')::uuid) is null and true));--> statement-breakpoint
CREATE POLICY "remove_when_over" ON "employee_yields" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("employee_yields"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "employee_yields"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "remove_when_over" ON "pulses" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("pulses"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "pulses"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "remove_when_over" ON "reflections" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("reflections"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "reflections"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "clock_reads_ended" ON "reflections" AS PERMISSIVE FOR SELECT TO "samenspel_app" USING (("reflections"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and (select nullif(current_setting('app.person', true), '')::uuid) is null and "reflections"."ended_at" is not null));--> statement-breakpoint
CREATE POLICY "remove_when_over" ON "self_scans" AS PERMISSIVE FOR DELETE TO "samenspel_app" USING (("self_scans"."centre_id" = any ((select string_to_array(nullif(current_setting('app.centres', true), ''), ',')::uuid[])::uuid[]) and ((select nullif(current_setting('app.person', true), '')::uuid) is null or "self_scans"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid))));--> statement-breakpoint
-- What the nightly job and an erasure remove (docs/domain.md 3.4): letters, one's own marks and searches, answers to
-- surveys, reflections. Row policies say whose.
GRANT DELETE ON account_letters, bookmarks, employee_yields, mailbox, outbox, pulses, reflections, saved_search_finds,
  saved_searches, self_scans TO samenspel_app;
--> statement-breakpoint
-- The words of an event can be forgotten and nothing else of it can change: these three columns, and only to nothing.
GRANT UPDATE (answers, comment, salt) ON events TO samenspel_app;
--> statement-breakpoint
CREATE FUNCTION events_only_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.answers <> '{}'::jsonb OR NEW.comment <> '' OR NEW.salt IS NOT NULL THEN
    RAISE EXCEPTION 'an event can only be forgotten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_only_forget BEFORE UPDATE OF answers, comment, salt ON events
  FOR EACH ROW WHEN (current_user = 'samenspel_app') EXECUTE FUNCTION events_only_forget();
