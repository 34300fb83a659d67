import type { choosing as nl } from "#app/i18n/nl/rounds/choosing.ts";

const n = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
const students = (count: number) => n(count, "student", "students");

export const choosing: typeof nl = {
  out: {
    stopped: "does not go ahead",
    made: "the work has been done",
    on_hold: "is on hold",
    not_open: "is no longer open",
    elsewhere: "goes to a learning community of another centre",
    unclaimed: "no learning community of this centre wants to do it any more",
    has_team: "has a team already",
  },
  choose: {
    title: "Choose your assignments",
    closedTitle: "Your choices",
    lead: (least, by) =>
      `Put at least ${n(least, "assignment", "assignments")} in order: 1 is your first choice. You can change your list until ${by}.`,
    closed: "Choosing is over. Your list is final.",
    resting: "On hold for now",
    keeps: (what, place) => `${what} stays choice ${place} on your list.`,
    restingText: "When the assignment goes on, your choice counts again.",
    gone: "No longer to be had",
    goneOpen: "Your next choices move up. You can choose another assignment.",
    goneClosed: "Your next choices move up: they now count as higher.",
    cancelled: "This round does not take place.",
    saved: (when) => `Your list is saved. You chose on ${when}.`,
    notYet: "You have not chosen yet.",
    list: "Your list",
    choice: (place) => `Choice ${place}`,
    none: "No choice",
    up: (what) => `Move ${what} up`,
    down: (what) => `Move ${what} down`,
    dragged: (what, place) => `${what} is now in place ${place}. Do save your list.`,
    upShort: "Up",
    downShort: "Down",
    save: "Save your list",
    assignments: "The assignments",
    asks: "Asks",
    needs: "Needed",
    wished: "Nice if you can",
    teamNeeds: "In each team",
    read: "Read the question",
    knownToCentre: "company known to the centre",
    atLeast: (count, what) => `at least ${count} ${what}`,
    self: "About you",
    selfText:
      "With this we make teams that can do everything together. Teachers and the companies on your list " +
      "read it; companies do not see your name.",
    saveSelf: "Save what you say about yourself",
    peerWishes: "With whom, and with whom not?",
    peerWishesText: "You can name at most three fellow students. Your teacher decides. The other does not see this.",
    add: "Add",
    remove: "Take away",
    why: "Why",
    search: "Search a fellow student",
    find: "Search",
    many: (most) => `These are the first ${most} names. Is somebody not among them? Then search.`,
    full: "You have named three fellow students.",
    alone: "There is nobody to name yet.",
    fields: {
      hours: { label: "How many hours a week do you have?" },
      day_parts: { label: "When can you?" },
      skills: { label: "What can you do?" },
      other: { label: "Fellow student" },
      kind: {
        label: "What do you want?",
        options: {
          together: "I must be with this student",
          apart: "I cannot be with this student",
          wish: "I would like to be with this student",
        },
      },
      why: {
        label: "Why?",
        hint: "Only teachers read this.",
      },
    },
    unknown: "Discipline",
  },
  wishes: {
    title: "Wishes",
    lead: "Students name with whom they do or do not want to be in a team. It counts once you approve it.",
    none: "There is no wish yet.",
    noneText: "Students can name each other while they choose.",
    approve: "Approve",
    refuse: "Refuse",
    reason: "Reason",
    saidWhy: "Says",
    verdict: "Your reason",
    groups: "Groups that stay together",
    group: (names, size) => `${names} (${students(size)})`,
    tooLarge: (most) => `This group fits in no team: the largest team has ${most} seats.`,
    clash: (names) => `${names} must be together and must not be together. Refuse one of both wishes.`,
    notJudged: "Not judged",
    change: "Change your decision",
    fields: {
      verdict: {
        label: "Reason",
        hint: "Only teachers read this.",
      },
    },
  },
  stars: {
    says: "The company says",
    when: "Available",
    title: "Candidates",
    lead: "These students put your assignment on their list. You see names once the teams are known; the order is drawn by lot.",
    rule: (most) =>
      `Give at most ${n(most, "candidate", "candidates")} one to three stars. Stars count, but what a ` +
      "student chooses always comes first. Is somebody really impossible? Then give a veto, with the reason.",
    used: (used, most) => `${used} of ${most} candidates with stars`,
    none: "Nobody put this assignment on a list.",
    candidate: (number) => `Candidate ${number}`,
    save: "Save",
    hours: (count) => `${count} hours a week`,
    noSkills: "no skills named",
    saved: "Your stars are saved.",
    became: {
      choosing: "Students are choosing now. Once that is over, you see the candidates here.",
      published: "The plan was published.",
      cancelled: "This round does not take place.",
      out: (because) => `Your assignment no longer takes part in this round: ${because}.`,
      teams: (count) =>
        `The plan was published: there ${count === 1 ? "is 1 team" : `are ${count} teams`} for your assignment.`,
      sizes: (teams) =>
        teams
          .map(
            ({ planned, joined }, at) =>
              `${teams.length > 1 ? `Team ${at + 1}: ` : ""}${planned} ${planned === 1 ? "student" : "students"} planned, ${
                joined === planned ? "all" : joined
              } in the team`,
          )
          .join("; ") + ". You see names from the start on.",
      noTeam: "The plan was published: no team came for your assignment.",
      noTeamNow: "Nothing was closed. You hear as soon as there is a team.",
      toTeam: "To the team of this assignment",
    },
    kind: {
      none: "No opinion",
      "1": "1 star",
      "2": "2 stars",
      "3": "3 stars",
      veto: "Veto",
    },
    fields: {
      stars: { label: "Opinion" },
      why: {
        label: "Reason for the veto",
        hint: "Only needed for a veto. Teachers read this.",
      },
    },
  },
  back: {
    title: "On with priority",
    lead: "A student without a place can take part in a next round. Where chances are equal, this student goes first there.",
    link: "Send students on with priority",
    notYet: "This is possible once the plan is published.",
    none: "Nobody is without a place",
    noneText: "Who is still in a team is not listed. Take that student out of the team first.",
    because: {
      no_place: "got no place",
      no_team: "the place or the team is gone",
      stopped: "was taken out of the round",
    },
    next: "The next round, once there is one",
    round: (name, day) => `${name} (starts ${day})`,
    button: "Send on with priority",
    after: "The student gets a letter, no longer takes part in this round and chooses anew.",
    sent: "Sent on",
    to: (name) => `takes part in ${name}`,
    waits: "waits for the next round",
    takeBack: "Take back",
    waiting: (count) => `${n(count, "student waits", "students wait")} for a next round with priority.`,
    takeIn: "Take into this round",
    mark: "priority",
    has: "has priority from an earlier round",
    count: (count) => `${n(count, "student has", "students have")} priority from an earlier round`,
    own: (round) =>
      "You have priority, because you had no place in " +
      `${round ? `the round ‘${round}’` : "an earlier round"}. Where chances are equal, you go first.`,
    had: "You had priority from an earlier round. Where chances were equal, you went first.",
    ownSent: (round) =>
      round
        ? `Your teacher sent you on with priority to the round ‘${round}’. Where chances are equal, you go first there.`
        : "Your teacher sends you on with priority to the next round. You get a letter as soon as you can choose.",
    choose: "Choose your assignments",
    fields: {
      student: { label: "Whom do you refer on?" },
      to: { label: "To which round?" },
    },
  },
  mine: {
    choose: "Choose your assignments",
    chooseRow: (by) => `Choosing is possible until ${by}`,
    chosen: "You have chosen",
    short: (left, wanted) =>
      `${left} of ${wanted} choices still ${left === 1 ? "counts" : "count"}: choose ${wanted - left} more`,
    toDo: "Still to do",
    over: "Rounds you chose in",
    known: "The result is known",
    made: "The teams are being made",
    stars: "Candidates for your assignments",
    judge: "Wishes of students",
    rounds: "Rounds of matching",
  },
};
