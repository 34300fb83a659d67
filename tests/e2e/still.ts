/**
 * How something is pressed: where it is, by a real mouse. The browser of these journeys draws no frames
 * (`playwright.config.ts`), so it is not waited until a thing has stood still for two of them; pages stand still.
 */
export const still = { force: true } as const;
