import { each, formRead, on, type FormRead } from "#app/domain/fields/read-again.ts";
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
const scan = on("community.selfScan", "own");
const outcomes = on("community.outcomes", "own");

/** The forms of a community, and who reads again what they ask (docs/domain.md 7). */
export const communityForms: Readonly<Record<string, FormRead>> = {
  foundingFields: formRead(foundingFields({ institutions: [], guides: [], offers: [] }), {
    ...each(["name", "about"], on("centre.centre", "everybody")),
    ...each(["form", "organization", "levels", "offers"], build),
    ...each(["guide", "claim_right"], people),
  }),
  ambitionFields: formRead(ambitionFields, { text: build }),
  partnerFields: formRead(partnerFields, { organization: on("community.partners", "community") }),
  commitmentFields: formRead(commitmentFields, {
    ...each(["organization", "year", "assignments", "hours", "owner"], build),
    euros: on("community.community", "community_money"),
  }),
  memberFields: formRead(memberFields, { person: people, participation: people, claim_right: people }),
  levelFields: formRead(levelFields, { participation: people }),
  contactFields: formRead(contactFields, { name: people, stands_for: people }),
  meetingFields: formRead(meetingFields, each(["subject", "host", "place", "starts", "minutes"], meeting)),
  minutesFields: formRead(minutesFields, { present: on("community.meeting", "community_members"), notes: meeting }),
  selfScanFields: formRead(selfScanFields, { moment: scan, ...each(principles, scan) }),
  outcomeFields: formRead(outcomeFields, { moment: outcomes, ...each(outcomePoints, outcomes) }),
  pulseFields: formRead(pulseFields, {
    score: on("community.review", "community_mean"),
    line: on("community.review", "community_leads"),
  }),
  storyFields: formRead(storyFields, { who: stories, for_whom: stories, changed: stories }),
  peerReviewFields: formRead(
    peerReviewFields,
    each(["reviewer", "centre", "place", "seen_on", "saw", "advice", "answer"], peers),
  ),
  reflectionFields: formRead(reflectionFields, { text: on("community.reflections", "community_guides") }),
  contributionFields: formRead(
    contributionFields,
    each(["organization", "kind", "what", "hours", "rate", "amount", "from_on", "to_on", "proof"], money),
  ),
};
