import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** Shows more on request, without a script. */
export const Disclosure = ({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) => (
  <details className="disclosure" open={open}>
    <summary>
      <Icon name="chevron" />
      {summary}
    </summary>
    <div className="disclosure-body">{children}</div>
  </details>
);
