/** Answers the system gives where a person would have filled in a form. */
export const reasonFor = { rivals: { reason: "ander_team_gekozen", personal_line: "" } } as const;
