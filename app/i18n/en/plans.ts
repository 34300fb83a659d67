import type { plans as dutch } from "../nl/plans.ts";

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
const ordinal = (n: number) => `${n}${n % 10 === 1 && n % 100 !== 11 ? "st" : n % 10 === 2 && n % 100 !== 12 ? "nd" : n % 10 === 3 && n % 100 !== 13 ? "rd" : "th"}`;
const place = (rank: number) => `${ordinal(rank)} choice`;

export const plans: typeof dutch = {
  title: "Plan", eyebrow: "Matching", lead: "Make a proposal, see why everybody is where they are, and hold what you want otherwise. Nothing counts until you publish.",
  preset: { default: "A fair choice for everybody", most_first: "Most first choices", fewest_low: "As few low choices as possible", lowest_total: "Lowest total", all: "All four, side by side" },
  presetHint: {
    default: "First a place for as many students as possible, then nobody lower than needed, then the lowest total, then the best teams.", most_first: "As many first choices as possible, then second ones, and so on. A few may come out low.",
    fewest_low: "As few students as possible on their lowest choices.", lowest_total: "The average choice as high as can be.", all: "Four proposals to compare.",
  },
  ask: { label: "How do you weigh the choices?", what: "What do these mean?", button: "Make a proposal", again: "Plan again", againHint: "Students left or something changed. As many students as possible stay where they are." },
  kind: { plan: "proposal", change: "after a change", repair: "planned again", what_if: "trial" },
  status: { waiting: "waits for the solver", running: "being worked out", done: "done", impossible: "not possible", stopped: "stopped", broken: "failed" },
  number: (n) => `Proposal ${n}`, runs: "Proposals", noRuns: "No proposal yet", noRunsHint: "Proposals will appear here, the newest on top.", notYet: "Students are still choosing. A proposal can be made once choosing is closed.", round: "To the round",
  columns: { run: "Proposal", how: "Weighing", state: "State", placed: "Placed", first: "First choice", topThree: "In first three", worst: "Lowest choice", total: "Total", proof: "Proof", student: "Student", discipline: "Discipline", was: "Before", is: "Now", choice: "Choice", assignment: "Question", teams: "Teams", desired: "Skills wished for", wishes: "Wishes to work together" },
  proven: "proven optimal", notProven: "nearly optimal", open: (level, value, bound) => `${level}: ${value}, at most ${bound}`,
  counts: { students: "students", chosen: "have chosen", seats: "seats", assignments: "questions", coaches: "coaches" },
  old: "from before the last change", published: "published", by: (name) => `asked by ${name}`,
  busy: { title: "The plan is being worked out", text: "This mostly takes a few seconds. The page renews itself.", level: "Done:", stop: "Stop", refresh: "Renew" },
  level: { own_list: "from own list", placed: "placed", missing: "missing skills", worst: "lowest choice", priority_placed: "placed with priority", priority: "choices with priority", total: "total of choices", rank: "number per choice", quality: "team quality", stay: "stays", lottery: "lottery" },
  stopped: "This was stopped.", broken: "This failed three times. Try again; if it fails again, please report it.",
  impossible: { title: "This cannot be done", text: "These rules cannot all hold. Let one of them go and it can:", letGo: "The least that has to go:" },
  sum: { title: "How good is this proposal?", placed: (n, of) => `${n} of ${of} students placed`, first: (n, share) => `${n} got their first choice (${share}%)`, top: (share) => `${share}% within the first three`, worst: (n) => (n > 0 ? `nobody below their ${place(n)}` : "nobody placed yet"), desired: (n, of) => `${n} of ${of} skills wished for are there`, wishes: (n, of) => `${n} of ${of} wishes to work together`, blocking: (n) => `${n} times a company would rather have had somebody else, who would rather have been there (to know)`, profile: "Spread over the choices", profileText: (n) => `How many of ${many(n, "student", "students")} got which choice`, seed: (n) => `Lottery numbers drawn with ${n}` },
  place, rank: (rank) => (rank === null ? "not placed" : place(rank)), outside: "not on their own list",
  difference: {
    title: "What changes?", since: (n) => `Compared with proposal ${n}`, nothing: "Nobody moves.", moves: (n) => (n === 1 ? "1 student moves" : `${n} students move`), shuffles: (n) => (n === 1 ? "1 student changes team" : `${n} students change team`),
    placed: (n) => `${n > 0 ? "+" : ""}${n} placed`, total: (n) => `total of choices ${n > 0 ? "+" : ""}${n}`, first: (n) => `${n > 0 ? "+" : ""}${n} first choices`, nowhere: "nowhere",
  },
  teams: { title: "Teams", team: (n) => `Team ${n}`, guides: "Guided by", missing: "Wished for, not there", gaps: "Required, missing", dayParts: "Free together", none: "No part of the week in common", size: (min, max, teams) => `${min}–${max} members, at most ${many(teams, "team", "teams")}`, wanted: (n) => `first choice of ${n}`, notRunning: "Does not run", mix: (mbo, hbo) => `${mbo} mbo, ${hbo} hbo`, fixed: "number of teams held", locked: "team held", pinned: "held", drag: "Move a student? Open the name and hold the student somewhere. With a mouse or finger you can also drag a name onto another team; after that you fill in why.", left: "left" },
  unplaced: { title: "Not placed", because: { no_choice_open: "None of the choices is open to this student.", no_seat: "Others have all the seats of these choices." }, none: "Everybody has a place." },
  gone: (n) => (n === 1 ? "1 student in this proposal has left. Plan again." : `${n} students in this proposal have left. Plan again.`),
  held: { title: "Held", none: "Nothing held yet", noneHint: "Open a student or a question in a proposal to hold something.", price: "What it costs", end: "Let go", pin: (student, title, team) => `${student} is at ${title}${team ? `, team ${team}` : ""}`, forbid: (student, title) => `${student} not at ${title}`, teams: (title, n) => (n === 0 ? `${title} does not run` : `${title} with ${many(n, "team", "teams")}`), lock: (title, team, n) => `Team ${team} of ${title} stays as it is (${n} members)` },
  student: {
    list: "Their own list", has: (title, rank) => `Is at ${title}: ${rank > 0 ? place(rank) : ""}`, nowhere: "Has no place.", why: "Why not the first choice?", soon: "The reason is being worked out. Renew the page in a few seconds.", decide: "Hold", button: "Hold, and work out what it costs",
    fields: { kind: { label: "What do you want?", options: { pin: "Place here", forbid: "Do not place here" } }, choice: { label: "Question" }, team: { label: "Team number", hint: "Only where there are several teams." }, why: { label: "Why", hint: "For colleagues. Students do not see this." } },
    nothing: "This student gave no choices.", skills: "Skills", hours: (n) => `${n} hours a week`, here: "Place here", not: "Not here",
  },
  choice: {
    rules: "What this question asks", teamsTitle: "How many teams?", lockTitle: "Leave a team as it is", whatTitle: "What if …", whatHint: "A trial: the round does not change.", button: "Hold, and work out what it costs", lock: "Keep this team", tryIt: "Try",
    fields: { teams: { label: "Number of teams", hint: "0 means: does not run." }, why: { label: "Why" }, team: { label: "Team number" }, size_min: { label: "Fewest members" }, size_max: { label: "Most members" } }, hints: "Students without a place who would mend something here", required: "Required", desired: "Wished for", tried: (title, min, max, teams) => `Trial: ${title} with ${min}–${max} members and at most ${many(teams, "team", "teams")}`,
  },
  compare: { title: "Two proposals side by side", pick: "Compare", one: "First", other: "Second", same: "These proposals place everybody alike." },
  publish: {
    title: "Publish the plan", button: "Publish the plan", link: "Publish …", what: "This is what happens", invited: (n) => `${many(n, "student gets", "students get")} a place in the file of the question, and a letter`, ended: (n) => `${many(n, "place ends", "places end")}`, moved: (n) => `${many(n, "student has", "students have")} something else than in the published plan; only who notices anything gets a letter`, coaches: "Coaches and companies get a letter.", own: "A student sees only their own result and its reason.",
    old: "This proposal is from before the last change. Make a new one first.", blockers: "This has to be done first:", no_team_yet: (title) => `${title}: no team was chosen yet, or the agreement has not begun.`, no_seats: (title, seats, needed) => `${title}: there ${seats === 1 ? "is" : "are"} ${many(seats, "seat", "seats")}, needed ${needed}.`, done: "The plan is published.",
    guards: { plan_current: "This proposal is from before the last change.", files_ready: "A question cannot take its team yet.", round_filled: "There are no students or questions in this round yet." },
  },
  export: { csv: "Download as CSV", xlsx: "Download as Excel", file: "plan", columns: ["Student", "E-mail", "Number", "Programme", "Level", "Question", "Company", "Team", "Choice", "Guided by"] },
  result: {
    title: "Your place", soon: "The plan is not there yet. You will get a letter as soon as it is.", at: (title) => `You are at ${title}.`, rank: (rank) => `That is your ${place(rank)}.`, outside: "This question was not on your list. Everything on your list was full.", none: "You have no place now. Your teacher will contact you.", team: "Your team", guides: "Guided by", open: "Open your place in the team", why: "Why not your first choice?", soonWhy: "The reason is still being worked out. Look again later.", lottery: (n) => `Your lottery number was ${n}.`, rules: "How was this decided? First as many students as possible got a place. Then nobody came out lower than needed. Then the sum of all choices counted; who had priority from an earlier round went first. Where all was equal, lottery numbers decided.",
  },
  byHand: {
    title: "Make a team", link: "Make a team", lead: "Choose students, see what the team still lacks, and invite all of them at once.", asks: "Asked for", size: (min, max, taken) => `${min}–${max} students${taken ? `, ${taken} of them are there` : ""}`, search: "Search by name or programme", who: "Who takes part?", nobody: "No students found", interested: "showed interest",
    more: "There are more students. Search by name or programme.", check: "Look at this team", find: "Search", team: (n) => many(n, "student chosen", "students chosen"), fine: "This team keeps every rule.", wrong: "This is not right yet", found: (n) => `Now ${n}.`, allSkills: "Every skill that was asked for is there.", suits: "Who has what is missing?", mends: "Who would mend a rule?",
    invite: (n) => (n === 1 ? "Invite this student" : `Invite these ${n} students`),
  },
  rule: {
    one_place: (n) => `${n.student} can be in one place.`, size_min: (n) => `A team of ${n.title} has at least ${many(n.count, "member", "members")}.`, size_max: (n) => `A team of ${n.title} has at most ${many(n.count, "member", "members")}.`, teams_max: (n) => `${n.title} has at most ${many(n.count, "team", "teams")}.`,
    required_skill: (n) => `Every team of ${n.title} has somebody with ${n.skill}.`, discipline_min: (n) => `Every team of ${n.title} has at least ${n.count || 1} of ${n.discipline}.`, discipline_max: (n) => `A team of ${n.title} has at most ${n.count} of ${n.discipline}.`, mix: (n) => `Every team of ${n.title} has at least ${n.count || 1} from ${n.level}.`,
    guide_each: (n) => `Every team of ${n.title} has a coach.`, guide_teams: (n) => `${n.guide} guides at most ${many(n.count, "team", "teams")}.`, guide_students: (n) => `${n.guide} guides at most ${many(n.count, "student", "students")}.`, hours: (n) => `${n.student} has too few hours for ${n.title}.`, veto: (n) => `The company does not want ${n.student} at ${n.title}.`,
    forbid: (n) => `${n.student} may not be at ${n.title}.`, apart: (n) => `${n.student} and ${n.other} may not be in one team.`, together: (n) => `${n.students} stay together.`, pin: (n) => `${n.student} is held at ${n.title}.`, teams_fixed: (n) => (n.count === 0 ? `${n.title} does not run.` : `${n.title} has exactly ${many(n.count, "team", "teams")}.`), locked: (n) => `Team ${n.team} of ${n.title} stays as it is.`,
    team_cover: (n) => n.title, team_order: (n) => n.title, wish: (n) => n.title, frozen: () => "What was settled before.",
  },
  reason: {
    has_it: () => "This is the first choice.", unknown: () => "There is no first choice.", hours: (je, title) => `${title} asks for more hours a week than ${je ? "you have" : "this student has"}.`, veto: (je, title) => (je ? `${title} could not be: the company or your teacher decided so.` : `The company gave a veto for ${title}.`), forbid: (je, title) => (je ? `${title} could not be: your teacher decided so.` : `A teacher ruled out ${title}.`),
    pinned_elsewhere: (je, title) => `${je ? "Your teacher placed you" : "A teacher placed this student"} at ${title}.`, not_running: (_, title) => `${title} does not run.`, too_few: (_, title) => `${title} does not run: too few students would fit.`, closed: (_, title) => `${title} does not run: that was decided.`, no_guide: (_, title) => `${title} does not run: no coach was free.`,
    full: (je, title, seats) => `${title} is full (${many(seats, "seat", "seats")}). ${je ? "Who is there would lose more by moving than you." : "Who is there would lose more by moving."}`, reserved: (_, title, what) => `At ${title} a seat was needed for ${what}.`, lottery: (je, _, number) => `It was equal; the lottery decided. ${je ? "Your" : "The"} number was ${number}.`,
    priority: (je, title) => `${title}: somebody with priority from an earlier round went first. ${je ? "All else was equal between you." : "All else was equal."}`, possible: (je, title) => `${title} could have been, but then others would have been worse off${je ? "" : " in all"}.`, impossible: (_, title) => `${title} cannot be with the rules of this round.`, price: (moves) => `If it were done all the same: ${moves}.`, skill: (skill) => `somebody with ${skill}`, discipline: (name) => `somebody from ${name}`, level: (name) => `somebody from ${name}`,
  },
};
