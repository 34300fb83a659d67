import type { pages as nl } from "#app/i18n/nl/shell/pages.ts";

export const pages: typeof nl = {
  acts: "Actions",
  groups: {
    company: "Company",
    student: "Students",
    teacher: "Teachers",
    employee: "Employees",
    field_expert: "Field experts",
    end_user: "End users",
  },
  people: {
    invite: "Invite somebody",
    kvk: "Chamber of Commerce number",
  },
};
