import type { Fit } from "#app/domain/intake/fit.ts";
import type { Hint } from "#app/domain/intake/hints.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Shows advice: what was seen, and what to do about it. Never in the way of going on. */
export function Hints({ hints, href }: { hints: readonly Hint[]; href?: (step: string) => string }) {
  const {
    intake: { advice },
  } = useWords();
  const { date } = useFormats();
  if (hints.length === 0) return null;
  return (
    <Notice title={advice.title}>
      <ul className="hints">
        {hints.map((h) => (
          <li key={h.id}>
            <span className="strong">{advice.hint[h.id].says}</span> {advice.hint[h.id].todo(h.day && date(h.day))}
            {href && (
              <>
                {" "}
                <a href={href(h.step)}>
                  {advice.remedy}
                  <span className="unseen">: {advice.hint[h.id].says}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="small soft">{advice.lead}</p>
    </Notice>
  );
}

/** Says the fit in words, with its reasons. */
export function FitBlock({ fit }: { fit: Fit }) {
  const {
    agreement,
    intake: { advice },
  } = useWords();
  const { fit: t } = advice;
  const text = (r: Fit["reasons"][number]) =>
    r.for ? t.strength[r.id] : "breaks" in r ? agreement.misfit[r.id] : advice.hint[r.id].says;
  return (
    <Section title={t.title} id="past">
      <p className={`fit fit-${fit.grade}`}>
        <span className="strong">{t.grade[fit.grade]}</span>
      </p>
      <ul className="fit-reasons" aria-label={t.why}>
        {fit.reasons.map((r) => (
          <li key={r.id}>
            <Icon name={r.for ? "check" : "warning"} />
            <span>
              <span className="unseen">{r.for ? t.pro : t.con}: </span>
              {text(r)}
            </span>
          </li>
        ))}
      </ul>
      <p className="small soft">{t.same}</p>
    </Section>
  );
}
