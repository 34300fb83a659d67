import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/domain/words.ts";
import { Document } from "#app/ui/shell/document.tsx";
import type { Problem, Shell } from "#app/ui/shell/shell.ts";
import { Speaking } from "#app/ui/shell/words.tsx";

const shell = (locale: Locale, more: Partial<Shell> = {}): Shell => ({
  locale,
  path: "/vraagstukken?q=a&b",
  person: { name: "Fatima" },
  nav: [{ href: "/vraagstukken", label: "market", current: true }],
  demo: true,
  origin: "https://x.example",
  ...more,
});
/** Renders the markup of one piece in one language. */
export const draw = (piece: ReactElement, locale: Locale = "nl") =>
  renderToStaticMarkup(<Speaking locale={locale}>{piece}</Speaking>);
export const drawPage = (
  piece: ReactElement,
  locale: Locale = "nl",
  problem: Problem | null = null,
  more: Partial<Shell> = {},
) =>
  renderToStaticMarkup(
    <Document shell={shell(locale, more)} title="Proef" problem={problem} css="/assets/a.css">
      {piece}
    </Document>,
  );
export const problem = (more: Partial<Problem>): Problem => ({
  why: "invalid",
  missing: [],
  errors: {},
  typed: {},
  first: null,
  ...more,
});
