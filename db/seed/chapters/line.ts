import type { Obligation } from "#app/domain/words.ts";
import type { Cast } from "../cast.ts";
import type { Telling } from "../telling.ts";
import type { World } from "../world.ts";

/** Tells where a story has got to. `openTo` and `claimDays`: for whom the question is published, and for how many days. */
export type Line = {
  w: World;
  c: Cast;
  id: string;
  obligation: Obligation;
  block: string;
  tell: Telling;
  openTo?: "public" | "centre";
  claimDays?: number;
  file: (title: string) => Promise<{ storageKey: string; stored?: { size: number; sha256: string; type: string } }>;
};
export type Chapter = (line: Line) => Promise<unknown>;
