import { row, tests, without } from "../row.ts";
import {
  clean,
  env,
  gate,
  login,
  mailer,
  means,
  operations,
  passwords,
  refusals,
  secure,
  strangers,
  trust,
  rowPolicies,
} from "../sources.ts";

const oneHash = means(
  "what is hashed is hashed with SHA-256; one file encrypts, with AES-256-GCM, and keys wear no other algorithm",
);
const locked = tests("services/backup/damaged.test.ts")("a set that is locked opens with its own key alone");
const damaged = tests("services/backup/damaged.test.ts")(
  "a damaged byte in any part is refused, and the part is named",
);
const chance = means(
  "secrets are made of chance that nobody can guess, each of 128 bits and more but for codes that people type",
);
const keys = trust("Each is replaced when somebody who knew it leaves");
export const cryptography = [
  row("V11.1.1", 2, "written down: how keys live", keys),
  row("V11.1.2", 2, "written down: every key, hash and cipher", trust("### 3.14 Keys and hashes")),
  row("V11.2.1", 2, "only implementations that others looked at", oneHash),
  row(
    "V11.2.2",
    2,
    "each can be replaced",
    trust("cost stands in the hash, so a new cost counts for new passwords"),
    trust("An algorithm that falls is replaced in the file that names it"),
  ),
  row("V11.2.3", 2, "128 bits or more", chance, oneHash),
  row("V11.3.1", 1, "no weak modes", oneHash, trust("age: X25519 or scrypt, ChaCha20-Poly1305")),
  row("V11.3.2", 1, "only approved ciphers", oneHash, trust("age: X25519 or scrypt, ChaCha20-Poly1305")),
  row("V11.3.3", 2, "what is encrypted cannot be changed unseen", locked, damaged),
  row("V11.4.1", 1, "only approved hashes", oneHash),
  row(
    "V11.4.2",
    2,
    "passwords cost work",
    passwords("a password is right exactly as it was typed, and kept as argon2id with a salt of its own"),
  ),
  row("V11.4.3", 2, "hashes that prove are long", oneHash),
  row("V11.4.4", 2, "keys from words are stretched", locked, trust("age: X25519 or scrypt, ChaCha20-Poly1305")),
  row("V11.5.1", 2, "secrets are of 128 random bits", chance),
  row("V11.6.1", 2, "no public keys of our own making", oneHash),
];

const encrypted = mailer(
  "to another machine no letter goes in the clear; one on this machine may be talked to plainly",
);
const noHttp = env('production refuses ${name}=${value || "(empty)"} and names it');
export const communication = [
  row("V12.1.1", 1, "TLS 1.2 and 1.3", operations("| C3 |")),
  row("V12.1.2", 2, "good ciphers", operations("| C3 |")),
  without("V12.1.3", 2, "certificates of clients", "none are asked"),
  row(
    "V12.2.1",
    1,
    "nothing in the clear to people",
    noHttp,
    secure("over https every answer asks for https for two years, on every name below this one"),
    operations("| C2 |"),
  ),
  row("V12.2.2", 1, "a certificate that browsers know", operations("| C4 |")),
  row(
    "V12.3.1",
    2,
    "nothing in the clear between servers",
    encrypted,
    operations("Across machines put `?sslmode=verify-full` behind the address"),
    operations("| C8 |"),
  ),
  row("V12.3.2", 2, "certificates are looked at", encrypted, operations("only when its certificate is right")),
  row(
    "V12.3.3",
    2,
    "nothing in the clear behind the proxy",
    operations("on another machine over a network of their own, or one that encrypts"),
  ),
  row(
    "V12.3.4",
    2,
    "certificates of our own servers",
    operations("Across machines put `?sslmode=verify-full` behind the address"),
  ),
];

const plain = login("production takes a plain login");
const asksNobody = means(
  "the server asks nobody: no request leaves it but to its database, its mail server and its bucket of files",
);
const beside = secure("what lies beside the product is not served: sources, their history, folders, settings");
export const configuration = [
  row("V13.1.1", 2, "written down: what it talks to", operations("## 11. What it talks to")),
  row(
    "V13.2.1",
    2,
    "each server has its own account",
    plain,
    operations("a login of its own for each, never the owner for requests"),
  ),
  row(
    "V13.2.2",
    2,
    "with no more power than it needs",
    login("production refuses the owner of a table, whoever may become that owner, and the owner of the schema"),
    rowPolicies("the role of the product has no login, no power, and owns nothing"),
  ),
  row(
    "V13.2.3",
    2,
    "no passwords that come with it",
    noHttp,
    tests("services/database/cluster.test.ts")(
      "the password is random, private and asked for; the data waits for the disk",
    ),
  ),
  row("V13.2.4", 2, "it reaches what it must, and nothing else", asksNobody, operations("| C9 |")),
  row("V13.2.5", 2, "so does the web server", asksNobody, operations("| C9 |")),
  row(
    "V13.3.1",
    2,
    "secrets are kept apart",
    clean("no secrets"),
    operations("hand them over from a file that only it can read, or from a vault"),
    operations("| C10 |"),
  ),
  row("V13.3.2", 2, "for who needs them", operations("| C10 |")),
  row("V13.4.1", 1, "no history of the sources", beside, operations("| C6 |")),
  row(
    "V13.4.2",
    2,
    "nothing for developers in production",
    noHttp,
    refusals("a failure of ours shows a reference and nothing else; the log has the rest, without what people typed"),
  ),
  row("V13.4.3", 2, "no lists of folders", beside, operations("| C6 |")),
  row("V13.4.4", 2, "no TRACE", gate("only GET, HEAD and POST")),
  row("V13.4.5", 2, "no address that nobody meant", strangers("the census knows every address"), beside),
];
