import { sectionForm, sections, type Section as SectionId } from "#app/domain/agreement/terms/fields.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { idIn } from "#app/services/ids.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Entries } from "#app/ui/assignment/entries.tsx";
import { AssignmentFrame } from "#app/ui/assignment/frame.tsx";
import { Payments } from "#app/ui/assignment/payments.tsx";
import { ChildMoves } from "#app/ui/workflow/child-moves.tsx";
import { FileList } from "#app/ui/files/file-list.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Facts, Summary } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const wanted = Number(url.searchParams.get("versie") ?? "");
  const version = Number.isInteger(wanted) && wanted > 0 ? wanted : null;
  // Whoever has a second factor signs with that: no code is mailed.
  return { byMail: !ctx.factor, ...(await agreementTab(ctx, idIn(params.assignmentId), version)) };
});
type Data = DataOf<typeof loader>;
type One = NonNullable<Data["one"]>;

function Screen({ data }: { data: Data }) {
  const {
    agreement: { page: t },
  } = useWords();
  const { one, frame } = data;
  return (
    <AssignmentFrame frame={frame} tab="afspraken" now={data.now}>
      {one ? <Version data={data} one={one} /> : <Empty title={t.none}>{t.noneText}</Empty>}
      <Entries entries={data.entries} />
    </AssignmentFrame>
  );
}
/** Returns the move of this version that is asked of the reader now: the main button of the page. */
function askedOf({ frame }: Data, one: One): string | undefined {
  const act = frame.turn.mine && frame.turn.turn?.act;
  return act && "move" in act && act.object === "agreement" && one.offers.some(({ name }) => name === act.move)
    ? act.move
    : undefined;
}
function Version({ data, one }: { data: Data; one: One }) {
  const {
    agreement: { page: t },
    assignment: { form },
    enums: labels,
  } = useWords();
  const asked = askedOf(data, one);
  // Whoever signs by mail begins with the code; the form itself waits beside it for who has one.
  const codeFirst = data.byMail && one.offers.some(({ name }) => name === "sign");
  return (
    <>
      <Section
        title={`${t.version(one.number)} · ${labels.agreement[one.status]} · ${labels.obligation[one.obligation]}`}
        id="versie"
      >
        <p>{labels.obligationMeans[one.obligation]}</p>
        {one.status === "draft" && (
          <p className="soft">{one.own ? t.yours : one.sided ? t.theirs : t.draftOf[one.side]}</p>
        )}
        <Versions data={data} one={one} />
        <Open one={one} />
        <Misfits one={one} of="misfits" />
        <Misfits one={one} of="standing" />
        {one.paidAbove && <PaidAbove of={one.paidAbove} />}
        <ChildMoves
          object="agreement"
          id={one.id}
          offers={one.offers}
          about={t.version(one.number)}
          asked={codeFirst && asked === "sign" ? undefined : asked}
        />
        {codeFirst && (
          <Form form={{ key: data.frame.form.key }} action={urls.workflow.code("agreement", one.id, "sign")}>
            <Button look={asked === "sign" ? "forward" : "beside"}>{form.sendCode}</Button>
          </Form>
        )}
        {"mayChange" in data && data.mayChange && (
          <Form form={{ key: data.frame.form.key }} action={urls.agreement.change(data.frame.id)}>
            <Button look="plain">{t.startChange}</Button>
          </Form>
        )}
      </Section>
      <Signatures one={one} />
      {data.makers && data.makers.length > 0 && <Makers makers={data.makers} />}
      {data.payments && <Payments id={data.frame.id} of={data.payments} now={data.now} />}
      <div className="with-parts">
        <Parts one={one} />
        <div className="stack-wide">
          {sections.map((section, i) => (
            <Part key={section} one={one} section={section} number={i + 1} />
          ))}
        </div>
      </div>
    </>
  );
}
function Versions({ data, one }: { data: Data; one: One }) {
  const {
    agreement: { page: t },
    enums: labels,
  } = useWords();
  if (data.versions.length < 2) return null;
  return (
    <Disclosure summary={t.versions}>
      <ul className="stack">
        {data.versions.map((v) => (
          <li key={v.number}>
            {v.number === one.number ? (
              <strong>
                {t.version(v.number)} · {labels.agreement[v.status]}
              </strong>
            ) : (
              <a href={withQuery(urls.agreement.agreement(data.frame.id), { versie: v.number })}>
                {t.version(v.number)} · {labels.agreement[v.status]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
/** Lists what is still to be answered, each with a link to its part. */
function Open({ one }: { one: One }) {
  const {
    agreement: { page: t },
    agreement,
  } = useWords();
  if (one.status !== "draft" && one.status !== "proposed") return null;
  if (one.gaps.length === 0) return one.misfits.length === 0 ? <Notice kind="done">{t.complete}</Notice> : null;
  return (
    <Notice kind="care" title={t.gaps}>
      <ul>
        {one.gaps.map((g) => (
          <li key={g.term}>
            {one.own ? (
              <a href={urls.agreement.section(one.id, g.section)}>{agreement.fields[g.term].label}</a>
            ) : (
              agreement.fields[g.term].label
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
/** Shows what the funding or the centre does not allow: held back until it is mended, or left as it stands in the version in force. */
function Misfits({ one, of }: { one: One; of: "misfits" | "standing" }) {
  const {
    agreement: { page: t, misfit, fields },
  } = useWords();
  return one[of].length === 0 ? null : (
    <Notice kind={of === "misfits" ? "care" : "note"} title={t[of]}>
      {of === "standing" && <p>{t.standingWhy}</p>}
      <ul>
        {one[of].map(({ rule, term, section }) => (
          <li key={rule}>
            {misfit[rule]} {one.own && <a href={urls.agreement.section(one.id, section)}>{fields[term].label}</a>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
/** Shows a version worth less than what was paid: said before it is proposed and signed. */
function PaidAbove({ of }: { of: NonNullable<One["paidAbove"]> }) {
  const {
    agreement: { page: t },
  } = useWords();
  const { money } = useFormats();
  return <Notice kind="care">{t.payments.paidAbove(money(of.paid), money(of.agreed))}</Notice>;
}
/** Tells who signed and as what; a capacity that begins with the name does not say the name twice. */
function signedAs(name: string, capacity: string) {
  const as = capacity.startsWith(name) ? capacity.slice(name.length).replace(/^[\s,;:–-]+/, "") : capacity;
  return as ? `${name} (${as})` : name;
}
function Signatures({ one }: { one: One }) {
  const {
    agreement: { page: t },
  } = useWords();
  const { dateTime } = useFormats();
  const said = (s: { name: string; at: Date; capacity: string } | null) =>
    s ? `${signedAs(s.name, s.capacity)}, ${dateTime(s.at)}` : t.notSigned;
  return (
    <Section title={t.signatures} id="handtekeningen">
      <Facts
        facts={[
          { term: t.company, value: said(one.company) },
          { term: t.institution, value: said(one.institution) },
          ...(one.obligation === "result" ? [{ term: t.quality, value: said(one.quality) }] : []),
        ]}
      />
      {one.mandates.length > 0 && (
        <>
          <p className="soft">{t.mandatesText}</p>
          <FileList files={one.mandates} label={t.mandates} />
        </>
      )}
    </Section>
  );
}
/** Shows what every maker chose, for the parties that must know whose the work is. */
function Makers({ makers }: { makers: NonNullable<Data["makers"]> }) {
  const {
    agreement: { page: t },
  } = useWords();
  return (
    <Section title={t.makers} id="makers">
      <Facts facts={makers.map(({ name, outcome }) => ({ term: name, value: t.makerOutcome[outcome] }))} />
    </Section>
  );
}
/** Shows the parts of the contract, each with what it still misses or what changed. */
function Parts({ one }: { one: One }) {
  const {
    agreement: { page: t },
    agreement,
  } = useWords();
  const open = (section: SectionId) => one.gaps.filter((g) => g.section === section).length;
  const state = (section: SectionId) =>
    open(section) > 0 ? t.partGaps(open(section)) : one.changed.includes(section) ? t.partChanged : null;
  return (
    <nav className="parts" aria-labelledby="delen">
      <h2 id="delen">{t.parts}</h2>
      <ol>
        {sections.map((section, i) => (
          <li key={section}>
            <a href={`#deel-${section}`}>
              <span>
                <span className="soft tabular">{i + 1}</span> {agreement.sections[section].title}
              </span>
              {state(section) && <span className="step-state strong">{state(section)}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
function Part({ one, section, number }: { one: One; section: SectionId; number: number }) {
  const {
    agreement: { page: t },
    agreement,
  } = useWords();
  const fields = sectionForm(section, one.obligation, one.terms);
  const shown = Object.fromEntries(Object.entries(fields).filter(([id]) => id in one.terms || one.own));
  const { title, plain } = agreement.sections[section];
  return (
    <Section
      title={`${number}. ${title}`}
      id={`deel-${section}`}
      actions={
        one.own ? (
          <ButtonLink small look="plain" href={urls.agreement.section(one.id, section)}>
            {t.edit}
            <span className="unseen">: {title}</span>
          </ButtonLink>
        ) : undefined
      }
    >
      <p className="soft">
        {Object.keys(shown).length > 0
          ? `${t.plain}: ${plain}`
          : Object.keys(fields).length > 0
            ? t.partEmpty
            : t.partNotAsked}
        {one.changed.includes(section) && (
          <>
            {" "}
            <strong>{t.changed}.</strong>
          </>
        )}
      </p>
      {Object.keys(shown).length > 0 && <Summary fields={shown} answers={one.terms} words={agreement.fields} />}
      <p className="part-back">
        <a href="#delen">{t.toParts}</a>
      </p>
    </Section>
  );
}
export default view(Screen);
