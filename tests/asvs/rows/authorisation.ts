import { gap, row, tests, without } from "../row.ts";
import { accounts, domain, federated, sessions, strangers, tables, trust, rowPolicies } from "../sources.ts";

const reads = tests("services/workflow/who-reads-what.test.ts");
const visible = tests("services/workflow/visible.test.ts");
const strangersForm = strangers(
  "a stranger's form does nothing and learns nothing, at every address and for every move",
);
export const authorisation = [
  row(
    "V8.1.1",
    1,
    "written down: who may do and see what",
    trust("One policy (`app/domain/workflow/policy.ts`) says what a person is to a row"),
    domain("### 3.2 Who reads what"),
  ),
  row("V8.1.2", 2, "written down: which parts of it", domain("<!-- parts -->")),
  row(
    "V8.2.1",
    1,
    "what one may not do is refused",
    strangersForm,
    tables("a state narrows who may, and never widens it"),
  ),
  row(
    "V8.2.2",
    1,
    "what one may not see is not there",
    strangers("to a stranger no page of an assignment, a part, a company or a centre's desk exists"),
    visible("the filter in SQL shows exactly what the predicate allows: every person, state, secrecy and visibility"),
  ),
  row(
    "V8.2.3",
    2,
    "nor are parts of it",
    reads("the company learns who the students are at the start, not before"),
    tests("http/forms/met.test.ts")("the canaries sing: who may read them does"),
    tests("http/fields.test.ts")("the team's own teacher does meet the e-mail, so the canary sings"),
  ),
  row(
    "V8.3.1",
    1,
    "the server decides",
    strangersForm,
    tests("house/routes.test.ts")("every loader and action passes a guard"),
  ),
  row(
    "V8.3.2",
    3,
    "a change of rights counts at once",
    sessions("a person who was disabled is nobody at once"),
    accounts("an invitation ends with the role of who sent it"),
  ),
  row(
    "V8.3.3",
    3,
    "whoever asks is who is judged",
    rowPolicies("a request that reaches nothing reads no table of a centre, and adds to none"),
    tests("services/letters/postman.test.ts")("whoever lost access gets no letter about it"),
  ),
  row(
    "V8.4.1",
    2,
    "centres are apart",
    visible("a stranger from another centre never reaches a row, whatever the query asks"),
    rowPolicies("every table of a centre has row security, forced, with policies for reading, adding and changing"),
  ),
];

const server = (id: string, level: 1 | 2 | 3) =>
  without(id, level, "servers that hand out authorisation", "the product is none");
export const federation = [
  gap("V10.1.1", 2, "tokens stay where they are needed", federated),
  gap("V10.1.2", 2, "an answer belongs to the question of this browser", federated),
  gap("V10.2.1", 2, "no forged return", federated),
  gap("V10.2.2", 2, "no mix-up of providers", federated),
  ...(["V10.3.1", "V10.3.2", "V10.3.3", "V10.3.4"] as const).map((id) =>
    without(id, 2, "servers of resources", "the product is none"),
  ),
  ...(["V10.4.1", "V10.4.2", "V10.4.3", "V10.4.4", "V10.4.5"] as const).map((id) => server(id, 1)),
  ...(["V10.4.6", "V10.4.7", "V10.4.8", "V10.4.9", "V10.4.10", "V10.4.11"] as const).map((id) => server(id, 2)),
  gap("V10.5.1", 2, "an identity token is used once", federated),
  gap("V10.5.2", 2, "a person is who the provider numbers", federated),
  gap("V10.5.3", 2, "a provider is who it says", federated),
  gap("V10.5.4", 2, "a token is for this product", federated),
  gap("V10.5.5", 2, "a provider's logout cannot be forged", federated),
  without("V10.6.1", 2, "providers of identity", "the product is none"),
  without("V10.6.2", 2, "providers of identity", "the product is none"),
  ...(["V10.7.1", "V10.7.2", "V10.7.3"] as const).map((id) => server(id, 2)),
];
