import type { FieldError } from "#app/domain/refusal.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormActs } from "#app/ui/fields/form.tsx";

import { proveTo } from "#app/urls.ts";
import type { ProofWays, Sent } from "./shell.ts";
import { useWords } from "./words.tsx";
import { ProofFields } from "#app/ui/fields/proof-fields.tsx";

type Props = { ways: ProofWays; errors: Readonly<Record<string, FieldError>>; sent: Sent | undefined; path: string };
/**
 * Shows the form once more as it was sent, under its own key, with a proof of whoever sends it: then it goes on at
 * once. What had a password, a code or a file in it is filled in anew, after the proof.
 */
export function ReauthenticateFirst({ ways, errors, sent, path }: Props) {
  const { prove } = useWords().account.secondFactor;
  if (!sent?.again)
    return (
      <>
        <p>{prove.apart}</p>
        <p>
          <ButtonLink href={proveTo(sent?.action ?? path)}>{prove.link}</ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <p>{prove.again}</p>
      <form method="post" action={sent.action} noValidate>
        {sent.pairs.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <ProofFields ways={ways} errors={errors} />
        <FormActs>
          <Button>{prove.button}</Button>
        </FormActs>
      </form>
    </>
  );
}
