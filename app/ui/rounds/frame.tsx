import type { ReactNode } from "react";
import { wordOf } from "#app/i18n/word-of.ts";
import type { RoundStatus } from "#app/domain/rounds/words.ts";
import type { Family } from "#app/domain/assignment/process.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Tabs } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Tag } from "#app/ui/workflow/status-tag.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

type Head = {
  id: string;
  name: string;
  block: string;
  status: RoundStatus;
  chooseBy: Date | null;
  centre: string;
  slug: string;
};
const families: Record<RoundStatus, Family> = {
  draft: "preparing",
  choosing: "open",
  matching: "working",
  published: "in_use",
  cancelled: "ended",
};
/** Shows the status of a round, in the colour of its family. */
export const RoundTag = ({ status }: { status: RoundStatus }) => (
  <Tag family={families[status]}>{useWords().rounds.status[status]}</Tag>
);
const parts = {
  overview: urls.rounds.round,
  assignments: urls.rounds.assignments,
  guides: urls.rounds.guides,
  students: urls.rounds.students,
  wishes: urls.rounds.peerWishes,
} as const;
type Part = keyof typeof parts;
type FrameProps = {
  round: Head;
  part: Part;
  title?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  problem?: Problem | null;
  fields?: FieldsWords;
  children: ReactNode;
};
/** Shows every page of a round that its teachers see: where it belongs, its status, and its parts. */
export function RoundFrame({ round, part, title, lead, actions, problem, fields, children }: FrameProps) {
  const { rounds: t } = useWords();
  const { date } = useFormats();
  const names: Record<Part, string> = {
    overview: t.round.overview,
    assignments: t.assignments.title,
    guides: t.guides.title,
    students: t.people.title,
    wishes: t.wishes.title,
  };
  const tabs = (Object.keys(parts) as Part[]).map((key) => ({
    href: parts[key](round.id),
    label: names[key],
    current: key === part,
  }));
  return (
    <Page
      title={title ?? round.name}
      eyebrow={
        <>
          <a href={urls.rounds.rounds(round.slug)}>{t.title}</a> · {round.centre} · {t.list.start} {date(round.block)} ·{" "}
          <RoundTag status={round.status} />
        </>
      }
      lead={lead}
      actions={actions}
      problem={problem}
      fields={fields}
      guardSays={(guard) => wordOf(t.problem, guard)}
      line={<Tabs label={t.round.parts} tabs={tabs} />}
    >
      {children}
    </Page>
  );
}
