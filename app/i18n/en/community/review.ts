import { counted } from "#app/i18n/counted.ts";
import type { review as nl } from "#app/i18n/nl/community/review.ts";

const marks = (low: string, high: string) => ({
  "1": `1 – ${low}`,
  "2": "2",
  "3": "3",
  "4": "4",
  "5": `5 – ${high}`,
});
const scan = (label: string, hint: string) => ({
  label,
  hint,
  options: marks("not yet", "fully"),
});
const moments = {
  start: "Start",
  middle: "Middle",
  end: "End",
};
const yieldMoments = {
  start: "Start",
  end: "End",
};
const gain = (label: string, hint: string) => ({
  label,
  hint,
  options: marks("little", "much"),
});

export const review: typeof nl = {
  scan: {
    title: "Self-scan",
    lead:
      "Every member looks at seven points at the start, half way and at the end. " +
      "Only averages are shown, once there are three answers.",
    fill: "Fill in the self-scan",
    save: "Save my scan",
    done: "All three scans are filled in.",
    doneOn: (moment, day) => `${moment}: filled in on ${day}`,
    none: "No moment has three answers yet, so there is nothing to show.",
    answers: (n) => counted(n, "answer", "answers"),
    plot: "How the averages moved",
    describe: (rows) => `Average from 1 to 5 for each point, at three moments. ${rows}`,
    hidden: "too few answers",
    principle: "Point",
    moments,
    from: (text) => `Scale from 1 to 5. ${text}`,
    marks: "Open circle: start. Diamond: middle. Filled circle: end.",
    principles: {
      ambition: "Shared ambition",
      connector: "A connecting person",
      content: "Content and learning",
      social: "Trust",
      space: "Space to work together",
      tools: "Tools",
      time: "Time and rhythm",
    },
    fields: {
      moment: {
        label: "Which moment?",
        options: moments,
      },
      ambition: scan("Shared ambition", "We want to reach the same thing, and everybody can tell what it is."),
      connector: scan("A connecting person", "Somebody brings people together and keeps things going."),
      content: scan("Content and learning", "The work is a real question and everybody learns from it."),
      social: scan("Trust", "We know each other and dare to say what does not go well."),
      space: scan(
        "Space to work together",
        "There is a place, on a work floor or at school, where we can work together.",
      ),
      tools: scan("Tools", "We have what is needed: material, data, a way to share."),
      time: scan("Time and rhythm", "There is enough time, and we meet often enough."),
    },
  },
  rotation: {
    underOne: "less than 1%",
    title: "Employees who take part",
    lead: "Aim: every employee takes part about once a year. Counted are seats in teams of this centre in the last twelve months.",
    none: "No company is a partner yet.",
    company: "Company",
    took: "Took part",
    employees: "Employees",
    share: "Share",
    unknown: "unknown",
    names: "Names, for the HR contact only",
    nobody: "Nobody yet.",
  },
  review: {
    stories: "Stories of what changed",
    storiesAll: (n) => `All stories (${n})`,
    noStories: "There is no story yet.",
    tell: "Write a story",
    who: "Who",
    forWhom: "For whom",
    changed: "What changed",
    storySave: "Save the story",
    storyBack: "Remove this story",
    storyFields: {
      who: {
        label: "Who?",
        example: "A team of four students and two mechanics",
      },
      for_whom: { label: "For whom?" },
      changed: {
        label: "What changed?",
        hint: "Do not mention others by name without their knowledge.",
      },
    },
    pulse: "How is it going?",
    pulseLead: "One question a month to every member. Only averages are shown, once there are three answers.",
    pulseNone: "There is no month with three answers yet.",
    pulsePlot: "Average by month",
    pulseDescribe: "Average mark from 1 to 5 by month.",
    month: "Month",
    mean: "Mean",
    give: "Give this month's mark",
    given: (n) => `My mark of this month: ${n}`,
    lines: "What members added, without names",
    fewMonths: (n) => (n === 1 ? "Of 1 month there are too few answers." : `Of ${n} months there are too few answers.`),
    pulseTitle: (month) => `How is it going in ${month}?`,
    pulseSave: "Save my mark",
    pulseAgain: "Within the month the answer can still change.",
    pulseFields: {
      score: {
        label: "How is it going in this community?",
        options: marks("badly", "very well"),
      },
      line: {
        label: "What is going on?",
        hint: "Who leads the community and the coordinator read this without a name, once there are three answers.",
      },
    },
    yields: "Learning outcomes by group",
    yieldsLead:
      "From the anchoring of the assignments. Averages of levels from 1 to 5, shown once there are three outcomes.",
    noYields: "No learning outcome has been recorded yet.",
    group: "Group",
    count: "Outcomes",
    before: "Before",
    after: "After",
    skills: "Skills",
    groups: {
      student: "Students",
      teacher: "Teachers",
      employee: "Employees",
      field_expert: "Field experts",
      end_user: "End users",
    },
    few: "too few",
    assignments: "Finished assignments",
    noAssignments: "There is no finished assignment to read here yet.",
    criteria: (met, of) => `${met} of ${of} criteria met`,
    evaluations: (n) => counted(n, "evaluation", "evaluations"),
    reflections: "Reflections",
    reflectionsLead:
      "A reflection is for its writer only. It may be shared with the teachers of this community, and that can be undone.",
    reflectionsOwn: (n) =>
      n === 0 ? "No reflections of my own yet." : counted(n, "reflection of my own", "reflections of my own"),
    toReflections: "To my reflections",
    write: "Write a reflection",
    reflectionSave: "Save for myself",
    share: "Share with the teachers",
    unshare: "Stop sharing",
    remove: "Delete",
    shared: "Shared with the teachers",
    own: "Only for me",
    fromOthers: "Shared by others",
    noneShared: "Nobody shared a reflection yet.",
    noReflections: "There is no reflection yet.",
    reflectionFields: {
      text: {
        label: "Reflection",
        hint: "What went well, what was hard, what is the next step?",
      },
    },
  },
  peers: {
    title: "Peer visits",
    lead: "A colleague from another centre visits and says what stands out. What the community does with it is shown beside it.",
    none: "There has been no peer visit yet.",
    all: (n) => (n === 0 ? "To the peer visits" : `Read all (${n})`),
    add: "Record a peer visit",
    save: "Save",
    change: "Answer or change",
    edit: "Peer visit: answer or change",
    saw: "What stood out",
    advice: "Advice",
    answer: "What we do with it",
    open: "Not filled in yet.",
    elsewhere: "Another place",
    fields: {
      reviewer: { label: "Who visited?" },
      centre: { label: "From which centre?" },
      place: {
        label: "Which school or company?",
        hint: "Only needed for another place.",
      },
      seen_on: {
        label: "On which day?",
        hint: "Today or before.",
      },
      saw: {
        label: "What stood out?",
        hint: "What went well, and what can be better? Do not write names of students.",
      },
      advice: { label: "What advice did we get?" },
      answer: {
        label: "What do we do with it?",
        hint: "This may also come later.",
      },
    },
  },
  gains: {
    title: "What it brings, by employees",
    own: "What it brings me",
    lead:
      "Employees of companies look at four points at the start and at the end. Only averages from 1 to 5 are " +
      "shown, once there are three answers.",
    none: "No moment has three answers yet, so there is nothing to show.",
    fill: "Fill in what it brings me",
    save: "Save my answer",
    done: "The start and the end are both filled in.",
    doneOn: (moment, day) => `${moment}: filled in on ${day}`,
    answers: (n) => counted(n, "answer", "answers"),
    point: "Point",
    few: "too few answers",
    moments: yieldMoments,
    points: {
      knowledge: "Knowledge",
      network: "Network",
      use: "Use at work",
      teaching: "Teaching others",
    },
    fields: {
      moment: {
        label: "Which moment?",
        options: yieldMoments,
      },
      knowledge: gain("Knowledge", "How much do I know about the subjects of this community?"),
      network: gain("Network", "How many people outside my company can I ask for help?"),
      use: gain("Use at work", "How much of what I learn here do I use in my own work?"),
      teaching: gain("Teaching others", "How much do I teach others: students or colleagues?"),
    },
  },
};
