import { gap, row, says, tests } from "../row.ts";
import { files, gate, means, met, twice } from "../sources.ts";

const shownAsText = twice("what was accepted is shown as text, to everybody who sees it");
const noCode = means("no text becomes code, and no pattern or page is made of what people wrote");

const refusedPage = tests("http/refusals.test.ts")(
  "every refusal is a page of ours: headers, no store, no message, no stack",
);
const headers = gate("every answer carries the headers that keep a page safe; no page runs a script");
const cookies = tests("http/secure-origin.test.ts")(
  "over https every cookie is for this host alone, travels encrypted and is out of reach of scripts",
);
const bound = tests("http/secure-origin.test.ts")(
  "every page is bound to this site: no plug-ins, no other base, no other reader, and text says in what it is written",
);
const elsewhere = tests("http/strangers.test.ts")(
  "no address takes a form from elsewhere: eight origins, with every Sec-Fetch-Site",
);
const browser = means("a browser keeps nothing of ours but cookies, hears no other window, and asks this server alone");
export const frontend = [
  row(
    "V3.1.1",
    3,
    "written down: what a browser must do, and what if not",
    says("docs/trust.md", "All browsers since Safari 16.4, Chrome 111 and Firefox 128 do this."),
  ),
  row(
    "V3.2.1",
    1,
    "a file of people is never shown as a page",
    files("a file goes in and comes out, as an attachment, byte for byte"),
    files("$name is $fate, and never opened, run or shown by us"),
  ),
  row("V3.2.2", 1, "text is written as text in the browser", noCode, shownAsText),
  row("V3.3.1", 1, "cookies: Secure and prefix", cookies),
  row("V3.3.2", 2, "cookies: SameSite", cookies),
  row("V3.3.3", 2, "cookies: __Host-", cookies),
  row("V3.3.4", 2, "cookies: HttpOnly", cookies),
  row(
    "V3.4.1",
    1,
    "HSTS",
    tests("http/secure-origin.test.ts")(
      "over https every answer asks for https for two years, on every name below this one",
    ),
    says("docs/operations.md", "| C1 |"),
  ),
  row("V3.4.2", 1, "no other site may read answers", bound),
  row(
    "V3.4.3",
    2,
    "content policy",
    bound,
    headers,
    met(
      "every page that was walked is whole, carries the headers, is kept nowhere, and runs no script but our own where it is named",
    ),
  ),
  row("V3.4.4", 2, "nosniff", refusedPage, headers),
  row("V3.4.5", 2, "referrer policy", refusedPage, headers),
  row("V3.4.6", 2, "no frames", bound),
  gap(
    "V3.4.7",
    3,
    "a place for reports of the policy",
    "no page holds a script, and a place that anybody may write to is a door more",
  ),
  row("V3.4.8", 3, "opener policy", refusedPage),
  row("V3.5.1", 1, "forms come from our own pages", elsewhere, gate("a form from another site changes nothing")),
  row("V3.5.2", 1, "nothing rests on a preflight", elsewhere, gate("bodies: wrong type, too long, declared or not")),
  row(
    "V3.5.3",
    1,
    "reading changes nothing",
    gate("only GET, HEAD and POST"),
    tests("http/one-click.test.ts")(
      "the letter in the product's post names the link; opening it changes nothing, however often",
    ),
  ),
  row(
    "V3.5.4",
    2,
    "one product, one host name",
    cookies,
    says("docs/operations.md", "Nothing else is served under the same host name"),
  ),
  row("V3.5.5", 2, "messages between windows", browser),
  row("V3.5.8", 3, "resources are for this site alone", refusedPage),
  row("V3.7.1", 2, "no plug-ins", bound, browser),
  row(
    "V3.7.2",
    2,
    "no redirect to elsewhere",
    tests("http/refusals.test.ts")(
      "no redirect leads off the site: every vector at every parameter that names a way back",
    ),
  ),
];
