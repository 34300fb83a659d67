import { meetingFields } from "#app/domain/community/forms.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { openNewMeeting, planMeeting } from "#app/services/community/meetings.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { HostNotice } from "#app/ui/community/host-signal.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).community.meetings.plan,
  ...(await openNewMeeting(ctx, idIn(params.communityId))),
}));
export const action = command(async ({ ctx, params, form }) =>
  urls.community.meeting(await planMeeting(ctx, idIn(params.communityId), form.fields)),
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { meetings: t },
  } = useWords();
  return (
    <CommunitySubpage frame={data.frame} title={t.plan} problem={problem} fields={t.fields}>
      <HostNotice signal={data.signal} />
      <SimpleForm
        form={{ key: data.key }}
        fields={meetingFields}
        words={t.fields}
        options={data.options}
        values={{ minutes: 120 }}
        button={t.save}
        problem={problem}
      />
    </CommunitySubpage>
  );
}
export default view(Screen);
