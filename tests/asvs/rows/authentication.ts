import { gap, row, says, tests, without } from "../row.ts";
import {
  accounts,
  env,
  federated,
  means,
  passwords,
  routes,
  secondFactor,
  secondStep,
  secure,
  signing,
  throttles,
  trust,
} from "../sources.ts";

const sprayed = tests("http/spraying.test.ts")(
  "a thousand sprayed tries refuse nobody else: a class behind one address and people in known browsers get in at once",
);
const anyComposition = passwords("twelve characters and no other rule: any composition will do, up to 256");
const refused = passwords(
  "what many choose, repeats, and what is made of the product's or the person's own words is refused",
);
const exactly = passwords("a password is right exactly as it was typed, and kept as argon2id with a salt of its own");
const changed = secure(
  "a password or an address is changed by who knows the present password; every other session ends",
);
const typed = secure("a password is typed out of sight, pasted and filled in by whatever keeps it");
const minutes = tests("domain/account/links.test.ts")(
  "what opens an account lives minutes and ends with a proof; what lives days opens none",
);
const codes = signing("a wrong, an old, a used and a guessed code sign nothing; five wrong tries end it");
const onceByApp = secondFactor(
  "a code of the app works once, a step early or late, never twice and never an older one; the same form is one use",
);
const afterPassword = secondStep(
  "after the password the second step: a code once, a recovery code once, and a new password does not pass it by",
);
const chance = means(
  "secrets are made of chance that nobody can guess, each of 128 bits and more but for codes that people type",
);
const waysIn = trust("There are these ways in and no others");

export const authentication = [
  row(
    "V6.1.1",
    1,
    "written down: what stops guessing, without locking anybody out",
    trust("Tries are counted per account, connection, network and known browser"),
    trust("a known browser with the right password gets in"),
  ),
  row("V6.1.2", 2, "written down: words no password may be made of", trust("Words that no password may be made of")),
  row("V6.1.3", 2, "written down: every way in", waysIn),
  row("V6.2.1", 1, "length", anyComposition),
  row("V6.2.2", 1, "people change their password", changed),
  row("V6.2.3", 1, "with the present one", changed),
  row("V6.2.4", 1, "not one of those that most people choose", refused),
  row("V6.2.5", 1, "no rules of composition", anyComposition),
  row("V6.2.6", 1, "typed out of sight", typed),
  row("V6.2.7", 1, "pasting and password managers", typed),
  row("V6.2.8", 1, "looked at as it was typed", exactly),
  row("V6.2.9", 2, "long ones are welcome", anyComposition, exactly),
  row("V6.2.10", 2, "no password ends by itself", trust("A password has no end of its own")),
  row("V6.2.11", 2, "not made of our own words", refused),
  row("V6.2.12", 2, "not one that leaked", refused),
  row(
    "V6.3.1",
    1,
    "guessing and stuffing get nowhere",
    sprayed,
    throttles("refused tries count for nothing: after five hundred of them one waits no longer than after one"),
    throttles("tries at the same moment are counted each"),
  ),
  row(
    "V6.3.2",
    1,
    "no accounts that come with it",
    env('production refuses ${name}=${value || "(empty)"} and names it'),
  ),
  row(
    "V6.3.3",
    2,
    "two factors",
    secondFactor(
      "who needs a factor: by the switch of a centre they work in or for, and who administers the platform where it is real",
    ),
    secondStep("who is half in is nobody: every page and form answers as to a visitor, or leads to the second step"),
  ),
  row(
    "V6.3.4",
    2,
    "no other way in, and none weaker",
    routes(
      "only logging in, leaving, language, one-time links and codes, off links and own drafts change something without a person",
    ),
    accounts(
      "nobody is logged in with an address that is not proved: one page sends a new link, which asks a new password",
    ),
    waysIn,
  ),
  row(
    "V6.4.1",
    1,
    "first secrets are random, short-lived and used once",
    minutes,
    accounts("a link from a letter works once, however often its form is sent: the twins get the first answer"),
    chance,
  ),
  row(
    "V6.4.2",
    1,
    "no questions about one's past",
    waysIn,
    tests("services/privacy/register.test.ts")(
      "every column of every table stands in the register, once, and nothing else does",
    ),
  ),
  row(
    "V6.4.3",
    2,
    "a reset does not walk around the second factor",
    afterPassword,
    accounts("a forgotten password: one link, once, and every session ends"),
  ),
  row(
    "V6.4.4",
    2,
    "a lost factor is replaced by who is proved as well",
    secondFactor(
      "a coordinator takes everything away of who lost it, in the own centre only: sessions end, the log and a letter say so",
    ),
  ),
  row("V6.5.1", 2, "codes work once", codes, onceByApp),
  row(
    "V6.5.2",
    2,
    "recovery codes are kept hashed",
    secondFactor(
      "ten recovery codes: kept as hashes, each once, typed as people do; fresh ones end the old; its owner hears of each",
    ),
  ),
  row("V6.5.3", 2, "codes and seeds are random", chance),
  row(
    "V6.5.4",
    2,
    "codes have six digits or more",
    says("app/services/account/codes.server.ts", "randomInt(0, 1_000_000)"),
  ),
  row("V6.5.5", 2, "codes live ten minutes, those of an app a minute and a half", codes, onceByApp),
  without("V6.6.1", 2, "telephone", "no code goes by telephone"),
  row("V6.6.2", 2, "a code is for what it was asked for", codes),
  row("V6.6.3", 2, "codes cannot be guessed", codes),
  gap("V6.8.1", 2, "identities of several providers stay apart", federated),
  gap("V6.8.2", 2, "assertions are signed", federated),
  without("V6.8.3", 2, "SAML", "none; a federation would speak OpenID Connect"),
  gap("V6.8.4", 2, "how strongly a provider knew somebody", federated),
];

const idle = tests("services/account/sessions.test.ts")(
  "a session of ${kind} ends after ${idle / hours} idle hours, not before",
);
const whole = tests("services/account/sessions.test.ts")(
  "a session of ${kind} ends after ${whole / hours} hours, however busy",
);
const hashed = tests("services/account/sessions.test.ts")(
  "what the database holds opens nothing: the row's id is the hash of the token",
);
const loggedOut = accounts(
  "a session is a cookie no script reads, of which only the hash is kept; logging out ends it",
);
const cookies = secure(
  "over https every cookie is for this host alone, travels encrypted and is out of reach of scripts",
);
export const sessionRows = [
  row(
    "V7.1.1",
    2,
    "written down: how long a session lasts, and why",
    trust("That is longer than NIST SP 800-63B's half hour"),
  ),
  row("V7.1.2", 2, "written down: how many sessions at once", trust("A person may have any number of sessions")),
  row(
    "V7.1.3",
    2,
    "written down: sessions of a federation",
    trust("There is no federated login, so no session depends on another party"),
  ),
  row("V7.2.1", 1, "the server knows the sessions", hashed, loggedOut),
  row("V7.2.2", 1, "each login has its own token", cookies, hashed),
  row("V7.2.3", 1, "tokens are random", cookies),
  row(
    "V7.2.4",
    1,
    "a new token at login",
    tests("services/account/sessions.test.ts")(
      "logging in again gives a new id and ends the old one of that browser; ending all but this one leaves this one",
    ),
  ),
  row("V7.3.1", 2, "idle sessions end", idle),
  row("V7.3.2", 2, "every session ends", whole),
  row("V7.4.1", 1, "what ended opens nothing", loggedOut),
  row(
    "V7.4.2",
    1,
    "who is disabled is nobody",
    tests("services/account/sessions.test.ts")("a person who was disabled is nobody at once"),
  ),
  row(
    "V7.4.3",
    2,
    "a new password ends the other sessions",
    changed,
    accounts("a forgotten password: one link, once, and every session ends"),
  ),
  row(
    "V7.4.4",
    2,
    "logging out is on every page",
    tests("http/forms/met.test.ts")("every page of who is logged in has a way to log out"),
  ),
  row(
    "V7.4.5",
    2,
    "an administrator ends somebody's sessions",
    tests("services/account/sessions.test.ts")("a person who was disabled is nobody at once"),
    tests("services/administration/disabling.test.ts")(
      "at once every session and every kind of link ends, feeds stop, and no letter leaves",
    ),
  ),
  row("V7.5.1", 2, "the password is asked again before an address or a password changes", changed),
  gap(
    "V7.5.2",
    2,
    "sessions are seen and ended, after a second look",
    "they are seen and ended at once: who sees one that is not theirs is not kept from ending it by a second question",
    accounts("one sees one's sessions and ends another one"),
  ),
  row(
    "V7.5.3",
    3,
    "what counts most asks a second proof",
    codes,
    tests("http/fresh-proof.test.ts")(
      "every form that gives or takes rights, and every one of the own account, asks it",
    ),
  ),
  gap("V7.6.1", 2, "sessions of a federation end as agreed", federated),
  row(
    "V7.6.2",
    2,
    "a session begins by an act",
    accounts("a link from a letter works once, however often its form is sent: the twins get the first answer"),
    routes(
      "only logging in, leaving, language, one-time links and codes, off links and own drafts change something without a person",
    ),
  ),
];

const forged = accounts("too many tries make one wait, never forever, and never in a browser that is known");
const purpose = trust("each with its own purpose in it");
export const tokens = [
  row("V9.1.1", 1, "the mark of a known browser is sealed", forged),
  row(
    "V9.1.2",
    1,
    "with one algorithm",
    means(
      "what is hashed is hashed with SHA-256; one file encrypts, with AES-256-GCM, and keys wear no other algorithm",
    ),
  ),
  row(
    "V9.1.3",
    1,
    "under a key of the installation",
    env("no setting is asked for that nothing reads"),
    trust("`TOKEN_SECRET` is known to the servers of one installation and nobody else"),
  ),
  row(
    "V9.2.1",
    1,
    "it ends with the password it rests on",
    trust("a cookie that opens nothing, rests on the password and ends with it"),
  ),
  row("V9.2.2", 2, "it is good for one purpose", purpose, forged),
  row("V9.2.3", 2, "and for this installation", purpose),
  row(
    "V9.2.4",
    2,
    "no key serves two audiences",
    trust("`TOKEN_SECRET` is known to the servers of one installation and nobody else"),
  ),
];
