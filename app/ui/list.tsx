import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Shows dense rows, 25 a page. Give `label` when no heading stands right above. */
export const List = ({ label, children }: { label?: string; children: ReactNode }) => (
  <ul className="list" aria-label={label}>
    {children}
  </ul>
);

type RowProps = {
  href?: string;
  title: ReactNode;
  under?: ReactNode;
  /** Holds a line of its own below all else, with links of its own: what is asked first is read first. */
  also?: ReactNode;
  facts?: readonly ReactNode[];
  mark?: ReactNode;
  mine?: boolean;
};
/** Shows one row: what it is, a line under it, facts in columns, and a mark (whose turn, a status) at the end. */
export const Row = ({ href, title, under, also, facts = [], mark, mine }: RowProps) => (
  <li className={classes("row", mine && "row-mine")}>
    <div className="row-main">
      <p className="row-title">{href ? <a href={href}>{title}</a> : title}</p>
      {under && <p className="row-under">{under}</p>}
    </div>
    {facts.length > 0 && (
      <ul className="row-facts">
        {facts.map((fact, i) => (
          // An empty one keeps the columns aligned and is nothing to read aloud.
          <li key={i} aria-hidden={fact ? undefined : true}>
            {fact}
          </li>
        ))}
      </ul>
    )}
    {mark && <div className="row-mark">{mark}</div>}
    {also && <p className="row-under row-also">{also}</p>}
  </li>
);

/** Shows an empty list: what will appear here, and the first step. */
export const Empty = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p className="strong">{title}</p>
    {children && <div className="soft">{children}</div>}
    {action && <div className="acts">{action}</div>}
  </div>
);

type PaginationProps = { page: number; pages: number; total: number; size?: number; href: (page: number) => string };
/** Pages are real, with addresses of their own, so that they work without script. */
export function Pagination({ page, pages, total, size = 25, href }: PaginationProps) {
  const { list } = useWords().shell;
  const { number } = useFormats();
  if (total === 0) return null;
  const from = (page - 1) * size + 1;
  return (
    <nav className="pages" aria-label={list.pages}>
      <p className="soft tabular">
        {pages > 1 ? list.shown(from, Math.min(page * size, total), number(total)) : list.whole(number(total))}
      </p>
      {pages > 1 && (
        <ul>
          <li>
            {page > 1 && (
              <a href={href(page - 1)} rel="prev">
                <Icon name="back" />
                {list.previous}
              </a>
            )}
          </li>
          <li className="tabular">{list.page(page, pages)}</li>
          <li>
            {page < pages && (
              <a href={href(page + 1)} rel="next">
                {list.next}
                <Icon name="forward" />
              </a>
            )}
          </li>
        </ul>
      )}
    </nav>
  );
}

type Tab = { href: string; label: string; current: boolean; count?: number };
type TabsProps = { tabs: readonly Tab[]; label?: string; fold?: boolean };
/** More of them would take more than one row of a phone. */
const tabsInRow = 4;
/**
 * Shows links to the parts of one assignment; the part that is open is marked. With `fold` a phone shows many of them
 * behind one row: three rows of them would keep the page itself out of sight.
 */
export const Tabs = ({ tabs, label, fold }: TabsProps) => {
  const { shell } = useWords();
  const links = (
    <ul>
      {tabs.map((tab) => (
        <li key={tab.href}>
          <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
            {tab.label}
            {tab.count !== undefined && <span className="count">{tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="tabs" aria-label={label ?? shell.tabs}>
      {fold && tabs.length > tabsInRow ? (
        <details className="disclosure tabs-fold">
          <summary>
            <Icon name="chevron" />
            {shell.tabs}: {tabs.find((tab) => tab.current)?.label}
          </summary>
          {links}
        </details>
      ) : (
        links
      )}
    </nav>
  );
};
