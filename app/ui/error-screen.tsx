import { refusals, type Why } from "#app/domain/refusal.ts";
import { ButtonLink } from "./button.tsx";
import { Page } from "./page.tsx";
import { useWords } from "./words.tsx";

const byStatus: Partial<Record<number, Why>> = { 400: "malformed", 403: "not_yours", 404: "not_found", 405: "method", 409: "wrong_status", 410: "link_invalid", 413: "too_large", 415: "unsupported", 429: "too_many", 503: "busy" };

/** What to say for a status, sharpened by the reason where one is known; null means: our own fault, a 500. */
export const reasonFor = (status: number, why?: string | null): Why | null =>
  why && Object.hasOwn(refusals, why) ? (why as Why) : byStatus[status] ?? null;

/** A page that says what happened and what to do, with the request's reference for a 500. */
export function ErrorScreen({ status, why, requestId, known }: { status: number; why?: string | null; requestId?: string | null; known?: boolean }) {
  const { chrome } = useWords();
  const reason = reasonFor(status, why);
  const { title, text } = reason ? chrome.why[reason] : chrome.errorPage.failed;
  return (
    <Page title={title} lead={<p>{text}</p>} actions={null}>
      {!reason && requestId && <p>{chrome.errorPage.reference}: <code>{requestId}</code></p>}
      <p><ButtonLink href={known ? "/mijn-werk" : "/"}>{known ? chrome.errorPage.work : chrome.errorPage.home}</ButtonLink></p>
    </Page>
  );
}
