import type { progress as nl } from "#app/i18n/nl/work/progress.ts";

export const progress: typeof nl = {
  confirmedBy: "Confirmed by",
  title: "Progress",
  milestones: "Milestones",
  noMilestones: "There are no milestones yet.",
  plan: "Plan a milestone",
  milestone: "Milestone",
  due: "Date",
  status: "State",
  evidence: "Evidence",
  reports: "Progress reports",
  noReports: "There is no report yet.",
  hours: "Hours",
  noHours: "No hours were logged yet.",
  role: "Role",
  total: "Hours",
  midterm: "Midterm review",
  notPlanned: "Not planned yet",
  planned: "Planned on",
  outcome: "Outcome",
  kickoff: "Kick-off",
};
