import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Section } from "./page.tsx";
import type { Sent } from "./shell.ts";
import { urls } from "#app/urls.ts";
import { useWords } from "./words.tsx";

type Props = { sent: Sent; loggedOut: boolean };
/**
 * Shows the form once more, as it was sent and under its own key, so that it counts once whatever became of the
 * first. What had a password, a code or a file is filled in anew. `loggedOut`: it waits for its sender to log in, in
 * another tab.
 */
export function ResendForm({ sent: { action, pairs, again }, loggedOut }: Props) {
  const { again: says } = useWords().shell.problem;
  return (
    <Section title={says.title} id="opnieuw">
      {loggedOut && (
        <p>
          <a href={urls.account.login} target="_blank" rel="noopener">
            {says.logIn}
          </a>
        </p>
      )}
      <p>{again ? (loggedOut ? says.afterLogin : says.text) : says.apart}</p>
      {again ? (
        <form method="post" action={action}>
          {pairs.map(([name, value], at) => (
            <input key={at} type="hidden" name={name} value={value} />
          ))}
          <Button>{says.button}</Button>
        </form>
      ) : (
        <p>
          <ButtonLink href={action}>{says.back}</ButtonLink>
        </p>
      )}
    </Section>
  );
}
