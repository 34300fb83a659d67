import type { FieldError } from "#app/domain/refusal.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldId } from "#app/ui/fields/id.ts";
import { FieldFor } from "#app/ui/fields/field.tsx";
import type { ProofWays } from "#app/ui/shell/shell.ts";
import { useFieldErrorText } from "#app/ui/problem.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type Props = { ways: ProofWays; errors?: Readonly<Record<string, FieldError>> };
/**
 * Asks what proves who one is: a password, or a code; with a passkey a button that the script of the page shows. They
 * stand in a form of the caller's, before its own button.
 */
export function ProofFields({ ways, errors = {} }: Props) {
  const {
    account: { secondFactor: t },
  } = useWords();
  return (
    <>
      {ways.passkey && <PasskeyButton asks={ways.passkey} act="show" says={t.prove.usePasskey} errors={errors} />}
      {ways.password && (
        <FieldFor
          name="_password"
          field={{ kind: "password", required: true }}
          words={t.fields._password}
          shown={{}}
          errors={errors}
          autoComplete="current-password"
        />
      )}
      {ways.code && (
        <FieldFor
          name="_code"
          field={{ kind: "line", required: true, max: 20 }}
          words={t.fields._code}
          shown={{}}
          errors={errors}
          autoComplete="one-time-code"
        />
      )}
    </>
  );
}

/**
 * Shows a button that `public/passkey.js` shows and handles: it asks the browser for a passkey and sends the form it
 * stands in. Without the script there is only what stands beside it.
 */
export function PasskeyButton({
  asks,
  act,
  says,
  errors = {},
}: {
  asks: string;
  act: "make" | "show";
  says: string;
  errors?: Readonly<Record<string, FieldError>>;
}) {
  const {
    account: { secondFactor: t },
  } = useWords();
  const text = useFieldErrorText();
  const name = act === "make" ? "made_passkey" : "_passkey";
  const wrong = errors[name];
  return (
    <div className="passkey" data-passkey={act} data-asks={asks}>
      <input type="hidden" name={name} id={fieldId(name)} value="" />
      <p className="field-error" data-passkey-failed={t.prove.passkeyFailed} role="status">
        {wrong && text(t.fields[name].label, wrong)}
      </p>
      <p className="passkey-button" hidden data-passkey-ready="">
        <Button look={act === "make" ? "forward" : "beside"}>{says}</Button>
      </p>
    </div>
  );
}
