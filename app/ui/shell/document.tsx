import type { ReactNode } from "react";
import { Mark } from "#app/ui/icon.tsx";
import { urls } from "#app/urls.ts";
import { Languages, Navigation, PersonMenu } from "./header.tsx";
import type { Problem, Shell } from "./shell.ts";
import { Speaking, useWords } from "./words.tsx";

/** Tells what others should know of a public page: its one address, and the feed of the list it shows. */
export type Sharing = { path: string; kind?: "website" | "article"; feed?: string };

type DocumentProps = {
  shell: Shell;
  title: string;
  problem?: Problem | null;
  /** The built style sheet has this address. */
  css: string;
  /** Search engines read this sentence; without it, the product's own line. */
  description?: string;
  sharing?: Sharing | undefined;
  /** Holds a file of our own that helps on this page; it works without. */
  script?: string | undefined;
  /** Counts seconds after which the page asks for itself again: something is under way. */
  refresh?: number | undefined;
  /** The centre's own brand hue is a number from 0 to 11. */
  hue?: number;
  children: ReactNode;
};

/** Renders the whole page around a screen: head, skip link, header, main, footer. Public pages ship no script. */
export const Document = (props: DocumentProps) => (
  <Speaking
    locale={props.shell.locale}
    student={props.shell.person?.student}
    coordinates={props.shell.person?.coordinates}
    today={props.shell.today}
  >
    <html lang={props.shell.locale} className={`hue-${props.hue ?? 0}`}>
      <Head {...props} />
      <body>
        <SkipLink />
        <Ribbon shell={props.shell} />
        <Header shell={props.shell} />
        <main id="inhoud" tabIndex={-1}>
          <div className="frame">{props.children}</div>
        </main>
        <Footer />
      </body>
    </html>
  </Speaking>
);

function Head({ shell, title, problem, css, description, sharing, script, refresh }: DocumentProps) {
  const { shell: copy } = useWords();
  const prefix = problem && Object.keys(problem.errors).length > 0 ? copy.problem.prefix : "";
  const own = title === copy.product ? title : `${title} – ${copy.product}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{prefix + own}</title>
      <meta name="description" content={description ?? copy.tagline} />
      {sharing && <Shared sharing={sharing} shell={shell} title={title} text={description ?? copy.tagline} />}
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={css} />
      {refresh !== undefined && <meta httpEquiv="refresh" content={String(refresh)} />}
      {script && <script src={script} defer />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    </head>
  );
}

/** Serves whoever shares or follows the page (Open Graph, canonical address, Atom). */
function Shared({ sharing, shell, title, text }: { sharing: Sharing; shell: Shell; title: string; text: string }) {
  const { shell: copy } = useWords();
  const address = new URL(sharing.path, shell.origin).href;
  return (
    <>
      <link rel="canonical" href={address} />
      <meta property="og:site_name" content={copy.product} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={text} />
      <meta property="og:type" content={sharing.kind ?? "website"} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={shell.locale === "nl" ? "nl_NL" : "en_GB"} />
      {sharing.feed && (
        <link
          rel="alternate"
          type="application/atom+xml"
          href={new URL(sharing.feed, shell.origin).href}
          title={copy.product}
        />
      )}
    </>
  );
}

const SkipLink = () => (
  <a className="skip" href="#inhoud">
    {useWords().shell.skip}
  </a>
);

function Ribbon({ shell }: { shell: Shell }) {
  const { shell: copy, letters } = useWords();
  return shell.demo ? (
    <aside className="ribbon" aria-label={copy.demoLabel}>
      <p className="frame">
        {copy.demo} <a href={urls.letters.demoPost}>{letters.post.title}</a>
      </p>
    </aside>
  ) : null;
}

const Header = ({ shell }: { shell: Shell }) => (
  <header className="top">
    <div className="frame">
      <a className="wordmark" href={urls.public.home}>
        <Mark />
        {useWords().shell.product}
      </a>
      <Navigation items={shell.nav} />
      <div className="top-end">
        <Languages path={shell.path} />
        {shell.person && <PersonMenu name={shell.person.name} />}
      </div>
    </div>
  </header>
);

function Footer() {
  const { footer } = useWords().shell;
  return (
    <footer className="bottom">
      <div className="frame">
        <p>{footer.made}</p>
        <nav aria-label={footer.label}>
          <ul>
            <li>
              <a href={urls.public.how}>{footer.how}</a>
            </li>
            <li>
              <a href={urls.public.accessibility}>{footer.accessibility}</a>
            </li>
            <li>
              <a href={urls.public.privacy}>{footer.privacy}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
