import type { ReactNode } from "react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import type { Locale } from "#app/domain/words.ts";
import { isProse } from "#app/domain/fields/prose.ts";
import { words } from "#app/i18n/words.ts";
import {
  RemixServer,
  serverOnly,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from "#app/framework.server.ts";
import type { RequestState } from "#app/platform/http/request/context.server.ts";
import { languageCookie, languageIn } from "#app/platform/http/request/cookies.server.ts";
import { withScript } from "#app/platform/http/reply/headers.server.ts";
import { noteError } from "#app/platform/http/reply/errors.server.ts";
import { renderedResponse } from "#app/platform/http/reply/rendered-response.server.ts";
import { pageName } from "#app/ui/assignment/page-name.ts";
import { UnsavedTexts } from "#app/ui/fields/unsaved-answers.tsx";
import { Document, type Sharing } from "#app/ui/shell/document.tsx";
import { ErrorScreen, errorWords } from "#app/ui/shell/error-screen.tsx";
import { guestShell, surroundings, type Surroundings } from "#app/ui/shell/guest.ts";
import type { Problem, Sent, Shell } from "#app/ui/shell/shell.ts";
import css from "#app/ui/styles.css?url";
import type { AssignmentTab } from "#app/urls.ts";

export { develop, serve } from "#app/platform/http/server/serve.server.ts";

/** `hue`: the colour of a page; one about a round has that of its round. */
type Data = {
  round?: { hue?: number } | string;
  shell: Shell;
  title: string;
  assignmentTab?: AssignmentTab;
  description?: string;
  hue?: number;
  sharing?: Sharing;
  script?: string;
  refresh?: number;
};
type Plain = (props: { data: Data; problem: Problem | null }) => ReactNode;
type Drawing = { screen: Plain; data: Data; problem: Problem | null };

/** Draws a page. Screens are drawn straight into their document: the router around them would cost more than all of the rest. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  carried: AppLoadContext,
) {
  const drawing = drawingIn(context);
  headers.set("Content-Type", "text/html; charset=utf-8");
  rememberLanguage(request, headers, drawing?.data.shell);
  const sent = (carried as unknown as RequestState).sent?.();
  const script = scriptOf(refusalIn(context)) ?? drawing?.data.script;
  if (script) headers.set("Content-Security-Policy", withScript);
  const html =
    failed(context, sent) ?? drawn(drawing) ?? renderToString(<RemixServer context={context} url={request.url} />);
  return renderedResponse(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Loaders and actions note their own failures; what reaches this is a failure of drawing, or of the framework. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs) {
  noteError(error, request, context);
}

/** Returns the page for an answer that never reached a route: stopped at the gate, or failed below it. */
export function errorPage(status: number, why: string | null, requestId: string, locale: Locale, sent?: Sent): string {
  const around = { ...surroundings(null), shell: { ...guestShell, locale }, why, requestId };
  return `<!DOCTYPE html>${refused(status, around, sent)}`;
}

/** Remembers the language of an account in this browser too: for pages that cannot ask the account, as when we are out of reach. */
function rememberLanguage(request: Request, headers: Headers, shell: Shell | undefined) {
  if (shell?.person && languageIn(request.headers.get("cookie")) !== shell.locale)
    headers.append("Set-Cookie", languageCookie(shell.locale, new URL(shell.origin)));
}

const refusalIn = ({ staticHandlerContext: { errors } }: EntryContext) =>
  Object.values(errors ?? {})[0] as { data?: unknown; status?: number } | undefined;
/** Returns our own file for a page that asks a proof by a passkey. */
const scriptOf = (refusal: { data?: unknown } | undefined) =>
  surroundings(refusal?.data).proof?.ways.passkey ? "/passkey.js" : undefined;

function failed(context: EntryContext, sent: Sent | undefined): string | null {
  const { statusCode } = context.staticHandlerContext;
  const error = refusalIn(context);
  if (error === undefined) return null;
  const around = surroundings(error.data);
  const status = error.status ?? 500;
  const problem = status < 500 ? problemIn(context) : null;
  // A form that was refused is no longer there: what the person sent says why, unless it was merely filled in wrong.
  return problem
    ? refused(
        statusCode,
        {
          ...around,
          why: problem.why === "invalid" ? around.why : problem.why,
          first: problem.first ?? around.first,
          wait: problem.wait ?? around.wait,
        },
        sent,
      )
    : refused(statusCode, around, sent);
}

function refused(status: number, around: Surroundings, sent: Sent | undefined): string {
  const { shell, why, requestId, first, wait, proof, above } = around;
  const { title } = errorWords(words(shell.locale), status, why);
  return renderToStaticMarkup(
    <Document shell={shell} title={title} css={css} script={scriptOf({ data: around })}>
      <ErrorScreen
        status={status}
        why={why}
        requestId={requestId}
        known={shell.person !== null}
        first={first}
        wait={wait}
        proof={proof}
        sent={sent}
        path={shell.path}
        above={above}
      />
    </Document>,
  );
}

/** Returns the page; after a refused form every text that was typed in it stands on it, whatever became of its field. */
function drawn(drawing: Drawing | null): string | null {
  if (!drawing) return null;
  const html = page(drawing, []);
  const typed = Object.values(drawing.problem?.typed ?? {}).flat();
  const lost = typed.filter((text) => isProse(text) && !html.includes(asMarkup(text)));
  return lost.length ? page(drawing, lost) : html;
}
const asMarkup = (text: string) => renderToStaticMarkup(<>{text}</>);

function page({ screen: Screen, data, problem }: Drawing, lost: readonly string[]): string {
  return renderToStaticMarkup(
    <Document
      shell={data.shell}
      title={pageName(data.shell.locale, data)}
      description={data.description}
      sharing={data.sharing}
      script={data.script}
      refresh={data.refresh}
      hue={data.hue ?? hueOf(data.round)}
      problem={problem}
      css={css}
    >
      <Screen data={data} problem={problem} />
      {lost.length > 0 && <UnsavedTexts texts={lost} />}
    </Document>,
  );
}

const hueOf = (round: Data["round"]) => (typeof round === "object" ? round.hue : undefined);

function problemIn({ staticHandlerContext: { matches, actionData } }: EntryContext): Problem | null {
  return (actionData?.[matches.at(-1)?.route.id ?? ""] as Problem | undefined) ?? null;
}

function drawingIn(context: EntryContext): Drawing | null {
  const {
    routeModules,
    staticHandlerContext: { matches, loaderData },
  } = context;
  const id = matches.at(-1)?.route.id ?? "";
  const screen = (routeModules[id]?.default as { plain?: Plain } | undefined)?.plain;
  const data = (loaderData[id] as { [serverOnly]?: Data } | null | undefined)?.[serverOnly];
  return screen && data ? { screen, data, problem: problemIn(context) } : null;
}
