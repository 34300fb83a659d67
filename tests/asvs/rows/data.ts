import { gap, row, says, tests, without } from "../row.ts";
import {
  accounts,
  cost,
  domain,
  env,
  gate,
  imports,
  lost,
  means,
  met,
  operations,
  queue,
  races,
  refusals,
  secure,
  sockets,
  trust,
} from "../sources.ts";

const canaries = met("the canaries sing: who may read them does");
const retention = tests("services/privacy/retention.test.ts");
const kept = met(
  "every page that was walked is whole, carries the headers, is kept nowhere, and runs no script but our own where it is named",
);
const asksNobody = means(
  "the server asks nobody: no request leaves it but to its database, its mail server and its bucket of files",
);
const reads = tests("services/workflow/who-reads-what.test.ts");
const noLog = tests("http/calendar.test.ts")(
  "one's own address: shown before it works, works once it is on, and not after; no log holds it",
);
export const protection = [
  row(
    "V14.1.1",
    2,
    "written down: every column and what kind it is",
    says("docs/register.md", "# Register of what is kept"),
    tests("services/privacy/register.test.ts")(
      "every column of every table stands in the register, once, and nothing else does",
    ),
  ),
  row(
    "V14.1.2",
    2,
    "written down: what each kind asks",
    domain("What a kind of column means for a person's own data"),
    domain("<!-- retention -->"),
  ),
  row(
    "V14.2.1",
    1,
    "secrets are no part of an address, but the link that is one",
    accounts("a password that was typed is never shown again, nor kept"),
    noLog,
    trust("A link is no key to an account that is there"),
  ),
  row(
    "V14.2.2",
    2,
    "nothing personal is kept by servers on the way",
    kept,
    gate("a kept page sets no cookie, shows nobody, and is the same for every visitor"),
  ),
  row(
    "V14.2.3",
    2,
    "nothing goes to others",
    asksNobody,
    tests("services/market/saved-searches.test.ts")("in the reader's own language, with words of people as words only"),
  ),
  row(
    "V14.2.4",
    2,
    "each kind is kept as was promised",
    retention("every kind of retention with a length is reached by a test above"),
    canaries,
  ),
  row(
    "V14.2.6",
    3,
    "no more is shown than is needed",
    reads("how many students are interested is the centre's to tell"),
    canaries,
  ),
  row(
    "V14.2.7",
    3,
    "what is old goes by itself",
    retention("it says how many rows ended by each kind, the second time none, and touches no other table"),
    tests("services/privacy/once-a-night.test.ts")(
      "the night's work is done once a day from three o'clock in Amsterdam, and again when it failed",
    ),
  ),
  row(
    "V14.2.8",
    3,
    "files lose what says where and by whom",
    tests("domain/files/metadata.test.ts")("%s keeps its picture, and nothing of where, when and by whom it was made"),
  ),
  row(
    "V14.3.1",
    1,
    "leaving empties the browser",
    secure("logging out tells the browser to drop the pages and whatever else it kept of us"),
  ),
  row(
    "V14.3.2",
    2,
    "browsers keep nothing personal",
    kept,
    refusals("every refusal is a page of ours: headers, no store, no message, no stack"),
  ),
  row(
    "V14.3.3",
    2,
    "no storage in the browser",
    means("a browser keeps nothing of ours but cookies, hears no other window, and asks this server alone"),
  ),
];

const linear = cost("%s is cleaned in proportion to its size");
const opened = tests("domain/workflow/answers-of.test.ts")(
  "what was stored comes back with the types of its fields, and nothing else does",
);
export const architecture = [
  row(
    "V15.1.1",
    1,
    "written down: how soon a package is replaced",
    says("SECURITY.md", "## How soon a package is replaced"),
  ),
  row(
    "V15.1.2",
    2,
    "a list of every part",
    tests("http/release.test.ts")("the bill of materials and the licences name every package in it, and no other"),
    tests("house/pins.test.ts")("the lock file knows the binaries of every platform, so it installs everywhere"),
  ),
  row(
    "V15.1.3",
    2,
    "written down: what costs most, and what bounds it",
    trust("### 3.13 What it costs to look"),
    operations("## 8. Overload"),
  ),
  gap(
    "V15.2.1",
    1,
    "no part is behind its time",
    "advisories are looked at with each release, by people: no test can ask",
    tests("house/pins.test.ts")("what else guards us has its floor"),
  ),
  row(
    "V15.2.2",
    2,
    "what costs much stops nobody",
    linear,
    imports("content is looked at in its own thread: the server and its pages never load what does"),
    queue("clients take turns: who comes after a thousand of one other is second"),
  ),
  row(
    "V15.2.3",
    2,
    "nothing of tests or of a demo in production",
    env('production refuses ${name}=${value || "(empty)"} and names it'),
    gate("the browser's files hold no server: no driver, no secret's name, no table"),
  ),
  row(
    "V15.3.1",
    1,
    "only the parts that one may read",
    canaries,
    reads("why a student leaves, what one person learned and the log of the assignment stay with whom they belong"),
  ),
  row("V15.3.2", 2, "no redirects are followed", asksNobody),
  row(
    "V15.3.3",
    2,
    "a form sets its own fields only",
    opened,
    tests("services/workflow/behaviours.test.ts")(
      "what a side is asked, must agree on or is given by the system are fields, and not both",
    ),
  ),
  row(
    "V15.3.4",
    2,
    "whose address it is",
    queue("an address is of the socket, or of what our own proxies wrote; what a sender wrote counts for nothing"),
    operations("| C7 |"),
  ),
  row(
    "V15.3.5",
    2,
    "types are checked",
    says("tsconfig.json", '"strict": true'),
    tests("house/clean.test.ts")("no way around the compiler or the tests"),
  ),
  row(
    "V15.3.6",
    2,
    "names such as __proto__ do nothing",
    tests("domain/rounds/student-list.test.ts")("names of nothing in particular harm nothing"),
    tests("http/forms/hostile.test.ts")(
      "every field of every form takes every kind of text: refused in words with what was typed, or accepted; never a failure",
    ),
  ),
  row("V15.3.7", 2, "what is said twice", sockets("refused with a page of ours and its headers")),
  row(
    "V15.4.1",
    3,
    "threads share nothing",
    tests("domain/matching/desk.test.ts")(
      "who no longer waits stops the search, also in the queue, and the thread goes on with the next",
    ),
    imports("content is looked at in its own thread: the server and its pages never load what does"),
  ),
  row(
    "V15.4.2",
    3,
    "looked at and done in one",
    races("two docenten of one community claim at once: one claim, the other is told (20 rounds of 4)"),
    races("the conditional write refuses an old version by itself"),
  ),
  row(
    "V15.4.3",
    3,
    "nobody waits for ever",
    lost("a deadlock is run again, whole"),
    trust("Every move locks its assignment first"),
  ),
];

const inventory = tests("house/asvs.test.ts")("the log has the events that docs/operations.md 10 names, and no others");
const told = secure(
  "the log has every try to log in, every session and every refusal, by number: no name, no address, no word typed",
);
const failure = refusals(
  "a failure of ours shows a reference and nothing else; the log has the rest, without what people typed",
);
export const logging = [
  row("V16.1.1", 2, "written down: every event, where it goes, how long", operations("## 10. The log"), inventory),
  row("V16.2.1", 2, "when, where, who, what", told),
  row("V16.2.2", 2, "one time, in UTC", told, operations("| C12 |")),
  row("V16.2.3", 2, "only where it is said to go", inventory),
  row("V16.2.4", 2, "a form that programs read", told),
  row("V16.2.5", 2, "nothing secret in it", failure, noLog, told),
  row("V16.3.1", 2, "every try to log in", told),
  row("V16.3.2", 2, "every refusal", told),
  row("V16.3.3", 2, "every try to get around", told, sockets("refused with a page of ours and its headers")),
  row("V16.3.4", 2, "every failure", failure),
  row("V16.4.1", 2, "a line stays a line", told),
  row("V16.4.2", 2, "nobody changes it", operations("| C11 |")),
  row("V16.4.3", 2, "it is kept elsewhere", operations("| C11 |")),
  row("V16.5.1", 2, "a failure tells nothing outside", failure),
  row(
    "V16.5.2",
    2,
    "what is away is borne",
    tests("http/forms/away.test.ts")(
      "while the database is away every form is answered with what was typed, never with a secret, and can be sent again",
    ),
    tests("services/letters/slow-mail.test.ts")(
      "a server that never greets is given up in time; nothing is sent, all is tried later",
    ),
  ),
  row(
    "V16.5.3",
    2,
    "a failure opens nothing",
    lost("a transaction whose backend died writes nothing more, and harms nobody else"),
    tests("http/killed.test.ts")("the server is killed with kill -9 in the middle of its work, three times"),
  ),
  row(
    "V16.5.4",
    3,
    "what nobody caught is told",
    says("app/platform/http/server/serve.server.ts", 'log("error", "a promise nobody waited for"'),
    lost("a death during a statement, caught and continued, ends that transaction only"),
  ),
];

export const calls = (["V17.1.1", "V17.2.1", "V17.2.2", "V17.2.3", "V17.2.4", "V17.3.1", "V17.3.2"] as const).map(
  (id) => without(id, 2, "WebRTC", "nobody calls by it"),
);
