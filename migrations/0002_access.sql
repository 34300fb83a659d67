-- What the role of the product may do (docs/trust.md 3.10). `db/migrate.server.ts` has created the role itself.
-- drizzle-kit writes policies, but no grants, no FORCE, no functions and no triggers: a later migration that adds a table
-- says by hand what its rows allow.

-- A table with row policies applies them to its owner as well.
DO $$
DECLARE
  walled record;
BEGIN
  FOR walled IN
    SELECT c.oid::regclass AS name
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity
  LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', walled.name);
  END LOOP;
END $$;
--> statement-breakpoint

-- The role reads, adds and changes rows.
GRANT USAGE ON SCHEMA public TO samenspel_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO samenspel_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samenspel_app;
--> statement-breakpoint

-- These tables only grow: the logs, what employees said of their yields, and what a saved search has announced.
REVOKE UPDATE ON account_events, employee_yields, events, platform_events, round_events, saved_search_finds
  FROM samenspel_app;
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
--> statement-breakpoint

-- Rows of these tables are made to end: log-ins, links, counters, drafts, and somebody's own second factors.
GRANT DELETE ON intake_drafts, recovery_codes, second_factors, sessions, submissions, throttles, tokens, upload_budgets
  TO samenspel_app;
--> statement-breakpoint

-- What the nightly job and an erasure remove (docs/domain.md 3.4): letters, one's own marks and searches, answers to
-- surveys, reflections, and the log of an account that was kept long enough. Row policies say whose. Nothing else is
-- ever removed.
GRANT DELETE ON account_events, account_letters, bookmarks, employee_yields, mailbox, outbox, pulses, reflections,
  saved_search_finds, saved_searches, self_scans TO samenspel_app;
--> statement-breakpoint

-- The reach of a person (their centres and organisations) is found in these four tables. Until it is known, each
-- person may read only their own rows in them.
CREATE POLICY own_rows ON members
  FOR SELECT TO samenspel_app
  USING (person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY own_rows ON claims
  FOR SELECT TO samenspel_app
  USING (lead_id = (SELECT nullif(current_setting('app.person', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY own_rows ON invitations
  FOR SELECT TO samenspel_app
  USING (
    community_id IN (
      SELECT community_id
      FROM community_members
      WHERE person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid) AND ended_at IS NULL
    )
  );
--> statement-breakpoint
CREATE POLICY own_rows ON partners
  FOR SELECT TO samenspel_app
  USING (
    organization_id IN (
      SELECT organization_id
      FROM memberships
      WHERE person_id = (SELECT nullif(current_setting('app.person', true), '')::uuid) AND ended_at IS NULL
    )
  );
