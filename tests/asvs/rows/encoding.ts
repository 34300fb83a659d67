import { row, tests, without } from "../row.ts";
import { answers, clean, files, gate, hostile, imports, mailer, means, twice } from "../sources.ts";

const fields = tests("domain/fields/scalars.test.ts");
const shownAsText = twice("what was accepted is shown as text, to everybody who sees it");
const everyField = hostile(
  "every field of every form takes every kind of text: refused in words with what was typed, or accepted; never a failure",
);
const noMarkup = clean("no script in the page and no style in the markup");
const noCode = means("no text becomes code, and no pattern or page is made of what people wrote");
const brokenPaths = gate("another host, the framework's own parameters, broken paths and long addresses are stopped");

export const encoding = [
  row("V1.1.1", 2, "input is decoded once, before it is judged", brokenPaths, answers("keeps letters as typed")),
  row("V1.1.2", 2, "output is escaped last, by what writes it", shownAsText, noMarkup),
  row(
    "V1.2.1",
    1,
    "each kind of output has its own escaping",
    shownAsText,
    tests("http/public.test.ts")("the public questions as Atom and RSS, per search, with nothing of a secret one"),
    tests("http/calendar.test.ts")("a meeting as a calendar file: text stays text, lines are folded, times are UTC"),
    tests("domain/files/spreadsheet.test.ts")("a spreadsheet reads back every text, and no cell of it is a formula"),
  ),
  row(
    "V1.2.2",
    1,
    "addresses are encoded and lead to the web only",
    tests("house/urls.test.ts")("an entry fills every parameter of its pattern in order, and encodes what it is given"),
    fields("takes an address on the web only when a reader may be sent there"),
  ),
  row(
    "V1.2.3",
    1,
    "no script is made of data",
    gate("every answer carries the headers that keep a page safe; no page runs a script"),
    noMarkup,
  ),
  row(
    "V1.2.4",
    1,
    "queries carry data apart",
    imports("raw SQL text stays in the schema and in the policies"),
    everyField,
  ),
  row(
    "V1.2.5",
    1,
    "no commands of the system from input",
    means("only the embedded database starts other programs, by a list of words and never through a shell"),
  ),
  without("V1.2.6", 2, "LDAP", "nothing speaks LDAP"),
  without("V1.2.7", 2, "XPath", "nothing asks by XPath"),
  without("V1.2.8", 2, "LaTeX", "nothing is set with LaTeX"),
  row(
    "V1.2.9",
    2,
    "patterns are not made of input",
    tests("house/patterns.test.ts")(
      "a pattern that is put together while the server runs stands in one of these files, of parts that are ours",
    ),
  ),
  row("V1.3.1", 1, "no HTML comes from people", shownAsText, noMarkup),
  row("V1.3.2", 1, "no code is made of text", noCode),
  row(
    "V1.3.3",
    2,
    "what goes where it may harm is bounded first",
    mailer("a recipient or a subject that would begin another header is not sent"),
    answers("refuses unreadable text %j"),
    everyField,
  ),
  row(
    "V1.3.4",
    2,
    "no SVG from people",
    files("what a file is, its content says: a page as PDF, a program, nothing at all are refused beside the field"),
  ),
  row("V1.3.5", 2, "no markup or template language from people", shownAsText, noCode),
  row(
    "V1.3.6",
    2,
    "the server visits no address that people give",
    means("the server asks nobody: no request leaves it but to its database, its mail server and its bucket of files"),
  ),
  row("V1.3.7", 2, "pages are no templates of input", noCode, noMarkup),
  without("V1.3.8", 2, "JNDI", "no Java"),
  without("V1.3.9", 2, "memcache", "there is none"),
  row(
    "V1.3.10",
    2,
    "format strings in input do nothing",
    everyField,
    hostile("every hostile text at the doors that are open to everyone"),
  ),
  row(
    "V1.3.11",
    2,
    "input cannot speak SMTP",
    mailer("a recipient or a subject that would begin another header is not sent"),
    mailer("an off address that would break out of its header is not sent"),
  ),
  without("V1.4.1", 2, "memory of strings and pointers", "the runtime keeps it safe"),
  row(
    "V1.4.2",
    2,
    "numbers have bounds",
    fields("reads whole numbers within bounds"),
    fields("bounds at a hundred million euro"),
  ),
  without("V1.4.3", 2, "unblockingFix of memory", "the runtime keeps it safe"),
  without(
    "V1.5.1",
    1,
    "XML parsers",
    "no parser of XML that knows entities: workbooks are read tag by tag (decision 023)",
  ),
  row(
    "V1.5.2",
    2,
    "what is read becomes values of known kinds only",
    answers("never throws and never stores what it cannot show, whatever is posted"),
    tests("domain/workflow/answers-of.test.ts")(
      "what was stored comes back with the types of its fields, and nothing else does",
    ),
    tests("services/rounds/import.test.ts")(
      "an XLSX workbook is read like text; what a formula came to is told, bombs and other files are refused",
    ),
  ),
];
