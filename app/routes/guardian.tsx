import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard.server.ts";
import { countGuardianTry, isWrongCode, sendGuardianCode } from "#app/services/codes.server.ts";
import { answerGuardian, openGuardian } from "#app/services/guardians.server.ts";
import { guardianMoves } from "#app/domain/smaller.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SendCode } from "#app/ui/dossier/move-screen.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Problem } from "#app/ui/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/view.tsx";
import { useFormats, useWords } from "#app/ui/words.tsx";

export const loader = publicPage(async ({ ctx, params, url }) => {
  const { guardian } = words(ctx.locale).places;
  const sent = url.searchParams.has("code");
  return url.searchParams.has("klaar") ? { title: guardian.thanks, asked: null, sent } : { title: guardian.title, asked: await openGuardian(ctx, params.token ?? ""), sent };
});
/** Once per link: the token is used up with the answer. */
export const action = publicCommand(async ({ ctx, params, form }) => {
  const token = params.token ?? "";
  if (form.fields.act === "code") { await sendGuardianCode(ctx, token); return `/toestemming/${token}?code`; }
  await answerGuardian(ctx, token, form.fields.answer === "no" ? "refuse_guardian" : "approve", form.fields);
  return `/toestemming/${params.token}?klaar`;
}, { repeatable: true, apart: true, afterRefusal: async ({ ctx, params }, why) => { if (isWrongCode(why)) await countGuardianTry(ctx, params.token ?? ""); } });

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const { places: { guardian } } = useWords();
  if (!data.asked) return <Page title={guardian.thanks}><Notice kind="done">{guardian.thanksText}</Notice></Page>;
  return <Ask asked={data.asked} sent={data.sent} problem={problem} />;
}
function Ask({ asked, sent, problem }: { asked: NonNullable<Data["asked"]>; sent: boolean; problem: Problem | null }) {
  const { places: { guardian }, agreement, fields: { label, hint } } = useWords();
  const { date } = useFormats();
  const says = { full_name: { label: guardian.fullName }, consent: { label: guardian.consentLabel }, question: { label: guardian.question }, code: { label: label.code, hint: hint.code ?? "" } };
  const facts = [...(asked.start ? [{ term: guardian.when, value: asked.end ? `${date(asked.start)} – ${date(asked.end)}` : date(asked.start) }] : []), ...(asked.place ? [{ term: guardian.where, value: asked.place }] : [])];
  return (
    <Page title={guardian.title} lead={<p>{guardian.lead(asked.student)}</p>} problem={problem} fields={says}>
      {asked.about.title && <Section title={asked.about.title} id="over">{asked.teaser && <p className="kept prose">{asked.teaser}</p>}<Facts facts={facts} /></Section>}
      <div className="prose stack">{agreement.annexes.guardian.text(asked.about).slice(1).map((line, i) => <p key={i}>{line}</p>)}</div>
      <SendCode sent={sent} formKey={asked.key}><input type="hidden" name="act" value="code" /></SendCode>
      <SimpleForm form={{ key: asked.key }} fields={guardianMoves.approve.asks} words={says} button={guardian.consent} problem={problem} />
      <Disclosure summary={guardian.no}><SimpleForm form={{ key: asked.key }} fields={guardianMoves.refuse_guardian.asks} words={says} button={guardian.no}><input type="hidden" name="answer" value="no" /></SimpleForm></Disclosure>
    </Page>
  );
}
export default view(Screen);
