import type { Words } from "../words.ts";
import { sheet } from "./round-sheet.ts";

const n = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
const students = (count: number) => n(count, "student", "students");

/** Rounds of matching, up to the moment that choosing is over. */
export const rounds: Words["rounds"] = {
  title: "Matching", students, sheet,
  status: { draft: "Being set up", choosing: "Students choose", matching: "Choosing is over", published: "Teams are known", cancelled: "Cancelled" },
  level: { mbo: "mbo", hbo: "hbo" }, skillLevel: { "1": "beginner", "2": "with some help", "3": "on my own" },
  discipline: {
    software: "Software", data: "Data and AI", networks: "Networks and security", media_design: "Media and design", communication: "Communication and marketing", electrical: "Electrical engineering", mechanical: "Mechanical engineering", mechatronics: "Mechatronics", process_chemistry: "Process technology and chemistry",
    laboratory: "Laboratory", construction: "Building and civil engineering", water_environment: "Water and environment", logistics: "Logistics", business: "Business and economics", health: "Care and health", social_work: "Social work", hospitality: "Hospitality", agri_food: "Horticulture and food",
  },
  dayPart: { mon_am: "Monday morning", mon_pm: "Monday afternoon", tue_am: "Tuesday morning", tue_pm: "Tuesday afternoon", wed_am: "Wednesday morning", wed_pm: "Wednesday afternoon", thu_am: "Thursday morning", thu_pm: "Thursday afternoon", fri_am: "Friday morning", fri_pm: "Friday afternoon" },
  guideKind: { coach: "Coach", business_developer: "Business developer", employee: "Employee of the company" },
  bond: { together: "must be with", apart: "must not be with", wish: "would like to be with" }, bondStatus: { asked: "Waits for you", approved: "Approved", refused: "Refused", withdrawn: "Taken back" },
  move: { open_choosing: "Let students choose", close_choosing: "Close choosing now", move_deadline: "Move the closing time", reopen_choosing: "Let students choose again", cancel_round: "Cancel this round" },
  problem: {
    has_students: "No students take part yet.", has_assignments: "There are no assignments yet.", enough_to_choose: "There are fewer assignments than a student must choose.", enough_seats: "There are fewer seats than students.", has_guides: "There is no coach yet.", enough_guides: "The coaches can bear fewer teams than are needed.",
  },
  list: { open: "Open a round", lead: "In a round students choose among assignments. After that you divide them over teams.", empty: "There is no round yet.", emptyText: "Open a round for a block. Then choose assignments, coaches and students.", start: "Block starts", chosen: (done, of) => `${done} of ${of} chose`, assignments: (count) => n(count, "assignment", "assignments"), link: "Matching" },
  new: {
    title: "Open a round", button: "Open the round", lead: "Students do not see anything of this yet.",
    fields: {
      name: { label: "Name", example: "Spring, second year" }, block: { label: "Block" }, programmes: { label: "Programmes" }, more_programmes: { label: "Other programmes", hint: "Put a comma between the names." }, least_choices: { label: "How many assignments does a student choose at least?", hint: "Five is a good number: then nearly everybody fits." },
      seed: { label: "Number for the lottery", hint: "Where chances are equal the lottery decides. With this number anybody can check it. You need not change it." },
    },
  },
  round: {
    next: { draft: "Next step: let the students choose.", choosing: (by) => `Students choose until ${by}.`, matching: "Next step: make a plan of teams.", published: "The teams are known.", cancelled: "This round does not take place." },
    plan: "Make a plan", result: "Look at the plan", overview: "Overview", parts: "Parts", short: "Mind this", counts: "Where it stands", at: "Until when can students choose?", atHint: "Day and time in the Netherlands. Shortly before, who has not chosen gets a reminder.",
    fields: { choose_by: { label: "Closing time", hint: "For example 23-1-2026" } },
    students: "students", chosen: "have chosen", notYet: "have not chosen", seats: (count) => `seats in ${n(count, "team", "teams")}`, guided: (needed) => `teams the coaches can bear; needed: at least ${needed}`, unlimited: "no limit", assignments: "Assignments", guides: "Coaches", people: "Students", wishes: "Wishes",
    remind: (count) => `Remind ${students(count)}`, reminded: "Who has not chosen gets a reminder.", nobody: "Who has not chosen had a message today already.", remindTitle: "Reminders", remindText: "Three days and one day before the closing time a reminder goes to who has not chosen. You can send one yourself, at most once a day.", more: "More",
    closeText: "After this nobody can change their list. The companies are told.", cancelText: "The students are told. You cannot undo this.", cancelDraft: "You cannot undo this.", bondsAsked: (count) => `${n(count, "wish waits", "wishes wait")} for you`, programmes: "Programmes", least: (count) => `Every student chooses at least ${n(count, "assignment", "assignments")}.`,
  },
  assignments: {
    title: "Assignments", lead: "What students choose among, and what each team needs.", add: "Add", addTitle: "Add an assignment", search: "Search by title", find: "Search", none: "There is no assignment in this round yet.", noneText: "Add assignments below that can still take a team.", nothing: "There is nothing to add. An assignment must still have room for a team: there are agreements, or a claim of a community of this centre.", edit: "Change", remove: "Take out of the round",
    size: (min, max) => (min === max ? `${min} a team` : `${min} to ${max} a team`), teams: (count) => n(count, "team", "teams"), hours: (count) => `${count} hours a week`, editTitle: "What this assignment asks", save: "Save", skills: "Skills", skillsHint: "Needed: each team has somebody with this skill. Wished: nice, but never at the cost of a choice.", needed: (level) => `needed: ${level}`, desired: (level) => `wished: ${level}`, not: "not", later: "This can no longer be changed.",
    fields: {
      size_min: { label: "Fewest students in a team" }, size_max: { label: "Most students in a team" }, teams: { label: "Teams side by side, at most" }, hours: { label: "Hours a week for a student" }, mix_mbo: { label: "At least so many mbo students in each team" }, mix_hbo: { label: "At least so many hbo students in each team" },
      disciplines: { label: "Discipline", hint: "The disciplines each team needs. At most left empty: no limit.", of: { discipline: { label: "Discipline" }, min: { label: "At least" }, max: { label: "At most" } } }, guides: { label: "Who may coach?", hint: "None ticked: all coaches of this round." }, skills: { label: "Skills" },
    },
  },
  skillField: { search: "Search a skill", button: "Search", found: (q) => `Found for ‘${q}’`, nothing: (q) => `Nothing found for ‘${q}’. Try another word.`, none: "No skills yet.", not: "not" },
  guides: {
    title: "Coaches", lead: "Who guides, and how many teams and students they can bear.", none: "There is no coach yet.", noneText: "Without coaches the plan does not count with guidance.", addTitle: "Add a coach", add: "Add", save: "Save", edit: (name) => `Change ${name}`, remove: "Take out of the round", teams: (count) => `at most ${n(count, "team", "teams")}`, students: (count) => `at most ${students(count)}`, noLimit: "no limit",
    fields: { person: { label: "Who" }, kind: { label: "As" }, teams: { label: "At most so many teams", hint: "Empty: no limit." }, students: { label: "At most so many students", hint: "Empty: no limit." } },
  },
  people: {
    title: "Students", lead: "Who takes part, and who has chosen.", none: "Nobody takes part yet.", noneText: "Read a list or add a group of the centre.", noneFound: "Nobody found.", search: "Search by name, number or programme", find: "Search", all: "Everybody", chosen: "Has chosen", notYet: "Has not chosen", import: "Read a list", waiting: (file) => `The list ${file} waits for your yes.`, look: "Look at the list", drop: "Take out of the round", choices: (count) => n(count, "choice", "choices"), invited: "invited", addTitle: "Add a group", add: "Add", community: (label, count) => `Community ${label} (${students(count)})`, programme: (label, count) => `Programme ${label} (${students(count)})`, hours: (count) => `${count} hours`, who: "Student",
    addLead: "What you choose here goes for the whole group. Who has a track gets the level that goes with it. Every student can change their hours.", number: "Number", programmeTitle: "Programme", discipline: "Discipline and level", state: "Choice", act: "Change", fields: { from: { label: "Group" }, discipline: { label: "Discipline" }, level: { label: "Level" }, hours: { label: "Hours a week" } },
  },
  choose: {
    title: "Choose your assignments", closedTitle: "Your choices", lead: (least, by) => `Put at least ${n(least, "assignment", "assignments")} in order: 1 is your first choice. You can change your list until ${by}.`, closed: "Choosing is over. Your list is final.", cancelled: "This round does not take place.", saved: (when) => `Your list is saved. You chose on ${when}.`, notYet: "You have not chosen yet.", list: "Your list", choice: (place) => `Choice ${place}`, none: "No choice", up: (what) => `Move ${what} up`, down: (what) => `Move ${what} down`, dragged: (what, place) => `${what} is now in place ${place}. Do save your list.`, upShort: "Up", downShort: "Down", save: "Save your list",
    assignments: "The assignments", asks: "Asks", needs: "Needed", wished: "Nice if you can", teamNeeds: "In each team", read: "Read the question", knownToCentre: "company known to the centre", atLeast: (count, what) => `at least ${count} ${what}`, self: "About you", selfText: "With this we make teams that can do everything together. Teachers and the companies on your list read it; companies do not see your name.", saveSelf: "Save what you say about yourself",
    bonds: "With whom, and with whom not?", bondsText: "You can name at most three fellow students. Your teacher decides. The other does not see this.", add: "Add", remove: "Take away", why: "Why", search: "Search a fellow student", find: "Search", many: (most) => `These are the first ${most} names. Is somebody not among them? Then search.`, full: "You have named three fellow students.", alone: "There is nobody to name yet.",
    fields: { hours: { label: "How many hours a week do you have?" }, day_parts: { label: "When can you?" }, skills: { label: "What can you do?" }, other: { label: "Fellow student" }, kind: { label: "What do you want?", options: { together: "I must be with this student", apart: "I cannot be with this student", wish: "I would like to be with this student" } }, why: { label: "Why?", hint: "Only teachers read this." } }, unknown: "Discipline",
  },
  wishes: {
    title: "Wishes", lead: "Students name with whom they do or do not want to be in a team. It counts once you approve it.", none: "There is no wish yet.", noneText: "Students can name each other while they choose.", approve: "Approve", refuse: "Refuse", reason: "Reason", saidWhy: "Says", verdict: "Your reason", groups: "Groups that stay together", group: (names, size) => `${names} (${students(size)})`, tooLarge: (most) => `This group fits in no team: the largest team has ${most} seats.`, clash: (names) => `${names} must be together and must not be together. Refuse one of both wishes.`, change: "Change your decision",
    fields: { verdict: { label: "Reason", hint: "Only teachers read this." } },
  },
  stars: {
    title: "Candidates", lead: "These students put your assignment on their list. You see names once the teams are known; the order is drawn by lot.", rule: (most) => `Give at most ${n(most, "candidate", "candidates")} one to three stars. Stars count, but never go before what a student chooses. Is somebody really not possible? Then give a veto with a reason.`, used: (used, most) => `${used} of ${most} candidates with stars`, none: "Nobody put this assignment on a list.", candidate: (number) => `Candidate ${number}`, save: "Save", hours: (count) => `${count} hours a week`, noSkills: "no skills named", saved: "Your stars are saved.",
    kind: { none: "No opinion", "1": "1 star", "2": "2 stars", "3": "3 stars", veto: "Veto" }, fields: { stars: { label: "Opinion" }, why: { label: "Reason of the veto", hint: "Only needed for a veto. Teachers read this." } },
  },
  back: {
    title: "On with priority", lead: "Who has no place can take part in a next round. Where chances are equal, this student goes first there.", link: "Send students on with priority", notYet: "This is possible once the plan is published.", none: "Nobody is without a place", noneText: "Who is still in a team is not listed. Take that student out of the team first.",
    because: { no_place: "got no place", no_team: "the place or the team is gone", stopped: "was taken out of the round" }, next: "The next round, once there is one", round: (name, day) => `${name} (starts ${day})`, button: "Send on with priority",
    after: "The student gets a letter, no longer takes part in this round and chooses anew.", sent: "Sent on", to: (name) => `takes part in ${name}`, waits: "waits for the next round", takeBack: "Take back",
    waiting: (count) => `${n(count, "student waits", "students wait")} for a next round with priority.`, takeIn: "Take into this round", mark: "priority", has: "has priority from an earlier round", count: (count) => `${n(count, "student has", "students have")} priority from an earlier round`,
    own: (round) => `You have priority, because you had no place in ${round ? `the round ‘${round}’` : "an earlier round"}. Where chances are equal, you go first.`, had: "You had priority from an earlier round. Where chances were equal, you went first.",
    ownSent: (round) => (round ? `Your teacher sent you on with priority to the round ‘${round}’. Where chances are equal, you go first there.` : "Your teacher sends you on with priority to the next round. You get a letter as soon as you can choose."), choose: "Choose your assignments",
    fields: { student: { label: "Whom do you send on?" }, to: { label: "To which round?" } },
  },
  mine: { choose: "Choose your assignments", chooseRow: (by) => `Choosing is possible until ${by}`, chosen: "You have chosen", toDo: "Still to do", stars: "Candidates for your assignments", rounds: "Rounds of matching" },
  letters: {
    round_open: ({ round, by, least, priority }) => ({ subject: `Choose your assignments: ${round}`, lines: ["You can choose assignments now.", ...(priority ? ["You have priority from an earlier round. Where chances are equal, you go first."] : []), `Choose at least ${least} and put them in order. You can until ${by}.`, "You may change your list until then. It does not matter who chooses first."], button: "Choose your assignments" }),
    round_moved: ({ round, by }) => ({ subject: `New closing time: ${round}`, lines: ["The closing time was moved.", `You can choose until ${by}.`], button: "Look at your list" }),
    round_reopened: ({ round, by }) => ({ subject: `You can choose again: ${round}`, lines: ["Choosing was opened again. Your list is still there.", `You can change it until ${by}.`], button: "Look at your list" }),
    round_reminder: ({ round, by, least }) => ({ subject: `Reminder: choose your assignments (${round})`, lines: ["You have not chosen yet.", `Choose at least ${least} assignments. You can until ${by}.`], button: "Choose your assignments" }),
    round_cancelled: ({ round }) => ({ subject: `Does not take place: ${round}`, lines: [`The round ‘${round}’ does not take place. You need not do anything.`, "Do you have questions? Ask your teacher."], button: "To my work" }),
    round_stars: ({ round, assignment }) => ({ subject: `Candidates for ${assignment}`, lines: [`Students have chosen in the round ‘${round}’.`, `You can now see who chose ‘${assignment}’, without names. Give stars to who fits well. You need not.`], button: "Look at the candidates" }),
    round_closed: ({ round }) => ({ subject: `Choosing is over: ${round}`, lines: ["The students have chosen.", "You can now make a plan of teams."], button: "Look at the round" }),
    round_sent_on: ({ round }) => ({ subject: "You go on with priority", lines: [`You no longer have a place in the round ‘${round}’. Your teacher sends you on to a next round.`, "You have priority there: where chances are equal, you go first.", "You get a letter as soon as you can choose."], button: "See how it goes on" }),
    round_priority: ({ round, by, least }) => ({ subject: `Choose with priority: ${round}`, lines: [`You now take part in the round ‘${round}’. You have priority, because you had no place in an earlier round.`, "Where chances are equal, you go first.", `Choose at least ${least} assignments and put them in order. You can until ${by}.`], button: "Choose your assignments" }),
    foot: { student: (centre) => `You get this mail because you take part in a round of ${centre}.`, company: (centre) => `You get this mail because your company has an assignment at ${centre}.`, staff: (centre) => `You get this mail because you opened a round at ${centre}.` },
  },
};
