import { isWrongCode } from "#app/services/account/codes.server.ts";
import {
  answerByLink,
  countLinkTry,
  sendLinkCode,
  type GuardianLink,
} from "#app/services/team/guardian-links.server.ts";
import { withQuery } from "#app/urls.ts";
import { publicCommand } from "./guard.server.ts";

/**
 * Makes the form of a guardian's page at its address: asks for a code, or answers. Once per link: the token is used
 * up with the answer.
 */
export const guardianForm = (about: GuardianLink, address: (token: string) => string) =>
  publicCommand(
    async ({ ctx, params: { token = "" }, form: { fields } }) => {
      if (fields.act === "code") {
        await sendLinkCode(ctx, about, token);
        return withQuery(address(token), { code: true });
      }
      await answerByLink(ctx, about, token, fields.answer !== "no", fields);
      return withQuery(address(token), { klaar: true });
    },
    {
      repeatable: true,
      outsideTransaction: true,
      afterRefusal: async ({ ctx, params }, why) => {
        if (isWrongCode(why)) await countLinkTry(ctx, about, params.token ?? "");
      },
    },
  );
