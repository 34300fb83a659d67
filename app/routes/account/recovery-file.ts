import { formats } from "#app/i18n/format.ts";
import { words } from "#app/i18n/words.ts";
import { codesToKeep, self } from "#app/platform/guard/factors.server.ts";
import { resource } from "#app/platform/guard/guard.server.ts";

/** Gives fresh recovery codes as text to keep or to print; nothing once they were kept. */
export const loader = resource(async ({ ctx, ...visit }) => {
  const me = self(visit);
  const codes = await codesToKeep(ctx, me);
  if (codes.length === 0) return new Response(null, { status: 404 });
  const { codes: t } = words(ctx.locale).account.secondFactor;
  const head = t.fileHead(me.name, formats(ctx.locale).dateTime(ctx.now()));
  return new Response([head, "", ...codes, "", t.fileFoot, ""].join("\r\n"), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": 'attachment; filename="herstelcodes.txt"',
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
