import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { locales } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { ErrorSummary } from "#app/ui/problem.tsx";
import { ErrorScreen } from "#app/ui/shell/error-screen.tsx";
import { Speaking } from "#app/ui/shell/words.tsx";

const nothing = { missing: [], errors: {}, typed: {}, first: null };
const screens = [
  <ErrorScreen key="page" status={403} why="not_yours" known />,
  <ErrorSummary key="form" problem={{ why: "not_yours", ...nothing }} />,
];
const said = (screen: (typeof screens)[number], locale: "nl" | "en", coordinates: boolean) =>
  renderToStaticMarkup(
    <Speaking locale={locale} coordinates={coordinates}>
      {screen}
    </Speaking>,
  ).replaceAll("&#x27;", "'");

test.each(locales)(
  "who is refused reads in %s to whom to turn: a coordinator is not sent to the coordinator",
  (locale) => {
    const { shell } = words(locale);
    for (const screen of screens) {
      expect(said(screen, locale, true)).toContain(shell.toCoordinator);
      expect(said(screen, locale, true)).not.toContain(shell.why.not_yours.text);
      expect(said(screen, locale, false)).toContain(shell.why.not_yours.text);
    }
  },
);
