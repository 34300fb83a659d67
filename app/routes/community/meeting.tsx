import { meetingFields, minutesFields } from "#app/domain/community/forms.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { cancelMeeting, editMeeting, meetingPage, writeMinutes } from "#app/services/community/meetings.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { Signed } from "#app/ui/signed.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await meetingPage(ctx, idIn(params.meetingId));
  return { title: data.meeting.subject, hue: data.frame.hue, saved: url.searchParams.has("bewaard"), ...data };
});
export const action = command(async ({ ctx, params, form: { fields, version } }) => {
  const id = idIn(params.meetingId);
  if (fields.act === "cancel") await cancelMeeting(ctx, id, version);
  else if (fields.act === "minutes") await writeMinutes(ctx, id, fields, version);
  else await editMeeting(ctx, id, fields, version);
  return withQuery(urls.community.meeting(id), { bewaard: true });
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    community: { meetings: t },
  } = useWords();
  const { meeting } = data;
  return (
    <CommunitySubpage
      frame={data.frame}
      title={meeting.subject}
      problem={problem}
      fields={t.fields}
      saved={data.saved}
      actions={
        !meeting.cancelled && (
          <ButtonLink look="beside" href={urls.calendar.meeting(meeting.id)}>
            {t.calendar}
          </ButtonLink>
        )
      }
    >
      {meeting.cancelled && <Notice kind="care">{t.cancelled}</Notice>}
      <About data={data} />
      {data.edits && <Edits data={data} problem={problem} />}
    </CommunitySubpage>
  );
}
function About({ data: { meeting, began } }: { data: Data }) {
  const {
    community: { meetings: t },
  } = useWords();
  const { dateTime, list } = useFormats();
  const facts = [
    { term: t.host, value: meeting.host },
    { term: t.place, value: meeting.place },
    { term: t.starts, value: dateTime(meeting.startsAt) },
    { term: t.ends, value: dateTime(meeting.endsAt) },
    ...(began
      ? [
          { term: t.present, value: meeting.names?.length ? list(meeting.names) : t.presentCount(meeting.present) },
          {
            term: t.notes,
            value: meeting.notes ? (
              <>
                <span className="kept">{meeting.notes}</span>
                {meeting.by && (
                  <>
                    <br />
                    <span className="small">
                      <Signed by={meeting.by} />
                    </span>
                  </>
                )}
              </>
            ) : (
              <span className="soft">{t.noNotes}</span>
            ),
          },
        ]
      : []),
  ];
  return <Facts facts={facts} />;
}
function Edits({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    community: { meetings: t },
  } = useWords();
  const ofMinutes = problem?.typed.act === "minutes";
  return (
    <>
      {data.began && (
        <Section title={t.minutes} id="verslag">
          <SimpleForm
            form={data.form}
            fields={minutesFields}
            words={t.fields}
            options={data.options}
            values={data.minutes}
            button={t.saveMinutes}
            problem={ofMinutes ? problem : null}
          >
            <input type="hidden" name="act" value="minutes" />
          </SimpleForm>
        </Section>
      )}
      <Disclosure summary={t.edit} open={problem !== null && !ofMinutes}>
        <SimpleForm
          form={data.form}
          fields={meetingFields}
          words={t.fields}
          options={data.options}
          values={data.values}
          button={t.save}
          problem={ofMinutes ? null : problem}
        />
        {!data.began && (
          <Form form={data.form}>
            <div className="acts form-acts">
              <Button look="danger" name="act" value="cancel">
                {t.cancel}
              </Button>
            </div>
          </Form>
        )}
      </Disclosure>
    </>
  );
}
export default view(Screen);
