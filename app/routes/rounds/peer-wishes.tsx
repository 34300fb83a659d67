import { pageIn } from "#app/domain/paging.ts";
import { verdictFields } from "#app/domain/rounds/fields.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { decidePeerWish, peerWishesPage } from "#app/services/rounds/peer-wishes.server.ts";
import { Signed } from "#app/ui/signed.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { UnsavedAnswers } from "#app/ui/fields/unsaved-answers.tsx";
import { Empty, List, Pagination, Row } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { RoundFrame } from "#app/ui/rounds/frame.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Tag } from "#app/ui/workflow/status-tag.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => ({
  title: words(ctx.locale).rounds.wishes.title,
  ...(await peerWishesPage(ctx, idIn(params.roundId), pageIn(url.searchParams))),
}));
export const action = command(async ({ ctx, params, form: { fields } }) => {
  const id = idIn(params.roundId);
  await decidePeerWish(ctx, id, idIn(String(fields.peerWish ?? "")), {
    approve: fields.act === "approve",
    seen: String(fields.seen ?? ""),
    posted: fields,
  });
  return urls.rounds.peerWishes(id);
});

type Data = DataOf<typeof loader>;
type PeerWish = Data["rows"][number];
type Props = { data: Data; problem: Problem | null };
const family = { asked: "open", approved: "in_use", refused: "ended", withdrawn: "ended" } as const;
function Screen({ data, problem }: Props) {
  const {
    rounds: { wishes: t, peerWish, peerWishStatus },
  } = useWords();
  return (
    <RoundFrame round={data.round} part="wishes" lead={<p>{t.lead}</p>} problem={problem} fields={t.fields}>
      {problem && !data.rows.some((b) => b.id === problem.typed.peerWish) && <UnsavedAnswers typed={problem.typed} />}
      <Together data={data} />
      {data.rows.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <div>
          <List label={t.title}>
            {data.rows.map((b) => (
              <Row
                key={b.id}
                mine={data.open && b.status === "asked"}
                title={`${b.student} ${peerWish[b.kind]} ${b.other}`}
                mark={
                  b.status === "asked" && !data.open ? (
                    <Tag family="ended">{t.notJudged}</Tag>
                  ) : (
                    <Tag family={family[b.status]}>{peerWishStatus[b.status]}</Tag>
                  )
                }
                under={
                  <>
                    {b.why && (
                      <>
                        {t.saidWhy}: {b.why}
                        <br />
                      </>
                    )}
                    {b.verdict && (
                      <>
                        {t.verdict}: {b.verdict}
                        <br />
                      </>
                    )}
                    <Signed by={b.judged ?? { actor: b.student, at: b.at }} />
                    {data.open && <Judge data={data} peerWish={b} problem={problem} />}
                  </>
                }
              />
            ))}
          </List>
          <Pagination
            page={data.page}
            pages={data.pages}
            total={data.total}
            href={(at) => withQuery(urls.rounds.peerWishes(data.round.id), { pagina: at })}
          />
        </div>
      )}
    </RoundFrame>
  );
}
/** Shows what the approved ones add up to: groups with their size, and what cannot hold at once. */
function Together({ data }: { data: Data }) {
  const {
    rounds: { wishes: t },
  } = useWords();
  const { list } = useFormats();
  if (data.groups.length === 0) return null;
  return (
    <Section title={t.groups} id="groepen">
      {data.clashes.map((pair) => (
        <Notice key={pair.join()} kind="care">
          {t.clash(list(pair))}
        </Notice>
      ))}
      <List label={t.groups}>
        {data.groups.map((group) => (
          <Row
            key={group.join()}
            title={t.group(list(group), group.length)}
            under={group.length > data.widest && data.widest > 0 ? t.tooLarge(data.widest) : undefined}
          />
        ))}
      </List>
    </Section>
  );
}
function Judge({ data, peerWish, problem }: Props & { peerWish: PeerWish }) {
  const {
    rounds: { wishes: t },
  } = useWords();
  const own = problem?.typed.peerWish === peerWish.id ? problem : null;
  const name = `verdict.${peerWish.id}`;
  const form = (
    <Form form={{ key: data.key }}>
      <input type="hidden" name="peerWish" value={peerWish.id} />
      <input type="hidden" name="seen" value={peerWish.status} />
      <Fields
        fields={{ [name]: verdictFields.verdict }}
        words={{ [name]: t.fields.verdict }}
        typed={own?.typed}
        errors={own?.errors}
      />
      <div className="acts">
        {peerWish.status !== "approved" && (
          <Button small look="beside" name="act" value="approve">
            {t.approve}
            <span className="unseen">
              {" "}
              {peerWish.student}, {peerWish.other}
            </span>
          </Button>
        )}
        {peerWish.status !== "refused" && (
          <Button small look="plain" name="act" value="refuse">
            {t.refuse}
            <span className="unseen">
              {" "}
              {peerWish.student}, {peerWish.other}
            </span>
          </Button>
        )}
      </div>
    </Form>
  );
  return peerWish.status === "asked" ? (
    form
  ) : (
    <Disclosure summary={t.change} open={own !== null}>
      {form}
    </Disclosure>
  );
}
export default view(Screen);
