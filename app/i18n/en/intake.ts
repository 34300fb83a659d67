import type { intake as nl } from "../nl/intake.ts";
import { advice } from "./intake/advice.ts";
import { questions } from "./intake/questions.ts";

export const intake: typeof nl = {
  ...questions, advice,
  page: {
    step: (n, of) => `Question ${n} of ${of}`, save: "Save and go on", check: "Check your answers", checkLead: "Is everything right? You can still change each answer.", steps: "All questions", toCheck: "To the check", back: "Previous question", missing: "This is still needed",
    changed: "Somebody saved something else meanwhile", changedLead: "Your answers are still in the form. If you save again, yours count.", stored: "Saved now", typed: "You typed", also: "Also changed", empty: "nothing",
  },
  draft: {
    title: "Submit a question", lead: "Tell in ten minutes what is going on. You need no account. Each answer is saved.", begin: "Begin", resume: "Go on with your draft", resumeText: (title) => (title ? `You were working on ‘${title}’.` : "You had begun already."), orLogin: "Do you have an account? Then log in.", askLink: "Began on another device? Ask for a link.",
    submitTitle: "Submit", send: "Send me the link to submit", sendLead: "We send a link to your e-mail address. With that link you confirm the address and submit.", sentTitle: "Look in your mail", sentText: "We sent you a link. Open the link and confirm. Only then your question is submitted.", sentAgain: "No mail? Look in your spam folder, or ask for the link again.",
    again: "Back to your answers", mailLink: "Mail me a link to go on later", mailed: "The link is on its way.", gone: "This draft is no longer open here", goneText: "Perhaps you went on on another device, or the draft expired. Ask for a new link.", became: "Your question was submitted", becameText: "The centre is working on it. Log in to follow it. No password yet? Ask for one on the login page.", new: "Begin a new question",
  },
  link: {
    title: "Go on with your question", text: "With this button you open your draft in this browser. On the device where you began, it then closes.", open: "Go on", dead: "This link no longer works", deadText: "The link expired, was used already, or is not complete. Ask for a new one below.", askTitle: "Ask for a new link", ask: "Send me a new link", askText: "Fill in the e-mail address you began with.", sentTitle: "Look in your mail", sent: "Does a question belong to this address? Then there is now a link in your mail.",
    confirm: "Confirm and submit", confirmText: (title) => `With this button you confirm your e-mail address and submit ‘${title}’.`, done: "Your question was submitted", doneText: "The centre looks at it within five working days. You hear by mail. Log in to follow it.",
  },
  revise: {
    title: "Complete your question", asks: (who, centre) => `${who || "Somebody"} of ${centre} asks you to complete it.`, missing: "What is missing", explanation: "Explanation", lead: "Change your answers below and submit again. You need not log in.", send: "Submit again", sentTitle: "Thank you", sentText: "Your question was submitted again. The centre hears of it.", closed: "This question needs no completing now.", once: "After each save a new link counts. Stay in this window until you are done.",
  },
  desk: {
    title: "Intake", lead: "What waits for the centre, longest waiting first.", queue: "Queue", empty: "Nothing waits for intake.", emptyText: "New questions appear here as soon as a company submits.", since: "Since", report: "Intake report", opens: (date) => `Will be published on ${date}`, help: "Drafts that ask for help", helpLead: "These companies asked you to write along.", changed: "Last changed", checklist: "Checklist", untitled: "Still without a title",
    draft: "Draft of a company", draftLead: (email) => `This company asked for help. Contact: ${email}.`, take: "Take the draft over", takeText: "The draft becomes a question of your centre. You finish it and submit it on behalf of the company. The company gets an invitation.", forCompany: "For which company?", newCompany: "A new company, as filled in here",
    listTitle: "Checklist of the centre", listLead: "What does your centre look at before publishing? One line each. A tick never replaces a required check.", listField: "Lines", listExample: "Was safety at the workplace discussed?", listSave: "Save the checklist", saved: "The checklist was saved.",
  },
  report: {
    title: "Intake report", answers: "Answers", checklist: "Checklist", none: "This centre has no checklist yet.", untick: "Not after all", tick: "Tick", ticked: (name, at) => `${name}, ${at}`, unticked: "Not ticked yet", untickedLead: "Publishing is possible without ticks too.", company: "Company", kvk: "KvK number", noKvk: "Not given", verified: "Verified", unverified: "Not verified yet",
    claimed: (kvk, owner) => (owner ? `This person named KvK number ${kvk}. Here it belongs to ${owner} already. Check whether the person works there, and let ${owner} send an invitation.` : `This person named KvK number ${kvk}. Another company is known by it already. Check this before you publish.`), noHints: "No remarks.", print: "Print this report with the print command of your browser.", back: "To the question", versions: "Changes",
  },
  versions: { title: "Changes in the text", lead: "What changed after the question was submitted.", none: "The text did not change.", by: (name, role, at) => `${name}, ${role}, ${at}`, number: (n) => `Version ${n}`, field: "Question", before: "Before", after: "After" },
  skills: { search: "Search a skill", button: "Search", chosen: "Chosen", found: (q) => `Found for ‘${q}’`, suggested: "Perhaps this fits your text", nothing: (q) => `Nothing found for ‘${q}’. Try another word.`, example: "data" },
};
