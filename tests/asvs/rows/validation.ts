import { row, says, tests } from "../row.ts";
import { hostile, lost, queue, races, signing, tables, uploads } from "../sources.ts";

const fields = tests("domain/fields/scalars.test.ts");
const everyField = hostile(
  "every field of every form takes every kind of text: refused in words with what was typed, or accepted; never a failure",
);

export const validation = [
  row(
    "V2.1.1",
    1,
    "written down: how a value must look",
    says("docs/trust.md", "Sloppy formats are read: dates"),
    says("docs/trust.md", "Unreadable text, numbers out of range and dates outside 1900 to 2200"),
  ),
  row(
    "V2.1.2",
    2,
    "written down: what must fit together",
    says("docs/domain.md", "### 6.6 Guards"),
    says("docs/domain.md", "### 5.5 The terms"),
  ),
  row(
    "V2.1.3",
    2,
    "written down: limits per person and of all",
    says("docs/trust.md", "At most 25 MB a file and 500 MB a person, 100 files a form"),
    says("docs/operations.md", "One client has a quarter of the places at most"),
  ),
  row("V2.2.1", 1, "input is judged by a list of what may be", everyField, fields("takes only offered options")),
  row(
    "V2.2.2",
    1,
    "the server judges, whatever the browser did",
    hostile("what was refused is said beside the field"),
    tables("an offer never hides a guard the judge would name"),
  ),
  row(
    "V2.2.3",
    2,
    "values are judged together",
    tests("domain/agreement/terms-complete.test.ts")("rules between terms"),
  ),
  row(
    "V2.3.1",
    1,
    "steps are made in order",
    tables("every move leads to a state of its own table and is reachable by somebody"),
    races("the conditional write refuses an old version by itself"),
  ),
  row(
    "V2.3.2",
    2,
    "limits of the field hold",
    tests("services/market/interest.test.ts")("four at once never pass the cap, whatever they press (20 rounds of 4)"),
    tests("services/market/questions.test.ts")("the same form twice asks once; too many at once is too many"),
  ),
  row(
    "V2.3.3",
    2,
    "all or nothing",
    lost("eighty backends are killed under load: what was promised is kept, what failed left nothing"),
    tests("http/killed.test.ts")("the server is killed with kill -9 in the middle of its work, three times"),
  ),
  row(
    "V2.3.4",
    2,
    "what there is one of is given once",
    races(
      "two people choose two rival claims at once: one team, one agreement, the loser hears who was first (20 rounds of 4)",
    ),
  ),
  row(
    "V2.3.5",
    3,
    "what counts most takes several people",
    signing("four signatories sign at once: one signature a side, sealed once, the others are told (20 rounds of 4)"),
  ),
  row(
    "V2.4.1",
    2,
    "too much of anything is slowed",
    tests("http/drafts.test.ts")("beginning again and again is slowed down"),
    uploads(
      "who has sent their day's worth is told so beside the field, in their own language; and so is a whole centre",
    ),
    queue("one client has its share of the places and no more, however slow its work is"),
  ),
];
