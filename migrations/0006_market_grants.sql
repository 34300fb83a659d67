-- The new tables behind the same wall: policies also bind the owner; only what is made to end may be removed.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity AND NOT c.relforcerowsecurity
  LOOP EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name); END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON catalogue, catalogue_inside, catalogue_words, intake_drafts, text_versions, checklist_ticks, bookmarks, saved_searches, questions, showcases, showcase_consents TO samenspel_app;
--> statement-breakpoint
GRANT DELETE ON intake_drafts TO samenspel_app;
