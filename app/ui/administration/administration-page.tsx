import type { ReactNode } from "react";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Tabs } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

const tabs = ["overview", "people", "status", "log"] as const;
type Props = {
  tab: (typeof tabs)[number];
  title: string;
  lead: ReactNode;
  problem?: Problem | null;
  fields?: FieldsWords;
  children: ReactNode;
};
/** Frames a page of an administrator of the platform, with links to the others. */
export function AdministrationPage({ tab, title, lead, problem = null, fields, children }: Props) {
  const t = useWords().administration.tabs;
  return (
    <Page
      title={title}
      lead={<p>{lead}</p>}
      problem={problem}
      fields={fields}
      line={
        <Tabs
          label={t.label}
          tabs={tabs.map((each) => ({ href: urls.administration[each], label: t[each], current: each === tab }))}
        />
      }
    >
      {children}
    </Page>
  );
}
