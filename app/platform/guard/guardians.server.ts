import { isWrongCode } from "#app/services/account/codes.server.ts";
import {
  answerByLink,
  countLinkTry,
  sendLinkCode,
  type GuardianLink,
} from "#app/services/team/guardian-links.server.ts";
import { publicCommand } from "./guard.server.ts";

/**
 * The form of a guardian's page at `path` and its token: asks for a code, or answers. Once per link: the token is used
 * up with the answer.
 */
export const guardianForm = (about: GuardianLink, path: string) =>
  publicCommand(
    async ({ ctx, params: { token = "" }, form: { fields } }) => {
      if (fields.act === "code") {
        await sendLinkCode(ctx, about, token);
        return `${path}/${token}?code`;
      }
      await answerByLink(ctx, about, token, fields.answer !== "no", fields);
      return `${path}/${token}?klaar`;
    },
    {
      repeatable: true,
      outsideTransaction: true,
      afterRefusal: async ({ ctx, params }, why) => {
        if (isWrongCode(why)) await countLinkTry(ctx, about, params.token ?? "");
      },
    },
  );
