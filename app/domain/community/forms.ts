import { when } from "#app/domain/fields/days.ts";
import type { Field, Fields } from "#app/domain/fields/fields.ts";
import { levels, type Obligation } from "#app/domain/words.ts";
import {
  communityForms,
  contributionKinds,
  participationLevels,
  principles,
  selfScanMoments,
  outcomeMoments,
  outcomePoints,
} from "./words.ts";

/** Holds the forms of a community (docs/domain.md 7): what each asks, once. Money in cents, hours that were worked in minutes. */
const line = { kind: "line", required: true, max: 120 } as const satisfies Field;
const partner = { kind: "pick", required: true, from: "community_partners" } as const satisfies Field;
const mark = { kind: "choice", required: true, options: ["1", "2", "3", "4", "5"] } as const satisfies Field;
const mostHours = 100_000;

/** Returns a new community: what it is, who leads it, and its first guide. Lists known at run time are given. */
export const foundingFields = ({
  institutions,
  guides,
  offers,
}: {
  institutions: readonly string[];
  guides: readonly string[];
  offers: readonly Obligation[];
}) =>
  ({
    name: line,
    about: { kind: "line", max: 300 },
    form: { kind: "choice", required: true, options: communityForms },
    organization: { kind: "choice", required: true, options: institutions },
    levels: { kind: "choices", required: true, options: levels },
    offers: { kind: "choices", required: true, options: offers },
    guide: { kind: "choice", required: true, options: guides },
    claim_right: { kind: "check" },
  }) as const satisfies Fields;
export const ambitionFields = { text: { kind: "text", required: true, max: 4000 } } as const satisfies Fields;
export const partnerFields = {
  organization: { kind: "pick", required: true, from: "centre_organizations" },
} as const satisfies Fields;
export const commitmentFields = {
  organization: partner,
  year: { kind: "pick", required: true, from: "commitment_years" },
  assignments: { kind: "whole", required: true, min: 0, max: 1000 },
  hours: { kind: "whole", counts: "hours", required: true, min: 0, max: mostHours },
  euros: { kind: "money", required: true },
  owner: line,
} as const satisfies Fields;
const participation = { kind: "choice", options: participationLevels } as const satisfies Field;
/** Says what is asked of a member who gets no right to claim by it. */
const plainMemberFields = {
  person: { kind: "pick", required: true, from: "community_people" },
  participation,
} as const satisfies Fields;
export const memberFields = { ...plainMemberFields, claim_right: { kind: "check" } } as const satisfies Fields;
/** Returns the form for one more member: with the right to claim, or without. */
export const memberFieldsWith = (right: boolean): typeof memberFields | typeof plainMemberFields =>
  right ? memberFields : plainMemberFields;
export const levelFields = { participation: { ...participation, required: true } } as const satisfies Fields;
export const contactFields = {
  name: line,
  stands_for: { kind: "line", required: true, max: 200 },
} as const satisfies Fields;
export const meetingFields = {
  subject: line,
  host: partner,
  place: line,
  starts: { kind: "date", required: true, time: true, when: when.around(1, 2) },
  minutes: { kind: "whole", required: true, min: 15, max: 1440 },
} as const satisfies Fields;
export const minutesFields = {
  present: { kind: "picks", from: "community_members" },
  notes: { kind: "text", max: 8000 },
} as const satisfies Fields;
export const selfScanFields = {
  moment: { kind: "choice", required: true, options: selfScanMoments },
  ...(Object.fromEntries(principles.map((p) => [p, mark])) as Record<(typeof principles)[number], typeof mark>),
} as const satisfies Fields;
export const outcomeFields = {
  moment: { kind: "choice", required: true, options: outcomeMoments },
  ...(Object.fromEntries(outcomePoints.map((p) => [p, mark])) as Record<(typeof outcomePoints)[number], typeof mark>),
} as const satisfies Fields;
export const pulseFields = { score: mark, line: { kind: "line", max: 200 } } as const satisfies Fields;
export const storyFields = {
  who: line,
  for_whom: line,
  changed: { kind: "text", required: true, max: 2000 },
} as const satisfies Fields;
/** Holds the choice beside the centres for a colleague who works at none of them; then `place` says where. */
export const elsewhere = "elsewhere";
export const peerReviewFields = {
  reviewer: line,
  centre: { kind: "pick", required: true, from: "other_centres" },
  place: { kind: "line", max: 120 },
  seen_on: { kind: "date", required: true, when: when.past(5) },
  saw: { kind: "text", required: true, max: 4000 },
  advice: { kind: "text", required: true, max: 4000 },
  answer: { kind: "text", max: 4000 },
} as const satisfies Fields;
export const reflectionFields = { text: { kind: "text", required: true, max: 8000 } } as const satisfies Fields;
/** Asks what was given: it lies in the past, and its hours are typed as the hours of an assignment are. */
export const contributionFields = {
  organization: partner,
  kind: { kind: "choice", required: true, options: contributionKinds },
  what: line,
  hours: { kind: "duration", min: 1, max: mostHours * 60 },
  rate: { kind: "money" },
  amount: { kind: "money" },
  from_on: { kind: "date", required: true, when: when.past(5) },
  to_on: { kind: "date", required: true, when: when.pastFrom("from_on", 5) },
  proof: { kind: "line", required: true, max: 400 },
} as const satisfies Fields;
