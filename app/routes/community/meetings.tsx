import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { meetingList } from "#app/services/community/meetings.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { HostNotice } from "#app/ui/community/host-signal.tsx";
import { List, Pagination, Row } from "#app/ui/list.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await meetingList(ctx, idIn(params.communityId), pageIn(url.searchParams));
  return { title: words(ctx.locale).community.meetings.title, hue: data.frame.hue, ...data };
});

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const {
    community: { meetings: t },
  } = useWords();
  const { dateTime } = useFormats();
  return (
    <CommunitySubpage
      frame={data.frame}
      title={t.title}
      actions={
        <>
          {data.frame.changes && (
            <ButtonLink look="beside" href={urls.community.newMeeting(data.frame.id)}>
              {t.plan}
            </ButtonLink>
          )}
          {data.frame.member && (
            <ButtonLink look="plain" href={urls.calendar.calendar}>
              {t.ownCalendar}
            </ButtonLink>
          )}
        </>
      }
    >
      <HostNotice signal={data.signal} />
      {data.rows.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <List label={t.title}>
          {data.rows.map((m) => (
            <Row
              key={m.id}
              href={urls.community.meeting(m.id)}
              title={m.subject}
              under={t.at(m.host, m.place)}
              facts={[dateTime(m.startsAt), m.startsAt > data.now ? t.planned : t.presentCount(m.present)]}
            />
          ))}
        </List>
      )}
      <Pagination {...data} href={(n) => withQuery(urls.community.meetings(data.frame.id), { pagina: n })} />
    </CommunitySubpage>
  );
}
export default view(Screen);
