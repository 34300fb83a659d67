/** Nobody turns this many pages; a larger number in an address is nonsense. */
const mostPages = 10_000;
/** The page an address asks for; nonsense is the first. */
export function pageIn(params: URLSearchParams): number {
  const page = Number(params.get("pagina") ?? "1");
  return Number.isInteger(page) && page >= 1 ? Math.min(page, mostPages) : 1;
}
/** Answers where a page of `size` rows begins among `total`; a page past the end is the last one. */
export function pageOf(total: number, size: number, wanted: number): { page: number; pages: number; offset: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return { page, pages, offset: (page - 1) * size };
}
