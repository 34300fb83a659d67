import { urls, withQuery } from "#app/urls.ts";

/**
 * Lists what somebody may type to see whether it breaks: operators, quotes, endless text, other scripts, many common
 * beginnings of words.
 */
const typed = [
  "& | ! ( ) <-> :*",
  "'; drop table people; --",
  "\"aanhalingstekens\" 'en' `nog` meer",
  "\\u0000 % _ \\",
  "a".repeat(3000),
  "שאלה על מים",
  "مياه الشرب",
  "🚰🔧🧪",
  "e\u0301\u0301\u0301\u0301",
  "water & !onderhoud | planning:*",
  "onderhoud planning water energie zorg logistiek kwaliteit veiligheid",
  "an be co do en fi ge he",
  "sch ver bet ond gel int pro kos",
  "on",
  "zzzzzz qqqqqq xxxxxx wwwwww",
  "wtaer ondrehoud plannning",
  "de het een van",
  "-1' or 1=1",
  "<script>alert(1)</script>",
  "../../etc/passwd",
];
const narrowed = [
  "",
  "&sector=onzin&niveau=hbo&niveau=mbo-2",
  "&pagina=99999",
  "&postcode=0000&afstand=7&sorteer=afstand",
  "&start=2099-13&weken=&taal=xx&centrum=%27",
];

export type Hostile = { slowest: number; such_as: string; failed: number; asked: number };
/**
 * Asks them all one after the other; answers the slowest in milliseconds (the whole answer, not only the database's
 * part), and how many were no page.
 */
export async function askHostile(origin: string): Promise<Hostile> {
  const found: Hostile = { slowest: 0, such_as: "", failed: 0, asked: 0 };
  for (const words of typed)
    for (const more of narrowed) {
      const path = withQuery(urls.market.market, `zoek=${encodeURIComponent(words)}${more}`);
      const from = performance.now();
      const answer = await fetch(origin + path);
      await answer.text();
      const took = performance.now() - from;
      found.asked++;
      if (answer.status >= 500) found.failed++;
      if (took > found.slowest) Object.assign(found, { slowest: took, such_as: words.slice(0, 40) });
    }
  return found;
}
