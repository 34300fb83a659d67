import { z } from "zod";
import { locales } from "#app/domain/words.ts";
import {
  chooseLanguage,
  safeRedirectPath,
  publicUrl,
  postOnly,
  publicCommand,
  publicPage,
} from "#app/platform/guard/guard.server.ts";
import { view } from "#app/ui/shell/view.tsx";

const Form = z.object({ taal: z.enum(locales), terug: z.string().default("/") });

/** Answers POST /taal: the reader's language is remembered in a cookie, and with the account when there is one. */
export const action = publicCommand(
  async (visit) => {
    const { taal, terug } = Form.parse(visit.form.fields);
    return { to: safeRedirectPath(terug, publicUrl()), cookies: await chooseLanguage(visit, taal) };
  },
  { repeatable: true },
);
export const loader = publicPage(postOnly);
export default view(() => null);
