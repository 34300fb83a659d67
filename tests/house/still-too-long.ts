/**
 * What is still over the limits of size, with the size it may have at most. The list only gets shorter: a new entry
 * is a mistake, and an entry that came within its limit fails the test until it is removed.
 */
export const stillTooLong: Readonly<Record<"files" | "functions", Readonly<Record<string, number>>>> = {
  files: {
    "db/seed/national/rooms.ts": 384,
  },
  functions: {
    "db/seed/national/rooms.ts promises": 102,
    "db/seed/national/rooms.ts rounds": 92,
  },
};
