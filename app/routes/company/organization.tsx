import { inviteFieldsFor } from "#app/domain/account/appointing.ts";
import { today } from "#app/services/days.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { invite } from "#app/services/account/invitations.server.ts";
import { throttleInside } from "#app/services/account/throttle.server.ts";
import { idIn } from "#app/services/ids.ts";
import { endRole, peopleOfOrganization, withdrawInvitation } from "#app/services/account/people.server.ts";
import { PeopleScreen } from "#app/ui/account/people-screen.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await peopleOfOrganization(ctx, idIn(params.organizationId));
  return { title: words(ctx.locale).account.people.place(data.name), sent: url.searchParams.has("verstuurd"), ...data };
});
export const action = command(
  async ({ ctx, params, form }) => {
    const id = idIn(params.organizationId);
    const circle = await peopleOfOrganization(ctx, id);
    if (typeof form.fields.end === "string") {
      await endRole(ctx, circle, idIn(form.fields.end));
      return urls.company.organization(id);
    }
    if (typeof form.fields.withdraw === "string") {
      await withdrawInvitation(ctx, circle, form.fields.withdraw);
      return urls.company.organization(id);
    }
    const read = readAnswers(inviteFieldsFor(circle.kind, circle.offers), form.fields, { days: today(ctx) });
    if (!read.ok) refuseFields(read.errors);
    const { email, role, mandate } = read.answers;
    await throttleInside(ctx, "invite", { person: ctx.actor.id, account: email });
    await invite(ctx, { email, role, organizationId: id, mandate: mandate ?? "" });
    return withQuery(urls.company.organization(id), { verstuurd: true });
  },
  { proof: ({ form }) => (typeof form.fields.end === "string" ? "end_role" : "invite") },
);
const Screen = ({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) => (
  <PeopleScreen data={data} fields={inviteFieldsFor(data.kind, data.offers)} problem={problem} />
);
export default view(Screen);
