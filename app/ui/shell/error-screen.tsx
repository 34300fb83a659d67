import { doneWords } from "#app/i18n/move-words.ts";
import { refusals, type Why } from "#app/domain/refusal.ts";
import type { Words } from "#app/i18n/words.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { UnsavedTexts } from "#app/ui/fields/unsaved-answers.tsx";
import { Page } from "./page.tsx";
import { First } from "#app/ui/problem.tsx";
import { urls } from "#app/urls.ts";
import { ResendForm } from "./resend-form.tsx";
import { ReauthenticateFirst } from "./reauthenticate-first.tsx";
import type { Problem, ProofAsked, Sent } from "./shell.ts";
import { useWhy, useWords } from "./words.tsx";

const byStatus: Partial<Record<number, Why>> = {
  400: "malformed",
  401: "logged_out",
  403: "not_yours",
  404: "not_found",
  405: "method",
  409: "wrong_status",
  410: "link_invalid",
  413: "too_large",
  415: "unsupported",
  429: "too_many",
};

/**
 * Tells what to say for a status, sharpened by the reason where one is known; null means: our own fault (500), or
 * down for a moment (503).
 */
const reasonFor = (status: number, why?: string | null): Why | null =>
  why && Object.hasOwn(refusals, why) ? (why as Why) : (byStatus[status] ?? null);

/** Gives title and text for a status and, where known, its reason. */
export function errorWords({ shell }: Words, status: number, why?: string | null): { title: string; text: string } {
  const reason = reasonFor(status, why);
  if (reason) return shell.why[reason];
  return status === 503 ? shell.errorPage.closed : shell.errorPage.failed;
}

/** Nothing was wrong with the form: we were busy, out of reach, or no longer knew who sent it. */
const blameless = (status: number) => status >= 500 || status === 401;
const nothingTyped: Problem = { why: "prove_first", missing: [], errors: {}, typed: {}, first: null };
type Props = {
  status: number;
  why?: string | null;
  requestId?: string | null;
  known?: boolean;
  first?: Problem["first"];
  sent?: Sent | undefined;
  path?: string;
  /** Holds the assignment that this address lies below, where the reader may open it. */
  above?: string | null;
  wait?: number | null;
  proof?: ProofAsked | null;
};
/**
 * Shows a page that says what happened and what to do, with the request's reference for a 500. What was typed in a
 * form is given back, but for a form that goes on by itself after a proof; where nothing was wrong with it, it can be
 * sent again from here, under the same key. When somebody else was first, it says who.
 */
export function ErrorScreen({
  status,
  why,
  requestId,
  known,
  first = null,
  sent,
  path = "",
  above,
  wait,
  proof,
}: Props) {
  const all = useWords();
  const { errorPage, problem } = all.shell;
  const reason = reasonFor(status, why);
  const says = useWhy();
  const { title, text } = reason ? says(reason) : errorWords(all, status, why);
  const openable = above ?? first?.assignment;
  const assignment = openable ? urls.assignment.assignment(openable) : null;
  const home = { href: known ? urls.work.myWork : urls.public.home, says: known ? errorPage.work : errorPage.home };
  const wrong = proof && Object.keys(proof.errors).length > 0 ? { ...nothingTyped, errors: proof.errors } : null;
  return (
    <Page title={title} lead={<p>{text}</p>} problem={wrong} fields={all.account.secondFactor.fields}>
      {wait && <p>{problem.wait(wait)}</p>}
      {proof && <ReauthenticateFirst {...proof} sent={sent} path={path} />}
      {first && <First first={first} moveSays={(move, half) => doneWords(all, move, half)} />}
      {sent && blameless(status) && <ResendForm sent={sent} loggedOut={reason === "logged_out"} />}
      {sent && reason === "too_large" && (
        <p>
          <ButtonLink href={sent.action}>{problem.again.back}</ButtonLink>
        </p>
      )}
      {sent && !(proof && sent.again) && <UnsavedTexts texts={sent.pairs.map(([, text]) => text)} />}
      {status === 500 && requestId && (
        <p>
          {errorPage.reference}: <code>{requestId}</code>
        </p>
      )}
      {proof && sent && (
        <p>
          <a href={sent.action}>{problem.again.back}</a>
        </p>
      )}
      {proof ? (
        <p>
          <a href={home.href}>{home.says}</a>
        </p>
      ) : (
        <p className="acts">
          {assignment && <ButtonLink href={assignment}>{problem.assignment}</ButtonLink>}
          <ButtonLink look={assignment ? "beside" : "forward"} href={home.href}>
            {home.says}
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}
