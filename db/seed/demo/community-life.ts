import type { Context } from "#app/services/context.ts";
import type { World } from "../world.ts";
import type { Company, Staff } from "./people.ts";

/** Says what is told of a community in `communities.json`. */
export type CommunityStory = {
  hr: string;
  ambition: [string, string];
  endUser: [name: string, standsFor: string];
  meetings: string[];
  stories: [who: string, forWhom: string, changed: string][];
  peers: [reviewer: string, place: string, saw: string, advice: string, answer: string][];
  reflection: string;
};
export const days = 86_400_000;
/** A community, who lives in it, and the moment it has got to (`w`). */
export type Life = {
  w: World;
  id: string;
  staff: Staff;
  partners: readonly Company[];
  story: CommunityStory;
  as: (person: string) => Promise<Context>;
};
