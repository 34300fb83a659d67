import type { Assignment } from "#app/domain/matching/instance.ts";

/** Returns an assignment of one team that asks nothing of anybody but how many they are. */
export const plainAssignment = (id: string, size: Assignment["size"]): Assignment => ({
  id,
  size,
  teams: 1,
  hours: 0,
  required: [],
  desired: [],
  disciplines: [],
  mix: { mbo: 0, hbo: 0 },
  guides: [],
  stars: [],
  veto: [],
});
