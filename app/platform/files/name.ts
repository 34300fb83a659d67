import { composed } from "#app/domain/marks.ts";

/** A name is cut to this before anything looks at it: its ending counts, so its end stays. */
const longest = 1000;
/** These are control characters, and the marks that turn the direction of writing and so hide an ending. */
const hidden = /[\p{Cc}\p{Cs}\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu;

/**
 * Returns a file's own name, safe to show and to send: no folders, no hidden marks, at most 150 characters with its
 * ending kept.
 */
export function plainName(given: string): string {
  const last = composed(given.slice(-longest)).split(/[/\\]/).at(-1) ?? "";
  const shown = last
    .replace(hidden, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+/, "")
    .trim();
  const dot = shown.lastIndexOf(".");
  const letters = [...(dot > 0 ? shown.slice(0, dot) : shown)].slice(0, 150 - (dot > 0 ? shown.length - dot : 0));
  return `${letters.join("")}${dot > 0 ? shown.slice(dot) : ""}`;
}
/** Returns the header that makes a browser keep the file and never show it, with its name in any script (RFC 6266, RFC 8187). */
export function asDownload(name: string): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
