import { refuse } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { isDemo } from "#app/platform/guard/accounts.server.ts";
import { demoOutbox } from "#app/services/letters/mailbox.server.ts";
import { Moment } from "#app/ui/deadline.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

/** Shows letters of the demo; outside the demo this page does not exist. */
export const loader = publicPage(async ({ ctx, url, signed }) => {
  if (!isDemo()) refuse("not_found");
  const all = url.searchParams.has("alle");
  const email = url.searchParams.get("aan") ?? (signed && !all ? signed.email : null);
  return {
    title: words(ctx.locale).letters.post.title,
    ...(await demoOutbox(ctx, email, url.searchParams.get("brief"))),
  };
});
type Data = DataOf<typeof loader>;
const at = (email: string, letter?: string) => withQuery(urls.letters.demoPost, { aan: email, brief: letter });
function Screen({ data }: { data: Data }) {
  const {
    letters: { post },
  } = useWords();
  const { letter, email } = data;
  if (letter)
    return (
      <Page
        title={letter.subject}
        eyebrow={<a href={at(letter.email)}>{post.back}</a>}
        lead={
          <p>
            {letter.email}, <Moment at={letter.at} />
          </p>
        }
      >
        <div className="prose kept">
          <Linked text={letter.text} />
        </div>
      </Page>
    );
  return (
    <Page
      title={email ? post.to(email) : post.title}
      eyebrow={email ? <a href={withQuery(urls.letters.demoPost, { alle: true })}>{post.title}</a> : undefined}
      lead={<p>{email ? post.lead : post.choose}</p>}
    >
      {email ? (
        data.letters.length === 0 ? (
          <Empty title={post.empty} />
        ) : (
          <List label={post.title}>
            {data.letters.map((l) => (
              <Row key={l.id} href={at(email, l.id)} title={l.subject} facts={[<Moment key="at" at={l.at} />]} />
            ))}
          </List>
        )
      ) : (
        <List label={post.title}>
          {data.boxes.map((b) => (
            <Row
              key={b.email}
              href={at(b.email)}
              title={b.email}
              facts={[post.letters(b.letters), <Moment key="at" at={b.last} />]}
            />
          ))}
        </List>
      )}
    </Page>
  );
}
/** Shows the text of a letter, with its addresses as links. */
const Linked = ({ text }: { text: string }) => (
  <>
    {text.split(/(https?:\/\/[^\s]+)/).map((part, i) =>
      i % 2 ? (
        <a key={i} href={part}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </>
);
export default view(Screen);
