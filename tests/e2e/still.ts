/**
 * Presses something where it is, by a real mouse. The browser of these journeys draws no frames
 * (`playwright.config.ts`), so waiting until a thing stood still for two frames would never end; pages do stand still.
 */
export const still = { force: true } as const;
