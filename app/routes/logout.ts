import { publicCommand } from "#app/platform/guard.server.ts";
import { signOut } from "#app/platform/guard-accounts.server.ts";

/** POST /uitloggen: ends this browser's session. */
export const action = publicCommand(async ({ request }) => ({ to: "/", cookies: [await signOut(request)] }), { repeatable: true });
