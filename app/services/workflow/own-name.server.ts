import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { textIn } from "#app/domain/fields/text-in.ts";
import { holdsFamilyName, signsAsSelf } from "#app/domain/agreement/own-name.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { nameOf } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";

/**
 * Refuses `other_name` beside each field for one's own name that holds somebody else's: nobody signs for another. Answers what the
 * account is called now, to be kept with the signature.
 */
export async function refuseOtherName(
  { db, actor }: Pick<Inside, "db" | "actor">,
  fields: Fields,
  answers: Answers,
): Promise<string> {
  const signed = Object.keys(fields).filter((id) => {
    const field = fields[id];
    return field?.kind === "line" && field.fixed === "own_name";
  });
  const about = signed.length ? ((await nameOf(db, actor.id)) ?? "") : "";
  const others = signed.filter((id) => !signsAsSelf(textIn(answers[id]), about));
  if (others.length) refuseFields(Object.fromEntries(others.map((id) => [id, { code: "other_name", about }])));
  return about;
}
/**
 * Refuses `other_guardian` beside the field for a name that does not hold the family name of whom the student named; where the
 * student wrote no family name there is nothing to hold it against.
 */
export function refuseOtherGuardian(written: string, named = ""): void {
  if (holdsFamilyName(named) && !signsAsSelf(written, named))
    refuseFields({ full_name: { code: "other_guardian", about: named } });
}
