import type { QuestionStatus } from "#app/domain/market/questions.ts";
import type { Role } from "#app/domain/words.ts";
import { Signed } from "#app/ui/signed.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Day } from "#app/ui/deadline.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { loginTo, urls } from "#app/urls.ts";

type Asked = {
  id: string;
  text: string;
  status: QuestionStatus;
  answer: string;
  at: Date;
  own: boolean;
  asker: string | null;
  by: { actor: string; as: Role | null; at: Date } | null;
  act: "answer" | "moderate" | null;
};
type Props = {
  fileId: string;
  questions: { mayAsk: boolean; list: readonly Asked[] };
  visitor: boolean;
  open: boolean;
};

/** Questions and answers about one assignment, as its reader may see them. */
export function Questions({ fileId, questions: { mayAsk, list }, visitor, open }: Props) {
  const {
    market: { questions: t },
  } = useWords();
  if (list.length === 0 && !open) return null;
  return (
    <Section title={t.title} id="vragen">
      {list.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <ul className="list">
          {list.map((one) => (
            <Item key={one.id} one={one} />
          ))}
        </ul>
      )}
      {mayAsk && (
        <p>
          <ButtonLink look="beside" href={urls.market.ask(fileId)}>
            {t.ask}
          </ButtonLink>
        </p>
      )}
      {visitor && open && (
        <p>
          <a href={loginTo(urls.market.ask(fileId))}>{t.login}</a>
        </p>
      )}
    </Section>
  );
}
/** Shows who answered and for which side, to whoever may know people here; for visitors the day alone stands there. */
function SettledBy({ by }: { by: NonNullable<Asked["by"]> }) {
  const { enums } = useWords();
  const side = by.as && by.as !== "anyone" ? ` (${enums.relation[by.as]})` : "";
  return (
    <p className="small">
      {by.actor ? (
        <Signed by={{ at: by.at, actor: `${by.actor}${side}` }} />
      ) : (
        <span className="soft">
          <Day at={by.at} />
        </span>
      )}
    </p>
  );
}
function Item({ one }: { one: Asked }) {
  const {
    market: { questions: t },
  } = useWords();
  const { date } = useFormats();
  const facts = [
    one.own ? t.own : "",
    one.asker && !one.own ? t.by(one.asker) : "",
    t.asked(date(one.at)),
    one.status === "asked" ? t.waiting : one.status === "withheld" ? t.withheld : "",
  ].filter(Boolean);
  return (
    <li className="row">
      <div className="row-main stack">
        <p className="row-title kept">{one.text}</p>
        {one.status === "answered" && (
          <p className="kept">
            <span className="strong">{t.answer}: </span>
            {one.answer}
          </p>
        )}
        {one.status === "withheld" && (
          <p className="kept soft">
            <span className="strong">{t.why}: </span>
            {one.answer}
          </p>
        )}
        {one.by && <SettledBy by={one.by} />}
        <p className="row-under">{facts.join(" · ")}</p>
      </div>
      {one.act && (
        <div className="row-mark">
          <ButtonLink small look={one.act === "answer" ? "beside" : "plain"} href={urls.market.answer(one.id)}>
            {one.act === "answer" ? t.answerIt : t.moderate}
            <span className="unseen"> {one.text.slice(0, 60)}</span>
          </ButtonLink>
        </div>
      )}
    </li>
  );
}
