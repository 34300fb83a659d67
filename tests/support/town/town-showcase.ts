import type { Sql } from "postgres";
import type { At } from "./town-stories.ts";
import { act } from "#db/seed/acts.ts";
import { type Cast } from "#db/seed/cast.ts";
import { answerConsent } from "#app/services/showcase/showcase.server.ts";
import { guardianLink } from "#db/seed/parents.ts";
import { tellResult, writeAndAsk } from "#db/seed/showing.ts";
import { type World } from "#db/seed/world.ts";

/**
 * A result for everybody in every state: being written, asked, and shown; one of the makers is a minor whose guardian
 * has the question. Answers the guardian's link.
 */
export async function showcases(w: World, c: Cast, at: At, raw: Sql): Promise<string> {
  const told = {
    title: "Pompen die waarschuwen",
    asked_for: "Storingen voor zijn.",
    made: "Een model.",
    changed: "Minder nachtritten.",
    quote: "",
    quote_by: "",
  };
  const minor = c.students[5] ?? "";
  await raw`
    insert into members (id, assignment_id, centre_id, organization_id, person_id, role, side, status, created_at)
    select gen_random_uuid(), id, centre_id, organization_id, ${minor}, 'student', 'education', 'left', now()
    from assignments where id = ${at("implemented")}`;
  await act(w, c.teacher, "showcase", at("anchoring"), "write_showcase", told);
  await writeAndAsk({ w, c, id: at("implemented") }, told);
  await answerConsent(
    await w.as(minor),
    at("implemented"),
    "minor",
    { naming: "first_name", name: "Ouder", email: "ouder@resultaat.nl", consent: "on" },
    null,
  );
  await tellResult({ w, c, id: at("shown") }, told);
  return `/toestemming-resultaat/${await guardianLink(w, at("implemented"), "ouder@resultaat.nl")}`;
}
