import type { ReactNode } from "react";
import type { When } from "#app/i18n/format.ts";
import { Moment } from "./deadline.tsx";
import { Icon } from "./icon.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

/**
 * Shows a message about this page: something is known (`note`), done (`done`) or needs care (`care`). Always with
 * words, never colour alone.
 */
export const Notice = ({
  kind = "note",
  title,
  children,
}: {
  kind?: "note" | "done" | "care";
  title?: string;
  children?: ReactNode;
}) => (
  <div className={`notice notice-${kind}`} role={kind === "done" ? "status" : undefined}>
    {kind === "done" && <Icon name="check" />}
    {kind === "care" && <Icon name="warning" />}
    <div>
      {title && <p className="strong">{title}</p>}
      {children}
    </div>
  </div>
);

type LogLine = {
  id: string;
  at: When;
  actor: string | null;
  sentence: ReactNode;
  detail?: ReactNode;
  more?: ReactNode;
};
/** Shows the log as sentences: when, who, what. `actor` null is the system. */
export function Log({ lines }: { lines: readonly LogLine[] }) {
  const { log } = useWords().shell;
  if (lines.length === 0) return <p className="soft">{log.empty}</p>;
  return (
    <ol className="log" aria-label={log.label}>
      {lines.map((line) => (
        <li key={line.id}>
          <p className="small soft tabular">
            <Moment at={line.at} />
          </p>
          <div>
            <p>
              <span className="strong">{line.actor ?? log.system}</span> {line.sentence}
            </p>
            {line.detail && <div className="kept soft">{line.detail}</div>}
            {line.more}
          </div>
        </li>
      ))}
    </ol>
  );
}

export type Task = {
  key: string;
  label: string;
  href?: string;
  state: "done" | "todo" | "may" | "blocked";
  note?: ReactNode;
};
/**
 * Shows a task list: what is done, what is still to do, and why something cannot be done yet. An `open` one is never
 * done: it offers, and counts nothing.
 */
export function Steps({ tasks, label, open }: { tasks: readonly Task[]; label?: string; open?: boolean }) {
  const { tasks: t } = useWords().shell;
  return (
    <div>
      {!open && (
        <p className="small soft">{t.progress(tasks.filter((task) => task.state === "done").length, tasks.length)}</p>
      )}
      <ul className="steps" aria-label={label}>
        {tasks.map((task) => (
          <li key={task.key} className={`step-${task.state}`}>
            <div>
              {task.href && task.state !== "blocked" ? <a href={task.href}>{task.label}</a> : task.label}
              {task.note && <p className="small soft">{task.note}</p>}
            </div>
            {task.state !== "may" && (
              <span className="step-state">
                {task.state === "done" && <Icon name="check" />}
                {t[task.state]}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
