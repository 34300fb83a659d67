-- Row policies also bind the owner, the app's role may do just what the product does, and the log only grows
-- (docs/trust.md 3.10).
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity
  LOOP EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name); END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO samenspel_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO samenspel_app;
--> statement-breakpoint
REVOKE UPDATE ON events FROM samenspel_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samenspel_app;
--> statement-breakpoint
GRANT DELETE ON sessions, throttles, tokens, submissions TO samenspel_app;
