import { consentMoves } from "#app/domain/showcase/showcase.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { guardianForm } from "#app/platform/guard/guardians.server.ts";
import { openShowcaseGuardian } from "#app/services/showcase/guardian.server.ts";
import { GuardianAnswer, GuardianThanks } from "#app/ui/account/guardian.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { StoryBox } from "#app/ui/showcase/story.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, params, url }) => {
  const {
    showcase: { guardian },
    team,
  } = words(ctx.locale);
  const sent = url.searchParams.has("code");
  return url.searchParams.has("klaar")
    ? { title: team.forGuardian.thanks, asked: null, sent }
    : { title: guardian.title, asked: await openShowcaseGuardian(ctx, params.token ?? ""), sent };
});
export const action = guardianForm("showcase_guardian", urls.showcase.guardian);

type Data = DataOf<typeof loader>;
const Screen = ({ data, problem }: { data: Data; problem: Problem | null }) =>
  data.asked ? <Ask asked={data.asked} sent={data.sent} problem={problem} /> : <GuardianThanks />;
function Ask({ asked, sent, problem }: { asked: NonNullable<Data["asked"]>; sent: boolean; problem: Problem | null }) {
  const {
    showcase: { guardian: t },
    team: { forGuardian: guardian },
    fields: { code },
  } = useWords();
  const says = {
    full_name: { label: guardian.fullName },
    consent: { label: t.check },
    code,
  };
  return (
    <Page title={t.title} eyebrow={asked.about} lead={<p>{t.lead(asked.student)}</p>} problem={problem} fields={says}>
      <Section title={t.text} id="tekst">
        <StoryBox story={asked.story} alone />
      </Section>
      <div className="prose">
        <p>{t.naming[asked.naming]}</p>
        <p>{t.after}</p>
      </div>
      <GuardianAnswer
        sent={sent}
        formKey={asked.key}
        words={says}
        yes={{ fields: consentMoves.guardian_agrees.fields, button: t.yes }}
        no={{ fields: {}, button: t.no }}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
