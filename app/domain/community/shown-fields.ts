import { each, shownForm, on, type ShownForm } from "#app/domain/fields/shown.ts";
import {
  ambitionFields,
  commitmentFields,
  contactFields,
  contributionFields,
  foundingFields,
  levelFields,
  meetingFields,
  memberFields,
  minutesFields,
  outcomeFields,
  partnerFields,
  peerReviewFields,
  pulseFields,
  reflectionFields,
  selfScanFields,
  storyFields,
} from "./forms.ts";
import { outcomePoints, principles } from "./words.ts";

const build = on("community.community", "community");
const people = on("community.people", "community");
const meeting = on("community.meeting", "community");
const peers = on("community.peerVisits", "community_members");
const money = on("community.money", "community_money");
const stories = on("community.stories", "community");
const scan = on("community.community", "community_mean");
const outcomes = on("community.review", "community_mean");

/** Holds the forms of a community, and who reads again what they ask (docs/domain.md 7). */
export const communityForms: Readonly<Record<string, ShownForm>> = {
  foundingFields: shownForm(foundingFields({ institutions: [], guides: [], offers: [] }), {
    ...each(["name", "about"], on("centre.centre", "everybody")),
    ...each(["form", "organization", "levels", "offers"], build),
    ...each(["guide", "claim_right"], people),
  }),
  ambitionFields: shownForm(ambitionFields, { text: build }),
  partnerFields: shownForm(partnerFields, { organization: on("community.partners", "community") }),
  commitmentFields: shownForm(commitmentFields, {
    ...each(["organization", "year", "assignments", "hours", "owner"], build),
    euros: on("community.community", "community_money"),
  }),
  memberFields: shownForm(memberFields, { person: people, participation: people, claim_right: people }),
  levelFields: shownForm(levelFields, { participation: people }),
  contactFields: shownForm(contactFields, { name: people, stands_for: people }),
  meetingFields: shownForm(meetingFields, each(["subject", "host", "place", "starts", "minutes"], meeting)),
  minutesFields: shownForm(minutesFields, { present: on("community.meeting", "community_members"), notes: meeting }),
  selfScanFields: shownForm(selfScanFields, { moment: scan, ...each(principles, scan) }),
  outcomeFields: shownForm(outcomeFields, { moment: outcomes, ...each(outcomePoints, outcomes) }),
  pulseFields: shownForm(pulseFields, {
    score: on("community.review", "community_mean"),
    line: on("community.review", "community_leads"),
  }),
  storyFields: shownForm(storyFields, { who: stories, for_whom: stories, changed: stories }),
  peerReviewFields: shownForm(
    peerReviewFields,
    each(["reviewer", "centre", "place", "seen_on", "saw", "advice", "answer"], peers),
  ),
  reflectionFields: shownForm(reflectionFields, { text: on("community.reflections", "community_guides") }),
  contributionFields: shownForm(
    contributionFields,
    each(["organization", "kind", "what", "hours", "rate", "amount", "from_on", "to_on", "proof"], money),
  ),
};
