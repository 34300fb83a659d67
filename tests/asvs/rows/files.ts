import { gap, row, tests, without } from "../row.ts";
import { accounts, cost, files, gate, operations, queue, secure, sockets, trust, uploads } from "../sources.ts";

const metadata = tests("domain/files/metadata.test.ts");
const fates = files("$name is $fate, and never opened, run or shown by us");
export const services = [
  row(
    "V4.1.1",
    1,
    "answers say what they are, and in which letters",
    secure(
      "every page is bound to this site: no plug-ins, no other base, no other reader, and text says in what it is written",
    ),
  ),
  row("V4.1.2", 2, "only people are led from http to https", operations("| C2 |")),
  row(
    "V4.1.3",
    2,
    "headers of a proxy cannot be written by a client",
    queue("an address is of the socket, or of what our own proxies wrote; what a sender wrote counts for nothing"),
    accounts("a header of our own or of a proxy that nobody stands behind changes nothing about who is counted"),
  ),
  row(
    "V4.2.1",
    2,
    "where a message ends is never in doubt",
    sockets("refused with a page of ours and its headers"),
    operations("| C5 |"),
  ),
  without("V4.3.1", 2, "GraphQL", "there is none"),
  without("V4.3.2", 2, "GraphQL", "there is none"),
  without("V4.4.1", 1, "WebSocket", "there is none"),
  without("V4.4.2", 2, "WebSocket", "there is none"),
  without("V4.4.3", 2, "WebSocket", "there is none"),
  without("V4.4.4", 2, "WebSocket", "there is none"),
];

export const handling = [
  row(
    "V5.1.1",
    2,
    "written down: kinds, sizes, what is done about bad ones",
    trust("Endings that are taken"),
    trust("What does not begin as its ending says, or goes wrong half-way, is refused beside its field"),
  ),
  row(
    "V5.2.1",
    1,
    "no larger than can be worked on",
    files("more than 25 MB is refused and leaves nothing behind"),
    cost("%s is cleaned in proportion to its size"),
  ),
  row(
    "V5.2.2",
    1,
    "name and content agree",
    files("what a file is, its content says: a page as PDF, a program, nothing at all are refused beside the field"),
    fates,
  ),
  row(
    "V5.2.3",
    2,
    "packed files have bounds",
    tests("services/rounds/import.test.ts")(
      "an XLSX workbook is read like text; what a formula came to is told, bombs and other files are refused",
    ),
    fates,
  ),
  gap(
    "V5.2.4",
    3,
    "so many bytes and files a person",
    "bytes are bounded for a person, a centre and a day; files by form, not by person",
    uploads(
      "who has sent their day's worth is told so beside the field, in their own language; and so is a whole centre",
    ),
  ),
  row("V5.2.6", 3, "pictures have so many points at most", fates),
  row("V5.3.1", 1, "no uploaded file is run", fates),
  row(
    "V5.3.2",
    1,
    "paths are of our own making",
    gate("paths that climb find nothing"),
    metadata("a name of a file cannot leave its folder, hide its ending or end its header"),
  ),
  row(
    "V5.4.1",
    2,
    "a download has the name we give it",
    files("a file goes in and comes out, as an attachment, byte for byte"),
    metadata("a name of a file cannot leave its folder, hide its ending or end its header"),
  ),
  row(
    "V5.4.2",
    2,
    "names are encoded in headers",
    metadata("a name of a file cannot leave its folder, hide its ending or end its header"),
  ),
  gap(
    "V5.4.3",
    2,
    "a virus scan",
    "there is none: files are attachments that no browser runs, and who downloads one scans it",
    fates,
  ),
];
