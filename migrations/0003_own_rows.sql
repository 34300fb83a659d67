-- Who somebody is must be readable before their reach is known: each person may read just their own seats, claims, invitations and institutions.
CREATE POLICY own_rows ON members FOR SELECT TO samenspel_app USING (person_id = (select nullif(current_setting('app.person', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY own_rows ON claims FOR SELECT TO samenspel_app USING (lead_id = (select nullif(current_setting('app.person', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY own_rows ON invitations FOR SELECT TO samenspel_app USING (community_id IN (select community_id from community_members where person_id = (select nullif(current_setting('app.person', true), '')::uuid) and ended_at is null));
--> statement-breakpoint
CREATE POLICY own_rows ON partners FOR SELECT TO samenspel_app USING (organization_id IN (select organization_id from memberships where person_id = (select nullif(current_setting('app.person', true), '')::uuid) and ended_at is null));
