-- What the role of the product may do (docs/trust.md 3.10). `db/migrate.server.ts` has created the role itself.
-- drizzle-kit writes policies, but neither grants nor FORCE: a later migration that adds a table repeats both for it.

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

-- These tables only grow: the log, what employees said of their yields, and what a saved search has announced.
REVOKE UPDATE ON events, round_events, employee_yields, saved_search_finds FROM samenspel_app;
--> statement-breakpoint

-- Rows of these tables are made to end; nothing else is ever removed.
GRANT DELETE ON sessions, throttles, tokens, submissions, intake_drafts TO samenspel_app;
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
