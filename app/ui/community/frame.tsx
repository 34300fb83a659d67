import type { ReactNode } from "react";
import type { CommunityTab } from "#app/domain/community/words.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Tabs } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { communityTab, urls } from "#app/urls.ts";

/** Holds what every page of a community needs, as `services/community/communities` gives it. */
type FrameData = {
  id: string;
  name: string;
  about: string;
  centre: string;
  slug: string;
  school: string;
  tabs: readonly CommunityTab[];
  changes: boolean;
};

type TabProps = { frame: FrameData; tab: CommunityTab; saved?: boolean; children: ReactNode };
/** Frames one of the four tabs. */
export function CommunityScreen({ frame, tab, saved, children }: TabProps) {
  const { community: t } = useWords();
  const line = (
    <Tabs
      label={t.title}
      tabs={frame.tabs.map((each) => ({
        href: communityTab(frame.id, each),
        label: t.tabs[each],
        current: each === tab,
      }))}
    />
  );
  return (
    <Page
      title={frame.name}
      eyebrow={
        <>
          <a href={urls.community.communities(frame.slug)}>{frame.centre}</a> · {t.ledBy(frame.school)}
        </>
      }
      lead={frame.about && <p>{frame.about}</p>}
      line={line}
    >
      {saved && <Notice kind="done">{t.saved}</Notice>}
      {children}
    </Page>
  );
}
type SubpageProps = {
  frame: FrameData;
  title: string;
  lead?: ReactNode;
  from?: CommunityTab;
  problem?: Problem | null;
  fields?: FieldsWords;
  saved?: boolean;
  actions?: ReactNode;
  children: ReactNode;
};
/** Frames a page beside the tabs, a list or a form, with a link back. */
export function CommunitySubpage({
  frame,
  title,
  lead,
  from = "bouwen",
  problem,
  fields,
  saved,
  actions,
  children,
}: SubpageProps) {
  const { community: t } = useWords();
  return (
    <Page
      title={title}
      eyebrow={
        <>
          <a href={communityTab(frame.id, from)}>{frame.name}</a> · {t.tabs[from]}
        </>
      }
      lead={lead && <p>{lead}</p>}
      problem={problem}
      fields={fields}
      actions={actions}
    >
      {saved && !problem && <Notice kind="done">{t.saved}</Notice>}
      {children}
    </Page>
  );
}
