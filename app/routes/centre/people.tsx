import { today } from "#app/services/days.ts";
import { inviteFieldsFor } from "#app/domain/account/appointing.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import type { HeldRole, Track } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { invite } from "#app/services/account/invitations.server.ts";
import { throttleInside } from "#app/services/account/throttle.server.ts";
import { idIn } from "#app/services/ids.ts";
import { endRole, peopleOfCentre, withdrawInvitation } from "#app/services/account/people.server.ts";
import { PeopleScreen } from "#app/ui/account/people-screen.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { urls, withQuery } from "#app/urls.ts";

type Asked = {
  kind: "centre" | "company" | "institution";
  offers: readonly HeldRole[];
  schools: readonly { id: string }[];
};
const fieldsOf = ({ kind, offers, schools }: Asked) =>
  inviteFieldsFor(
    kind,
    offers,
    schools.map(({ id }) => id),
  );
export const loader = page(async ({ ctx, params, url }) => {
  const data = await peopleOfCentre(ctx, params.slug ?? "");
  return {
    title: words(ctx.locale).account.people.place(data.name),
    sent: url.searchParams.has("verstuurd"),
    lost: urls.account.takeFactors(params.slug ?? ""),
    access: urls.centre.access(params.slug ?? ""),
    approvals: urls.centre.approvals(params.slug ?? ""),
    addSchool: urls.centre.addSchool(params.slug ?? ""),
    back: urls.centre.centre(params.slug ?? ""),
    ...data,
  };
});
export const action = command(
  async ({ ctx, params, form }) => {
    const circle = await peopleOfCentre(ctx, params.slug ?? "");
    const back = urls.centre.people(circle.slug);
    if (typeof form.fields.end === "string") {
      await endRole(ctx, circle, idIn(form.fields.end));
      return back;
    }
    if (typeof form.fields.withdraw === "string") {
      await withdrawInvitation(ctx, circle, form.fields.withdraw);
      return back;
    }
    const read = readAnswers(fieldsOf(circle), form.fields, { days: today(ctx) });
    if (!read.ok) refuseFields(read.errors);
    const { email, role, school, track, programme, age, turns_18_on } = read.answers;
    const student = role === "student";
    if (student && !age) refuseFields({ age: { code: "required" } });
    if (student && age !== "18_plus" && !turns_18_on) refuseFields({ turns_18_on: { code: "required" } });
    await throttleInside(ctx, "invite", { person: ctx.actor.id, account: email });
    await invite(ctx, {
      email,
      role,
      centreId: circle.id,
      ...(school ? { organizationId: school } : {}),
      ...(student
        ? {
            track: (track as Track | null) ?? "",
            programme: String(programme ?? ""),
            ageBand: String(age),
            turns18On: String(turns_18_on ?? ""),
          }
        : {}),
    });
    return withQuery(urls.centre.people(circle.slug), { verstuurd: true });
  },
  { proof: ({ form }) => (typeof form.fields.end === "string" ? "end_role" : "invite") },
);
const Screen = ({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) => (
  <PeopleScreen data={data} fields={fieldsOf(data)} problem={problem} />
);
export default view(Screen);
