import { beforeAll, expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { words } from "#app/i18n/words.ts";
import { locales } from "#app/domain/words.ts";
import type { Context } from "#app/services/context.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { anchoringTab } from "#app/services/assignment/anchoring-tab.server.ts";
import { claimsTab } from "#app/services/claims/claims-tab.server.ts";
import { deliveryTab } from "#app/services/assignment/delivery-tab.server.ts";
import { implementationTab } from "#app/services/assignment/implementation-tab.server.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { pageName } from "#app/ui/assignment/page-name.ts";
import type { AssignmentTab } from "#app/urls.ts";

const pages: Record<
  AssignmentTab,
  (ctx: Context, id: string) => Promise<{ title: string; assignmentTab: AssignmentTab }>
> = {
  overzicht: overview,
  claims: claimsTab,
  afspraken: (ctx, id) => agreementTab(ctx, id, null),
  team: teamTab,
  voortgang: progressTab,
  oplevering: deliveryTab,
  implementatie: implementationTab,
  borging: anchoringTab,
  logboek: logTab,
};
let coordinator: Context;
let id: string;
beforeAll(async () => {
  const { w, c } = await freshWorld();
  ({ id } = await live(await begin(w, c, "effort", question("effort")), "closed"));
  coordinator = await w.as(c.coordinator);
});

test.each(locales)("every tab of an assignment has a name of its own for the browser, in %s", async (locale) => {
  const { tabs, untitled } = words(locale).assignment;
  const { frame } = await overview(coordinator, id);
  for (const tab of Object.keys(pages) as AssignmentTab[]) {
    const page = await pages[tab](coordinator, id);
    const called = tab === "overzicht" ? frame.title : `${frame.title}: ${tabs[tab]}`;
    expect(pageName(locale, page)).toBe(called);
  }
  expect(pageName(locale, { title: "", assignmentTab: "overzicht" })).toBe(untitled);
  expect(pageName(locale, { title: "Mijn werk" })).toBe("Mijn werk");
});
