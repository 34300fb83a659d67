import { act } from "#db/seed/acts.ts";
import { answerConsent } from "#app/services/showcase/showcase.server.ts";
import { answerByLink, sendLinkCode } from "#app/services/team/guardian-links.server.ts";
import { systemContextOf, codeFor, guardianLink } from "#db/seed/parents.ts";
import { approve, makersOf, sayYes, showcaseIdOf, tellResult, writeAndAsk } from "#db/seed/showing.ts";
import type { Living } from "./town-living.ts";
import { signedAs } from "./town-working.ts";
import { withWords } from "./typed-words.ts";

const told = {
  title: "Pompen die waarschuwen",
  asked_for: "Storingen voor zijn.",
  made: "Een model.",
  changed: "Minder nachtritten.",
  quote: "Wij slapen weer door.",
  quote_by: "De monteurs",
};
/**
 * Makes a result for everybody in every state: being written, asked, and shown; one of the makers is a minor whose
 * guardian has the question. Answers the guardian's link.
 */
export async function showcases(town: Living): Promise<string> {
  const { w, c, at, raw } = town;
  const minor = c.students[5] ?? "";
  await raw`
    insert into members (id, assignment_id, centre_id, organization_id, person_id, role, side, status, created_at)
    select gen_random_uuid(), id, centre_id, organization_id, ${minor}, 'student', 'education', 'left', now()
    from assignments where id = ${at("implemented")}`;
  await act(w, c.teacher, "showcase", at("anchoring"), "write_showcase", told);
  const asked = { w, c, id: at("implemented") };
  await writeAndAsk(asked, told);
  const refuses = { explanation: "Onze concurrent leest mee." };
  await act(w, c.owner, "showcase", await showcaseIdOf(asked), "refuse_showcase", refuses);
  await rewritten(asked);
  await guardianAgrees(town, asked.id);
  await rewritten(asked);
  await asMinor(town, asked.id, "ouder@resultaat.nl");
  await shownAgain({ w, c, id: at("shown") });
  return `/toestemming-resultaat/${await guardianLink(w, asked.id, "ouder@resultaat.nl")}`;
}
type Asked = Parameters<typeof showcaseIdOf>[0];
/** The team writes it anew and asks everybody again. */
async function rewritten(line: Asked) {
  const id = await showcaseIdOf(line);
  await act(line.w, line.c.teacher, "showcase", id, "rewrite_showcase", { ...told, made: "Een beter model." });
  await act(line.w, line.c.teacher, "showcase", id, "ask_showcase");
}
/** The centre takes a result down; written anew, it is shown again. */
async function shownAgain(line: Asked) {
  await tellResult(line, told);
  const takes = { explanation: "Er stond een naam in." };
  await act(line.w, line.c.coordinator, "showcase", await showcaseIdOf(line), "withdraw_showcase", takes);
  await rewritten(line);
  await approve(line, "named");
  for (const maker of await makersOf(line)) await sayYes(line, maker.id, "full_name");
}
/** A minor says yes and names a guardian; answers the name that was given. */
async function asMinor({ w, c }: Living, id: string, email: string): Promise<string> {
  const filled = { naming: "first_name", name: "Jan Ouder", email, consent: "on" };
  const said = withWords("showcase_consent", "give_as_minor", filled);
  await answerConsent(await w.as(c.students[5] ?? ""), id, "minor", said, null);
  return String(said.name);
}
async function guardianAgrees(town: Living, id: string) {
  const email = "ouder.ja@resultaat.nl";
  const name = await asMinor(town, id, email);
  const [all, token] = [systemContextOf(town.w), await guardianLink(town.w, id, email)];
  await sendLinkCode(all, "showcase_guardian", token);
  const signed = signedAs("showcase_consent", "guardian_agrees", name);
  await answerByLink(all, "showcase_guardian", token, true, {
    ...signed,
    consent: "on",
    code: await codeFor(town.w, id, email),
  });
}
