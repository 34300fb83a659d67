import { createHash } from "node:crypto";
import { clausesOf, deedTerms, makersTerms, type AnnexKind } from "#app/domain/agreement/terms/annexes.ts";
import { frozenText, type Frozen } from "#app/domain/agreement/terms/text.ts";
import type { Locale } from "#app/domain/words.ts";
import { annexWording, wordingOf } from "#app/i18n/wording.ts";
import type { RowOf } from "#db/queries/workflow/objects.server.ts";

/** Describes the words of an annex as its reader sees them and as they are kept: never put together again after signing. */
type AnnexWords = { locale: Locale; title: string; lines: readonly string[] };
type About = { title: string; company: string; maker: string };
type Version = Pick<RowOf<"agreement">, "number" | "terms" | "obligation" | "frozen">;

/** Returns the clauses as they were signed; of a version from before they were kept, as they are written now. */
function clausesIn({ frozen, terms, obligation }: Version, locale: Locale): Frozen {
  const signed = (frozen as Partial<Record<Locale, Frozen>> | null)?.[locale];
  return signed?.sections ? signed : frozenText(terms, obligation, wordingOf(locale));
}
/** Returns the text of one annex under a signed version: what it says itself, and the clauses of the agreement it is about. */
export function annexWords(kind: AnnexKind, about: About, version: Version, locale: Locale): AnnexWords {
  const { annexes, cites, list, money } = annexWording(locale);
  const { products, compensation } = deedTerms(version.terms);
  const own = annexes[kind].text({
    ...about,
    number: version.number,
    rights: makersTerms(version.terms).ipRoute,
    products: products.length > 0 ? list(products) : "",
    compensation: compensation > 0 ? money(compensation) : "",
  });
  const agreed = clausesIn(version, locale)
    .sections.flatMap((section) => section.clauses)
    .filter(({ id }) => clausesOf[kind].includes(id))
    .flatMap(({ number, paragraphs }) => paragraphs.map((line) => `${number} ${line}`));
  return {
    locale,
    title: annexes[kind].title,
    lines: agreed.length > 0 ? [...own, cites(version.number), ...agreed] : own,
  };
}
/** Returns a number that changes with every word, so that nobody signs another text than the one on the page. */
export const markOf = ({ title, lines }: AnnexWords): number =>
  createHash("sha256")
    .update([title, ...lines].join("\n"))
    .digest()
    .readUInt32BE() % 1_000_000_000;
/** Tells under what name an annex was signed, and what the account was called then; empty for one from before that was kept. */
export function signedNames(frozen: unknown): string {
  const { name = "", called = "" } = (frozen ?? {}) as { name?: string; called?: string };
  return name === called || called === "" ? name : `${name} (${called})`;
}
/** Returns the words that were kept when an annex was signed; null for one that is not, or from before words were kept. */
export const frozenWords = (frozen: unknown): AnnexWords | null => {
  const signed = frozen as Partial<AnnexWords> | null;
  return signed?.lines && signed.title && signed.locale
    ? { locale: signed.locale, title: signed.title, lines: signed.lines }
    : null;
};
