import { locales } from "#app/domain/words.ts";
import { Icon } from "#app/ui/icon.tsx";
import { urls } from "#app/urls.ts";
import type { NavItem } from "./shell.ts";
import { useLocale, useWords } from "./words.tsx";

/** Renders the main menu. */
export function Navigation({ items }: { items: readonly NavItem[] }) {
  const { nav } = useWords().shell;
  if (items.length === 0) return null;
  return (
    <nav aria-label={nav.label}>
      <ul>
        {items.map(({ href, label, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "page" : undefined}>
              {nav[label]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Shows two buttons that keep the reader on the same page in the other language. */
export function Languages({ path }: { path: string }) {
  const { language } = useWords().shell;
  const locale = useLocale();
  return (
    <form method="post" action={urls.public.language} className="tongue" aria-label={language.label}>
      <input type="hidden" name="terug" value={path} />
      {locales.map((each) => (
        <button key={each} name="taal" value={each} lang={each} aria-pressed={each === locale} title={language[each]}>
          <span aria-hidden="true">{each.toUpperCase()}</span>
          <span className="unseen">{language[each]}</span>
        </button>
      ))}
    </form>
  );
}

/** Shows who is logged in, and the button to log out. */
export function PersonMenu({ name }: { name: string }) {
  const { person } = useWords().shell;
  return (
    <details className="menu">
      <summary>
        <Icon name="person" />
        <span>{name}</span>
        <Icon name="chevron" />
      </summary>
      <div className="menu-list">
        <p className="menu-name">{name}</p>
        <a href={urls.work.myWork}>{person.work}</a>
        <a href={urls.account.account}>{person.sessions}</a>
        <form method="post" action={urls.account.logout}>
          <button>{person.logout}</button>
        </form>
      </div>
    </details>
  );
}
