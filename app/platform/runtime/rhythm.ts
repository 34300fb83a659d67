/** How often the server does by itself what it does by itself, in milliseconds. */
export const rhythm = { post: 2000, clocks: 60_000, matching: 1000, leftovers: 3_600_000 } as const;
