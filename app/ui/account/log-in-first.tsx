import type { AddressOwner } from "#app/domain/account/links.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormActs } from "#app/ui/fields/form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { loginTo, urls } from "#app/urls.ts";

/** Shows what stands in place of the button for whoever has an account and is not logged in to it: the way in, or first the way out. */
export function LogInFirst({ holder, email, here }: { holder: AddressOwner; email: string; here: string }) {
  const { account } = useWords();
  const t = account.holder;
  if (holder === "log_in")
    return (
      <>
        <Notice kind="care">{t.logIn(email)}</Notice>
        <p>
          <ButtonLink href={loginTo(here)}>{account.login.button}</ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <Notice kind="care">{t.other(email)}</Notice>
      <form method="post" action={urls.account.logout}>
        <FormActs>
          <Button look="beside">{t.logOut}</Button>
        </FormActs>
      </form>
    </>
  );
}
