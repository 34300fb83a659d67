type Persona = { role: string; centre: string | null; ageBand: string | null };
const roles = ["client_owner", "teacher", "student", "business_developer", "coordinator", "employee", "quality_owner"];

/** Whom to begin with: one of each main role, of one centre where it has them all, and a student who is not 18 yet. */
export function starters<P extends Persona>(people: readonly P[]): P[] {
  const at = (centre: string | null, role: string) => people.find((p) => p.role === role && p.centre === centre);
  const centre = people.find((p) => roles.every((role) => at(p.centre, role)))?.centre ?? null;
  const each = roles.flatMap((role) => at(centre, role) ?? people.find((p) => p.role === role) ?? []);
  const minor = people.find((p) => p.ageBand === "16_17");
  return minor && !each.includes(minor) ? [...each, minor] : each;
}
