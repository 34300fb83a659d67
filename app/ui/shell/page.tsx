import type { ReactNode } from "react";
import { classes } from "#app/ui/classes.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { ErrorSummary } from "#app/ui/problem.tsx";
import type { Problem } from "./shell.ts";

type PageProps = {
  title: string;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /**
   * With a problem the summary stands above the heading; `fields` gives its links their labels, `guardSays` its missing
   * guards their sentences.
   */
  problem?: Problem | null;
  fields?: FieldsWords;
  guardSays?: (guard: string) => string;
  moveSays?: (move: string, half: boolean) => string;
  /** Stands between head and content, over the full width: turn line, tram line, tabs. */
  line?: ReactNode;
  /** The heading takes little room: it is known from the page that this one is a part of. */
  brief?: boolean;
  /** Holds a narrow column beside the content: acts, facts. On a phone it follows the content. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** Shows the shape of every screen: one heading, a lead, acts, then the content. */
export const Page = ({
  title,
  eyebrow,
  lead,
  actions,
  problem = null,
  fields,
  guardSays,
  moveSays,
  line,
  brief,
  aside,
  children,
}: PageProps) => (
  <>
    {problem && <ErrorSummary problem={problem} fields={fields} guardSays={guardSays} moveSays={moveSays} />}
    <div className={classes("page-head", brief && "page-head-brief")}>
      <div>
        {eyebrow && <p className="eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {lead && <div className="lead">{lead}</div>}
      </div>
      {actions && <div className="acts">{actions}</div>}
    </div>
    {line}
    {aside ? (
      <div className="split">
        <div className="stack-wide">{children}</div>
        <aside className="stack-wide">{aside}</aside>
      </div>
    ) : (
      <div className="stack-wide">{children}</div>
    )}
  </>
);

/** Renders a part of a page with its own heading. */
export const Section = ({
  title,
  id,
  actions,
  children,
}: {
  title: string;
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}) => (
  <section className="section" aria-labelledby={id}>
    <div className="section-head">
      <h2 id={id}>{title}</h2>
      {actions}
    </div>
    {children}
  </section>
);
