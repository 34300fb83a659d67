import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { ownResult } from "#app/services/rounds/result.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useReasonTexts } from "#app/ui/matching/names.ts";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await ownResult(ctx, idIn(params.roundId));
  return { title: words(ctx.locale).matching.result.title, ...data };
});

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const {
    matching: { result: t },
  } = useWords();
  if (!data.published)
    return (
      <Page title={data.title} eyebrow={data.round.name}>
        <Notice>{t.soon}</Notice>
      </Page>
    );
  return (
    <Page
      title={data.title}
      eyebrow={data.round.name}
      actions={
        data.place && !data.sentOn && <ButtonLink href={urls.team.seat(data.place.assignmentId)}>{t.open}</ButtonLink>
      }
    >
      <Placed data={data} />
      <p className="soft">{t.rules}</p>
    </Page>
  );
}
function Placed({ data }: { data: Data }) {
  const {
    matching: { result: t },
    rounds: { back },
  } = useWords();
  const { list } = useFormats();
  const said = useReasonTexts({ students: {}, choices: data.titles, guides: {} }, true);
  const { place, first } = data;
  return (
    <>
      {data.sentOn && (
        <Notice kind="done">
          {back.ownSent(data.sentOn.name)}
          {data.sentOn.open && (
            <>
              {" "}
              <a href={urls.rounds.choose(data.sentOn.id ?? "")}>{back.choose}</a>
            </>
          )}
        </Notice>
      )}
      {data.sentOn ? null : place ? (
        <p className="lead">
          <span className="strong">{t.at(said.title(place.choice))}</span> {place.own ? t.rank(place.rank) : t.outside}
        </p>
      ) : (
        <Notice kind="care">{t.none}</Notice>
      )}
      {!data.sentOn && data.gone.length > 0 && <Notice>{t.gone(list(data.gone), data.gone.length)}</Notice>}
      {!data.sentOn && (!place || place.rank > 1) && first && (
        <Section title={t.why} id="waarom">
          <p>{data.reason ? said.reason(data.reason, first) : t.soonWhy}</p>
          {data.lot !== null && <p className="soft">{t.lottery(data.lot)}</p>}
        </Section>
      )}
      {data.priority && <p>{back.had}</p>}
      {place && !data.sentOn && (
        <Section title={t.team} id="team">
          <p>{data.mates.length ? list(data.mates) : "–"}</p>
          {data.guides.length > 0 && (
            <p>
              {t.guides}: {list(data.guides)}
            </p>
          )}
        </Section>
      )}
    </>
  );
}
export default view(Screen);
