type Persona = { role: string; centre: string | null; ageBand: string | null; running: number };
const roles = ["client_owner", "teacher", "student", "business_developer", "coordinator", "employee", "quality_owner"];

/**
 * The people to begin with: one of each main role, from the centre that has them all and whose company has most to do,
 * and a student who is not 18 yet.
 */
export function starters<P extends Persona>(people: readonly P[]): P[] {
  const at = (centre: string | null, role: string) =>
    people.find((p) => p.role === role && p.centre === centre && p.ageBand !== "16_17");
  const owners = people.filter((p) => p.role === "client_owner" && roles.every((role) => at(p.centre, role)));
  const centre = owners.sort((x, y) => y.running - x.running)[0]?.centre ?? null;
  const each = roles.flatMap((role) => at(centre, role) ?? people.find((p) => p.role === role) ?? []);
  const minor = people.find((p) => p.ageBand === "16_17");
  return minor && !each.includes(minor) ? [...each, minor] : each;
}
