import type { ClockId, NoticeClockId } from "#app/domain/workflow/clocks.ts";
import type { letters as nl } from "#app/i18n/nl/letters/letters.ts";
import { ask } from "./asks.ts";
import { roles } from "./roles.ts";

const task: Record<ClockId, string> = {
  triage: "Decide about the question that was submitted",
  intake: "Finish the intake",
  draft_reply: "Complete the question",
  draft_idle: "Finish the draft",
  publish_on: "Publish the question",
  claim_window: "Claim the question",
  selection: "Choose a team",
  claim_valid: "Keep the claim valid",
  agreement: "Finish the agreement",
  proposal_reply: "Answer the proposal",
  guardian: "Answer the request for consent",
  start_by: "Start the assignment",
  team_repair: "Make the team complete again",
  report: "Write a progress report",
  sign_of_life: "Let us hear from the team",
  midterm: "Record the midterm review",
  milestone: "Reach the milestone or move it",
  flag: "Remove the obstacle, or say what is being done",
  concern: "Act on the concern that was reported",
  safety: "Act today on the concern about safety",
  delivery_due: "Deliver the assignment",
  quality: "Check the quality of the delivery",
  receipt: "See whether the delivery is complete",
  closing_review: "Finish the closing review",
  acceptance: "Test the result against the agreement",
  rework: "Deliver the repair",
  guarantee: "Report defects before the guarantee ends",
  guarantee_reply: "Answer the guarantee claim",
  payment: "Invoice or pay the instalment",
  impl_plan: "Make a plan for using the result",
  impl_check_3: "Tell us whether the result is in use",
  impl_check_6: "Tell us whether the result is in use",
  impl_check_12: "Tell us whether the result is in use",
  start_borging: "Start anchoring in education",
  anchoring: "Finish anchoring",
  study_plan: "Write down how the students continue",
  assessment: "Assess the work of the students",
  settle_amount: "Record the amount of the settlement together",
  pause_until: "Resume the assignment or extend the pause",
  dispute_talk: "Have the talk about the dispute",
  dispute_board: "Discuss the dispute in the steering group",
  dispute_mediation: "Look for a solution with the mediator",
};
const closes = "Then the coordinator may close the question, because no answer came.";
const decides = "Then the coordinator takes a decision.";
const next: Record<NoticeClockId, string> = {
  intake: closes,
  selection: closes,
  agreement: closes,
  midterm: "Then the project manager and the teacher may record the midterm review without the company.",
  closing_review: "Then the coordinator may finish the assignment without a closing review.",
  acceptance:
    "Then the agreement says what silence means. If it says nothing, the coordinator takes a decision. " +
    "That does not by itself accept the result.",
  impl_plan: "Then the business developer may record that the result is not in use.",
  impl_check_12: "Then the business developer may record that the result is not in use.",
};

export const letters: typeof nl = {
  secret: {
    subject: "There is a new message",
    text: "There is a new message about a confidential question. Read it on the website. This mail says nothing more.",
  },
  greeting: (name) => (name ? `Dear ${name},` : "Dear reader,"),
  what: {
    who: "Who",
    when: "When",
    reason: "Reason",
    comment: "Explanation",
    by: "Before the end of",
    doing: "What to do",
    question: "About",
  },
  happened: "A step was taken",
  by: (name, role) => (name ? `${name}, ${role}` : role),
  now: {
    heading: "What now",
    yours: (_, what) => `It is your turn: ${what}.`,
    instead: (who, missing) => `${who}, in place of ${missing}`,
    others: (who, what) => `Their turn: ${who}. The next step is: ${what}.`,
    nothing: () => "You do not have to do anything now.",
    before: (date) => `Do this by ${date}.`,
    theirs: (date) => `They have until ${date}.`,
    late: (date) => `The deadline was ${date}. Please do it as soon as you can.`,
    can: (_, moves) => `On the page you can now choose: ${moves}.`,
  },
  toYou: {
    invite: { invited_member: () => "invites you to the team" },
    plan: { anyone: () => "planned a milestone and asks you to reach it" },
    raise_flag: { anyone: () => "reported an obstacle and asks you to remove it" },
    hand_over_flag: { anyone: () => "asks you to remove an obstacle" },
    decline_claim: { interested_members: () => "did not choose the claim of your community" },
  },
  /** Says what a letter says of a quiet act to whoever may not know what was done. */
  hushed: {
    settle_dispute: "The dispute about the assignment is over",
  } as Readonly<Record<string, string>>,
  invited: {
    as: (role) => `Asked as: ${role.toLowerCase()}.`,
    waits: () =>
      "You can join once the agreement is signed; we will let you know. You can already say that you will not join.",
  },
  open: "See it on Samenspel",
  task,
  ask,
  next: (clock) => (next as Partial<Record<ClockId, string>>)[clock] ?? decides,
  notice: {
    reminder: (what) => `Reminder: ${lower(what)}`,
    last_notice: (what) => `Last notice: ${lower(what)}`,
    escalation: (what) => `Deadline passed: ${lower(what)}`,
    flag: (what) => `Please note: ${lower(what)}`,
    not_published: () => "Not published on the planned day",
    selection: () => "The time for claims is over: choose a team",
  },
  due: (date) => `The deadline is ${date}.`,
  was: (date) => `The deadline was ${date}. There is no answer yet.`,
  instalment: {
    noted: (label) => `Instalment: ${label}`,
    by: (day) => `To be paid: by ${day}`,
    waits: (label, open, day) => `Instalment: ${label}. Open: ${open}, to be paid by ${day}.`,
  },
  noticed: "This is the last notice before something changes.",
  until: (date) => `No answer by ${date}?`,
  decide: () => "The wait is over. You can now take a decision. See on the page what is possible.",
  notPublished:
    "On the planned day not everything was in order yet. The page says what is missing. Then you can publish or plan again.",
  reserve:
    "Your claim was not chosen. It is kept in reserve until the agreement is signed. You need not do anything now.",
  chosen: "Chosen",
  referred: (centre) => `The centre refers you to ${centre}.`,
  look: "See what is going on, and get in touch if needed.",
  code: {
    subject: "Code for signing",
    text: "With this code you confirm your signature. The code works for ten minutes, once.",
    warn: "Give this code to nobody. Did you not ask for a code? Then you do not have to do anything.",
  },
  guardian: {
    subject: "Request for consent",
    text: (title) =>
      `A student in your care wants to take part in the assignment ‘${title}’. The student is younger than ` +
      "18. That is why we ask for your consent.",
    secret:
      "A student in your care wants to take part in an assignment. The student is younger than 18. That is why we ask for your consent.",
    more: "The page says in short what it is about. You can consent, refuse or ask a question. A refusal has no effect on the study.",
    button: "Read and answer",
    start: {
      subject: "The assignment has started",
      text: "The assignment you gave permission for has started. Do you have questions? Then contact the teacher.",
    },
    stop: {
      subject: "The assignment has stopped",
      text: "The assignment you gave permission for has stopped. The teacher discusses with the student how to go on.",
    },
  },
  community: {
    subject: "Your community is invited",
    text: "A centre invites your learning community to a question. Log in to read the invitation.",
    button: "See the invitation",
  },
  showcase_guardian: {
    subject: "May this go online?",
    text: (title) =>
      `A student in your care worked on the assignment ‘${title}’. The team wants to show what was made. ` +
      "The student said yes and is under 18. That is why we ask you too.",
    more: "On the page you read exactly what will be online. If you say no, that has no effect on the study.",
    button: "Read and answer",
  },
  implementation: {
    subject: "Is the result in use?",
    text:
      "Some time ago a team finished an assignment for you. We would like to hear how the result is doing. " +
      "Answering takes two minutes, without logging in.",
    button: "Answer",
  },
  revision: {
    subject: "Complete your question",
    text: "The centre asked you for more. With this link you can complete your question and submit it again, without logging in.",
    button: "Complete it",
  },
  link: {
    revise: "With the button you complete the question and submit it again. You need not log in.",
    personal: "This link is for you only. Do not forward this mail.",
  },
  account: {
    confirm_address: {
      subject: "Confirm your e-mail address",
      text:
        "Somebody asked for an account at Samenspel with this e-mail address. Was it you? Then confirm your address and " +
        "choose a password. The link works for half an hour, once.",
      button: "Confirm your address",
      after: "Did you not ask for an account? Then you do not have to do anything. No account is made.",
    },
    draft_link: {
      subject: "Go on with your question",
      text:
        "You began a question at Samenspel. With this link you go on where you were, on any device. The link " +
        "works once, for thirty days.",
      button: "Go on",
      after: "Did you not begin a question? Then you do not have to do anything.",
    },
    draft_confirm: {
      subject: "Confirm and submit your question",
      text:
        "Your question is ready. " +
        "Confirm that this e-mail address is yours. Then it goes to the centre. The link works for half an hour.",
      button: "Confirm and submit",
      after: "Did you not write a question? Then you do not have to do anything.",
    },
    reset_password: {
      subject: "Choose a new password",
      text: "You asked for a new password. The link works for half an hour, once.",
      button: "Choose a new password",
      after: "Did you not ask for this? Then you do not have to do anything. Your password stays the same.",
    },
    invitation: {
      subject: "You are invited to Samenspel",
      text: "Somebody invites you to take part in Samenspel. There, companies and schools work together on questions.",
      button: "Accept the invitation",
      after: "Do you not know the sender? Then you do not have to do anything.",
    },
    already_registered: {
      subject: "You already have an account",
      text: "Somebody asked for an account with this e-mail address. But you already have one. You can simply log in.",
      button: "Log in",
      after: "Forgot your password? Ask for a new one on the login page.",
    },
    wants_to_join: {
      subject: "Somebody wants to take part for your company",
      text: "Somebody asked for an account with the KvK number of your company. We have not let this person in yet.",
      button: "See the people of your company",
      after: "Do you know this person? Then send an invitation yourself. If you do not, you need not do anything.",
    },
    round_result: {
      subject: "The plan is known",
      text: "The plan of your round was published. See where you are, and why.",
      button: "See your place",
      after: "Only you see your result.",
    },
    round_coach: {
      subject: "The teams you guide",
      text: "A plan was published. You guide one or more of its teams.",
      button: "See the teams",
      after: "Questions? Contact the coordinator of the centre.",
    },
    round_company: {
      subject: "There is a team for your question",
      text: "A team of students was formed for your question. They are now invited to join.",
      button: "See the team",
      after: "You see the names as soon as the work begins.",
    },
    new_address: {
      subject: "Confirm your new e-mail address",
      text: "You asked for this e-mail address with your account. The link works for thirty minutes and once.",
      button: "Confirm the address",
      after: "Did you not ask for this? Then you need do nothing.",
    },
    address_asked: {
      subject: "Another e-mail address was asked for",
      text: "Another e-mail address was asked for your account. Nothing changes until that address is confirmed.",
      button: "Log in",
      after: "Was this not you? Then log in and change your password at once.",
    },
    address_changed: {
      subject: "Your e-mail address has changed",
      text: "Your account has another e-mail address. You are logged out on every device. This address no longer belongs to the account.",
      button: "Log in",
      after: "Was this not you? Then tell the coordinator of your centre at once.",
    },
    account_closed: {
      subject: "Your account is closed",
      text: "Your account with Samenspel is closed. Tonight your data are erased.",
      button: "Read what stays, and why",
      after: "Was this not you? Then tell the coordinator of your centre today.",
    },
    factor_added: {
      subject: "You have set up a second step",
      text: "An app or a passkey was set up for your account. From now on it is needed to log in.",
      button: "Look at your second step",
      after: "Was this not you? Ask for a new password at once, and call the coordinator of your centre.",
    },
    factor_removed: {
      subject: "Your second step has changed",
      text: "An app or a passkey was taken away from your account.",
      button: "Look at your second step",
      after: "Was this not you? Ask for a new password at once, and call the coordinator of your centre.",
    },
    recovery_used: {
      subject: "A recovery code was used",
      text: "Somebody logged in to your account with your password and a recovery code. That code does not work again.",
      button: "See how many codes are left",
      after: "Was this not you? Ask for a new password at once, and call the coordinator of your centre.",
    },
    recovery_renewed: {
      subject: "You have new recovery codes",
      text: "New recovery codes were made for your account. The old ones no longer work.",
      button: "Look at your second step",
      after: "Was this not you? Ask for a new password at once, and call the coordinator of your centre.",
    },
    factors_taken: {
      subject: "Your second step was taken away",
      text:
        "The coordinator of your centre or the administrator of the platform took your second step away. " +
        "You are logged out everywhere. You now log in with your password.",
      button: "Set up a new second step",
      after: "Did you not ask for this? Change your password at once, and call the coordinator of your centre.",
    },
    password_changed: {
      subject: "Your password was changed",
      text: "The password of your account was changed. You are logged out on all devices.",
      button: "Log in",
      after: "Was this not you? Then ask for a new password on the login page at once.",
    },
  },
  invitedAs: (role, place) => `The invitation is for the role of ${role.toLowerCase()}${place ? `, at ${place}` : ""}.`,
  invitedBy: (name) =>
    `${name} invites you to take part in Samenspel. There, companies and schools work together on questions.`,
  invitedUntil: (moment) => `You can accept the invitation until ${moment}. The link works once.`,
  chooseBy: (moment) => `You choose assignments there in a round. You can until ${moment}.`,
  aboutRound: (round, centre) => `It is about the round ‘${round}’ of ${centre}.`,
  aboutQuestion: (title, round) => `It is about ‘${title}’, in the round ‘${round}’.`,
  asker: (name, address) => `It is about ${name}, ${address}.`,
  link_below: "Does the button not work? Then open this address:",
  why: (_, role, centre) =>
    `This mail comes from Samenspel, because you are involved as ${role} (${centre}). Nobody reads ` +
    "answers to this address. Please answer on the page.",
  whyAccount: "This mail is about an account at Samenspel. Nobody reads answers to this address.",
  yours: () => "your",
  roles,
};

function lower(text: string) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
