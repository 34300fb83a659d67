import { act } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { World } from "#db/seed/world.ts";

/** Adds an obstacle that the company is to take away, and a concern that is confided. */
export async function troubled(w: World, c: Cast, id: string): Promise<void> {
  await act(w, c.teacher, "flag", id, "raise_flag", {
    flag_kind: "obstacle",
    flag_what: "Wij kunnen niet bij de meetgegevens.",
    flag_owner: c.owner,
  });
  await act(w, c.students[0] ?? "", "flag", id, "raise_concern", {
    flag_kind: "safety",
    flag_what: "De vloer is glad.",
  });
}
