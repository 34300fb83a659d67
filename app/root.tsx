import { Outlet, isRouteErrorResponse, useMatches, useRouteError } from "./framework.ts";
import { words } from "./i18n/words.ts";
import { Document } from "./ui/shell/document.tsx";
import { ErrorScreen, errorWords } from "./ui/shell/error-screen.tsx";
import { surroundings } from "./ui/shell/guest.ts";
import css from "./ui/styles.css?url";

/** Gives the framework its own way to a page; ordinary requests are drawn straight from the same Document (entry.server). */
export default function Root() {
  const { shell, title } = surroundings(useMatches().at(-1)?.data);
  return (
    <Document shell={shell} title={title ?? words(shell.locale).shell.product} css={css}>
      <Outlet />
    </Document>
  );
}

/** Shows any refusal or failure, in words, with the same surroundings where they are known. */
export function ErrorBoundary() {
  const error = useRouteError();
  const known = isRouteErrorResponse(error);
  const { shell, why, requestId } = surroundings(known ? error.data : null);
  const status = known ? error.status : 500;
  return (
    <Document shell={shell} title={errorWords(words(shell.locale), status, why).title} css={css}>
      <ErrorScreen status={status} why={why} requestId={requestId} known={shell.person !== null} />
    </Document>
  );
}
