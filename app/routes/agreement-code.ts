import { command } from "#app/platform/guard.server.ts";
import { sendSigningCode } from "#app/services/codes.server.ts";
import { idIn } from "#app/services/ids.ts";

/** Mails a signing code and goes on to the page where it is asked. */
export const action = command(async ({ ctx, params }) => {
  const id = idIn(params.agreementId);
  await sendSigningCode(ctx, id);
  return `/onderdelen/agreement/${id}/doe/sign`;
});
