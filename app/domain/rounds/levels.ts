import type { StudyLevel } from "#app/domain/matching/instance.ts";
import type { Level, Track } from "#app/domain/words.ts";

/** Tracks and levels of vocational education; everything else is higher education (docs/domain.md 2). */
const mbo: readonly string[] = ["mbo", "mbo-2", "mbo-3", "mbo-4", "bol", "bbl"] satisfies (
  | StudyLevel
  | Level
  | Track
)[];
/** Tells whether a level or a track is one of vocational education. */
export const isMbo = (levelOrTrack: string): boolean => mbo.includes(levelOrTrack);
