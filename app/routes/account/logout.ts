import { postOnly, publicCommand, publicPage } from "#app/platform/guard/guard.server.ts";
import { signOut } from "#app/platform/guard/accounts.server.ts";
import { view } from "#app/ui/shell/view.tsx";
import { urls } from "#app/urls.ts";

/** Answers POST /uitloggen: ends this browser's session. */
export const action = publicCommand(
  async ({ request }) => ({ to: urls.public.home, cookies: [await signOut(request)], forget: true }),
  {
    repeatable: true,
  },
);
export const loader = publicPage(postOnly);
export default view(() => null);
