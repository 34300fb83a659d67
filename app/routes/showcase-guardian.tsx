import { consentMoves } from "#app/domain/showcase.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard.server.ts";
import { isWrongCode } from "#app/services/codes.server.ts";
import { answerShowcaseGuardian, countShowcaseTry, openShowcaseGuardian, sendShowcaseCode } from "#app/services/showcase-guardian.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SendCode } from "#app/ui/dossier/move-screen.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { StoryBox } from "#app/ui/results/story.tsx";
import type { Problem } from "#app/ui/shell.ts";
import { view } from "#app/ui/view.tsx";
import { useWords } from "#app/ui/words.tsx";

export const loader = publicPage(async ({ ctx, params, url }) => {
  const { pages: { guardian }, places } = words(ctx.locale);
  const sent = url.searchParams.has("code");
  return url.searchParams.has("klaar") ? { title: places.guardian.thanks, asked: null, sent } : { title: guardian.title, asked: await openShowcaseGuardian(ctx, params.token ?? ""), sent };
});
/** Once per link: the token is used up with the answer. */
export const action = publicCommand(async ({ ctx, params, form }) => {
  const token = params.token ?? "";
  if (form.fields.act === "code") { await sendShowcaseCode(ctx, token); return `/toestemming-resultaat/${token}?code`; }
  await answerShowcaseGuardian(ctx, token, form.fields.answer === "no" ? "guardian_declines" : "guardian_agrees", form.fields);
  return `/toestemming-resultaat/${token}?klaar`;
}, { repeatable: true, apart: true, afterRefusal: async ({ ctx, params }, why) => { if (isWrongCode(why)) await countShowcaseTry(ctx, params.token ?? ""); } });

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const { places: { guardian } } = useWords();
  if (!data.asked) return <Page title={guardian.thanks}><Notice kind="done">{guardian.thanksText}</Notice></Page>;
  return <Ask asked={data.asked} sent={data.sent} problem={problem} />;
}
function Ask({ asked, sent, problem }: { asked: NonNullable<Data["asked"]>; sent: boolean; problem: Problem | null }) {
  const { pages: { guardian: say }, places: { guardian }, fields: { label, hint } } = useWords();
  const says = { full_name: { label: guardian.fullName }, consent: { label: say.check }, code: { label: label.code, hint: hint.code ?? "" } };
  return (
    <Page title={say.title} lead={<p>{say.lead(asked.student)}</p>} problem={problem} fields={says}>
      <Section title={say.text} id="tekst"><StoryBox story={asked.story} /></Section>
      <div className="prose"><p>{say.naming[asked.naming]}</p><p>{say.after}</p></div>
      <SendCode sent={sent} formKey={asked.key}><input type="hidden" name="act" value="code" /></SendCode>
      <SimpleForm form={{ key: asked.key }} fields={consentMoves.guardian_agrees.asks} words={says} button={say.yes} problem={problem} />
      <Disclosure summary={say.no}><SimpleForm form={{ key: asked.key }} fields={{}} words={says} button={say.no}><input type="hidden" name="answer" value="no" /></SimpleForm></Disclosure>
    </Page>
  );
}
export default view(Screen);
