import type { ReactElement } from "react";
import { familyOf, type Family } from "#app/domain/assignment/process.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import { useWords } from "#app/ui/shell/words.tsx";

/** Gives each family its own shape, so that colour never speaks alone. */
const shapes: Record<Family, ReactElement> = {
  preparing: <circle cx="6" cy="6" r="4.25" strokeDasharray="2.2 2.2" />,
  open: <circle cx="6" cy="6" r="4.25" />,
  working: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  judging: <path d="M6 1.25L10.75 6 6 10.75 1.25 6z" />,
  in_use: (
    <>
      <circle cx="6" cy="6" r="4.75" fill="currentColor" />
      <path d="M3.75 6.2l1.6 1.6 3-3.4" className="cut" />
    </>
  ),
  ended: <rect x="2.25" y="2.25" width="7.50" height="7.50" rx="1" fill="currentColor" />,
};

/**
 * Shows a word with the shape and colour of its family. For machines other than the assignment's, choose the family
 * that fits.
 */
export const Tag = ({ family, children }: { family: Family; children: string }) => (
  <span className={`tag family-${family}`}>
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[family]}
    </svg>
    {children}
  </span>
);

/** Shows what holds the status up; the space before it keeps the words apart where they are read aloud or copied. */
const Overlay = ({ says }: { says: string }) => (
  <>
    {" "}
    <span className="tag tag-overlay">{says}</span>
  </>
);
/** Shows the status of an assignment, with its overlays. */
export function StatusTag({
  status,
  onHold,
  disputed,
}: {
  status: AssignmentStatus;
  onHold?: boolean;
  disputed?: boolean;
}) {
  const { enums } = useWords();
  return (
    <>
      <Tag family={familyOf(status)}>{enums.status[status]}</Tag>
      {onHold && <Overlay says={enums.overlay.onHold} />}
      {disputed && <Overlay says={enums.overlay.disputed} />}
    </>
  );
}
