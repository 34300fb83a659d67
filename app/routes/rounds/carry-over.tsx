import { nextRound, returnFields } from "#app/domain/rounds/priority.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { carryOverPage, carryOver, cancelCarryOver } from "#app/services/rounds/carry-over.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { UnsavedAnswers } from "#app/ui/fields/unsaved-answers.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).rounds.back.title,
  ...(await carryOverPage(ctx, idIn(params.roundId))),
}));
export const action = command(async ({ ctx, params, form: { fields, version } }) => {
  const id = idIn(params.roundId);
  if (typeof fields.back === "string") await cancelCarryOver(ctx, id, idIn(fields.back), version);
  else await carryOver(ctx, id, fields);
  return urls.rounds.carryOver(id);
});

type Data = DataOf<typeof loader>;
/** Shows who may move on to a later round with priority, and who did. */
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    rounds: { back: t },
  } = useWords();
  const { date } = useFormats();
  const options = {
    student: Object.fromEntries(
      data.may.map((s) => [s.id, `${s.name}${s.programme ? `, ${s.programme}` : ""}: ${t.because[s.because]}`]),
    ),
    to: {
      ...Object.fromEntries(data.rounds.map((r) => [r.id, t.round(r.name, date(r.block))])),
      [nextRound]: t.next,
    },
  };
  const fields = {
    student: { ...t.fields.student, options: options.student },
    to: { ...t.fields.to, options: options.to },
  };
  return (
    <Page
      title={data.title}
      eyebrow={<a href={urls.rounds.round(data.round.id)}>{data.round.name}</a>}
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={fields}
    >
      {problem && (data.may.length === 0 || problem.typed.back !== undefined) && (
        <UnsavedAnswers typed={problem.typed} />
      )}
      {!data.open ? (
        <Notice>{t.notYet}</Notice>
      ) : data.may.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <>
          <p className="soft">{t.after}</p>
          <SimpleForm
            form={{ key: data.key }}
            fields={returnFields(
              data.may.map((s) => s.id),
              data.rounds.map((r) => r.id),
            )}
            words={fields}
            values={{ to: data.rounds[0]?.id ?? nextRound }}
            button={t.button}
            problem={problem}
          />
        </>
      )}
      {data.sent.length > 0 && (
        <Section title={t.sent} id="doorgestuurd">
          <Sent data={data} />
        </Section>
      )}
    </Page>
  );
}
function Sent({ data }: { data: Data }) {
  const {
    rounds: { back: t },
  } = useWords();
  return (
    <List label={t.sent}>
      {data.sent.map((s) => (
        <Row
          key={s.id}
          title={s.name}
          under={s.to === null ? t.waits : t.to(s.to)}
          mark={
            data.open &&
            s.to === null && (
              <Form form={{ key: data.key, version: s.version }}>
                <Button small look="plain" name="back" value={s.id}>
                  {t.takeBack}
                  <span className="unseen"> {s.name}</span>
                </Button>
              </Form>
            )
          }
        />
      ))}
    </List>
  );
}
export default view(Screen);
