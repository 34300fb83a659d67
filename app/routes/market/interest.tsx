import { words } from "#app/i18n/words.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { openInterestForm, showInterest } from "#app/services/market/interest.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { DropButton } from "#app/ui/market/interests.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).market.interest.show,
  ...(await openInterestForm(ctx, idIn(params.assignmentId))),
}));
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.assignmentId);
  await showInterest(ctx, id, form.fields);
  return urls.assignment.assignment(id);
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    market: { interest: t },
    guards,
    assignment,
  } = useWords();
  const { month } = useFormats();
  const home = urls.assignment.assignment(data.frame.id);
  const block = data.block ? t.block(month(data.block)) : t.noBlock;
  const full = data.missing.includes("cap_left");
  const others = data.missing.filter((g) => g !== "cap_left");
  return (
    <Page
      title={t.show}
      eyebrow={<a href={home}>{data.frame.title}</a>}
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={t.fields}
      guardSays={(g) => wordOf(guards, g)}
    >
      {data.shown && (
        <Notice>
          {t.already} <a href={urls.market.interests}>{t.mine}</a>
        </Notice>
      )}
      {others.length > 0 && (
        <Notice kind="care">
          <ul>
            {others.map((g) => (
              <li key={g}>{wordOf(guards, g)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {full && !data.shown && <Full data={data} block={block} />}
      {!data.shown && data.missing.length === 0 && (
        <>
          <p>{t.left(data.cap - data.own.length, data.cap, block)}</p>
          <SimpleForm
            form={{ key: data.form.key }}
            fields={data.fields}
            words={t.fields}
            button={t.send}
            problem={problem}
            values={data.values}
          />
        </>
      )}
      <p>
        <ButtonLink look="plain" href={home}>
          {assignment.form.cancel}
        </ButtonLink>
      </p>
    </Page>
  );
}
/** The block is full: what is open in it, and a way to make room. */
function Full({ data, block }: { data: Data; block: string }) {
  const {
    market: { interest: t },
  } = useWords();
  return (
    <>
      <Notice kind="care">{t.full(data.cap, block)}</Notice>
      <Form form={{ key: data.form.key }} action={urls.market.interests}>
        <input type="hidden" name="terug" value={data.frame.id} />
        <ul className="list" aria-label={t.mine}>
          {data.own.map((one) => (
            <li key={one.id} className="row">
              <div className="row-main">
                <p className="row-title">
                  {one.title ? <a href={urls.assignment.assignment(one.assignmentId)}>{one.title}</a> : t.closed}
                </p>
                <p className="row-under">{[one.place, one.line].filter(Boolean).join(" · ")}</p>
              </div>
              <DropButton id={one.id} title={one.title ?? t.closed} />
            </li>
          ))}
        </ul>
      </Form>
    </>
  );
}
export default view(Screen);
