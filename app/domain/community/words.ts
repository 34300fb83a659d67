/**
 * Lists what somebody judges a community by, 1-5 each (docs/domain.md 7.2). The owner has yet to confirm the seven
 * names (docs/domain.md O10).
 */
export const principles = ["ambition", "connector", "content", "social", "space", "tools", "time"] as const;
export type Principle = (typeof principles)[number];
/** A member fills in the self-scan at these three moments, once at each. */
export const selfScanMoments = ["start", "middle", "end"] as const;
export type SelfScanMoment = (typeof selfScanMoments)[number];
/** A contribution is made in cash, in hours (hours × rate), or in kit (its value). */
export const contributionKinds = ["cash", "hours", "kit"] as const;
export type ContributionKind = (typeof contributionKinds)[number];
/** Lists a group around a theme that develops practice, or one whose assignments decide what is learned (docs/domain.md 2.1). */
export const communityForms = ["cop", "cfd"] as const;
export type CommunityForm = (typeof communityForms)[number];
/** Lists what an employee says that taking part brings, 1-5 each, at the start and at the end (docs/domain.md 7.5). */
export const outcomePoints = ["knowledge", "network", "use", "teaching"] as const;
export type OutcomePoint = (typeof outcomePoints)[number];
export const outcomeMoments = ["start", "end"] as const;
export type OutcomeMoment = (typeof outcomeMoments)[number];
/**
 * Says how much somebody takes part, from the people who carry it to those who only read along (docs/domain.md 7.6).
 */
export const participationLevels = ["core", "active", "occasional", "reading"] as const;
export type ParticipationLevel = (typeof participationLevels)[number];
/** Says what somebody is when nothing was chosen. */
export const usualLevel: ParticipationLevel = "active";
/** Lists the four tabs, by the last word of their address; the first is the address itself. */
export const communityTabs = ["bouwen", "beoordelen", "betalen", "borgen"] as const;
export type CommunityTab = (typeof communityTabs)[number];
