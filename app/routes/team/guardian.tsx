import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { guardianForm } from "#app/platform/guard/guardians.server.ts";
import { openGuardian } from "#app/services/team/guardians.server.ts";
import { guardianMoves } from "#app/domain/team/process.ts";
import { GuardianAnswer, GuardianThanks } from "#app/ui/account/guardian.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, params, url }) => {
  const { forGuardian: guardian } = words(ctx.locale).team;
  const sent = url.searchParams.has("code");
  return url.searchParams.has("klaar")
    ? { title: guardian.thanks, asked: null, sent }
    : { title: guardian.title, asked: await openGuardian(ctx, params.token ?? ""), sent };
});
export const action = guardianForm("guardian", urls.team.guardian);

type Data = DataOf<typeof loader>;
const Screen = ({ data, problem }: { data: Data; problem: Problem | null }) =>
  data.asked ? <Ask asked={data.asked} sent={data.sent} problem={problem} /> : <GuardianThanks />;
function Ask({ asked, sent, problem }: { asked: NonNullable<Data["asked"]>; sent: boolean; problem: Problem | null }) {
  const {
    team: { forGuardian: guardian },
    agreement,
    fields: { code },
  } = useWords();
  const { date } = useFormats();
  const says = {
    full_name: { label: guardian.fullName },
    consent: { label: guardian.consentLabel },
    question: { label: guardian.question },
    code,
  };
  const facts = [
    ...(asked.start
      ? [{ term: guardian.when, value: asked.end ? `${date(asked.start)} – ${date(asked.end)}` : date(asked.start) }]
      : []),
    ...(asked.place ? [{ term: guardian.where, value: asked.place }] : []),
  ];
  return (
    <Page title={guardian.title} lead={<p>{guardian.lead(asked.student)}</p>} problem={problem} fields={says}>
      {asked.about.title && (
        <Section title={asked.about.title} id="over">
          {asked.teaser && <p className="kept prose">{asked.teaser}</p>}
          <Facts facts={facts} />
        </Section>
      )}
      <div className="prose stack">
        {agreement.annexes.guardian.text(asked.about).map((line, i) => (
          <p key={i}>{line}</p>
        ))}
      </div>
      <GuardianAnswer
        sent={sent}
        formKey={asked.key}
        words={says}
        yes={{ fields: guardianMoves.approve.fields, button: guardian.consent }}
        no={{ fields: guardianMoves.refuse_guardian.fields, button: guardian.no }}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
